// A ticket as callers see it: the rows' columns, names from the directory and the policy, and what a caller's rights hide.
import { can, type Actor } from '#access';
import { valuesFor, type Priority, type State, type TicketPolicy } from '#policy';
import {
  fieldDepth,
  allowedActions,
  allowedStatuses,
  isGuestId,
  type ActionName,
  type CustomValue,
  type Reference,
  type Standing,
} from '#ticket';
import { sql, type Selectable } from 'kysely';
import { scopePredicate } from './scope.js';
import type { Tx } from '../database.js';
import type { TicketListRow } from '../tables/ticket-list.js';

export interface Named {
  readonly id: string;
  readonly name: string;
}
export interface Person extends Named {
  readonly email?: string;
  /** guests leave one */
  readonly phone?: string;
}

export interface TicketItem {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  /** the tenant's status id */
  readonly status: string;
  readonly state: State;
  readonly priority: Priority;
  readonly category: Named | null;
  readonly type: Named | null;
  readonly item: Named | null;
  readonly requester: Person;
  readonly client: Named | null;
  readonly project: Named | null;
  readonly assignee: { readonly user?: Named; readonly group?: Named } | null;
  readonly tags: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  readonly reopened: boolean;
  readonly reopenCount: number;
  readonly publicReplyCount: number;
  readonly lastReplyBy: 'requester' | 'support' | null;
  readonly waitingOn: 'requester' | 'support' | null;
  readonly relatedCallId?: string;
  readonly sla: null;
  readonly slaDeadline: string | null;
  /** set aside by the desk until then; null also for those who may not see notes */
  readonly snoozedUntil: string | null;
  readonly mergedInto?: string;
  readonly revision: string;
  /** what the caller may do to it now */
  readonly allowedActions: readonly ActionName[];
  /** ids of the statuses the caller may put it in now */
  readonly allowedStatuses: readonly string[];
}

export interface Rating {
  /** 1 to 5 */
  readonly score: number;
  readonly comment: string | null;
  readonly at: string;
}

export interface TicketDetail extends TicketItem {
  readonly description: string;
  readonly recipients: readonly Named[];
  readonly references: readonly Reference[];
  readonly customFields: Readonly<Record<string, CustomValue>>;
  readonly resolution: { readonly notes: string | null; readonly by: Named | null; readonly at: string } | null;
  /** the last one; null also for those who may not see it */
  readonly rating: Rating | null;
  readonly attachments: readonly { readonly url: string }[];
  readonly context: Readonly<Record<string, string>>;
  readonly department: string | null;
}

/** Whether notes, and the times they leave, are the caller's to see. */
export const seesNotes = (actor: Actor): boolean => can(actor, 'see-notes');

/** What a requester thinks of the desk is between the two of them. */
export const seesRating = (actor: Actor, requesterId: string): boolean => seesEmail(actor) || actor.id === requesterId;

/** Requesters' e-mail addresses are for those who answer them. */
export const seesEmail = ({ side }: Actor): boolean => side === 'staff' || side === 'auditor' || side === 'service';

export const updatedColumn = (actor: Actor) => (seesNotes(actor) ? 'updated_at' : 'public_updated_at');

export const itemColumns = [
  'id',
  'number',
  'subject',
  'status',
  'state',
  'priority',
  'category_id',
  'type_id',
  'item_id',
  'requester_id',
  'guest',
  'client_id',
  'project_id',
  'assignee_id',
  'group_id',
  'tags',
  'references',
  'created_at',
  'updated_at',
  'public_updated_at',
  'resolved_at',
  'closed_at',
  'sla_deadline',
  'reopened',
  'reopen_count',
  'public_reply_count',
  'last_reply_by',
  'waiting_on',
  'rated',
  'live',
  'snoozed_until',
  'merged_into',
  'revision',
] as const satisfies readonly (keyof TicketListRow)[];

const detailColumns = [
  'description',
  'custom_fields',
  'resolution_notes',
  'resolution_by',
  'resolution_at',
  'rating_score',
  'rating_comment',
  'rating_at',
  'attachment_urls',
  'context',
  'department',
] as const satisfies readonly (keyof TicketListRow)[];

const user = (id: string) =>
  sql<Person | null>`(select jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email)
    from directory.users u where u.tenant = t.tenant and u.id = ${sql.ref(id)})`;

/** Names beside the columns of `t`, each by its key: they add nothing to the order of the rows. */
export const itemNames = [
  user('t.requester_id').as('requester'),
  user('t.assignee_id').as('assignee'),
  sql<string | null>`(select g.name from directory.groups g where g.tenant = t.tenant and g.id = t.group_id)`.as(
    'group_name',
  ),
  sql<string | null>`(select c.name from directory.clients c where c.tenant = t.tenant and c.id = t.client_id)`.as(
    'client_name',
  ),
  sql<string | null>`(select p.name from directory.projects p
    where p.tenant = t.tenant and p.client_id = t.client_id and p.id = t.project_id)`.as('project_name'),
] as const;

const detailNames = [
  user('t.resolution_by').as('resolver'),
  sql<
    readonly Named[]
  >`(select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', coalesce(u.name, r.id)) order by r.place), '[]')
    from unnest(t.recipients) with ordinality r (id, place)
    left join directory.users u on u.tenant = t.tenant and u.id = r.id)`.as('recipient_names'),
] as const;

export const detailSelection = { columns: detailColumns, names: detailNames };

