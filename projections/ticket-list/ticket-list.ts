// One row per ticket, for queues, details and badges; the counts behind the badges follow from the rows.
import type { LedgerEvent } from '#ledger';
import { priorities, type State } from '#policy';
import { rowModel, type RowModel } from '#projection';
import {
  badgeRollUps,
  rolledUpSince,
  ticketListTables,
  type CountedFacts,
  type TicketBadgeCell,
  type TicketListRow,
} from '#read-side';
import type { Assignee, Classification } from '#ticket';
import { meaningOf, ticketOf, type LedgerEventOf, type Meanings } from '../ticket-event.js';

type Move =
  'TicketStatusChanged' | 'TicketResolved' | 'TicketClosed' | 'TicketReopened' | 'TicketMergedInto' | 'MergeUndone';

const opened = ({ data, metadata, stream }: LedgerEventOf<'TicketOpened'>, tenant: string): TicketListRow => {
  const at = metadata.occurredAt;
  if (stream !== `ticket-${tenant}.${data.ticketId}`) throw new Error(`${stream} opens ticket ${data.ticketId}`);
  return {
    tenant,
    id: data.ticketId,
    number: data.number,
    subject: data.subject,
    description: data.description,
    requester_id: data.requesterId,
    guest: data.guest,
    client_id: data.clientId,
    project_id: data.projectId,
    ...assigned(data.assignee),
    ...classified(data),
    ...prioritised(data.priority),
    status: data.status,
    state: data.state,
    tags: data.tags,
    references: data.references,
    recipients: data.recipients,
    custom_fields: data.customFields,
    context: data.context,
    department: data.department,
    attachment_urls: data.attachmentUrls,
    created_at: at,
    updated_at: at,
    public_updated_at: at,
    resolved_at: data.state === 'resolved' ? at : null,
    closed_at: data.state === 'closed' ? at : null,
    sla_deadline: null,
    resolution_notes: null,
    resolution_by: null,
    resolution_at: null,
    rating_score: null,
    rating_comment: null,
    rating_at: null,
    rated: false,
    reopened: false,
    reopen_count: 0,
    public_reply_count: 0,
    last_reply_by: null,
    replies: [],
    waiting_on: null,
    needs_response: false,
    live: false,
    snoozed_until: null,
    merged_into: null,
    revision: '0',
  };
};

const assigned = ({ userId, groupId }: Assignee) => ({ assignee_id: userId, group_id: groupId });
const classified = ({ categoryId, typeId, itemId }: Classification) => ({
  category_id: categoryId,
  type_id: typeId,
  item_id: itemId,
});
const prioritised = (priority: TicketListRow['priority']) => ({
  priority,
  priority_rank: priorities.indexOf(priority),
});
const isDone = (state: State): boolean => state === 'resolved' || state === 'closed';

/** Resolved and closed times are those of the ticket's present state; a resolution's notes survive a reopen. */
function moved(row: TicketListRow, { data, metadata }: LedgerEventOf<Move>): TicketListRow {
  const { to, toState } = data;
  const at = metadata.occurredAt;
  return {
    ...row,
    status: to,
    state: toState,
    resolved_at: toState === 'resolved' ? at : toState === 'closed' ? row.resolved_at : null,
    closed_at: toState === 'closed' ? at : null,
    snoozed_until: isDone(toState) ? null : row.snoozed_until,
  };
}

const movedOrNot = (row: TicketListRow, event: LedgerEventOf<Move>): TicketListRow =>
  event.data.from === event.data.to ? row : moved(row, event);

/** Counted are public replies that are still there; the last of them says whose turn it is. */
function replied(row: TicketListRow, replies: TicketListRow['replies']): TicketListRow {
  const spoken = replies.map(({ side }) => side).filter((side) => side !== 'note');
  return { ...row, replies, public_reply_count: spoken.length, last_reply_by: spoken.at(-1) ?? null };
}

