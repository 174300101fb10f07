// One row per reply, note, move and change of a ticket, as its thread shows them.
import type { LedgerEvent } from '#ledger';
import { rowModel, type RowModel } from '#projection';
import { absorbedField, ratingField, snoozeField, ticketThreadTables, type TicketThreadRow } from '#read-side';
import { meaningOf, ticketOf, type LedgerEventOf, type Meanings } from '../ticket-event.js';

const entry = (event: LedgerEvent, kind: TicketThreadRow['kind'], told: Partial<TicketThreadRow>): TicketThreadRow => {
  const { tenant, id } = ticketOf(event);
  const { actor, occurredAt } = event.metadata;
  return {
    tenant,
    ticket_id: id,
    entry_id: event.id,
    kind,
    position: event.position.toString(),
    seq: event.revision.toString(),
    at: occurredAt,
    actor_id: actor.id,
    actor_role: actor.role,
    actor_kind: actor.kind,
    side: null,
    body: null,
    parent_id: null,
    attachment_urls: [],
    edited_at: null,
    deleted: false,
    moved_to: null,
    field: null,
    from_value: null,
    to_value: null,
    reason: null,
    ...told,
  };
};

const moved = (
  _: unknown,
  event: LedgerEventOf<'TicketStatusChanged' | 'TicketResolved' | 'TicketClosed' | 'TicketReopened'>,
): TicketThreadRow =>
  entry(event, 'status', { from_value: event.data.from, to_value: event.data.to, reason: event.data.reason });

const ended = (_: unknown, event: LedgerEventOf<'TicketMergedInto' | 'MergeUndone'>): TicketThreadRow =>
  entry(event, 'status', { from_value: event.data.from, to_value: event.data.to });

const change = (event: LedgerEvent, field: string, from_value: unknown, to_value: unknown): TicketThreadRow =>
  entry(event, 'change', { field, from_value, to_value });

const meanings: Meanings<TicketThreadRow | null, 'TicketTombstoned'> = {
  // The first entry: the status a ticket began in. What was asked, the ticket itself shows.
  TicketOpened: (_, event) => entry(event, 'status', { from_value: null, to_value: event.data.status }),
  TicketStatusChanged: moved,
  TicketResolved: moved,
  TicketClosed: moved,
  TicketReopened: moved,
  TicketMergedInto: ended,
  MergeUndone: ended,

  RequesterChanged: (_, event) => change(event, 'requester', event.data.from.requesterId, event.data.to.requesterId),
  TicketAssigned: (_, event) => change(event, 'assignee', event.data.from, event.data.to),
  TicketUnassigned: (_, event) => change(event, 'assignee', event.data.from, null),
  PriorityChanged: (_, event) => change(event, 'priority', event.data.from, event.data.to),
  TicketReclassified: (_, event) => change(event, 'classification', event.data.from, event.data.to),
  CustomFieldSet: (_, event) => change(event, `custom-field:${event.data.fieldId}`, event.data.from, event.data.to),
  TagAdded: (_, event) => change(event, 'tags', null, event.data.tag),
  TagRemoved: (_, event) => change(event, 'tags', event.data.tag, null),

  TicketSnoozed: (_, event) => change(event, snoozeField, null, event.data.until),
  TicketWoke: (_, event) => change(event, snoozeField, event.data.until, null),
  TicketRated: (_, event) => change(event, ratingField, null, event.data),

  // Shown to nobody as such: it says whose entries belong here too.
  TicketAbsorbed: (_, event) => change(event, absorbedField, null, event.data.source),

  ReplyAdded: (_, event) => {
    const { replyId, side, body, parentId, attachmentUrls } = event.data;
    return entry(event, 'reply', {
      entry_id: replyId,
      side,
      body,
      parent_id: parentId,
      attachment_urls: attachmentUrls,
    });
  },
  NoteAdded: (_, event) => {
    const { replyId, body, parentId } = event.data;
    return entry(event, 'note', { entry_id: replyId, body, parent_id: parentId });
  },
  ReplyEdited: (row, { data, metadata }) => row && { ...row, body: data.body, edited_at: metadata.occurredAt },
  // A place in the thread remains; the words are in the audit only.
  ReplyDeleted: (row) => row && { ...row, body: null, attachment_urls: [], deleted: true },

  // A place remains for it too: it shows where the words have gone.
  ReplySplitOff: (row, { data }) => row && { ...row, body: null, attachment_urls: [], moved_to: data.into },
  ReplyTakenOver: (_, event) => {
    const { replyId, kind, by, at, editedAt, side, body, parentId, attachmentUrls } = event.data;
    return entry(event, kind, {
      entry_id: replyId,
      at,
      actor_id: by.id,
      actor_role: by.role,
      actor_kind: by.kind,
      side,
      body,
      parent_id: parentId,
      attachment_urls: attachmentUrls,
      edited_at: editedAt,
    });
  },
  RecipientAdded: (_, event) => change(event, 'recipients', null, event.data.userId),
  RecipientRemoved: (_, event) => change(event, 'recipients', event.data.userId, null),
  ReferenceAdded: (_, event) => change(event, 'references', null, event.data),
  ReferenceRemoved: (_, event) => change(event, 'references', event.data, null),

  // It names tickets that not every reader of this one may know; each of them tells its own part.
  ChildrenResolveRequested: 'ignored',
  TicketReleased: 'ignored',
  GuestLinkIssued: 'ignored',
  TicketAdopted: 'ignored',
  LinkAdded: 'ignored',
  LinkRemoved: 'ignored',
  TicketPolicyPublished: 'ignored',
  NumbersReserved: 'ignored',
  DirectoryChanged: 'ignored',
  AuditRead: 'ignored',
};

/** Replies and notes are changed later under their own id; anything else is said once. */
const entryIdsOf = (event: LedgerEvent): readonly string[] => {
  if (event.type === 'ReplySplitOff') return event.data.replyIds;
  return [entryIdOf(event)];
};

const entryIdOf = (event: LedgerEvent): string =>
  event.type === 'ReplyAdded' ||
  event.type === 'ReplyTakenOver' ||
  event.type === 'NoteAdded' ||
  event.type === 'ReplyEdited' ||
  event.type === 'ReplyDeleted'
    ? event.data.replyId
    : event.id;

export const ticketThread: RowModel<LedgerEvent> = rowModel({
  version: 2,
  tables: ticketThreadTables,
  table: 'ticket_thread',
  paceMs: 10,
  key: ['tenant', 'ticket_id', 'entry_id'],
  keys: (event: LedgerEvent) => {
    if (event.type === 'TicketTombstoned' || meaningOf(meanings, event) === 'ignored') return [];
    const { tenant, id } = ticketOf(event);
    return entryIdsOf(event).map((entry_id) => ({ tenant, ticket_id: id, entry_id }));
  },
  evolve: (row: TicketThreadRow | null, event) => {
    if (event.type === 'TicketTombstoned') return row;
    const meaning = meaningOf(meanings, event);
    return meaning === 'ignored' ? row : meaning(row, event);
  },
  clears: (event) => {
    if (event.type !== 'TicketTombstoned') return null;
    const { tenant, id } = ticketOf(event);
    return { tenant, ticket_id: id };
  },
});
