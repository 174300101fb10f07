import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import {
  BookmarkBeyondHead,
  LogUnavailable,
  UnreadableEvent,
  type Batch,
  type EventLog,
  type Follow,
} from '#event-store';
import type { TestEvents } from './events.js';
import { all, context, count, someStream, TestNode, until } from './support.js';

const nodes: TestNode[] = [];
const start = async () => {
  const node = await TestNode.start();
  nodes.push(node);
  return { node, log: node.connect() };
};
afterEach(async () => {
  for (const node of nodes.splice(0)) await node.close();
});

type Seen = Batch<TestEvents>;
const eventsOf = (batches: Seen[]) => batches.flatMap(({ events }) => events);
const numbers = (batches: Seen[]) => eventsOf(batches).map(({ data }) => (data as { n: number }).n);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

/** Follows until stopped, resting after each batch; the batches are there to look at while it runs. */
function follower(log: EventLog<TestEvents>, { restMs = 0, ...options }: Partial<Follow> & { restMs?: number } = {}) {
  const stop = new AbortController();
  const batches: Seen[] = [];
  const done = (async () => {
    for await (const batch of log.follow({ after: null, signal: stop.signal, ...options })) {
      batches.push(batch);
      if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  })();
  return {
    batches,
    done,
    caughtUp: () => until(() => Promise.resolve(batches.at(-1)?.caughtUp)),
    has: (n: number) => until(() => Promise.resolve(eventsOf(batches).length >= n)),
    stop: async () => {
      stop.abort();
      await done;
    },
  };
}

describe('follow', () => {
  it('brings everything once and in order, then each event as it happens', async () => {
    const { log } = await start();
    const stream = someStream();
    await count(log, stream, 0, 250);
    const reader = follower(log, { maxBatch: 100 });
    await reader.caughtUp();
    expect(numbers(reader.batches)).toEqual(upTo(250));
    expect(Math.max(...reader.batches.map(({ events }) => events.length))).toBeLessThanOrEqual(100);
    const before = reader.batches.length;
    const recorded = await count(log, stream, 250, 252);
    await reader.has(252);
    expect(eventsOf(reader.batches.slice(before))).toEqual(recorded);
    expect(reader.batches.at(-1)).toMatchObject({ position: recorded[1]?.position, caughtUp: true });
    await reader.stop();
  });

  it('resumes strictly after any bookmark', async () => {
    const { log } = await start();
    const recorded = await count(log, someStream(), 0, 60);
    for (const i of [0, 17, 58, 59]) {
      const reader = follower(log, { after: recorded[i]?.position ?? null, maxBatch: 7 });
      await reader.caughtUp();
      expect(numbers(reader.batches)).toEqual(upTo(60).slice(i + 1));
      expect(reader.batches.at(-1)?.position).toBe(recorded[59]?.position);
      await reader.stop();
    }
  });

  it('is caught up at once in an empty log, without a bookmark', async () => {
    const { log } = await start();
    const reader = follower(log);
    await reader.caughtUp();
    expect(reader.batches).toEqual([{ events: [], position: null, caughtUp: true }]);
    await count(log, someStream(), 0, 1);
    await reader.has(1);
    await reader.stop();
  });

  it('moves the bookmark over what it does not ask for, never past what it does', async () => {
    const { log } = await start();
    const mine = [...(await count(log, someStream('mine'), 0, 1))];
    await flood(log, 'noise', 2);
    mine.push(...(await count(log, someStream('mine'), 0, 2)));
    const noise = await flood(log, 'noise', 2);
    const reader = follower(log, { streamPrefixes: ['mine-'], restMs: 100 });
    await reader.caughtUp();
    const bookmark = reader.batches.at(-1)?.position ?? 0n;
    expect(bookmark > (mine.at(-1)?.position ?? 0n) && bookmark <= noise).toBe(true);
    // Live: checkpoints come by themselves while nothing is delivered.
    await flood(log, 'noise', 2);
    await until(() => Promise.resolve((reader.batches.at(-1)?.position ?? 0n) > noise));
    mine.push(...(await count(log, someStream('mine'), 0, 1)));
    await reader.has(mine.length);
    await reader.stop();
    expect(eventsOf(reader.batches)).toEqual(mine);
    // Resuming from each bookmark brings just what had not been delivered with it.
    for (const [i, { position }] of reader.batches.entries()) {
      const again = follower(log, { after: position, streamPrefixes: ['mine-'] });
      await again.caughtUp();
      await again.stop();
      expect(eventsOf(again.batches)).toEqual(eventsOf(reader.batches.slice(i + 1)));
    }
  });

  it('skips, repeats and re-orders nothing when the log goes away while others write', async () => {
    const { node, log } = await start();
    const troubles: unknown[] = [];
    const reader = follower(log, { onTrouble: (error) => troubles.push(error), maxBatch: 50 });
    const writing = new AbortController();
    const acknowledged = new Set<string>();
    const writer = async (stream: string) => {
      while (!writing.signal.aborted) {
        try {
          const last = await log.last(stream);
          const appended = await log.append(stream, {
            expected: last?.revision ?? 'no-stream',
            prevHash: last?.metadata.hash ?? null,
            events: [{ type: 'Counted', data: { n: Number((last?.revision ?? -1n) + 1n) } }],
            context: context(),
          });
          for (const { id } of appended.recorded) acknowledged.add(id);
        } catch {
          await new Promise((resolve) => setTimeout(resolve, 20)); // away; what was lost is found by reading
        }
      }
    };
    const writers = [someStream(), someStream(), someStream()].map(writer);
    for (const more of [100, 200]) {
      await until(() => Promise.resolve(acknowledged.size > more));
      await node.stop();
      await until(() => Promise.resolve(troubles.length > 0));
      await node.startAgain();
      const before = acknowledged.size;
      await until(() => Promise.resolve(acknowledged.size > before + 50));
      troubles.length = 0;
    }
    writing.abort();
    await Promise.all(writers);
    const head = await log.head();
    await until(() => Promise.resolve(reader.batches.at(-1)?.position === head));
    await reader.stop();

    const seen = eventsOf(reader.batches);
    const stored = eventsOf(await all(log.readAll()));
    expect(seen).toEqual(stored);
    const ids = new Set(seen.map(({ id }) => id));
    expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('takes no more into memory than asked for, however slow the consumer is', async () => {
    const { node, log } = await start();
    const stream = someStream();
    const text = 'x'.repeat(10_000);
    let prevHash: string | null = null;
    const total = 800;
    for (let n = 0; n < total; n += 20) {
      const events = upTo(20).map(
        (i) => ({ type: 'NoteWritten', data: { author: `${n + i}`, text, extra: null } }) as const,
      );
      const expected = n === 0 ? 'no-stream' : BigInt(n - 1);
      prevHash = (await log.append(stream, { expected, prevHash, events, context: context() })).hash;
    }
    const wire = await node.wire();
    const seen: string[] = [];
    let heardAtRest = 0;
    for await (const { events, caughtUp } of node.connect({ url: wire.url }).follow({ after: null, maxBatch: 20 })) {
      if (seen.length === 0) heardAtRest = await atRest(() => wire.heard);
      seen.push(...events.map(({ data }) => (data as { author: string }).author));
      if (caughtUp) break;
    }
    expect(seen).toEqual(upTo(total).map(String));
    // 20 in the reader's queue, and some dozens in the transport's; not the 800.
    expect(heardAtRest / text.length).toBeLessThan(100);
  });

  it('refuses a bookmark the log has not reached', async () => {
    const { log } = await start();
    expect(await refusal(log, 5n)).toMatchObject({ constructor: BookmarkBeyondHead, bookmark: 5n, head: null });
    const [first, second] = await count(log, someStream(), 0, 2);
    const { position } = second ?? { position: 0n };
    expect(await refusal(log, position + 1n)).toMatchObject({ bookmark: position + 1n, head: position });
    // The same log, restored from an older copy.
    const older = await start();
    await count(older.log, someStream(), 0, 1);
    expect(await refusal(older.log, position)).toBeInstanceOf(BookmarkBeyondHead);
    expect((first?.position ?? 0n) < position).toBe(true);
  });

  it('delivers what comes before an event it does not know, then halts', async () => {
    const { node, log } = await start();
    await count(log, someStream(), 0, 5);
    const client = EventStoreDBClient.connectionString(node.url);
    const { position } = await client.appendToStream('notes-x', jsonEvent({ type: 'Recounted', data: {} }));
    await client.dispose();
    await count(log, someStream(), 0, 5);
    const reader = follower(log);
    await expect(reader.done).rejects.toMatchObject({
      constructor: UnreadableEvent,
      reason: 'unknown-type',
      event: { type: 'Recounted', stream: 'notes-x', position: position?.commit },
    });
    expect(numbers(reader.batches)).toEqual(upTo(5));
    expect(reader.batches.at(-1)?.caughtUp).toBe(false);
  });

  it('ends when told to: connecting, waiting for events, or for the log to come back', async () => {
    const { node, log } = await start();
    const [first] = await count(log, someStream(), 0, 1);
    await follower(log, { after: first?.position ?? null }).stop(); // still asking where the log ends
    const reader = follower(log);
    await reader.caughtUp();
    await reader.stop();
    let told = false;
    const lost = follower(log, { onTrouble: () => (told = true) });
    await lost.caughtUp();
    await node.stop();
    await until(() => Promise.resolve(told));
    await lost.stop();
    await node.startAgain();
  });
});

describe('readAll', () => {
  it('reads to what was the end when it began, while others go on writing', async () => {
    const { log } = await start();
    const recorded = await count(log, someStream(), 0, 300);
    await count(log, someStream('other'), 0, 300);
    const writing = new AbortController();
    const stream = someStream();
    const writer = (async () => {
      for (let n = 0; !writing.signal.aborted; n += 1) await count(log, stream, n, n + 1);
    })();
    const read = await all(log.readAll({ streamPrefixes: ['notes-'], maxBatch: 32 }));
    writing.abort();
    await writer;
    expect(eventsOf(read).slice(0, 300)).toEqual(recorded);
    const rest = await all(log.readAll({ after: recorded[99]?.position ?? null, streamPrefixes: ['notes-'] }));
    expect(eventsOf(rest).slice(0, 200)).toEqual(recorded.slice(100));
    expect(await all(log.readAll({ after: await log.head() }))).toEqual([]);
  });

  it('fails when it is interrupted', async () => {
    const { node, log } = await start();
    await count(log, someStream(), 0, 300);
    const reading = (async () => {
      for await (const _ of log.readAll({ maxBatch: 1 })) await node.stop();
    })();
    await expect(reading).rejects.toBeInstanceOf(LogUnavailable);
    await node.startAgain();
  });
});

/** Appends a thousand events at a time; answers the last one's position. */
async function flood(log: EventLog<TestEvents>, prefix: string, thousands: number): Promise<bigint> {
  let last = 0n;
  for (let i = 0; i < thousands; i += 1) {
    const events = upTo(1_000).map((n) => ({ type: 'Counted', data: { n } }) as const);
    const append = { expected: 'no-stream', prevHash: null, events, context: context() } as const;
    last = (await log.append(someStream(prefix), append)).position;
  }
  return last;
}

async function refusal(log: EventLog<TestEvents>, after: bigint): Promise<unknown> {
  try {
    for await (const _ of log.follow({ after })) return null;
  } catch (error) {
    return error;
  }
}

/** The gauge's value once it has stopped moving. */
async function atRest(gauge: () => number): Promise<number> {
  for (let before = -1; ;) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (gauge() === before) return before;
    before = gauge();
  }
}
