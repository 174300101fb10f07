// All limits of this process, as the gate asks them.
import { createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import { Problem } from '../http/problem.js';
import { Allowance } from './allowance.js';
import { limitNames, type LimitName, type Limits } from './limits.js';
import type { SharedCounts } from './shared-counts.js';

/** A log line about a store that is away is enough this often. */
const tellMs = 10_000;

interface Telling {
  readonly log: Logger;
  readonly told: { readonly onLimited: (limit: LimitName) => void; readonly onCountedAlone: () => void };
}

export class Counters {
  readonly #allowances: ReadonlyMap<LimitName, Allowance>;
  readonly #told: Telling['told'];
  #toldAt = -Infinity;

  /** `secret`: addresses and users leave the process under a keyed digest only. */
  constructor(limits: Limits, store: SharedCounts, secret: Uint8Array, { log, told }: Telling) {
    this.#told = told;
    const onStoreAway = (error: unknown) => {
      told.onCountedAlone();
      if (performance.now() - this.#toldAt < tellMs) return;
      this.#toldAt = performance.now();
      log.warn({ err: error }, 'requests are counted by each process alone: the shared counts are away');
    };
    this.#allowances = new Map(
      limitNames.map((name) => {
        const keyInStore = (key: string) => `${name}:${digestOf(secret, key)}`;
        return [name, new Allowance({ limit: limits[name], store, keyInStore, onStoreAway })];
      }),
    );
  }

  /** @throws Problem `too-many-requests` */
  async count(name: LimitName, key: string): Promise<void> {
    const { allowed, msLeft } = (await this.#allowances.get(name)?.take(key)) ?? { allowed: true, msLeft: 0 };
    if (allowed) return;
    this.#told.onLimited(name);
    throw new Problem(429, 'too-many-requests', 'Too many requests in a minute.', {
      headers: { 'Retry-After': String(Math.max(1, Math.ceil(msLeft / 1000))) },
    });
  }
}

/** 22 characters that name a key to nobody who has not the secret. */
export const digestOf = (secret: Uint8Array, key: string): string =>
  createHmac('sha256', secret).update(key).digest('base64url').slice(0, 22);
