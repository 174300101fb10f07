// What a list can be asked for: different filters AND, repeated ones OR. An id that is hidden or unknown matches nothing.
import type { Actor } from '#access';
import type { Priority, State } from '#policy';
import { sql, type SqlBool } from 'kysely';
import { containing } from './picker.js';
import { any, oneOf, type Predicate } from './scope.js';
import { seesNotes, updatedColumn } from './ticket-item.js';
import type { View } from './views.js';

export type AssigneeFilter = 'me' | 'none' | `user:${string}` | `group:${string}`;
export type FieldFilter = `${string}:${string}`;
export type ReferenceFilter = `${string}:${string}`;

export interface TicketFilters {
  readonly view?: View;
  readonly state?: readonly State[];
  readonly status?: readonly string[];
  readonly priority?: readonly Priority[];
  readonly assignee?: readonly AssigneeFilter[];
  readonly category?: readonly string[];
  readonly tag?: readonly string[];
  readonly client?: readonly string[];
  readonly project?: readonly string[];
  /** `me` or user ids */
  readonly requester?: readonly string[];
  /** `<kind>:<id>` */
  readonly reference?: readonly ReferenceFilter[];
  /** `<field id>:<value>`; values of one field OR, fields AND */
  readonly field?: readonly FieldFilter[];
  /** whether the desk has set it aside; to those who may not know, nothing is */
  readonly snoozed?: 'true' | 'false';
  /** times ISO 8601; `…From` inclusive, `…To` exclusive */
  readonly createdFrom?: string;
  readonly createdTo?: string;
  readonly updatedFrom?: string;
  readonly updatedTo?: string;
  /**
   * number prefix, or part of subject or description in any letter case; for those who answer also of replies, notes by
   * right, and the requester's name and e-mail; nothing in it is a wildcard
   */
  readonly q?: string;
  /** part of the subject in any letter case; nothing in it is a wildcard */
  readonly subject?: string;
}

function assignedTo(filter: AssigneeFilter, actor: Actor): Predicate {
  if (filter === 'me') return sql<SqlBool>`t.assignee_id = ${actor.id}`;
  if (filter === 'none') return sql<SqlBool>`(t.assignee_id is null and t.group_id is null)`;
  const id = filter.slice(filter.indexOf(':') + 1);
  return filter.startsWith('user:') ? sql<SqlBool>`t.assignee_id = ${id}` : sql<SqlBool>`t.group_id = ${id}`;
}

function snoozed(asleep: boolean, actor: Actor): Predicate {
  if (!seesNotes(actor)) return asleep ? sql<SqlBool>`false` : sql<SqlBool>`true`;
  return asleep ? sql<SqlBool>`t.snoozed_until is not null` : sql<SqlBool>`t.snoozed_until is null`;
}

/** Over the columns of `t`; the view is not among them, nor what is searched for (`search-tickets.ts`). */
export function filterPredicates(filters: TicketFilters, actor: Actor): Predicate[] {
  const predicates: Predicate[] = [];
  const columns = {
    state: 't.state',
    status: 't.status',
    priority: 't.priority',
    category: 't.category_id',
    client: 't.client_id',
    project: 't.project_id',
  } as const;
  for (const [filter, column] of Object.entries(columns) as [keyof typeof columns, string][]) {
    const values = filters[filter];
    if (values) predicates.push(oneOf(sql.ref(column), values));
  }
  const { assignee, requester, subject, createdFrom, createdTo, updatedFrom, updatedTo } = filters;
  if (assignee) predicates.push(any(assignee.map((filter) => assignedTo(filter, actor))));
  if (requester)
    predicates.push(
      oneOf(
        sql.ref('t.requester_id'),
        requester.map((id) => (id === 'me' ? actor.id : id)),
      ),
    );
  if (subject) predicates.push(sql<SqlBool>`t.subject ilike ${containing(subject)}`);
  if (filters.snoozed) predicates.push(snoozed(filters.snoozed === 'true', actor));
  const updated = sql.ref(`t.${updatedColumn(actor)}`);
  if (createdFrom) predicates.push(sql<SqlBool>`t.created_at >= ${createdFrom}::timestamptz`);
  if (createdTo) predicates.push(sql<SqlBool>`t.created_at < ${createdTo}::timestamptz`);
  if (updatedFrom) predicates.push(sql<SqlBool>`${updated} >= ${updatedFrom}::timestamptz`);
  if (updatedTo) predicates.push(sql<SqlBool>`${updated} < ${updatedTo}::timestamptz`);
  return predicates;
}
