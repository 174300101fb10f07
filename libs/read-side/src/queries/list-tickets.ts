import type { Actor } from '#access';
import type { TicketPolicy } from '#policy';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Database, Tx } from '../database.js';
import { asOf, type AsOf } from './as-of.js';
import { openCursor, sealCursor, type CursorBinding } from './cursor.js';
import { among, fieldPredicates, labelPredicates, words } from './search-tickets.js';
import { across, all, scopeRanges, type Predicate } from './scope.js';
import { filterPredicates, type TicketFilters } from './ticket-filters.js';
import { itemColumns, itemNames, readerOf, toItem, updatedColumn, type TicketItem } from './ticket-item.js';
import { CURSOR_SECRET, DATABASE } from './tokens.js';
import { viewRanges } from './views.js';

export const ticketSorts = ['updatedAt', 'createdAt', 'priority', 'slaDeadline'] as const;
export type TicketSort = (typeof ticketSorts)[number];
export type SortOrder = 'asc' | 'desc';

export interface TicketListParams extends TicketFilters {
  /** `updatedAt` when absent */
  readonly sort?: TicketSort;
  /** `desc` when absent */
  readonly order?: SortOrder;
  /** rows at most; 25 when absent */
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  readonly asOf: AsOf;
}

/**
 * So many rows are asked for a word before it is looked up: what is common fills a page from them, and whoever sees no
 * more tickets has seen all.
 */
const nearby = 500;
/** And so many once it is known to be common: beyond them it is common elsewhere, like the numbers of years ago. */
const notFar = 5_000;

/** The read models that answer a list with these filters. */
export const modelsAsked = ({ q, tag, reference, field }: TicketFilters): readonly string[] =>
  q === undefined && !tag && !reference && !field ? ['ticket-list'] : ['ticket-list', 'ticket-search'];

/** What is compared for a sort; never null, so that one comparison finds the next row. No deadline is an infinite one. */
const sortKeys = (actor: Actor): Record<TicketSort, { key: RawBuilder<unknown>; type: RawBuilder<unknown> }> => ({
  updatedAt: { key: sql.ref(`t.${updatedColumn(actor)}`), type: sql`timestamptz` },
  createdAt: { key: sql.ref('t.created_at'), type: sql`timestamptz` },
  priority: { key: sql.ref('t.priority_rank'), type: sql`smallint` },
  slaDeadline: { key: sql.ref('t.sla_key'), type: sql`timestamptz` },
});

/** The same filters in another order, or given twice, are the same list. */
const bindingOf = (actor: Actor, filters: TicketFilters, sort: string): CursorBinding => ({
  list: 'tickets',
  tenant: actor.tenant,
  caller: actor.id,
  filters: Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [name, Array.isArray(value) ? inOrder(value) : value]),
  ),
  sort,
});

const inOrder = (values: readonly string[]): string[] => [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));

/**
 * One page of the tickets in the caller's scope, by keyset: page 5000 costs what page 1 costs. Throws `bad-cursor`,
 * `view-not-allowed`, `unknown-field` and `wildcard-in-search`.
 */
