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
export const asOf = async (tx: Tx, ...models: readonly string[]): Promise<AsOf> =>
  furthestBehind(await liveBookmarks(tx, models), models.length);

/** Of one model, with the version of its live tables; undefined: there are none yet. */
export async function asOfVersion(tx: Tx, model: string): Promise<{ known: AsOf; version: number | undefined }> {
  const bookmarks = await liveBookmarks(tx, [model]);
  return { known: furthestBehind(bookmarks, 1), version: bookmarks[0]?.version };
}

type LiveBookmark = Awaited<ReturnType<typeof liveBookmarks>>[number];

const liveBookmarks = (tx: Tx, models: readonly string[]) =>
  tx
    .selectFrom('read.bookmarks')
    .select(['version', 'position', 'recorded_at', 'updated_at', 'caught_up'])
    .where('live', '=', true)
    .where('model', 'in', models)
    .execute();

function furthestBehind(bookmarks: readonly LiveBookmark[], expected: number): AsOf {
  if (bookmarks.length < expected) return { position: '0', lagMs: null };
  const positions = bookmarks.map(({ position }) => BigInt(position ?? 0));
  const now = Date.now();
  const lags = bookmarks.map((bookmark) => lagMs(bookmark, now));
  return {
    position: String(positions.reduce((least, position) => (position < least ? position : least))),
    lagMs: lags.reduce<number | null>((most, lag) => (most === null || lag === null ? null : Math.max(most, lag)), 0),
  };
}
