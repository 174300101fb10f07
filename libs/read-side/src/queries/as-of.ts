// How far an answer has come. Read before the rows are, so that an answer never claims more than it shows.
import type { Tx } from '../database.js';
import { lagMs } from '../tables/bookmarks.js';

export interface AsOf {
  /** everything up to this $all position is in the answer */
  readonly position: string;
  /** how old the answer may be; null: the projector has not run yet */
  readonly lagMs: number | null;
}

export async function asOf(tx: Tx, model: string): Promise<AsOf> {
  const bookmark = await tx
    .selectFrom('read.bookmarks')
    .select(['position', 'recorded_at', 'updated_at', 'caught_up'])
    .where('live', '=', true)
    .where('model', '=', model)
    .executeTakeFirst();
  return { position: bookmark?.position ?? '0', lagMs: bookmark === undefined ? null : lagMs(bookmark, Date.now()) };
}
