import {
  END,
  eventTypeFilter,
  excludeSystemEvents,
  jsonEvent,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type Position,
} from '@eventstore/db-client';
import { collect, events, eventually, newStream, take, takeUntil, type StoreUnderTest } from './store-under-test.js';

const once = (source: { once(event: string, listener: () => void): unknown }, event: string): Promise<void> =>
  new Promise((resolve) => source.once(event, () => resolve()));

export function subscriptions(store: StoreUnderTest): void {
  describe('to a stream', () => {
    it('delivers what is there, then what comes, each once', async () => {
      const stream = newStream();
      await store.client.appendToStream(stream, events(3));
      const subscription = store.client.subscribeToStream(stream);
      const caughtUp = once(subscription, 'caughtUp');
      const following = take(subscription, 6);
      await caughtUp;
      await store.client.appendToStream(stream, events(3));
      expect((await following).map(({ event }) => event?.revision)).toEqual([0n, 1n, 2n, 3n, 4n, 5n]);
    });

    it('starts after the revision it names, or with what is new', async () => {
      const stream = newStream();
      await store.client.appendToStream(stream, events(4));
      const after = await take(store.client.subscribeToStream(stream, { fromRevision: 1n }), 2);
      expect(after.map(({ event }) => event?.revision)).toEqual([2n, 3n]);
      const live = store.client.subscribeToStream(stream, { fromRevision: END });
      const caughtUp = once(live, 'caughtUp');
      const following = take(live, 1);
      await caughtUp;
      await store.client.appendToStream(stream, events(1));
      expect((await following)[0]?.event?.revision).toBe(4n);
    });

    it('waits for a stream that is not there yet, and for one that comes back', async () => {
      const stream = newStream();
      const subscription = store.client.subscribeToStream(stream);
      const revisions: bigint[] = [];
      const received = (count: number) =>
        eventually(
          async () => revisions.length,
          (length) => length === count,
        );
      subscription.on('data', ({ event }) => revisions.push(event!.revision));
      await once(subscription, 'caughtUp');
      await store.client.appendToStream(stream, events(1));
      await received(1);
      await store.client.deleteStream(stream);
      await store.client.appendToStream(stream, events(1));
      await received(2);
      await subscription.unsubscribe();
      expect(revisions).toEqual([0n, 1n]);
    });

    it('resolves the links of a category', async () => {
      const stream = newStream();
      const subscription = store.client.subscribeToStream(`$ce-${stream.split('-')[0]}`, { resolveLinkTos: true });
      const following = take(subscription, 2);
      await store.client.appendToStream(stream, events(2));
      expect((await following).map(({ event }) => [event?.streamId, event?.revision])).toEqual([
        [stream, 0n],
        [stream, 1n],
      ]);
    });
  });

  describe('to $all', () => {
    it('starts after the position it names', async () => {
      const stream = newStream();
      const { position } = await store.client.appendToStream(stream, events(1));
      await store.client.appendToStream(stream, events(1));
      const filter = streamNameFilter({ prefixes: [stream] });
      const [next] = await take(store.client.subscribeToAll({ fromPosition: position!, filter }), 1);
      expect(next?.event?.revision).toBe(1n);
    });

    it('from the end delivers what is new only', async () => {
      const stream = newStream();
      await store.client.appendToStream(stream, events(1));
      const filter = streamNameFilter({ prefixes: [stream] });
      const subscription = store.client.subscribeToAll({ fromPosition: END, filter });
      const caughtUp = once(subscription, 'caughtUp');
      const following = take(subscription, 1);
      await caughtUp;
      await store.client.appendToStream(stream, events(1));
      expect((await following)[0]?.event?.revision).toBe(1n);
    });
  });

  describe('filtered', () => {
    const fill = async (): Promise<{ tag: string; from: Position }> => {
      const tag = newStream().replace('-', '');
      const { position } = await store.client.appendToStream(newStream(), events(1));
      for (const [stream, type] of [
        [`${tag}-a`, `${tag}Opened`],
        [`other-${tag}`, `${tag}Closed`],
        [`${tag}-b`, `Other${tag}`],
      ] as const) {
        await store.client.appendToStream(stream, jsonEvent({ type, data: {} }));
      }
      await store.client.appendToStream(`${tag}-end`, jsonEvent({ type: `${tag}End`, data: {} }));
      return { tag, from: position! };
    };

    it.each([
      ['stream prefixes', (tag: string) => streamNameFilter({ prefixes: [`${tag}-`] }), ['a', 'b', 'end']],
      ['several prefixes', (tag: string) => streamNameFilter({ prefixes: [`${tag}-b`, `${tag}-e`] }), ['b', 'end']],
      ['a stream expression', (tag: string) => streamNameFilter({ regex: `^${tag}-[b-z]` }), ['b', 'end']],
      ['type prefixes', (tag: string) => eventTypeFilter({ prefixes: [tag] }), ['a', 'other', 'end']],
      ['a type expression', (tag: string) => eventTypeFilter({ regex: `${tag}(Closed|End)$` }), ['other', 'end']],
    ])('by %s delivers those events', async (_case, filterFor, expected) => {
      const { tag, from } = await fill();
      const subscription = store.client.subscribeToAll({ fromPosition: from, filter: filterFor(tag) });
      const taken = await takeUntil(subscription, (found) => found.at(-1)?.event?.type === `${tag}End`);
      const names = taken.map(({ event }) => event!.streamId.replace(`${tag}-`, '').replace(`-${tag}`, ''));
      expect(names).toEqual(expected);
    });

    it('leaves out system events', async () => {
      const { tag, from } = await fill();
      await store.client.setStreamMetadata(`${tag}-a`, { maxCount: 7 });
      await store.client.appendToStream(`${tag}-end`, jsonEvent({ type: `${tag}End`, data: {} }));
      const subscription = store.client.subscribeToAll({ fromPosition: from, filter: excludeSystemEvents() });
      const taken = await takeUntil(
        subscription,
        (found) => found.filter(({ event }) => event?.type === `${tag}End`).length === 2,
      );
      expect(taken.filter(({ event }) => event?.type.startsWith('$'))).toEqual([]);
    });

    it('tells checkpoints at its interval that never pass an event not delivered', async () => {
      const stream = newStream();
      const { position: from } = await store.client.appendToStream(newStream(), events(1));
      for (let n = 0; n < 12; n += 1) {
        await store.client.appendToStream(newStream(), events(25));
        await store.client.appendToStream(stream, events(3, n * 3));
      }
      const delivered: bigint[] = [];
      const checkpoints: { position: Position; delivered: number }[] = [];
      const subscription = store.client.subscribeToAll({
        fromPosition: from!,
        filter: streamNameFilter({
          prefixes: [stream],
          maxSearchWindow: 16,
          checkpointInterval: 2,
          checkpointReached: async (_subscription, position) => {
            checkpoints.push({ position, delivered: delivered.length });
          },
        }),
      });
      subscription.on('data', ({ event }: AllStreamResolvedEvent) => delivered.push(event!.position.commit));
      await once(subscription, 'caughtUp');
      await subscription.unsubscribe();

      expect(delivered).toHaveLength(36);
      // 336 events were considered, every 32 of them ends with a checkpoint.
      expect(checkpoints.length).toBeGreaterThanOrEqual(5);
      const expected = delivered.length;
      for (const checkpoint of checkpoints) {
        const passed = delivered.filter((position) => position <= checkpoint.position.commit).length;
        expect(passed).toBeLessThanOrEqual(checkpoint.delivered);
        const rest = expected - passed;
        if (rest === 0) continue;
        const resumed = store.client.subscribeToAll({
          fromPosition: checkpoint.position,
          filter: streamNameFilter({ prefixes: [stream] }),
        });
        const taken = await take(resumed, rest);
        expect(taken.map(({ event }) => event!.position.commit)).toEqual(delivered.slice(passed));
      }
    });

    it('refuses an expression that is none', async () => {
      const filter = streamNameFilter({ regex: '(' });
      await expect(collect(store.client.subscribeToAll({ filter }))).rejects.toThrow();
    });
  });

  describe('beside busy writers [I6]', () => {
    const identity = ({ event }: AllStreamResolvedEvent): string => `${event!.streamId}@${event!.revision}`;

    /** Sixteen writers, each with a stream of its own, busy until stopped; then one last event ends what they wrote. */
    const startWriters = async () => {
      const tag = newStream().replace('-', '');
      const { position } = await store.client.appendToStream(newStream(), events(1));
      const written: string[] = [];
      const stopped = new AbortController();
      const writing = Promise.all(
        Array.from({ length: 16 }, async (_, writer) => {
          for (let n = 0; !stopped.signal.aborted; n += 1) {
            const { nextExpectedRevision } = await store.client.appendToStream(`${tag}-${writer}`, events(1, n));
            written.push(`${tag}-${writer}@${nextExpectedRevision}`);
          }
        }),
      );
      return {
        from: position!,
        filter: streamNameFilter({ prefixes: [`${tag}-`] }),
        isMine: ({ event }: AllStreamResolvedEvent): boolean => event!.streamId.startsWith(`${tag}-`),
        isLast: ({ event }: AllStreamResolvedEvent): boolean => event?.streamId === `${tag}-last`,
        /** Resolves when this many more appends are acknowledged. */
        more: async (count: number) => {
          const before = written.length;
          await eventually(
            async () => written.length,
            (now) => now >= before + count,
          );
        },
        /** Resolves to the identities of all acknowledged events. */
        stop: async (): Promise<string[]> => {
          stopped.abort();
          await writing;
          await store.client.appendToStream(`${tag}-last`, events(1));
          return [...written, `${tag}-last@0`];
        },
      };
    };

    it('followers that start among them see every event once, in the order of the log', async () => {
      const writers = await startWriters();
      await writers.more(200);
      const { filter, from, isLast } = writers;
      const followers = Array.from({ length: 3 }, () =>
        takeUntil(store.client.subscribeToAll({ fromPosition: from, filter }), (found) => isLast(found.at(-1)!)),
      );
      await writers.more(400);
      const written = await writers.stop();
      const log = (await collect(store.client.readAll({ fromPosition: from }))).filter(writers.isMine).map(identity);
      expect(log.toSorted()).toEqual(written.toSorted());
      for (const follower of followers) expect((await follower).map(identity)).toEqual(log);
    });

    it('a follower that stops and resumes after its last event misses none', async () => {
      const writers = await startWriters();
      const { filter, isLast } = writers;
      const seen: AllStreamResolvedEvent[] = [];
      const follow = async (): Promise<void> => {
        let bookmark: Position = writers.from;
        while (!seen.some(isLast)) {
          const some: AllStreamResolvedEvent[] = await takeUntil(
            store.client.subscribeToAll({ fromPosition: bookmark, filter }),
            (found) => found.length === 37 || isLast(found.at(-1)!),
          );
          seen.push(...some);
          bookmark = some.at(-1)!.event!.position;
        }
      };
      const following = follow();
      await writers.more(400);
      const written = await writers.stop();
      await following;
      expect(seen.map(identity).toSorted()).toEqual(written.toSorted());
    });

    // This one shows that the tests above can fail: the same writers, and a cursor with a gap in it.
    it('the naive follower, which reads to the end and then subscribes to what is new, misses events', async () => {
      const writers = await startWriters();
      await writers.more(100);
      const read = (await collect(store.client.readAll({ fromPosition: writers.from }))).filter(writers.isMine);
      await writers.more(32); // the hand-over takes a moment, and writers do not wait for it
      const live = store.client.subscribeToAll({ fromPosition: END, filter: writers.filter });
      const heard = takeUntil(live, (found) => writers.isLast(found.at(-1)!));
      await once(live, 'caughtUp');
      await writers.more(100);
      const written = await writers.stop();
      const seen = new Set([...read, ...(await heard)].map(identity));
      expect(written.filter((event) => !seen.has(event)).length).toBeGreaterThan(0);
    });
  });

  it('that is read slowly gets everything, in order, however far it falls behind', async () => {
    const stream = newStream();
    const text = 'x'.repeat(20_000);
    const subscription = store.client.subscribeToStream(stream);
    await once(subscription, 'confirmation');
    // Nobody reads it while 20 MB go by.
    for (let n = 0; n < 1000; n += 25) {
      const batch = Array.from({ length: 25 }, (_, i) => jsonEvent({ type: 'Counted', data: { n: n + i, text } }));
      await store.client.appendToStream(stream, batch);
    }
    const taken = await take(subscription, 1000);
    expect(taken.map(({ event }) => (event!.data as { n: number }).n)).toEqual(
      Array.from({ length: 1000 }, (_, n) => n),
    );
  });
}
