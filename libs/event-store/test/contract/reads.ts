import {
  BACKWARDS,
  binaryEvent,
  END,
  jsonEvent,
  START,
  StreamDeletedError,
  StreamNotFoundError,
} from '@eventstore/db-client';
import { collect, events, eventually, newStream, take, type StoreUnderTest } from './store-under-test.js';

export function reads(store: StoreUnderTest): void {
  const revisions = async (...args: Parameters<StoreUnderTest['client']['readStream']>) =>
    (await collect(store.client.readStream(...args))).map(({ event }) => Number(event?.revision));
  const filled = async (count: number): Promise<string> => {
    const stream = newStream();
    await store.client.appendToStream(stream, events(count));
    return stream;
  };

  describe('a stream', () => {
    it('is read forwards and backwards, from a revision, and as many as wanted', async () => {
      const stream = await filled(5);
      expect(await revisions(stream)).toEqual([0, 1, 2, 3, 4]);
      expect(await revisions(stream, { fromRevision: 3n })).toEqual([3, 4]);
      expect(await revisions(stream, { fromRevision: 1n, maxCount: 2 })).toEqual([1, 2]);
      expect(await revisions(stream, { direction: BACKWARDS, fromRevision: END })).toEqual([4, 3, 2, 1, 0]);
      expect(await revisions(stream, { direction: BACKWARDS, fromRevision: 2n })).toEqual([2, 1, 0]);
      expect(await revisions(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 1 })).toEqual([4]);
      expect(await revisions(stream, { fromRevision: 99n })).toEqual([]);
      expect(await revisions(stream, { direction: BACKWARDS, fromRevision: 99n, maxCount: 2 })).toEqual([4, 3]);
    });

    it('of thousands of events is read whole, in both directions', async () => {
      const stream = await filled(3000);
      const forwards = await revisions(stream);
      expect(forwards).toEqual(Array.from({ length: 3000 }, (_, n) => n));
      expect(await revisions(stream, { direction: BACKWARDS, fromRevision: END })).toEqual(forwards.toReversed());
    });

    it('that nobody wrote to is not found', async () => {
      const stream = newStream();
      await expect(revisions(stream)).rejects.toBeInstanceOf(StreamNotFoundError);
      await expect(revisions(stream, { direction: BACKWARDS, fromRevision: END })).rejects.toMatchObject({
        streamName: stream,
      });
    });

    it('that has metadata only is not found', async () => {
      const stream = newStream();
      await store.client.setStreamMetadata(stream, { maxCount: 3 });
      await expect(revisions(stream)).rejects.toBeInstanceOf(StreamNotFoundError);
    });
  });

  describe('$all', () => {
    it('always has a last event, also while others write', async () => {
      await store.client.appendToStream(newStream(), events(1));
      const stopped = new AbortController();
      const writers = Array.from({ length: 8 }, async () => {
        while (!stopped.signal.aborted) await store.client.appendToStream(newStream(), events(1));
      });
      const last = { direction: BACKWARDS, fromPosition: END, maxCount: 1 } as const;
      const found: number[] = [];
      for (let i = 0; i < 200; i += 1) found.push((await collect(store.client.readAll(last))).length);
      stopped.abort();
      await Promise.all(writers);
      expect(found).toEqual(found.map(() => 1));
    });

    it('has every event once, in the order of positions, and includes the position it starts from', async () => {
      const { position: fromPosition } = await store.client.appendToStream(newStream(), events(1));
      const streams = await Promise.all([filled(3), filled(3)]);
      const all = await collect(store.client.readAll({ fromPosition: fromPosition! }));
      expect(all[0]?.event?.position).toEqual(fromPosition);
      const mine = all.filter(({ event }) => streams.includes(event!.streamId));
      expect(mine).toHaveLength(6);
      const positions = mine.map(({ event }) => event!.position.commit);
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => (a < b ? -1 : 1)));
      const [first, second] = mine;
      const [again] = await collect(store.client.readAll({ fromPosition: second!.event!.position, maxCount: 1 }));
      expect(again?.event).toEqual(second?.event);
      expect(second!.event!.position.commit - first!.event!.position.commit).toBeGreaterThan(1n);
    });

    it('backwards starts with the newest, or with the event before a position', async () => {
      const stream = await filled(3);
      const [two, one, zero] = (await collect(store.client.readStream(stream))).toReversed();
      const newest = await collect(store.client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 5000 }));
      const mine = newest.filter(({ event }) => event?.streamId === stream).map(({ event }) => event?.id);
      expect(mine).toEqual([two, one, zero].map((read) => read?.event?.id));
      const before = await take(store.client.readAll({ direction: BACKWARDS, fromPosition: two!.event!.position! }), 1);
      expect(before[0]!.event!.position.commit).toBeLessThan(two!.event!.position!.commit);
      expect(await collect(store.client.readAll({ direction: BACKWARDS, fromPosition: START }))).toEqual([]);
    });

    it('still shows what stream limits and deletes hide', async () => {
      const stream = await filled(3);
      const [first] = await collect(store.client.readStream(stream));
      await store.client.setStreamMetadata(stream, { maxCount: 1 });
      await store.client.deleteStream(stream);
      const all = await collect(store.client.readAll({ fromPosition: first!.event!.position! }));
      expect(all.filter(({ event }) => event?.streamId === stream)).toHaveLength(3);
    });
  });

  describe('deletes', () => {
    it('hide a stream until it is appended to again', async () => {
      const stream = await filled(2);
      const { position } = await store.client.deleteStream(stream, { expectedRevision: 1n });
      expect(position!.commit).toBeGreaterThan(0n);
      await expect(revisions(stream)).rejects.toBeInstanceOf(StreamNotFoundError);
      await store.client.appendToStream(stream, events(1));
      expect(await revisions(stream)).toEqual([2]);
      expect(await revisions(stream, { direction: BACKWARDS, fromRevision: END })).toEqual([2]);
    });

    it.each(['deleteStream', 'tombstoneStream'] as const)('%s refuses a wrong revision and says so', async (remove) => {
      const stream = await filled(3);
      await expect(store.client[remove](stream, { expectedRevision: 1n })).rejects.toMatchObject({
        type: 'wrong-expected-version',
        streamName: stream,
        expectedVersion: 1n,
        actualVersion: 2n,
      });
      await expect(store.client[remove](stream, { expectedRevision: 'no_stream' })).rejects.toMatchObject({
        expectedVersion: -1n,
      });
      expect(await revisions(stream)).toEqual([0, 1, 2]);
    });

    it('refuse a stream that is not there', async () => {
      await expect(store.client.deleteStream(newStream())).rejects.toMatchObject({
        type: 'wrong-expected-version',
        actualVersion: 'no_stream',
      });
    });

    it('by tombstone are for ever: reads, appends and deletes say so', async () => {
      const stream = await filled(2);
      await store.client.tombstoneStream(stream, { expectedRevision: 1n });
      await expect(revisions(stream)).rejects.toBeInstanceOf(StreamDeletedError);
      await expect(store.client.deleteStream(stream)).rejects.toBeInstanceOf(StreamDeletedError);
      await expect(store.client.tombstoneStream(stream)).rejects.toMatchObject({ streamName: stream });
      await expect(collect(store.client.subscribeToStream(stream))).rejects.toBeInstanceOf(StreamDeletedError);
    });

    it('by tombstone reserve a name never used', async () => {
      const stream = newStream();
      await store.client.tombstoneStream(stream, { expectedRevision: 'no_stream' });
      await expect(store.client.appendToStream(stream, events(1))).rejects.toBeInstanceOf(StreamDeletedError);
    });
  });

  describe('metadata', () => {
    it('is what was set last, with everything in it', async () => {
      const stream = await filled(1);
      expect(await store.client.getStreamMetadata(stream)).toEqual({ streamName: stream });
      await store.client.setStreamMetadata(stream, { maxCount: 3 });
      await store.client.setStreamMetadata<{ owner: string }>(stream, { maxAge: 3600, owner: 'zoë' });
      expect((await store.client.getStreamMetadata(stream)).metadata).toEqual({ maxAge: 3600, owner: 'zoë' });
    });

    it('is expected at a revision like any stream', async () => {
      const stream = await filled(1);
      await store.client.setStreamMetadata(stream, { maxCount: 3 }, { expectedRevision: 'no_stream' });
      await expect(
        store.client.setStreamMetadata(stream, { maxCount: 4 }, { expectedRevision: 'no_stream' }),
      ).rejects.toMatchObject({ type: 'wrong-expected-version' });
    });

    it('shows only its newest event when read as a stream', async () => {
      const stream = await filled(1);
      await store.client.setStreamMetadata(stream, { maxCount: 3 });
      await store.client.setStreamMetadata(stream, { maxCount: 4 });
      expect(await revisions(`$$${stream}`)).toEqual([1]);
    });

    it('$maxCount shows the newest events only, in every way of reading', async () => {
      const stream = await filled(5);
      await store.client.setStreamMetadata(stream, { maxCount: 2 });
      expect(await revisions(stream)).toEqual([3, 4]);
      expect(await revisions(stream, { fromRevision: 1n, maxCount: 1 })).toEqual([3]);
      expect(await revisions(stream, { direction: BACKWARDS, fromRevision: END })).toEqual([4, 3]);
      expect(await revisions(stream, { direction: BACKWARDS, fromRevision: 1n })).toEqual([]);
      await store.client.appendToStream(stream, events(1));
      expect(await revisions(stream)).toEqual([4, 5]);
      const followed = await take(store.client.subscribeToStream(stream), 2);
      expect(followed.map(({ event }) => event?.revision)).toEqual([4n, 5n]);
    });

    it('$tb hides everything before it; a stream hidden whole is empty, not missing', async () => {
      const stream = await filled(4);
      await store.client.setStreamMetadata(stream, { truncateBefore: 2 });
      expect(await revisions(stream)).toEqual([2, 3]);
      await store.client.setStreamMetadata(stream, { truncateBefore: 4 });
      expect(await revisions(stream)).toEqual([]);
      await store.client.appendToStream(stream, events(1), { expectedRevision: 3n });
      expect(await revisions(stream)).toEqual([4]);
    });

    it('$maxAge hides what is older, and nothing younger', async () => {
      const stream = await filled(2);
      await store.client.setStreamMetadata(stream, { maxAge: 3600 });
      expect(await revisions(stream)).toEqual([0, 1]);
      await store.client.setStreamMetadata(stream, { maxAge: 1 });
      await eventually(
        () => revisions(stream),
        (visible) => visible.length === 0,
      );
      await store.client.setStreamMetadata(stream, { maxAge: 3600 });
      expect(await revisions(stream)).toEqual([0, 1]);
    });

    it('that makes no sense limits nothing', async () => {
      const stream = await filled(2);
      await store.client.appendToStream(`$$${stream}`, jsonEvent({ type: '$metadata', data: { $maxCount: 'two' } }));
      expect(await revisions(stream)).toEqual([0, 1]);
    });

    it('written to a deleted stream brings it back, empty', async () => {
      const stream = await filled(2);
      await store.client.deleteStream(stream);
      await store.client.setStreamMetadata(stream, { maxCount: 9 });
      expect(await revisions(stream)).toEqual([]);
      expect((await store.client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 9, truncateBefore: 2 });
    });
  });

  describe('links', () => {
    const link = (revision: number, stream: string) =>
      binaryEvent({ type: '$>', data: Buffer.from(`${revision}@${stream}`) });

    it('lead to their events when resolved, and are events themselves when not', async () => {
      const stream = await filled(2);
      const links = newStream();
      await store.client.appendToStream(links, [link(1, stream), link(0, stream)]);
      const plain = await collect(store.client.readStream(links));
      expect(plain.map(({ event }) => event?.type)).toEqual(['$>', '$>']);
      const resolved = await collect(store.client.readStream(links, { resolveLinkTos: true }));
      expect(resolved.map(({ event }) => [event?.streamId, Number(event?.revision)])).toEqual([
        [stream, 1],
        [stream, 0],
      ]);
      expect(resolved.map((read) => [read.link?.streamId, Number(read.link?.revision)])).toEqual([
        [links, 0],
        [links, 1],
      ]);
    });

    it('to events that cannot be seen come without an event', async () => {
      const stream = await filled(2);
      const links = newStream();
      await store.client.appendToStream(links, [link(0, stream), link(9, stream), link(0, newStream())]);
      await store.client.setStreamMetadata(stream, { truncateBefore: 1 });
      const resolved = await collect(store.client.readStream(links, { resolveLinkTos: true }));
      expect(resolved.map((read) => [read.event, Number(read.link?.revision)])).toEqual([
        [undefined, 0],
        [undefined, 1],
        [undefined, 2],
      ]);
    });

    it('of a category and of a type are made by the store', async () => {
      const stream = newStream();
      const type = `Type${stream}`;
      await store.client.appendToStream(
        stream,
        [0, 1].map((n) => jsonEvent({ type, data: { n } })),
      );
      for (const name of [`$ce-${stream.split('-')[0]}`, `$et-${type}`]) {
        const resolved = await eventually(
          () => collect(store.client.readStream(name, { resolveLinkTos: true })).catch(() => []),
          (read) => read.length === 2,
        );
        expect(resolved.map(({ event }) => [event?.streamId, Number(event?.revision)])).toEqual([
          [stream, 0],
          [stream, 1],
        ]);
        expect(resolved.map((read) => [read.link?.streamId, Number(read.link?.revision)])).toEqual([
          [name, 0],
          [name, 1],
        ]);
        const plain = await collect(store.client.readStream(name, { direction: BACKWARDS, fromRevision: END }));
        expect(plain.map(({ event }) => event?.type)).toEqual(['$>', '$>']);
        expect(Buffer.from(plain[0]!.event!.data as Uint8Array).toString()).toBe(`1@${stream}`);
      }
    });
  });
}