export async function listTickets(
  tx: Tx,
  actor: Actor,
  params: TicketListParams,
  policy: TicketPolicy,
  cursorSecret: Uint8Array,
): Promise<Page<TicketItem>> {
  const { sort = 'updatedAt', order = 'desc', limit = 25, cursor, ...filters } = params;
  const { key, type } = sortKeys(actor)[sort];
  const binding = bindingOf(actor, filters, `${sort} ${order} ${updatedColumn(actor)}`);
  const known = await asOf(tx, ...modelsAsked(filters));
  const wanted = [
    ...filterPredicates(filters, actor),
    ...(await labelPredicates(tx, actor, filters)),
    ...(await fieldPredicates(tx, actor, filters.field ?? [], policy)),
  ];
  if (cursor !== undefined) {
    const [from, id] = openCursor(cursorSecret, binding, cursor);
    const beyond = order === 'asc' ? sql`>` : sql`<`;
    wanted.push(sql<SqlBool>`(${key}, t.id) ${beyond} (${from}::${type}, ${id}::uuid)`);
  }

  const ranges = across(scopeRanges(actor.scope, 't'), viewRanges(filters.view ?? 'all', actor, 't'));
  /** The first rows of the list, in no order where it has several ranges. */
  const first = (most: number, predicates: readonly Predicate[]) => {
    const range = (predicate: Predicate) =>
      tx
        .selectFrom('read.ticket_list as t')
        .select(['t.tenant', 't.description', ...itemColumns.map((name) => `t.${name}` as const)])
        .select([key.as('sort_key'), sql.ref('t.number_key').as('number_key')])
        .where('t.tenant', '=', actor.tenant)
        .where(all([predicate, ...predicates]))
        .orderBy(key, order)
        .orderBy('t.id', order)
        .limit(most);
    return ranges
      .map((predicate) => tx.selectFrom(range(predicate).as('range')).selectAll())
      .reduce((merged, next) => merged.unionAll(next));
  };
  const page = (rows: ReturnType<typeof first>, predicates: readonly Predicate[] = []) =>
    tx
      .selectFrom(rows.as('t'))
      .select(itemColumns.map((name) => `t.${name}` as const))
      .select([...itemNames, sql<string>`t.sort_key::text`.as('cursor_key')])
      .where(all(predicates))
      .orderBy('t.sort_key', order)
      .orderBy('t.id', order)
      .limit(limit + 1)
      .execute();
  const pageWith = async (q: string) => {
    const { ofEachRow, lookedUp, ofAllHits } = words(tx, actor, q, policy);
    const near = (most: number, predicates: readonly Predicate[] = wanted) =>
      tx
        .selectFrom(first(most, predicates).as('range'))
        .selectAll()
        .orderBy('range.sort_key', order)
        .orderBy('range.id', order)
        .limit(most);
    const met = await page(near(nearby), [ofEachRow]);
    if (met.length > limit) return met;
    const { looked } = await tx
      .selectFrom(near(nearby).as('t'))
      .select(({ fn }) => fn.countAll<number>().as('looked'))
      .executeTakeFirstOrThrow();
    if (looked < nearby) return met;
    const rare = await lookedUp();
    if (rare) return page(first(limit + 1, [...wanted, rare]));
    const further = await page(near(notFar), [ofEachRow]);
    if (further.length > limit) return further;
    // Hits that are thought not to fit into memory would be gone through anew for each row.
    await sql`select set_config('work_mem', '64MB', true)`.execute(tx);
    // The rows themselves are fetched for the page alone: an index answers which they are.
    const found = await tx
      .selectFrom(near(limit + 1, [...wanted, ofAllHits]).as('t'))
      .select('t.id')
      .execute();
    return page(first(limit + 1, [among(found.map(({ id }) => id))]));
  };
  const rows = await (filters.q === undefined ? page(first(limit + 1, wanted)) : pageWith(filters.q));
  const reader = await readerOf(tx, actor, policy, rows);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => toItem(row, reader)),
    nextCursor: rows.length > limit && last ? sealCursor(cursorSecret, binding, [last.cursor_key, last.id]) : null,
    asOf: known,
  };
}

export class ListTickets extends Query<Page<TicketItem>> {
  constructor(
    readonly actor: Actor,
    readonly params: TicketListParams,
    readonly policy: TicketPolicy,
  ) {
    super();
  }
}

@QueryHandler(ListTickets)
export class ListTicketsHandler implements IQueryHandler<ListTickets> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CURSOR_SECRET) private readonly cursorSecret: Uint8Array,
  ) {}

  execute({ actor, params, policy }: ListTickets): Promise<Page<TicketItem>> {
    return this.database.inTenant(actor.tenant, (tx) => listTickets(tx, actor, params, policy, this.cursorSecret));
  }
}
