// How far each reaction has come. Written by the worker only, once everything up to there is enqueued.
export interface ReactionBookmarkTable {
  reaction: string;
  /** $all commit position of the last event reacted to; null: none yet */
  position: string | null;
  updated_at: string;
  /** why the reaction stands still; null while it runs */
  halted: string | null;
}
