// Where tickets are counted: the smallest roll-up of the badge counts that knows the facts a question asks for.
import { sql, type RawBuilder } from 'kysely';
import type { Scope, ScopeClause } from '#access';
import type { Tx } from '../database.js';
import { badgeRollUps, rolledUpSince, type RollUp, type TicketFacets } from '../tables/ticket-list.js';
import { asOfVersion } from './as-of.js';
import { factColumns } from './scope.js';

/** From the fewest cells to the most. */
const rollUps = Object.keys(badgeRollUps) as RollUp[];

/** The facts a scope asks for, as columns. */
export const askedBy = (scope: Scope): (keyof TicketFacets | 'requester_id')[] =>
  scope === 'tenant'
    ? []
    : scope.flatMap((clause) => (Object.keys(clause) as (keyof ScopeClause)[]).map((fact) => factColumns[fact]));

/** Which roll-up tells tickets apart by all these columns; `rows` where none does. */
export const rollUpOf = (columns: readonly string[]): RollUp | 'rows' =>
  rollUps.find((name) => columns.every((column) => (badgeRollUps[name] as readonly string[]).includes(column))) ??
  'rows';

/** Something to select from: the facts badges ask for, and how many tickets share them. */
export type Counted = (source: RollUp | 'rows') => RawBuilder<unknown>;

/** Rows count one each, and have what a roll-up would have found out beforehand. */
const rows = sql`(select r.*, 1 as count,
  (state not in ('resolved', 'closed') and priority in ('high', 'critical')) as urgent,
  (assignee_id is null and group_id is null) as unassigned from read.ticket_list r)`;

/** `version`: of the live ticket-list; undefined: none has come to be. A version without roll-ups counts by its rows. */
export const countedIn =
  (version: number | undefined): Counted =>
  (source) =>
    source === 'rows' || (version !== undefined && version < rolledUpSince)
      ? rows
      : sql`(select * from read.ticket_badge_cells where roll_up = ${sql.lit(source)})`;

export const counted = async (tx: Tx): Promise<Counted> => countedIn((await asOfVersion(tx, 'ticket-list')).version);
