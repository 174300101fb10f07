// Rebuilds of read models: ordered by anyone who may, carried out by the projector, told to everybody.
import type { Generated } from 'kysely';

export interface RebuildTable {
  model: string;
  /** programs that know an older version of the model leave it alone */
  at_least: number | null;
  ordered_at: string;
  /** null: whatever an earlier rebuild left is thrown away first */
  started_at: string | null;
  /** its tables are the live ones since */
  finished_at: string | null;
  /** given up; gone once the projector has cleared it away */
  discarded: Generated<boolean>;
  /** position of the log's last event when that was last looked at */
  goal: string | null;
  /** indexes that are made when the rows are there, as statements */
  postponed: Generated<string[]>;
  /** why it stands still until it is ordered again */
  error: string | null;
}
