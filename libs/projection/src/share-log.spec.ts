import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { FollowedLog } from './follow.js';
import type { LogEvent } from './row-model.js';
import { shareLog } from './share-log.js';

const event = (position: number): LogEvent => ({
  stream: 'a',
  revision: BigInt(position),
  position: BigInt(position) * 10n,
  type: 'Happened',
  data: null,
  metadata: { recordedAt: '2026-01-01T00:00:00Z' },
});

/** A log in memory; it ends where `broken` stands, as a log with an unreadable event does. */
class Log implements FollowedLog<LogEvent> {
  readonly #events: LogEvent[] = [];
  #wake = (): void => undefined;
  #more = new Promise<void>((resolve) => (this.#wake = resolve));
  /** how often each was fetched */
  fetched = 0;
  readings = 0;
  under = 0;
  broken = Infinity;

  grow(amount: number): void {
    for (let i = 0; i < amount; i += 1) this.#events.push(event(this.#events.length + 1));
    this.#wake();
    this.#more = new Promise<void>((resolve) => (this.#wake = resolve));
  }

  async *follow({ after, maxBatch = 1_000, ...options }: Parameters<FollowedLog<LogEvent>['follow']>[0]) {
    this.readings += 1;
    this.under += 1;
    try {
      let position = after;
      const aborted = new Promise<void>((resolve) => options.signal?.addEventListener('abort', () => resolve()));
      while (!options.signal?.aborted) {
        const start = Number(position ?? 0n) / 10;
        const events = this.#events.slice(start, Math.min(start + maxBatch, this.broken));
        if (start >= this.broken) throw new Error('unreadable');
        this.fetched += events.length;
        position = events.at(-1)?.position ?? position;
        const caughtUp = Number(position ?? 0n) / 10 === this.#events.length;
        yield { events, position, caughtUp };
        await setImmediate();
        if (Number(position ?? 0n) / 10 === this.#events.length) await Promise.race([this.#more, aborted]);
      }
    } finally {
      this.under -= 1;
    }
  }
}

/** Fails by the test's own time limit. */
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await setImmediate();
};

const positions = (amount: number): bigint[] => Array.from({ length: amount }, (_, i) => BigInt(i + 1) * 10n);

it('[I6] gives each follower every event after its bookmark once and in order, however they stop, pause and come back', async () => {
  const follower = fc.record({
    after: fc.nat(60),
    pauses: fc.array(fc.nat(3), { minLength: 1, maxLength: 5 }),
    leavesAfter: fc.nat(8),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(follower, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      async (wanted, maxBatch) => {
        const log = new Log();
        log.grow(60);
        const shared = shareLog(log, { maxBatch, patienceMs: 5 });
        const over = new AbortController();
        const following = wanted.map(async ({ after, pauses, leavesAfter }) => {
          const seen: bigint[] = [];
          let position = after === 0 ? null : BigInt(after) * 10n;
          for (let batches = 0; Number(position ?? 0n) < 1_000;) {
            for await (const batch of shared.follow({ after: position, signal: over.signal })) {
              expect(batch.events.length).toBeLessThanOrEqual(maxBatch);
              seen.push(...batch.events.map((one) => one.position));
              position = batch.position;
              batches += 1;
              await sleep(pauses[batches % pauses.length]);
              if (batches % 10 === leavesAfter || Number(position ?? 0n) >= 1_000) break;
            }
          }
          expect(seen).toEqual(positions(100).slice(after));
        });
        await sleep(5);
        log.grow(40);
        await Promise.all(following);
        over.abort();
        await setImmediate();
        expect(log.under).toBe(0);
      },
    ),
    { numRuns: 15 },
  );
});

it('fetches an event once for all who begin at the same place, and tells each when it has caught up', async () => {
  const log = new Log();
  log.grow(3_000);
  const shared = shareLog(log);
  const over = new AbortController();
  const told: bigint[] = [];
  const follow = async (after: bigint | null): Promise<void> => {
    for await (const { position, caughtUp } of shared.follow({ after, signal: over.signal }))
      if (caughtUp) told.push(position ?? 0n);
  };
  const first = [follow(null), follow(null), follow(null)];
  await until(() => told.length === 3);
  const later = follow(30_000n);
  await until(() => told.length === 4);
  expect(log.readings).toBe(1);
  log.grow(1);
  await until(() => told.length === 8);
  expect(log.fetched).toBe(3_001);
  over.abort();
  await Promise.all([...first, later]);
});

it('[I10] waits for nobody who stands still, who then goes on alone and joins the others again', async () => {
  const log = new Log();
  log.grow(20_000);
  const shared = shareLog(log, { patienceMs: 20 });
  const over = new AbortController();
  let release = (): void => undefined;
  const stuck = new Promise<void>((resolve) => (release = resolve));
  let ahead = 0;
  let behind = 0;
  const count = async (add: (amount: number) => Promise<void> | void): Promise<void> => {
    for await (const { events } of shared.follow({ after: null, signal: over.signal })) await add(events.length);
  };
  const slow = count(async (amount) => {
    behind += amount;
    if (behind === 1_000) await stuck;
  });
  const fast = count((amount) => void (ahead += amount));
  await until(() => ahead === 20_000);
  expect(behind).toBe(1_000);
  release();
  await until(() => behind === 20_000);
  expect(log.readings).toBe(2);
  log.grow(1);
  await until(() => behind === 20_001 && ahead === 20_001);
  await setImmediate();
  log.grow(1);
  await until(() => behind === 20_002 && ahead === 20_002);
  expect(log.under).toBe(1);
  over.abort();
  await Promise.all([slow, fast]);
});

it('lets every follower have what comes before an event that cannot be read, and then the failure', async () => {
  const log = new Log();
  log.grow(2_500);
  log.broken = 1_500;
  const shared = shareLog(log);
  const seen = await Promise.all(
    [null, null, 5_000n].map(async (after) => {
      let amount = 0;
      await expect(
        (async () => {
          for await (const { events } of shared.follow({ after })) amount += events.length;
        })(),
      ).rejects.toThrow('unreadable');
      return amount;
    }),
  );
  expect(seen).toEqual([1_500, 1_500, 1_000]);
});

it('[I10] lets a follower go that is told so while it has a batch in hand, though nothing more comes', async () => {
  const log = new Log();
  log.grow(1);
  const shared = shareLog(log);
  const stopping = new AbortController();
  for await (const { caughtUp } of shared.follow({ after: null, signal: stopping.signal }))
    if (caughtUp) stopping.abort();
  await until(() => log.under === 0);
  expect(log.readings).toBe(1);
});
