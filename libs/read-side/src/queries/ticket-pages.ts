// Whole tickets by numbered pages, newest first, with how many there are. The total comes from the counters; the rows of
// the pages before are passed over by their keys, which is why pages end at some depth.
import type { Actor } from '#access';
import type { State, TicketPolicy } from '#policy';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import type { Database, Tx } from '../database.js';
import { countStates } from './count-tickets.js';
import { all, facet, oneOf, scopeRanges } from './scope.js';
import { detailSelection, itemColumns, itemNames, readerOf, toDetail, type TicketDetail } from './ticket-item.js';
import { DATABASE } from './tokens.js';

/** A page ends no further than this many tickets from the newest. */
export const deepestTicket = 10_000;

export interface TicketPageAsked {
  /** from 1 */
  readonly page: number;
  readonly pageSize: number;
  /** every state when absent */
  readonly states?: readonly State[];
}

export interface NumberedTickets {
  readonly items: readonly TicketDetail[];
  readonly total: number;
  readonly more: boolean;
}

export async function ticketPages(
  tx: Tx,
  actor: Actor,
  { page, pageSize, states }: TicketPageAsked,
  policy: TicketPolicy,
): Promise<NumberedTickets> {
  const counts = await countStates(tx, actor);
  const total = Object.entries(counts).reduce(
    (sum, [state, count]) => (states && !states.includes(state as State) ? sum : sum + count),
    0,
  );
  const before = (page - 1) * pageSize;
  const ids = await newest(tx, actor, before, pageSize + 1, states);
  const rows = await tx
    .selectFrom('read.ticket_list as t')
    .where('t.tenant', '=', actor.tenant)
    .where('t.id', 'in', [...ids.slice(0, pageSize), nobody])
    .select([...itemColumns, ...detailSelection.columns].map((name) => `t.${name}` as const))
    .select([...itemNames, ...detailSelection.names])
    .orderBy('t.created_at', 'desc')
    .orderBy('t.id', 'desc')
    .execute();
  const reader = await readerOf(tx, actor, policy, rows);
  return { items: rows.map((row) => toDetail(row, reader)), total, more: ids.length > pageSize };
}

/** `in ()` is no SQL, and no ticket has this id. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Ids in the order of the index on creation; each range of the scope is read only as far as the page lies. */
async function newest(
  tx: Tx,
  actor: Actor,
  before: number,
  limit: number,
  states: readonly State[] | undefined,
): Promise<string[]> {
  const wanted = states ? [oneOf(facet('t', 'state'), states)] : [];
  const ranges = scopeRanges(actor.scope, 't').map((range) =>
    tx
      .selectFrom(
        tx
          .selectFrom('read.ticket_list as t')
          .where('t.tenant', '=', actor.tenant)
          .where(all([range, ...wanted]))
          .select(['t.id', 't.created_at'])
          .orderBy('t.created_at', 'desc')
          .orderBy('t.id', 'desc')
          .limit(before + limit)
          .as('range'),
      )
      .selectAll(),
  );
  const rows = await tx
    .selectFrom(ranges.reduce((merged, next) => merged.unionAll(next)).as('t'))
    .select(sql<string>`t.id`.as('id'))
    .orderBy('t.created_at', 'desc')
    .orderBy('t.id', 'desc')
    .offset(before)
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export class TicketPages extends Query<NumberedTickets> {
  constructor(
    readonly actor: Actor,
    readonly asked: TicketPageAsked,
    readonly policy: TicketPolicy,
  ) {
    super();
  }
}

@QueryHandler(TicketPages)
export class TicketPagesHandler implements IQueryHandler<TicketPages> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ actor, asked, policy }: TicketPages): Promise<NumberedTickets> {
    return this.database.inTenant(actor.tenant, (tx) => ticketPages(tx, actor, asked, policy));
  }
}
