// One limit as one process keeps it. Points are leased from the shared store in chunks, so that an ordinary request costs
// no round trip; what is leased and not used when the minute is over is lost. In total no more than the limit ever
// passes; with n processes at work, up to (n - 1) chunks less.
import type { SharedCounts } from './shared-counts.js';

export interface Verdict {
  readonly allowed: boolean;
  /** until the next request has a chance */
  readonly msLeft: number;
}

interface Window {
  /** points that this process may still spend */
  left: number;
  /** by this process's clock */
  endsAt: number;
  /** the shared store has no more of them */
  exhausted: boolean;
  /** requests that wait for points at this moment */
  waiting: number;
  leasing: Promise<void> | null;
}

const windowMs = 60_000;
/** Parts that a limit is leased in. */
const chunks = 50;
/** Keys that are remembered; a forgotten one is asked for again. */
const mostKeys = 50_000;
/** How long a store that failed is left alone. */
const pauseMs = 1_000;

export interface AllowanceParts {
  /** points in a minute */
  readonly limit: number;
  readonly store: SharedCounts;
  /** A key as the store may know it. */
  readonly keyInStore: (key: string) => string;
  /** The store has failed, and is left alone for a second: meanwhile this process counts by itself, up to the whole limit. */
  readonly onStoreAway: (error: unknown) => void;
}

export class Allowance {
  readonly #windows = new Map<string, Window>();
  readonly #chunk: number;
  #storeAwayUntil = 0;

  constructor(private readonly parts: AllowanceParts) {
    this.#chunk = Math.max(1, Math.floor(parts.limit / chunks));
  }

  /** Answers in the same tick unless a lease is needed. */
  take(key: string): Verdict | Promise<Verdict> {
    return this.#verdict(this.#windowOf(key)) ?? this.#leased(key);
  }

  async #leased(key: string): Promise<Verdict> {
    for (;;) {
      const window = this.#windowOf(key);
      const verdict = this.#verdict(window);
      if (verdict) return verdict;
      window.waiting += 1;
      // Not at the end of the lease itself: one that needs no store ends before it is noted here.
      window.leasing ??= this.#lease(key, window).finally(() => (window.leasing = null));
      await window.leasing;
      window.waiting -= 1;
    }
  }

  /** null: only the store knows. */
  #verdict(window: Window): Verdict | null {
    const msLeft = window.endsAt - performance.now();
    if (msLeft <= 0) return null;
    if (window.left > 0) {
      window.left -= 1;
      return { allowed: true, msLeft };
    }
    return window.exhausted ? { allowed: false, msLeft } : null;
  }

  async #lease(key: string, window: Window): Promise<void> {
    const now = performance.now();
    const { limit, store, keyInStore, onStoreAway } = this.parts;
    try {
      if (now < this.#storeAwayUntil) return this.#ownShare(window, now);
      const points = Math.min(Math.max(this.#chunk, window.waiting), Math.max(limit, 1));
      const { spent, msLeft } = await store.spend(keyInStore(key), points, windowMs);
      const granted = Math.min(points, Math.max(0, limit - (spent - points)));
      // The window began no earlier than `now`: here it ends a little before it does in the store.
      Object.assign(window, { left: granted, endsAt: now + msLeft, exhausted: granted < points });
    } catch (error) {
      this.#storeAwayUntil = performance.now() + pauseMs;
      onStoreAway(error);
      this.#ownShare(window, performance.now());
    }
  }

  #ownShare(window: Window, now: number): void {
    Object.assign(window, { left: this.parts.limit, endsAt: now + windowMs, exhausted: true });
  }

  #windowOf(key: string): Window {
    let window = this.#windows.get(key);
    if (!window) {
      window = { left: 0, endsAt: 0, exhausted: false, waiting: 0, leasing: null };
      if (this.#windows.size >= mostKeys) this.#forget();
      this.#windows.set(key, window);
    }
    return window;
  }

  /** What is over, else what came first. */
  #forget(): void {
    const now = performance.now();
    const before = this.#windows.size;
    for (const [key, { endsAt, leasing }] of this.#windows) if (endsAt <= now && !leasing) this.#windows.delete(key);
    if (this.#windows.size < before) return;
    for (const [key, { leasing }] of this.#windows) {
      if (leasing) continue;
      this.#windows.delete(key);
      return;
    }
  }
}