export type ItemRow = Pick<Selectable<TicketListRow>, (typeof itemColumns)[number]> & {
  readonly requester: Person | null;
  readonly assignee: Person | null;
  readonly group_name: string | null;
  readonly client_name: string | null;
  readonly project_name: string | null;
};
export type DetailRow = ItemRow &
  Pick<Selectable<TicketListRow>, (typeof detailColumns)[number]> & {
    readonly resolver: Person | null;
    readonly recipient_names: readonly Named[];
  };

/** What is no longer in a catalogue keeps its id for a name. */
const named = (id: string | null, name: string | null | undefined): Named | null =>
  id === null ? null : { id, name: name ?? id };

function requesterOf(row: ItemRow, actor: Actor): Person {
  // Whoever claimed a guest's ticket is in the directory.
  const guest = row.guest && isGuestId(row.requester_id) ? row.guest : null;
  const asked: Omit<Person, 'id'> = guest ?? row.requester ?? { name: row.requester_id };
  const { name, email, phone } = asked;
  return { id: row.requester_id, name, ...(seesEmail(actor) && { ...(email && { email }), ...(phone && { phone }) }) };
}

function assigneeOf(row: ItemRow): TicketItem['assignee'] {
  const user = named(row.assignee_id, row.assignee?.name);
  const group = named(row.group_id, row.group_name);
  return user || group ? { ...(user && { user }), ...(group && { group }) } : null;
}

/** Who reads, under which policy, and when (ISO 8601): windows may be over by then. */
export interface Reader {
  readonly actor: Actor;
  readonly policy: TicketPolicy;
  readonly at: string;
  /** ids of the primaries of merged tickets that the reader may open */
  readonly primaries: ReadonlySet<string>;
}

export async function readerOf(
  tx: Tx,
  actor: Actor,
  policy: TicketPolicy,
  rows: readonly Pick<ItemRow, 'merged_into'>[],
): Promise<Reader> {
  const ids = [...new Set(rows.map((row) => row.merged_into).filter((id) => id !== null))];
  const { rows: found } =
    ids.length === 0
      ? { rows: [] }
      : await sql<{ id: string }>`select p.id from read.ticket_list p where p.tenant = ${actor.tenant}
          and p.id = any(${ids}::uuid[]) and ${scopePredicate(actor.reach ?? actor.scope, 'p')}`.execute(tx);
  return { actor, policy, at: new Date().toISOString(), primaries: new Set(found.map(({ id }) => id)) };
}

export function toItem(row: ItemRow, { actor, policy, at, primaries }: Reader): TicketItem {
  const category = policy.classification.categories.find(({ id }) => id === row.category_id);
  const type = category?.types.find(({ id }) => id === row.type_id);
  const item = type?.items.find(({ id }) => id === row.item_id);
  const standing: Standing = {
    state: row.state,
    status: row.status,
    requesterId: row.requester_id,
    clientId: row.client_id,
    assignee: { userId: row.assignee_id, groupId: row.group_id },
    resolvedAt: row.resolved_at,
    closedAt: row.closed_at,
    rated: row.rated,
    live: row.live,
    merged: row.merged_into,
  };
  const call = row.references.find(({ kind }) => kind === 'call');
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    status: row.status,
    state: row.state,
    priority: row.priority,
    category: named(row.category_id, category?.name),
    type: named(row.type_id, type?.name),
    item: named(row.item_id, item?.name),
    requester: requesterOf(row, actor),
    client: named(row.client_id, row.client_name),
    project: named(row.project_id, row.project_name),
    assignee: assigneeOf(row),
    tags: row.tags,
    createdAt: row.created_at,
    updatedAt: row[updatedColumn(actor)],
    resolvedAt: row.resolved_at,
    closedAt: row.closed_at,
    reopened: row.reopened,
    reopenCount: row.reopen_count,
    publicReplyCount: row.public_reply_count,
    lastReplyBy: row.last_reply_by,
    waitingOn: row.waiting_on,
    ...(call && { relatedCallId: call.id }),
    sla: null,
    slaDeadline: row.sla_deadline,
    snoozedUntil: seesNotes(actor) ? row.snoozed_until : null,
    ...(row.merged_into !== null && primaries.has(row.merged_into) && { mergedInto: row.merged_into }),
    revision: row.revision,
    allowedActions: allowedActions(actor, standing, policy, at),
    allowedStatuses: allowedStatuses(actor, standing, policy, at),
  };
}

export const toDetail = (row: DetailRow, reader: Reader): TicketDetail => ({
  ...toItem(row, reader),
  description: row.description,
  recipients: row.recipient_names,
  references: row.references,
  customFields: valuesFor(
    reader.policy,
    { categoryId: row.category_id, typeId: row.type_id, itemId: row.item_id },
    row.custom_fields,
    fieldDepth(reader.actor),
  ),
  resolution:
    row.resolution_at === null
      ? null
      : { notes: row.resolution_notes, by: named(row.resolution_by, row.resolver?.name), at: row.resolution_at },
  rating: ratingOf(row, reader.actor),
  attachments: row.attachment_urls.map((url) => ({ url })),
  context: row.context,
  department: row.department,
});

function ratingOf(row: DetailRow, actor: Actor): Rating | null {
  const { rating_score: score, rating_comment: comment, rating_at: at } = row;
  return score !== null && at !== null && seesRating(actor, row.requester_id) ? { score, comment, at } : null;
}
