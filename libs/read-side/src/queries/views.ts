// The views of a queue, each a predicate over the columns that rows and badge cells share.
import type { Actor } from '#access';
import { sql, type SqlBool } from 'kysely';
import { QueryRefusal } from '../refusal.js';
import { all, facet, oneOf, type Predicate } from './scope.js';

export const views = [
  'open',
  'waiting',
  'resolved',
  'closed',
  'all',
  'mine',
  'my-groups',
  'unassigned',
  'urgent',
  'needs-response',
  'reopened',
] as const;
export type View = (typeof views)[number];

type ViewPredicate = (actor: Actor, table: string) => Predicate;

/** The text of the partial index's condition, so that the planner recognises it. */
const open: ViewPredicate = (_, table) => sql<SqlBool>`${facet(table, 'state')} not in ('resolved', 'closed')`;
const inState =
  (state: 'waiting' | 'resolved' | 'closed'): ViewPredicate =>
  (_, table) =>
    oneOf(facet(table, 'state'), [state]);

const shared = {
  open,
  resolved: inState('resolved'),
  closed: inState('closed'),
  all: () => all([]),
} satisfies Partial<Record<View, ViewPredicate>>;

const support: Record<View, ViewPredicate> = {
  ...shared,
  waiting: inState('waiting'),
  mine: ({ id }, table) => oneOf(facet(table, 'assignee_id'), [id]),
  'my-groups': ({ groupIds }, table) => oneOf(facet(table, 'group_id'), groupIds),
  unassigned: (_, table) => all([oneOf(facet(table, 'assignee_id'), [null]), oneOf(facet(table, 'group_id'), [null])]),
  urgent: (actor, table) => all([open(actor, table), oneOf(facet(table, 'priority'), ['high', 'critical'])]),
  'needs-response': (actor, table) => all([open(actor, table), sql<SqlBool>`${facet(table, 'needs_response')}`]),
  reopened: (_, table) => sql<SqlBool>`${facet(table, 'reopened')}`,
};

const customer: Partial<Record<View, ViewPredicate>> = {
  ...shared,
  waiting: (_, table) => oneOf(facet(table, 'waiting_on'), ['requester']),
  /** of rows only: cells know no requester */
  mine: ({ id }, table) => oneOf(sql.ref(`${table}.requester_id`), [id]),
};

const viewsFor = (actor: Actor) => (actor.side === 'customer' ? customer : support);

export const viewsOf = (actor: Actor): View[] => views.filter((view) => viewsFor(actor)[view] !== undefined);

/** Throws `view-not-allowed` when the role has no such view. */
export function viewPredicate(view: View, actor: Actor, table: string): Predicate {
  const predicate = viewsFor(actor)[view];
  if (predicate === undefined) throw new QueryRefusal('view-not-allowed');
  return predicate(actor, table);
}

/** Views that roll-ups know by a fact of their own, or by columns that not every roll-up has. */
const countedAs: Partial<Record<View, { readonly as?: (table: string) => Predicate; readonly by?: string }>> = {
  urgent: { as: (table) => sql<SqlBool>`${sql.ref(`${table}.urgent`)}` },
  unassigned: { as: (table) => sql<SqlBool>`${sql.ref(`${table}.unassigned`)}` },
  mine: { by: 'assignee_id' },
  'my-groups': { by: 'group_id' },
};

/** The view over badge counts, and the column it asks for beyond what every roll-up has. Not for a customer's `mine`. */
export const countedView = (view: View, actor: Actor, table: string): { predicate: Predicate; by?: string } => ({
  predicate: countedAs[view]?.as?.(table) ?? viewPredicate(view, actor, table),
  ...(countedAs[view]?.by && { by: countedAs[view].by }),
});

/** The view as alternatives without overlap, each one range of an index where it can be. */
export const viewRanges = (view: View, actor: Actor, table: string): Predicate[] =>
  view === 'my-groups' && actor.side !== 'customer' && actor.groupIds.length > 0
    ? actor.groupIds.map((id) => oneOf(facet(table, 'group_id'), [id]))
    : [viewPredicate(view, actor, table)];
