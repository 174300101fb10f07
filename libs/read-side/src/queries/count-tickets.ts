// How many tickets each view and each status has in the caller's scope: exactly what the lists would count, summed from
// the cells. What cells cannot tell, because they know no requester, is counted by index.
import type { Actor } from '#access';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type RawBuilder } from 'kysely';
import type { Database, Tx } from '../database.js';
import type { State } from '#policy';
import type { TicketFacets } from '../tables/ticket-list.js';
import { asOf, type AsOf } from './as-of.js';
import { scopePredicate, splitForCells } from './scope.js';
import { DATABASE } from './tokens.js';
import { viewPredicate, viewsOf, type View } from './views.js';

export interface TicketCounts {
  /** every view the caller's role has */
  readonly views: Partial<Record<View, number>>;
  /** by status id; statuses without tickets are absent */
  readonly byStatus: Readonly<Record<string, number>>;
  readonly asOf: AsOf;
}

const facets = [
  'assignee_id',
  'group_id',
  'status',
  'state',
  'priority',
  'waiting_on',
  'needs_response',
  'reopened',
] as const satisfies readonly (keyof TicketFacets)[];

export async function countTickets(tx: Tx, actor: Actor): Promise<TicketCounts> {
  const { cells, rows } = splitForCells(actor.scope);
  const columns = sql.join(facets.map((facet) => sql.ref(`t.${facet}`)));
  // A customer's "mine" asks for the requester, so it is counted beside the rest, from their own rows.
  const asksForRequester = actor.side === 'customer';
  const sources = [
    sql`select ${columns}, t.count, 0 as own from read.ticket_badge_cells t
      where t.tenant = ${actor.tenant} and ${scopePredicate(cells, 't')}`,
    sql`select ${columns}, 1, 0 from read.ticket_list t where t.tenant = ${actor.tenant} and ${rows('t')}`,
  ];
  if (asksForRequester)
    sources.push(sql`select ${columns}, 0, 1 from read.ticket_list t
      where t.tenant = ${actor.tenant} and ${viewPredicate('mine', actor, 't')} and ${scopePredicate(actor.scope, 't')}`);

  const views = viewsOf(actor);
  const counted = (view: View): RawBuilder<unknown> =>
    view === 'mine' && asksForRequester
      ? sql`sum(t.own)`
      : sql`coalesce(sum(t.count) filter (where ${viewPredicate(view, actor, 't')}), 0)`;
  const known = await asOf(tx, 'ticket-list');
  const { rows: statuses } = await sql<{ status: string; counts: number[] }>`
    select t.status, array[${sql.join(views.map(counted))}]::integer[] as counts
    from (${sql.join(sources, sql` union all `)}) t
    group by t.status`.execute(tx);

  const total = (index: number) => statuses.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0);
  const everything = views.indexOf('all');
  return {
    views: Object.fromEntries(views.map((view, index) => [view, total(index)])),
    byStatus: Object.fromEntries(
      statuses.map(({ status, counts }) => [status, counts[everything] ?? 0] as const).filter(([, count]) => count > 0),
    ),
    asOf: known,
  };
}

/** How many tickets stand in each canonical state, in the caller's scope; states without tickets are absent. */
export async function countStates(tx: Tx, actor: Actor): Promise<Partial<Record<State, number>>> {
  const { cells, rows } = splitForCells(actor.scope);
  const { rows: counted } = await sql<{ state: State; count: number }>`
    select state, sum(count)::integer as count from (
      select t.state, t.count from read.ticket_badge_cells t
        where t.tenant = ${actor.tenant} and ${scopePredicate(cells, 't')}
      union all
      select t.state, 1 from read.ticket_list t where t.tenant = ${actor.tenant} and ${rows('t')}
    ) t group by state`.execute(tx);
  return Object.fromEntries(counted.map(({ state, count }) => [state, count]));
}

/** For every signed-in role. */
export class CountTickets extends Query<TicketCounts> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@QueryHandler(CountTickets)
export class CountTicketsHandler implements IQueryHandler<CountTickets> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ actor }: CountTickets): Promise<TicketCounts> {
    return this.database.inTenant(actor.tenant, (tx) => countTickets(tx, actor));
  }
}

/** Where a tenant's tickets are, by what its catalogues call it. Whether the caller may know is asked before. */
export interface CatalogueUse {
  /** by status id */
  readonly statuses: ReadonlyMap<string, number>;
  /** by the ids that lead there: `category`, `category/type`, `category/type/item` */
  readonly nodes: ReadonlyMap<string, number>;
}

/** Items are counted from the rows, as no badge asks for them. */
export async function countCatalogueUse(tx: Tx, tenant: string): Promise<CatalogueUse> {
  const { rows } = await sql<{ kind: 'status' | 'node'; id: string; count: number }>`
    with cells as (
      select status, category_id, type_id, sum(count)::integer as count
      from read.ticket_badge_cells where tenant = ${tenant} group by status, category_id, type_id
    )
    select 'status' as kind, status as id, sum(count)::integer as count from cells group by status
    union all
    select 'node', category_id, sum(count)::integer from cells where category_id is not null group by category_id
    union all
    select 'node', category_id || '/' || type_id, sum(count)::integer from cells
      where type_id is not null group by category_id, type_id
    union all
    select 'node', category_id || '/' || type_id || '/' || item_id, count(*)::integer from read.ticket_list
      where tenant = ${tenant} and item_id is not null group by category_id, type_id, item_id`.execute(tx);
  const counts = (wanted: 'status' | 'node') =>
    new Map(rows.filter(({ kind }) => kind === wanted).map(({ id, count }) => [id, count]));
  return { statuses: counts('status'), nodes: counts('node') };
}
