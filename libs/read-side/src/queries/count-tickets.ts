// How many tickets each view and each status has in the caller's scope: exactly what the lists would count, summed from
// the cells. What cells cannot tell, because they know no requester, is counted by index.
import type { Actor } from '#access';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import type { Database, Tx } from '../database.js';
import type { State } from '#policy';
import type { RollUp } from '../tables/ticket-list.js';
import { asOfVersion, type AsOf } from './as-of.js';
import { askedBy, counted, countedIn, rollUpOf, type Counted } from './badge-cells.js';
import { any, scopePredicate, splitForCells, type Predicate } from './scope.js';
import { DATABASE } from './tokens.js';
import { countedView, viewPredicate, viewsOf, type View } from './views.js';

export interface TicketCounts {
  /** every view the caller's role has */
  readonly views: Partial<Record<View, number>>;
  /** by status id; statuses without tickets are absent */
  readonly byStatus: Readonly<Record<string, number>>;
  readonly asOf: AsOf;
}

interface Part {
  readonly from: RollUp | 'rows';
  /** the tickets this part counts, and what it counts them as: a column for each view that it is asked for */
  readonly of: Predicate;
  readonly views: ReadonlyMap<View, Predicate>;
}

export async function countTickets(tx: Tx, actor: Actor): Promise<TicketCounts> {
  const views = viewsOf(actor);
  const { known, version } = await asOfVersion(tx, 'ticket-list');
  const from = countedIn(version);
  const counts = sql.join(views.map((_, i) => sql`coalesce(sum(count) filter (where ${sql.ref(`v${i}`)}), 0)`));
  const { rows: statuses } = await sql<{ status: string; counts: number[] }>`
    select status, array[${counts}]::integer[] as counts
    from (${sql.join(
      partsOf(actor, views).map((part) => selected(part, views, actor, from)),
      sql` union all `,
    )}) t
    group by status`.execute(tx);

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

/** Each view from the smallest roll-up that knows what it and the scope ask for; a requester's own tickets from their rows. */
function partsOf(actor: Actor, views: readonly View[]): Part[] {
  const { cells, rows } = splitForCells(actor.scope);
  const parts = new Map<RollUp | 'rows', Map<View, Predicate>>();
  const own = new Map<View, Predicate>();
  const mine: Part[] = [];
  for (const view of views) {
    if (view === 'mine' && actor.side === 'customer') {
      // It asks for the requester, across what the rest of the scope is counted by.
      const predicate = viewPredicate(view, actor, 't');
      mine.push({ from: 'rows', of: scopePredicate(actor.scope, 't'), views: new Map([[view, predicate]]) });
      continue;
    }
    const { predicate, by } = countedView(view, actor, 't');
    const source = rollUpOf([...askedBy(cells), ...(by ? [by] : [])]);
    parts.set(source, (parts.get(source) ?? new Map<View, Predicate>()).set(view, predicate));
    own.set(view, predicate);
  }
  const counted = [...parts].map(([source, asked]) => ({ from: source, of: scopePredicate(cells, 't'), views: asked }));
  return [...counted, ...(rows === null ? [] : [{ from: 'rows' as const, of: rows('t'), views: own }]), ...mine];
}

function selected({ from, of, views }: Part, all: readonly View[], { tenant }: Actor, counted: Counted) {
  const columns = all.map((view, i) => sql`${views.get(view) ?? sql`false`} as ${sql.ref(`v${i}`)}`);
  return sql`select t.status, t.count, ${sql.join(columns)} from ${counted(from)} t
    where t.tenant = ${tenant} and ${of} and ${any([...views.values()])}`;
}

/** How many tickets stand in each canonical state, in the caller's scope; states without tickets are absent. */
export async function countStates(tx: Tx, actor: Actor): Promise<Partial<Record<State, number>>> {
  const { cells, rows } = splitForCells(actor.scope);
  const from = await counted(tx);
  const source = (name: RollUp | 'rows', of: Predicate) =>
    sql`select t.state, t.count from ${from(name)} t where t.tenant = ${actor.tenant} and ${of}`;
  const sources = [source(rollUpOf(askedBy(cells)), scopePredicate(cells, 't'))];
  if (rows) sources.push(source('rows', rows('t')));
  const { rows: states } = await sql<{ state: State; count: number }>`
    select state, sum(count)::integer as count from (${sql.join(sources, sql` union all `)}) t
    group by state`.execute(tx);
  return Object.fromEntries(states.map(({ state, count }) => [state, count]));
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
  const from = await counted(tx);
  const { rows } = await sql<{ kind: 'status' | 'node'; id: string; count: number }>`
    with cells as (
      select status, category_id, type_id, sum(count)::integer as count
      from ${from('queue')} t where tenant = ${tenant} group by status, category_id, type_id
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
