import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import {
  AppendTooLarge,
  InvalidText,
  LogUnavailable,
  OutcomeUnknown,
  UnreadableEvent,
  verifyChain,
  WrongVersion,
  type EventLog,
} from '#event-store';
import type { TestEvents } from './events.js';
import { all, context, count, someStream, TestNode, until } from './support.js';

let node: TestNode;
let log: EventLog<TestEvents>;
beforeAll(async () => {
  node = await TestNode.start();
  log = node.connect();
});
afterAll(() => node.close());

const counted = (n: number) => ({ type: 'Counted', data: { n } }) as const;
const opening = (n = 0) =>
  ({ expected: 'no-stream', prevHash: null, events: [counted(n)], context: context() }) as const;

describe('append and load', () => {
  it('gives back what was appended, in order, with the positions the log has', async () => {
    const stream = someStream();
    const clock = () => new Date('2026-02-03T04:05:06.789Z');
    const first = await node.connect({ clock }).append(stream, { ...opening(), events: [counted(0), counted(1)] });
    expect(first).toMatchObject({ revision: 1n });
    const second = await log.append(stream, { ...opening(), expected: 1n, prevHash: first.hash, events: [counted(2)] });

    const loaded = await all(log.load(stream));
    expect(loaded.map(({ revision, data }) => [revision, data])).toEqual(
      [0n, 1n, 2n].map((r) => [r, { n: Number(r) }]),
    );
    expect(loaded.map(({ id, metadata }) => [id, metadata])).toEqual(
      [...first.recorded, ...second.recorded].map(({ id, metadata }) => [id, metadata]),
    );
    expect(loaded[0]?.metadata).toMatchObject({ recordedAt: '2026-02-03T04:05:06.789Z', schemaVersion: 1 });
    expect(loaded[1]?.position).toBe(first.position);
    expect(loaded[2]).toEqual(second.recorded[0]);
    expect(first.position < second.position).toBe(true);

    expect((await all(log.load(stream, { fromRevision: 2n }))).map(({ revision }) => revision)).toEqual([2n]);
    expect(await log.last(stream)).toEqual(second.recorded[0]);
    expect(await verifyChain(log.loadRaw(stream))).toEqual({ ok: true, checked: 3 });
  });

  it('may be asked often: a server hangs up on a client that cancels a thousand calls', async () => {
    const stream = someStream();
    await log.append(stream, opening());
    for (let round = 0; round < 30; round += 1)
      await Promise.all(
        Array.from({ length: 20 }, async () => {
          expect(await log.last(someStream())).toBeNull();
          expect(await all(log.load(someStream()))).toEqual([]);
          expect(await log.last(stream)).not.toBeNull();
          expect(await log.head()).not.toBeNull();
        }),
      );
  });

  it('finds nothing in a missing stream, or beyond the end of one', async () => {
    const stream = someStream();
    expect(await all(log.load(stream))).toEqual([]);
    expect(await log.last(stream)).toBeNull();
    await log.append(stream, opening());
    expect(await all(log.load(stream, { fromRevision: 1n }))).toEqual([]);
  });

  it('stores nothing at a wrong version, and names the actual one', async () => {
    const stream = someStream();
    const at5 = { ...opening(), expected: 5n, prevHash: 'f'.repeat(64) };
    await expect(log.append(stream, at5)).rejects.toMatchObject({ constructor: WrongVersion, actual: 'no-stream' });
    await log.append(stream, opening(1));
    await expect(log.append(stream, opening(2))).rejects.toMatchObject({ actual: 0n, expected: 'no-stream' });
    await expect(log.append(stream, at5)).rejects.toMatchObject({ actual: 0n, expected: 5n });
    expect(await all(log.load(stream))).toHaveLength(1);
  });

  it('answers the very same append again as the first time', async () => {
    const stream = someStream();
    const sameMoment = node.connect({ clock: () => new Date('2026-02-03T04:05:06.789Z') });
    const append = { ...opening(), events: [counted(0), counted(1)] };
    const first = await sameMoment.append(stream, append);
    expect(await sameMoment.append(stream, append)).toEqual(first);
    expect(await all(log.load(stream))).toHaveLength(2);
  });

  it('finds the position by reading where the answer names none, as a repeated append’s may', async () => {
    const { prototype } = streamsPb.BatchAppendResp.Success;
    const named = Object.getOwnPropertyDescriptor(prototype, 'getPosition') as PropertyDescriptor;
    Object.defineProperty(prototype, 'getPosition', { ...named, value: () => undefined });
    const stream = someStream();
    const { position, revision } = await log
      .append(stream, { ...opening(), events: [counted(0), counted(1)] })
      .finally(() => Object.defineProperty(prototype, 'getPosition', named));
    expect(await log.last(stream)).toMatchObject({ revision, position });
  });

  it('lets exactly one of many writers win each revision', async () => {
    const stream = someStream();
    const wins: bigint[] = [];
    const write = async (writer: number) => {
      for (let tries = 0; tries < 25; tries += 1) {
        const last = await log.last(stream);
        try {
          const { revision } = await log.append(stream, {
            expected: last?.revision ?? 'no-stream',
            prevHash: last?.metadata.hash ?? null,
            events: [counted(writer)],
            context: context(),
          });
          wins.push(revision);
        } catch (error) {
          expect(error).toBeInstanceOf(WrongVersion);
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
    expect(wins.sort((a, b) => Number(a - b))).toEqual(wins.map((_, i) => BigInt(i)));
    expect(await verifyChain(log.loadRaw(stream))).toEqual({ ok: true, checked: wins.length });
  });

  it('keeps more appends waiting than the client may have under way', async () => {
    const streams = Array.from({ length: 200 }, () => someStream());
    await Promise.all(streams.map((stream) => log.append(stream, opening())));
    expect(await all(log.load(streams[199] as string))).toHaveLength(1);
  });

  it('refuses text it cannot keep before anything is sent', async () => {
    const stream = someStream();
    const note = { type: 'NoteWritten', data: { author: '\ud800', text: 'x', extra: null } } as const;
    const refused = log.append(stream, { ...opening(), events: [counted(0), note] });
    await expect(refused).rejects.toMatchObject({ constructor: InvalidText, path: 'data.author' });
    expect(await log.last(stream)).toBeNull();
  });

  it('names the limit when an append is too large', async () => {
    const note = { type: 'NoteWritten', data: { author: 'abe', text: 'x'.repeat(1_100_000), extra: null } } as const;
    const refused = log.append(someStream(), { ...opening(), events: [note] });
    await expect(refused).rejects.toMatchObject({ constructor: AppendTooLarge, limit: 1_048_576 });
  });

  it('finds the last position of the product’s streams, whatever else was written', async () => {
    const [own] = await count(log, someStream('own'), 0, 1);
    const [other] = await count(log, someStream('other'), 0, 1);
    expect(await log.head(['own-'])).toBe(own?.position);
    expect(await node.connect({ streamPrefixes: ['own-'] }).head()).toBe(own?.position);
    expect(await log.head()).toBe(other?.position);
    expect(await log.head(['nobody-'])).toBeNull();
  });
});

describe('what another writer left in a stream', () => {
  it('breaks the chain, and halts a reader that does not know it', async () => {
    const stream = someStream();
    const [first] = await count(log, stream, 0, 1);
    const client = EventStoreDBClient.connectionString(node.url);
    const forged = { ...first?.metadata, prevHash: first?.metadata.hash };
    await client.appendToStream(stream, jsonEvent({ type: 'Counted', data: { n: 2 }, metadata: forged }));
    await client.appendToStream(stream, jsonEvent({ type: 'Recounted', data: { n: 2 } }));
    await client.dispose();
    expect(await verifyChain(log.loadRaw(stream))).toMatchObject({ checked: 1, firstBroken: { reason: 'hash' } });

    const read: bigint[] = [];
    const reading = (async () => {
      for await (const { revision } of log.load(stream)) read.push(revision);
    })();
    await expect(reading).rejects.toMatchObject({ constructor: UnreadableEvent, reason: 'unknown-type' });
    expect(read).toEqual([0n, 1n]);
  });
});

describe('trouble on the wire', () => {
  it('does not know the outcome when the answer is lost after the commit; the stream does', async () => {
    const wire = await node.wire();
    const far = node.connect({ url: wire.url });
    await far.append(someStream(), opening());
    const stream = someStream();
    const mine = context();
    wire.silence();
    const appending = far.append(stream, { ...opening(), context: mine });
    const outcome = expect(appending).rejects.toBeInstanceOf(OutcomeUnknown);
    await until(() => log.last(stream));
    wire.cut();
    await outcome;
    const found = await until(() => all(far.load(stream)).catch(() => null));
    expect(found.map(({ metadata }) => metadata.commandId)).toEqual([mine.commandId]);
  });

  it('does not wait longer for an answer than it said', async () => {
    const wire = await node.wire();
    const far = node.connect({ url: wire.url, deadlineMs: 200 });
    await far.append(someStream(), opening());
    wire.silence();
    await expect(far.append(someStream(), opening())).rejects.toBeInstanceOf(OutcomeUnknown);
    await expect(all(far.load(someStream()))).rejects.toBeInstanceOf(LogUnavailable);
    wire.cut();
  });

  it('turns appends away when the connection stalls, survives its break, and knows of each what it can', async () => {
    const wire = await node.wire();
    const far = node.connect({ url: wire.url });
    await far.append(someStream(), opening());
    wire.silence();
    const { said } = wire;
    const note = { type: 'NoteWritten', data: { author: 'abe', text: 'x'.repeat(2_000), extra: null } } as const;
    const streams = Array.from({ length: 1_500 }, () => someStream('stalled'));
    const outcomes = Promise.allSettled(streams.map((stream) => far.append(stream, { ...opening(), events: [note] })));
    await until(() => Promise.resolve(wire.said > said));
    wire.cut();
    const settled = await outcomes;
    const again = someStream();
    await until(() => far.append(again, opening()).catch(() => null));

    const seen = { stored: 0, refused: 0, unknown: 0 };
    const batches = await all(log.readAll({ streamPrefixes: ['stalled-'] }));
    const found = new Set(batches.flatMap(({ events }) => events.map(({ stream }) => stream)));
    for (const [i, outcome] of settled.entries()) {
      const stored = found.has(streams[i] as string);
      seen.stored += Number(stored);
      if (outcome.status === 'fulfilled') expect(stored).toBe(true);
      else if (outcome.reason instanceof LogUnavailable) {
        expect(stored).toBe(false);
        seen.refused += 1;
      } else {
        expect(outcome.reason).toBeInstanceOf(OutcomeUnknown);
        seen.unknown += 1;
      }
    }
    expect(seen.refused).toBeGreaterThan(0);
    expect(seen.unknown).toBeGreaterThanOrEqual(seen.stored);
  });

  it('says so when there is no log', async () => {
    const nowhere = node.connect({ url: 'esdb://127.0.0.1:1?tls=false' });
    await expect(nowhere.append(someStream(), opening())).rejects.toBeInstanceOf(LogUnavailable);
    await expect(all(nowhere.load(someStream()))).rejects.toBeInstanceOf(LogUnavailable);
    await expect(nowhere.ping()).rejects.toBeInstanceOf(LogUnavailable);
    await expect(nowhere.head()).rejects.toBeInstanceOf(LogUnavailable);
    await expect(log.ping()).resolves.toBeUndefined();
  });
});
