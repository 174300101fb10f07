// Bugs to plant: each is one the simulation must find. They sit between the product and what it is given, so that no line
// of it is changed for them.
import type { Ledger } from '#ledger';
import type { Parts } from './processes.js';
import type { Disobedience } from './tables.js';

export interface Plant extends Pick<Parts, 'ofWriter' | 'ofProjector'> {
  readonly database?: Disobedience;
}

/** The same log, with one of its ways replaced. */
const but = (ledger: Ledger, ways: Partial<Ledger>): Ledger => ({ ...ledger, ...ways });

export const plants: Readonly<Record<string, Plant>> = {
  'bookmark-outside-the-transaction': { database: { bookmarkOutside: true } },
  'two-projectors-without-compare-and-set': { database: { comparesNothing: true } },
  'append-with-any': {
    ofWriter: (ledger) =>
      but(ledger, {
        append: async (stream, append) => {
          for (;;) {
            const last = await ledger.last(stream);
            const any = last
              ? { expected: last.revision, prevHash: last.metadata.hash }
              : ({ expected: 'no-stream', prevHash: null } as const);
            try {
              return await ledger.append(stream, { ...append, ...any });
            } catch (error) {
              if (!(error instanceof Error) || error.constructor.name !== 'WrongVersion') throw error;
            }
          }
        },
      }),
  },
  'keys-only-in-the-cache': {
    // What a process did not append itself, it does not know by its key.
    ofWriter: (ledger) =>
      but(ledger, {
        load: async function* (stream, options) {
          for await (const event of ledger.load(stream, options))
            yield { ...event, metadata: { ...event.metadata, commandId: event.id } };
        },
      }),
  },
  'follower-restarts-one-further': {
    ofProjector: (ledger) =>
      but(ledger, {
        follow: ({ after, ...options }) => ledger.follow({ ...options, after: after === null ? null : after + 1n }),
      }),
  },
  'events-applied-twice': {
    ofProjector: (ledger, world) =>
      but(ledger, {
        follow: async function* (options) {
          for await (const batch of ledger.follow(options)) {
            const [first] = batch.events;
            const again = first && world.chance.is(0.01);
            yield again ? { ...batch, events: [first, ...batch.events] } : batch;
          }
        },
      }),
  },
};
