// What an append may do, decided as EventStoreDB decides it: expected version first, idempotency by event id.
// Pure on purpose: every row of that table has a test of its own.

/** `bigint` is the revision the caller believes to be the last. */
export type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;

export interface StreamView {
  /** Last revision ever given in this stream, -1 before the first. */
  last: number;
  tombstoned: boolean;
  softDeleted: boolean;
  hasMetadata(): boolean;
  revisionOf(id: Uint8Array): number | undefined;
  hasIdAt(revision: number, id: Uint8Array): boolean;
}

export type Decision =
  | { decision: 'append' }
  /** All of it is there already, up to this revision. */
  | { decision: 'already-there'; revision: number }
  | { decision: 'wrong-version' }
  | { decision: 'stream-deleted' };

const APPEND: Decision = { decision: 'append' };
const WRONG_VERSION: Decision = { decision: 'wrong-version' };
const STREAM_DELETED: Decision = { decision: 'stream-deleted' };

export function decideAppend(stream: StreamView, expected: Expected, ids: readonly Uint8Array[]): Decision {
  if (stream.tombstoned) return STREAM_DELETED;
  if (expected === 'stream_exists') {
    if (stream.softDeleted) return STREAM_DELETED;
    if (stream.last < 0 && !stream.hasMetadata()) return WRONG_VERSION;
  }
  if (expected === 'any' || expected === 'stream_exists') return decideById(stream, ids);

  const last = expected === 'no_stream' ? -1n : expected;
  if (last > stream.last) return WRONG_VERSION;
  if (last === BigInt(stream.last)) return APPEND;
  return decideAtOlderRevision(stream, Number(last), expected === 'no_stream', ids);
}

function decideById(stream: StreamView, ids: readonly Uint8Array[]): Decision {
  let revision: number | undefined;
  for (const [index, id] of ids.entries()) {
    revision = stream.revisionOf(id);
    if (revision === undefined) return index === 0 ? APPEND : WRONG_VERSION;
  }
  return revision === undefined ? APPEND : { decision: 'already-there', revision };
}

function decideAtOlderRevision(
  stream: StreamView,
  last: number,
  noStream: boolean,
  ids: readonly Uint8Array[],
): Decision {
  for (const [index, id] of ids.entries()) {
    if (stream.hasIdAt(last + 1 + index, id)) continue;
    return index === 0 && noStream && stream.softDeleted ? APPEND : WRONG_VERSION;
  }
  return ids.length === 0 ? WRONG_VERSION : { decision: 'already-there', revision: last + ids.length };
}
