// How far each read model has come. Written by the projector only, in the transaction that writes the rows.
import type { Generated } from 'kysely';

export interface BookmarkTable {
  model: string;
  /** The one readers see; at most one more is being built beside it. */
  live: boolean;
  version: number;
  /** $all commit position of the last event taken in; null: nothing yet */
  position: string | null;
  /** everything recorded up to this moment is in the rows */
  recorded_at: string | null;
  /** the model had taken in everything there was when this row was last written */
  caught_up: Generated<boolean>;
  /** last written, by a batch or a heartbeat */
  updated_at: string;
  /** why the model stands still; null while it runs */
  halted: string | null;
}

/** The projector writes a bookmark at least this often, also when nothing happens. */
export const heartbeatMs = 5_000;

/**
 * How old what readers see may be, in milliseconds: 0 while the projector is alive and has nothing before it; Infinity
 * (null in JSON) while the model has taken in nothing, and so cannot know.
 */
export function lagMs(
  bookmark: Pick<BookmarkTable, 'recorded_at' | 'updated_at'> & { readonly caught_up: boolean },
  now: number,
): number {
  const { recorded_at, updated_at, caught_up } = bookmark;
  if (recorded_at === null) return Infinity;
  if (!caught_up) return Math.max(0, now - Date.parse(recorded_at));
  const silent = now - Date.parse(updated_at);
  return silent <= 2 * heartbeatMs ? 0 : silent;
}
