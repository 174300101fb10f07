import { decideAppend, type Decision, type Expected, type StreamView } from './append-rules.js';

const id = (name: string): Uint8Array => Buffer.from(name.padEnd(16));

/** A stream that holds these ids, from revision 0 on. */
function holding(ids: string[], more: Partial<StreamView> = {}): StreamView {
  return {
    last: ids.length - 1,
    tombstoned: false,
    softDeleted: false,
    hasMetadata: () => false,
    revisionOf: (wanted) => {
      const revision = ids.findIndex((held) => Buffer.compare(id(held), wanted) === 0);
      return revision < 0 ? undefined : revision;
    },
    hasIdAt: (revision, wanted) => ids[revision] !== undefined && Buffer.compare(id(ids[revision]), wanted) === 0,
    ...more,
  };
}

const append: Decision = { decision: 'append' };
const wrongVersion: Decision = { decision: 'wrong-version' };
const deleted: Decision = { decision: 'stream-deleted' };
const alreadyThere = (revision: number): Decision => ({ decision: 'already-there', revision });

describe('an append is decided as EventStoreDB decides it', () => {
  const none = holding([]);
  const abc = holding(['a', 'b', 'c']);
  const soft = holding(['a', 'b'], { softDeleted: true });
  const gone = holding(['a'], { tombstoned: true });
  const metadataOnly = holding([], { hasMetadata: () => true });

  const rows: [stream: string, StreamView, Expected, ids: string[], Decision][] = [
    ['tombstoned', gone, 'any', ['x'], deleted],
    ['tombstoned, known id', gone, 0n, ['a'], deleted],

    ['absent', none, 'any', ['x'], append],
    ['absent', none, 'no_stream', ['x'], append],
    ['absent', none, 'stream_exists', ['x'], wrongVersion],
    ['metadata only', metadataOnly, 'stream_exists', ['x'], append],
    ['absent', none, 0n, ['x'], wrongVersion],

    ['there', abc, 'any', ['x', 'y'], append],
    ['there, first unknown and later known', abc, 'any', ['x', 'a'], append],
    ['there, all known', abc, 'any', ['a', 'b'], alreadyThere(1)],
    ['there, all known in another order', abc, 'any', ['b', 'a'], alreadyThere(0)],
    ['there, first known and later unknown', abc, 'any', ['c', 'x'], wrongVersion],
    ['there, all known', abc, 'stream_exists', ['b', 'c'], alreadyThere(2)],
    ['there, first known and later unknown', abc, 'stream_exists', ['c', 'x'], wrongVersion],
    ['there, no events', abc, 'any', [], append],

    ['there', abc, 2n, ['x'], append],
    ['there, known id at the current revision', abc, 2n, ['a'], append],
    ['there', abc, 3n, ['x'], wrongVersion],
    ['there', abc, 2n ** 64n - 1n, ['x'], wrongVersion],
    ['there', abc, 1n, ['x'], wrongVersion],
    ['there, same id at the same place', abc, 1n, ['c'], alreadyThere(2)],
    ['there, all ids at their places', abc, 0n, ['b', 'c'], alreadyThere(2)],
    ['there, a part of what followed', abc, 0n, ['b'], alreadyThere(1)],
    ['there, ids at other places', abc, 0n, ['c', 'b'], wrongVersion],
    ['there, more than what followed', abc, 1n, ['c', 'x'], wrongVersion],
    ['there', abc, 'no_stream', ['x'], wrongVersion],
    ['there, all from the start', abc, 'no_stream', ['a', 'b', 'c'], alreadyThere(2)],
    ['there, no events', abc, 1n, [], wrongVersion],

    ['soft-deleted', soft, 'no_stream', ['x'], append],
    ['soft-deleted', soft, 'any', ['x'], append],
    ['soft-deleted', soft, 1n, ['x'], append],
    ['soft-deleted', soft, 0n, ['x'], wrongVersion],
    ['soft-deleted', soft, 'stream_exists', ['x'], deleted],
    ['soft-deleted, sent again', soft, 'no_stream', ['a', 'b'], alreadyThere(1)],
    ['soft-deleted, first known and later unknown', soft, 'no_stream', ['a', 'x'], wrongVersion],
  ];

  it.each(rows)('%s · expected %#', (_stream, view, expected, ids, decision) => {
    expect(decideAppend(view, expected, ids.map(id))).toEqual(decision);
  });
});
