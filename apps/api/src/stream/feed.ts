// The latest entries of one tenant, shared by all who watch it: each reader has a place in it and no copy of its own, so
// a slow reader costs nothing, and one that is too slow finds that its place is gone.
import type { Entry } from './notices.js';

export class Feed {
  #entries: Entry[] = [];
  #floor: bigint;
  #position: bigint;
  readonly #listeners = new Set<() => void>();

  /** `position`: everything up to here was published before; `backlog`: entries held at most */
  constructor(
    position: bigint,
    private readonly backlog: number,
  ) {
    this.#floor = position;
    this.#position = position;
  }

  /** Everything up to here is published. */
  get position(): bigint {
    return this.#position;
  }

  publish(entries: readonly Entry[], position: bigint): void {
    this.#position = position;
    if (entries.length === 0) return;
    this.#entries.push(...entries);
    const dropped = this.#entries.splice(0, Math.max(0, this.#entries.length - this.backlog)).at(-1);
    if (dropped) this.#floor = dropped.position;
    for (const wake of this.#listeners) wake();
  }

  holds(position: bigint): boolean {
    return position >= this.#floor;
  }

  /** Entries after a position; null when not all of them are held any more. */
  after(position: bigint): readonly Entry[] | null {
    if (!this.holds(position)) return null;
    return this.#entries.slice(this.#entries.findLastIndex((entry) => entry.position <= position) + 1);
  }

  /** `wake` is called after entries were published. Answers how to stop that. */
  listen(wake: () => void): () => void {
    this.#listeners.add(wake);
    return () => void this.#listeners.delete(wake);
  }
}
