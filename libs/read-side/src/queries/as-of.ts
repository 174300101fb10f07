// How far an answer has come. Read before the rows are, so that an answer never claims more than it shows.
import type { Tx } from '../database.js';
import { lagMs } from '../tables/bookmarks.js';

export interface AsOf {
  /** everything up to this $all position is in the answer */
  readonly position: string;
  /** how old the answer may be; null: the projector has not run yet */
  readonly lagMs: number | null;
}

/** Of several models, the one that is furthest behind. */
export async function asOf(tx: Tx, ...models: readonly string[]): Promise<AsOf> {
  const bookmarks = await tx
    .selectFrom('read.bookmarks')
    .select(['position', 'recorded_at', 'updated_at', 'caught_up'])
    .where('live', '=', true)
    .where('model', 'in', models)
    .execute();
  if (bookmarks.length < models.length) return { position: '0', lagMs: null };
  const positions = bookmarks.map(({ position }) => BigInt(position ?? 0));
  const now = Date.now();
  const lags = bookmarks.map((bookmark) => lagMs(bookmark, now));
  return {
    position: String(positions.reduce((least, position) => (position < least ? position : least))),
    lagMs: lags.reduce<number | null>((most, lag) => (most === null || lag === null ? null : Math.max(most, lag)), 0),
  };
}
