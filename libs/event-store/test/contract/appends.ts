import { randomUUID } from 'node:crypto';
import {
  ANY,
  binaryEvent,
  BACKWARDS,
  DeadlineExceededError,
  END,
  jsonEvent,
  MaxAppendSizeExceededError,
  NO_STREAM,
  STREAM_EXISTS,
  StreamDeletedError,
  WrongExpectedVersionError,
  type AppendExpectedRevision,
} from '@eventstore/db-client';
import { collect, events, newStream, type Counted, type StoreUnderTest } from './store-under-test.js';

// The client appends in batches, unless the call carries credentials of its own: then it uses the older call.
const calls = [
  ['batch append', {}],
  ['append', { credentials: { username: 'admin', password: 'changeit' } }],
] as const;

const MEBIBYTE = 1024 * 1024;

export function appends(store: StoreUnderTest): void {
  describe.each(calls)('%s', (_name, options) => {
    const append = (stream: string, added: ReturnType<typeof events>, expectedRevision: AppendExpectedRevision) =>
      store.client.appendToStream(stream, added, { expectedRevision, ...options });
    const numbers = async (stream: string) =>
      (await collect(store.client.readStream(stream))).map(({ event }) => (event!.data as { n: number }).n);

    it('gives revisions from 0 without a gap, and the position reads give', async () => {
      const stream = newStream();
      const first = await append(stream, events(3), NO_STREAM);
      const second = await append(stream, events(1, 3), 2n);
      expect([first.nextExpectedRevision, second.nextExpectedRevision]).toEqual([2n, 3n]);
      const read = await collect(store.client.readStream(stream));
      expect(read.map(({ event }) => event?.revision)).toEqual([0n, 1n, 2n, 3n]);
      expect(first.position).toEqual(read[2]?.event?.position);
      expect(second.position).toEqual(read[3]?.event?.position);
      expect(second.position!.commit).toBeGreaterThan(first.position!.commit);
    });

    it('keeps what it was given, byte for byte', async () => {
      const stream = `${newStream()} Ωmega/ünï?`;
      const json = jsonEvent({ type: 'Grüße', data: { text: 'naïve 🎫 "quoted"' }, metadata: { $causationId: 'ж' } });
      const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
      const binary = binaryEvent({ type: 'Bytes', data: bytes, metadata: bytes });
      const before = Date.now();
      await store.client.appendToStream(stream, [json, binary], options);
      const [first, second] = (await collect(store.client.readStream(stream))).map(({ event }) => event);
      expect(first).toMatchObject({ id: json.id, type: json.type, streamId: stream, isJson: true });
      expect([first?.data, first?.metadata]).toEqual([json.data, json.metadata]);
      expect(Math.abs(first!.created.getTime() - before)).toBeLessThan(3_600_000);
      expect(second).toMatchObject({ id: binary.id, isJson: false });
      expect([...(second!.data as Uint8Array)]).toEqual([...bytes]);
      expect([...(second!.metadata as Uint8Array)]).toEqual([...bytes]);
    });

    it.each([
      ['no_stream', NO_STREAM, 1n],
      ['an older revision', 0n, 1n],
      ['a revision to come', 5n, 1n],
    ] as const)('refuses %s when the stream is elsewhere, and says where', async (_case, expectedRevision, actual) => {
      const stream = newStream();
      await append(stream, events(2), NO_STREAM);
      const refused = append(stream, events(1), expectedRevision);
      await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError);
      await expect(refused).rejects.toMatchObject({
        streamName: stream,
        expectedVersion: expectedRevision,
        actualVersion: actual,
      });
      expect(await numbers(stream)).toEqual([0, 1]);
    });

    it.each([STREAM_EXISTS, 0n] as const)('refuses %s for a stream that is not there', async (expectedRevision) => {
      const refused = append(newStream(), events(1), expectedRevision);
      await expect(refused).rejects.toMatchObject({
        type: 'wrong-expected-version',
        actualVersion: NO_STREAM,
        expectedVersion: expectedRevision,
      });
    });

    it('takes a stream with metadata only as existing', async () => {
      const stream = newStream();
      await store.client.setStreamMetadata(stream, { maxCount: 5 });
      expect((await append(stream, events(1), STREAM_EXISTS)).nextExpectedRevision).toBe(0n);
    });

    it('takes no events as a question about the version', async () => {
      const stream = newStream();
      await append(stream, events(2), NO_STREAM);
      expect((await append(stream, [], ANY)).nextExpectedRevision).toBe(1n);
      await expect(append(stream, [], NO_STREAM)).rejects.toBeInstanceOf(WrongExpectedVersionError);
    });

    describe('sent again', () => {
      it.each([
        ['any', ANY],
        ['stream_exists', STREAM_EXISTS],
      ] as const)('%s: known ids are the same append, wherever the stream is now', async (_case, expected) => {
        const stream = newStream();
        const added = events(3);
        const first = await append(stream, added, NO_STREAM);
        await append(stream, events(2, 3), ANY);
        const again = await append(stream, added, expected);
        expect(again.nextExpectedRevision).toBe(2n);
        expect(again.position).toEqual(first.position);
        expect(await numbers(stream)).toEqual([0, 1, 2, 3, 4]);
      });

      it.each([
        ['any', ANY],
        ['stream_exists', STREAM_EXISTS],
      ] as const)('%s: an unknown first id is a new append, even before a known one', async (_case, expected) => {
        const stream = newStream();
        const [known] = events(1);
        await append(stream, [known!], NO_STREAM);
        expect((await append(stream, [...events(1, 1), known!], expected)).nextExpectedRevision).toBe(2n);
        expect(await numbers(stream)).toEqual([0, 1, 0]);
      });

      it.each([
        ['any', ANY],
        ['stream_exists', STREAM_EXISTS],
      ] as const)('%s: a known first id and an unknown later one are refused whole', async (_case, expected) => {
        const stream = newStream();
        const added = events(2);
        await append(stream, added, NO_STREAM);
        await expect(append(stream, [...added, ...events(1, 2)], expected)).rejects.toBeInstanceOf(
          WrongExpectedVersionError,
        );
        expect(await numbers(stream)).toEqual([0, 1]);
      });

      it('an id known in another stream is new here', async () => {
        const added = events(1);
        await append(newStream(), added, NO_STREAM);
        expect((await append(newStream(), added, ANY)).nextExpectedRevision).toBe(0n);
      });

      it('an older revision with the same ids at their places is the same append', async () => {
        const stream = newStream();
        await append(stream, events(2), NO_STREAM);
        const added = events(2, 2);
        const first = await append(stream, added, 1n);
        await append(stream, events(1, 4), 3n);
        const again = await append(stream, added, 1n);
        expect([again.nextExpectedRevision, again.position]).toEqual([3n, first.position]);
        expect(await numbers(stream)).toEqual([0, 1, 2, 3, 4]);
      });

      it.each([
        ['an id at another place', (added: ReturnType<typeof events>) => added.toReversed()],
        ['one event too many', (added: ReturnType<typeof events>) => [...added, ...events(1, 9)]],
      ])('an older revision with %s is refused', async (_case, change) => {
        const stream = newStream();
        const added = events(2);
        await append(stream, added, NO_STREAM);
        await expect(append(stream, change(added), NO_STREAM)).rejects.toBeInstanceOf(WrongExpectedVersionError);
        expect(await numbers(stream)).toEqual([0, 1]);
      });

      it('the current revision appends, whatever the ids', async () => {
        const stream = newStream();
        const added = events(1);
        await append(stream, added, NO_STREAM);
        expect((await append(stream, added, 0n)).nextExpectedRevision).toBe(1n);
        expect(await numbers(stream)).toEqual([0, 0]);
      });
    });

    it.each([ANY, NO_STREAM, STREAM_EXISTS, 0n] as const)(
      'refuses %s on a tombstoned stream as deleted',
      async (expectedRevision) => {
        const stream = newStream();
        const added = events(1);
        await append(stream, added, NO_STREAM);
        await store.client.tombstoneStream(stream);
        const refused = append(stream, added, expectedRevision);
        await expect(refused).rejects.toBeInstanceOf(StreamDeletedError);
        await expect(refused).rejects.toMatchObject({ streamName: stream });
      },
    );

    it('refuses stream_exists on a deleted stream as deleted', async () => {
      const stream = newStream();
      await append(stream, events(1), NO_STREAM);
      await store.client.deleteStream(stream);
      await expect(append(stream, events(1), STREAM_EXISTS)).rejects.toBeInstanceOf(StreamDeletedError);
    });

    it.each([
      ['no_stream', NO_STREAM],
      ['any', ANY],
      ['the last revision', 1n],
    ] as const)('goes on after a delete with %s, and hides what was before', async (_case, expectedRevision) => {
      const stream = newStream();
      await append(stream, events(2), NO_STREAM);
      await store.client.deleteStream(stream);
      expect((await append(stream, events(2, 2), expectedRevision)).nextExpectedRevision).toBe(3n);
      const read = await collect(store.client.readStream(stream));
      expect(read.map(({ event }) => event?.revision)).toEqual([2n, 3n]);
      expect((await store.client.getStreamMetadata(stream)).metadata).toMatchObject({ truncateBefore: 2 });
    });

    it('refuses an append that is too big, and serves the next one', async () => {
      const stream = newStream();
      const half = 'x'.repeat(0.6 * MEBIBYTE);
      const tooBig = [1, 2].map((n) => jsonEvent<Counted>({ type: 'Counted', data: { n, text: half } }));
      const refused = append(stream, tooBig, ANY);
      await expect(refused).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
      await expect(refused).rejects.toMatchObject({ maxAppendSize: MEBIBYTE });
      expect((await append(stream, events(1), NO_STREAM)).nextExpectedRevision).toBe(0n);
    });

    it('stores one append whole and in order, with nothing between, under many writers', async () => {
      const streams = Array.from({ length: 24 }, newStream);
      const head = (await collect(store.client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 })))[0]!;
      await Promise.all(streams.map((stream) => append(stream, events(20), NO_STREAM)));
      const all = await collect(store.client.readAll({ fromPosition: head.event!.position }));
      const ours = all.map(({ event }) => event?.streamId ?? '').filter((stream) => streams.includes(stream));
      expect(ours).toHaveLength(480);
      for (let start = 0; start < ours.length; start += 20) {
        expect(new Set(ours.slice(start, start + 20)).size).toBe(1);
      }
    });

    it('gives one winner to many appends at the same revision', async () => {
      const stream = newStream();
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, n) => append(stream, events(2, n), NO_STREAM)),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await numbers(stream)).toHaveLength(2);
    });

    it('answers an append whose deadline passes', async () => {
      const late = store.client.appendToStream(newStream(), events(30_000), { ...options, deadline: 1 });
      await expect(late).rejects.toBeInstanceOf(DeadlineExceededError);
    });
  });

  it('answers every one of many appends of every kind on one connection', async () => {
    const kinds = await Promise.allSettled(
      Array.from({ length: 300 }, (_, n) => {
        const stream = newStream();
        if (n % 3 === 0) return store.client.appendToStream(stream, events(1), { expectedRevision: 7n });
        return store.client.appendToStream(stream, events((n % 5) + 1), { expectedRevision: NO_STREAM });
      }),
    );
    expect(kinds.filter(({ status }) => status === 'rejected')).toHaveLength(100);
  });

  it('takes an append in several chunks', async () => {
    const stream = newStream();
    const added = events(200);
    await store.client.appendToStream(stream, added, { expectedRevision: NO_STREAM, batchAppendSize: 500 });
    const read = await collect(store.client.readStream(stream));
    expect(read.map(({ event }) => event?.id)).toEqual(added.map(({ id }) => id));
  });

  it('keeps streams with long names apart', async () => {
    const name = `${newStream()}${'n'.repeat(3000)}`;
    const other = `${name}${randomUUID()}`;
    await store.client.appendToStream(name, events(1), { expectedRevision: NO_STREAM });
    await store.client.appendToStream(other, events(2), { expectedRevision: NO_STREAM });
    expect(await collect(store.client.readStream(name))).toHaveLength(1);
    expect((await collect(store.client.readStream(other)))[0]?.event?.streamId).toBe(other);
  });
}
