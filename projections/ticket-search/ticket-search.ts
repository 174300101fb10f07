// What a ticket can be found by: its words and its labels. A text that is deleted, or whose ticket is, is found no more.
import type { LedgerEvent } from '#ledger';
import { rowModel, type RowModel } from '#projection';
import { fieldLabel, guestLabel, referenceLabel, tagLabel, ticketSearchTables, type TicketSearchRow } from '#read-side';
import { ticketOf, type LedgerEventOf } from '../ticket-event.js';

type Part = Pick<TicketSearchRow, 'kind' | 'part' | 'text'>;

const label = (part: string): Part => ({ kind: 'label', part, text: '' });
const written = (kind: 'reply' | 'note', part: string, text: string): Part => ({ kind, part, text });

const openedWith = ({ data }: LedgerEventOf<'TicketOpened'>): Part[] => {
  const { subject, description, guest, tags, references, customFields } = data;
  return [
    { kind: 'opening', part: 'opening', text: `${subject}\n${description}` },
    ...(guest
      ? [
          { kind: 'guest', part: 'guest', text: `${guest.name}\n${guest.email}` } as const,
          label(guestLabel(guest.email)),
        ]
      : []),
    ...tags.map((tag) => label(tagLabel(tag))),
    ...references.map((reference) => label(referenceLabel(reference))),
    ...Object.entries(customFields).map(([id, value]) => label(fieldLabel(id, value))),
  ];
};

/** What stands there afterwards, and under which part; null: nothing. `was`: what stood there. */
type Told = readonly [part: string, now: (was: Part | null) => Part | null];

const set = (part: Part): Told => [part.part, () => part];
const end = (part: string): Told => [part, () => null];

type Telling<T extends LedgerEvent['type']> = ((event: LedgerEventOf<T>) => readonly Told[]) | 'ignored';

const tellings: { readonly [T in LedgerEvent['type']]: Telling<T> } = {
  TicketOpened: (event) => openedWith(event).map(set),
  ReplyAdded: ({ data }) => [set(written('reply', data.replyId, data.body))],
  NoteAdded: ({ data }) => [set(written('note', data.replyId, data.body))],
  ReplyEdited: ({ data }) => [[data.replyId, (was) => was && { ...was, text: data.body }]],
  ReplyDeleted: ({ data }) => [end(data.replyId)],
  ReplySplitOff: ({ data }) => data.replyIds.map(end),
  ReplyTakenOver: ({ data }) => [set(written(data.kind, data.replyId, data.body))],
  TagAdded: ({ data }) => [set(label(tagLabel(data.tag)))],
  TagRemoved: ({ data }) => [end(tagLabel(data.tag))],
  ReferenceAdded: ({ data }) => [set(label(referenceLabel(data)))],
  ReferenceRemoved: ({ data }) => [end(referenceLabel(data))],
  CustomFieldSet: ({ data: { fieldId, from, to } }) => [
    ...(from === null ? [] : [end(fieldLabel(fieldId, from))]),
    ...(to === null ? [] : [set(label(fieldLabel(fieldId, to)))]),
  ],

  // Every row of the ticket is cleared at once.
  TicketTombstoned: 'ignored',
  TicketStatusChanged: 'ignored',
  TicketResolved: 'ignored',
  TicketClosed: 'ignored',
  TicketReopened: 'ignored',
  TicketAssigned: 'ignored',
  TicketUnassigned: 'ignored',
  PriorityChanged: 'ignored',
  TicketReclassified: 'ignored',
  RequesterChanged: 'ignored',
  GuestLinkIssued: 'ignored',
  RecipientAdded: 'ignored',
  RecipientRemoved: 'ignored',
  TicketSnoozed: 'ignored',
  TicketWoke: 'ignored',
  TicketRated: 'ignored',
  ChildrenResolveRequested: 'ignored',
  TicketAbsorbed: 'ignored',
  TicketReleased: 'ignored',
  TicketMergedInto: 'ignored',
  MergeUndone: 'ignored',
  TicketAdopted: 'ignored',
  LinkAdded: 'ignored',
  LinkRemoved: 'ignored',
  TicketPolicyPublished: 'ignored',
  NumbersReserved: 'ignored',
  DirectoryChanged: 'ignored',
  AuditRead: 'ignored',
};

/** Table and event correlate by type, which TypeScript cannot follow through the union. */
function toldBy(event: LedgerEvent): readonly Told[] {
  const telling = tellings[event.type] as Telling<LedgerEvent['type']>;
  return telling === 'ignored' ? [] : telling(event);
}

export const ticketSearch: RowModel<LedgerEvent> = rowModel({
  version: 2,
  tables: ticketSearchTables,
  table: 'ticket_search',
  paceMs: 50,
  key: ['tenant', 'ticket_id', 'part'],
  keys: (event: LedgerEvent) => {
    const told = toldBy(event);
    if (told.length === 0) return [];
    const { tenant, id } = ticketOf(event);
    return told.map(([part]) => ({ tenant, ticket_id: id, part }));
  },
  evolve: (row: TicketSearchRow | null, event, { tenant, ticket_id, part }) => {
    const now = toldBy(event).find(([its]) => its === part)?.[1](row) ?? null;
    return now && { ...now, tenant, ticket_id };
  },
  clears: (event) => {
    if (event.type !== 'TicketTombstoned') return null;
    const { tenant, id } = ticketOf(event);
    return { tenant, ticket_id: id };
  },
});