const meanings: Meanings<TicketListRow, 'TicketOpened'> = {
  TicketStatusChanged: moved,
  TicketResolved: (row, event) => ({
    ...moved(row, event),
    reopened: false,
    rated: false,
    resolution_notes: event.data.notes,
    resolution_by: event.metadata.actor.id,
    resolution_at: event.metadata.occurredAt,
  }),
  TicketClosed: moved,
  TicketReopened: (row, event) => ({ ...moved(row, event), reopened: true, reopen_count: row.reopen_count + 1 }),

  RequesterChanged: (row, { data: { to } }) => ({ ...row, requester_id: to.requesterId, client_id: to.clientId }),
  GuestLinkIssued: (row) => row,
  TicketAssigned: (row, { data }) => ({ ...row, ...assigned(data.to) }),
  TicketUnassigned: (row) => ({ ...row, ...assigned({ userId: null, groupId: null }) }),
  PriorityChanged: (row, { data }) => ({ ...row, ...prioritised(data.to) }),
  TicketReclassified: (row, { data }) => ({ ...row, ...classified(data.to) }),
  CustomFieldSet: (row, { data: { fieldId, to } }) => {
    const { [fieldId]: _before, ...others } = row.custom_fields;
    return { ...row, custom_fields: to === null ? others : { ...others, [fieldId]: to } };
  },
  TagAdded: (row, { data }) => ({ ...row, tags: [...row.tags.filter((tag) => tag !== data.tag), data.tag] }),
  TagRemoved: (row, { data }) => ({ ...row, tags: row.tags.filter((tag) => tag !== data.tag) }),

  ReplyAdded: (row, { data }) => ({
    ...replied(row, [...row.replies, { id: data.replyId, side: data.side }]),
    reopened: row.reopened && data.side === 'requester',
  }),
  NoteAdded: (row, { data }) => replied(row, [...row.replies, { id: data.replyId, side: 'note' }]),
  ReplyEdited: (row) => row,
  ReplyDeleted: (row, { data }) =>
    replied(
      row,
      row.replies.filter(({ id }) => id !== data.replyId),
    ),

  ReplySplitOff: (row, { data }) =>
    replied(
      row,
      row.replies.filter(({ id }) => !data.replyIds.includes(id)),
    ),
  ReplyTakenOver: (row, { data }) => replied(row, [...row.replies, { id: data.replyId, side: data.side ?? 'note' }]),
  RecipientAdded: (row, { data }) => ({ ...row, recipients: [...row.recipients, data.userId] }),
  RecipientRemoved: (row, { data }) => ({ ...row, recipients: row.recipients.filter((id) => id !== data.userId) }),
  ReferenceAdded: (row, { data }) => ({ ...row, references: [...row.references, data] }),
  ReferenceRemoved: (row, { data }) => ({
    ...row,
    references: row.references.filter(({ kind, id }) => kind !== data.kind || id !== data.id),
  }),

  TicketSnoozed: (row, { data }) => ({ ...row, snoozed_until: data.until }),
  TicketWoke: (row) => ({ ...row, snoozed_until: null }),
  TicketRated: (row, { data, metadata }) => ({
    ...row,
    rating_score: data.score,
    rating_comment: data.comment,
    rating_at: metadata.occurredAt,
    rated: true,
  }),
  ChildrenResolveRequested: (row) => row,
  TicketAbsorbed: (row) => row,
  TicketReleased: (row) => row,
  TicketMergedInto: (row, event) => ({ ...movedOrNot(row, event), merged_into: event.data.target }),
  MergeUndone: (row, event) => ({ ...movedOrNot(row, event), merged_into: null }),
  TicketAdopted: (row) => row,
  TicketTombstoned: () => null,

  LinkAdded: 'ignored',
  LinkRemoved: 'ignored',
  TicketPolicyPublished: 'ignored',
  NumbersReserved: 'ignored',
  DirectoryChanged: 'ignored',
  AuditRead: 'ignored',
};

/** Who may not see notes learns nothing of them from a time either; nor of what support does among itself. */
function isPublic(row: TicketListRow, event: LedgerEvent): boolean {
  switch (event.type) {
    case 'NoteAdded':
    case 'TicketRated':
    case 'TicketSnoozed':
    case 'TicketWoke':
    case 'GuestLinkIssued':
    case 'TicketAbsorbed':
    case 'TicketReleased':
    case 'ChildrenResolveRequested':
    case 'TicketAdopted':
      return false;
    case 'ReplyTakenOver':
      return event.data.kind === 'reply';
    case 'ReplySplitOff':
      return row.replies.some(({ id, side }) => event.data.replyIds.includes(id) && side !== 'note');
    case 'ReplyEdited':
    case 'ReplyDeleted':
      return row.replies.some(({ id, side }) => id === event.data.replyId && side !== 'note');
    default:
      return true;
  }
}

/** What every event moves, and what follows from the rest of the row. */
function stamped(row: TicketListRow, event: LedgerEvent, isPublic: boolean): TicketListRow {
  const { occurredAt, origin } = event.metadata;
  const waiting_on = isDone(row.state)
    ? null
    : row.state === 'waiting' || row.last_reply_by === 'support'
      ? 'requester'
      : 'support';
  return {
    ...row,
    waiting_on,
    needs_response: waiting_on === 'support',
    live: row.live || origin === 'live',
    // Times come from several writers' clocks: a row never grows younger.
    updated_at: later(row.updated_at, occurredAt),
    public_updated_at: isPublic ? later(row.public_updated_at, occurredAt) : row.public_updated_at,
    revision: event.revision.toString(),
  };
}
const later = (a: string, b: string): string => (a > b ? a : b);

function countedFacts(row: TicketListRow): Omit<TicketBadgeCell, 'roll_up' | 'cell' | 'count'> {
  return {
    tenant: row.tenant,
    client_id: row.client_id,
    project_id: row.project_id,
    category_id: row.category_id,
    type_id: row.type_id,
    assignee_id: row.assignee_id,
    group_id: row.group_id,
    status: row.status,
    state: row.state,
    waiting_on: row.waiting_on,
    needs_response: row.needs_response,
    reopened: row.reopened,
    urgent: !isDone(row.state) && (row.priority === 'high' || row.priority === 'critical'),
    unassigned: row.assignee_id === null && row.group_id === null,
  };
}
const inEach: readonly (keyof CountedFacts | 'tenant')[] = [
  'tenant',
  'status',
  'state',
  'waiting_on',
  'needs_response',
  'reopened',
  'urgent',
  'unassigned',
];
const rollUps = Object.fromEntries(
  Object.entries(badgeRollUps).map(([name, columns]) => [name, [...inEach, ...columns]]),
);

export const ticketList: RowModel<LedgerEvent> = rowModel({
  version: rolledUpSince,
  tables: ticketListTables,
  table: 'ticket_list',
  key: ['tenant', 'id'],
  keys: (event: LedgerEvent) =>
    event.type === 'TicketOpened' || meaningOf(meanings, event) !== 'ignored' ? [ticketOf(event)] : [],
  evolve: (row: TicketListRow | null, event, { tenant }) => {
    if (event.type === 'TicketOpened') return stamped(opened(event, tenant), event, true);
    if (!row) throw new Error(`${event.type} comes before TicketOpened, or after the ticket's end`);
    const meaning = meaningOf(meanings, event);
    const changed = meaning === 'ignored' ? row : meaning(row, event);
    return changed && stamped(changed, event, isPublic(row, event));
  },
  counts: { table: 'ticket_badge_cells', facts: countedFacts, rollUps },
});
