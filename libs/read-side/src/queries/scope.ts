// Scope as SQL. Lists, badges, search, streams and exports all take their predicate from here, so that what one of them
// hides none of them shows.
import type { Scope, ScopeClause, ScopeFacts } from '#access';
import { sql, type Expression, type SqlBool } from 'kysely';
import type { TicketFacets, TicketListRow } from '../tables/ticket-list.js';

export type Predicate = Expression<SqlBool>;

/** The columns that hold what scope looks at. */
export const factColumns = {
  requesterId: 'requester_id',
  clientId: 'client_id',
  projectId: 'project_id',
  categoryId: 'category_id',
  typeId: 'type_id',
  assigneeId: 'assignee_id',
  groupId: 'group_id',
} as const satisfies Record<keyof ScopeFacts, keyof TicketListRow>;

/** Facts that have an index in every common order. */
const ranged = ['requesterId', 'clientId', 'assigneeId', 'groupId', 'categoryId'] as const;

/** More are slower to plan and to merge than to filter. */
const rangesAtMost = 16;

const everything: Predicate = sql<SqlBool>`true`;
const nothing: Predicate = sql<SqlBool>`false`;

export const all = (predicates: readonly Predicate[]): Predicate =>
  predicates.length === 0 ? everything : sql<SqlBool>`(${sql.join(predicates, sql` and `)})`;

export const any = (predicates: readonly Predicate[]): Predicate =>
  predicates.length === 0 ? nothing : sql<SqlBool>`(${sql.join(predicates, sql` or `)})`;

/** `null` among the values matches "none". */
export function oneOf(column: Expression<unknown>, values: readonly (string | null)[]): Predicate {
  const named = values.filter((value) => value !== null);
  const isNamed =
    named.length === 1 ? sql<SqlBool>`${column} = ${named[0]}` : sql<SqlBool>`${column} = any(${named}::text[])`;
  if (!values.includes(null)) return named.length === 0 ? nothing : isNamed;
  return named.length === 0 ? sql<SqlBool>`${column} is null` : sql<SqlBool>`(${isNamed} or ${column} is null)`;
}

const clausePredicate = (clause: ScopeClause, table: string): Predicate =>
  all(
    (Object.keys(clause) as (keyof ScopeFacts)[]).map((fact) =>
      oneOf(sql.ref(`${table}.${factColumns[fact]}`), clause[fact] ?? []),
    ),
  );

/** True for exactly the tickets for which `inScope` is, over the columns of `table` (an alias). */
export const scopePredicate = (scope: Scope, table: string): Predicate =>
  scope === 'tenant' ? everything : any(scope.map((clause) => clausePredicate(clause, table)));

const unless = (clauses: readonly ScopeClause[], table: string): Predicate[] =>
  clauses.length === 0 ? [] : [sql<SqlBool>`${scopePredicate(clauses, table)} is not true`];

/**
 * The scope as alternatives that no ticket meets twice, each of them one range of an index: read in order and merged,
 * they give the first page without reading the rest. A scope of very many ranges comes back whole.
 */
export function scopeRanges(scope: Scope, table: string): Predicate[] {
  if (scope === 'tenant') return [everything];
  const ranges = scope.flatMap((clause, index) => {
    const fact = ranged.find((candidate) => clause[candidate] !== undefined);
    const pieces =
      fact === undefined ? [clause] : [...new Set(clause[fact])].map((value) => ({ ...clause, [fact]: [value] }));
    return pieces.map((piece) => all([clausePredicate(piece, table), ...unless(scope.slice(0, index), table)]));
  });
  return ranges.length > 0 && ranges.length <= rangesAtMost ? ranges : [scopePredicate(scope, table)];
}

/** Alternatives of two kinds at once, still without overlap. */
export const across = (these: readonly Predicate[], those: readonly Predicate[]): Predicate[] =>
  these.length * those.length <= rangesAtMost
    ? these.flatMap((one) => those.map((other) => all([one, other])))
    : [all([any(these), any(those)])];

/**
 * Badge cells have no requester: what of a scope they can count, and what is left for the rows (exactly the rest of it;
 * null: nothing is).
 */
export function splitForCells(scope: Scope): { cells: Scope; rows: ((table: string) => Predicate) | null } {
  if (scope === 'tenant') return { cells: scope, rows: null };
  const cells = scope.filter((clause) => clause.requesterId === undefined);
  const own = scope.filter((clause) => clause.requesterId !== undefined);
  return {
    cells,
    rows: own.length === 0 ? null : (table) => all([scopePredicate(own, table), ...unless(cells, table)]),
  };
}

/** Facets that rows and cells share. */
export const facet = (table: string, column: keyof TicketFacets): Expression<unknown> => sql.ref(`${table}.${column}`);
