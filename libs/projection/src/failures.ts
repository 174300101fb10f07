// Which failures pass by themselves, and which would come again for ever: a model that meets one of those stands still
// and says why, while the others go on. Nothing is ever skipped.
import { BookmarkBeyondHead, UnreadableEvent, WrongMasterKey } from '#event-store';
import { DatabaseError } from 'pg';
import { RowsAstray } from './batch-sql.js';
import type { LogEvent } from './row-model.js';

/** Another projector moved the bookmark meanwhile. Nothing was written. */
export class Overtaken extends Error {
  constructor(model: string) {
    super(`another projector moved the bookmark of ${model}`);
  }
}

/** What stands in the tables was made by another version of the model. */
export class OtherVersion extends Error {
  constructor(
    model: string,
    readonly stored: number,
    readonly own: number,
  ) {
    super(`the rows of ${model} are of version ${stored}, this program writes version ${own}: rebuild it`);
  }
}

/** One event that cannot be taken in, whoever tries. */
export class PoisonEvent extends Error {
  constructor({ type, stream, revision, position }: LogEvent, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`${type} at revision ${revision} of ${stream}, position ${position}: ${why}`, { cause });
  }
}

/** The fold itself threw. */
export class FoldFailed extends Error {}

/** SQLSTATE classes that say something about what was asked, not about the server's day; `LD` is raised by us. */
const lasting = new Set(['0A', '21', '22', '23', '42', '44', 'LD']);

export const isLasting = (error: unknown): boolean =>
  error instanceof FoldFailed ||
  error instanceof PoisonEvent ||
  error instanceof RowsAstray ||
  error instanceof OtherVersion ||
  error instanceof UnreadableEvent ||
  error instanceof BookmarkBeyondHead ||
  error instanceof WrongMasterKey ||
  (error instanceof DatabaseError && lasting.has(error.code?.slice(0, 2) ?? ''));

/** The model's own code, so that its failures are told from those of servers. */
export function folding<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new FoldFailed(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
