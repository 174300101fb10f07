// The clocks of every ticket that has, or had, or may get one: of auto-close, and of its snooze. It starts nothing: the worker reads it, and
// the domain judges what comes of it.
import type { LedgerEvent } from '#ledger';
import { rowModel, type RowModel } from '#projection';
import { dueTimerTables, type DueTimerRow } from '#read-side';
import { meaningOf, ticketOf, type LedgerEventOf, type Meanings } from '../ticket-event.js';

type Move =
  'TicketStatusChanged' | 'TicketResolved' | 'TicketClosed' | 'TicketReopened' | 'TicketMergedInto' | 'MergeUndone';

/** A ticket that is resolved starts a clock of its own; leaving that state stops it, with its generation left to be called off. */
const moved = (row: DueTimerRow, event: LedgerEventOf<Move>): DueTimerRow =>
  event.data.toState === 'resolved'
    ? started({ ...row, snoozed: false }, event)
    : { ...row, resolved: false, snoozed: row.snoozed && event.data.toState !== 'closed' };

const started = (row: DueTimerRow, { id, revision, metadata }: LedgerEvent): DueTimerRow => ({
  ...row,
  resolved: true,
  clock_from: metadata.occurredAt,
  generation: revision.toString(),
  event_id: id,
});

/** Where the status stays, so does its clock. */
const movedOrNot = (row: DueTimerRow, event: LedgerEventOf<'TicketMergedInto' | 'MergeUndone'>): DueTimerRow =>
  event.data.from === event.data.to ? row : moved(row, event);

const unresolved = { live: true, resolved: false, clock_from: null, generation: null, event_id: null };
const unsnoozed = { snoozed: false, snoozed_until: null, snooze_generation: null, snooze_event_id: null };

const meanings: Meanings<DueTimerRow, never> = {
  TicketOpened: (row, event) => {
    const begun = { ...row, ...unresolved, ...unsnoozed, live: event.metadata.origin === 'live' };
    return event.data.state === 'resolved' ? started(begun, event) : begun;
  },
  TicketStatusChanged: moved,
  TicketResolved: moved,
  TicketReopened: moved,
  // Its alarm has rung, or is still to be called off.
  TicketClosed: (row, event) =>
    event.data.cause === 'timer' ? { ...row, ...unresolved, live: row.live } : moved(row, event),
  TicketTombstoned: () => null,

  RequesterChanged: (row) => row,
  GuestLinkIssued: (row) => row,
  TicketAssigned: (row) => row,
  TicketUnassigned: (row) => row,
  PriorityChanged: (row) => row,
  TicketReclassified: (row) => row,
  CustomFieldSet: (row) => row,
  TagAdded: (row) => row,
  TagRemoved: (row) => row,
  ReplyAdded: (row) => row,
  NoteAdded: (row) => row,
  ReplyEdited: (row) => row,
  ReplyDeleted: (row) => row,
  RecipientAdded: (row) => row,
  RecipientRemoved: (row) => row,
  ReferenceAdded: (row) => row,
  ReferenceRemoved: (row) => row,
  TicketSnoozed: (row, { id, revision, data }) => ({
    ...row,
    snoozed: true,
    snoozed_until: data.until,
    snooze_generation: revision.toString(),
    snooze_event_id: id,
  }),
  TicketWoke: (row, { data }) => (data.cause === 'timer' ? { ...row, ...unsnoozed } : { ...row, snoozed: false }),
  TicketRated: (row) => row,
  ChildrenResolveRequested: (row) => row,
  TicketAbsorbed: (row) => row,
  TicketReleased: (row) => row,
  TicketMergedInto: movedOrNot,
  MergeUndone: movedOrNot,
  ReplySplitOff: (row) => row,
  ReplyTakenOver: (row) => row,
  TicketAdopted: (row) => row,

  LinkAdded: 'ignored',
  LinkRemoved: 'ignored',
  TicketPolicyPublished: 'ignored',
  NumbersReserved: 'ignored',
  DirectoryChanged: 'ignored',
  AuditRead: 'ignored',
};

/** The first live event of an imported ticket, whichever it is, starts the clock anew. */
function awake(row: DueTimerRow, { type, metadata }: LedgerEvent): DueTimerRow {
  if (row.live || (metadata.origin !== 'live' && type !== 'TicketAdopted')) return row;
  return { ...row, live: true, clock_from: row.resolved ? metadata.occurredAt : row.clock_from };
}

const meaning = (event: LedgerEvent) => meaningOf<DueTimerRow, never>(meanings, event);

export const dueTimers: RowModel<LedgerEvent> = rowModel({
  version: 2,
  tables: dueTimerTables,
  table: 'due_timers',
  paceMs: 50,
  key: ['tenant', 'ticket_id'],
  keys: (event: LedgerEvent) => {
    if (meaning(event) === 'ignored') return [];
    const { tenant, id } = ticketOf(event);
    return [{ tenant, ticket_id: id }];
  },
  evolve: (row: DueTimerRow | null, event, key) => {
    const change = meaning(event);
    if (change === 'ignored') return row;
    const changed = change(row ?? { ...key, ...unresolved, ...unsnoozed }, event);
    const after = changed && awake(changed, event);
    return after && (!after.live || after.generation !== null || after.snooze_generation !== null) ? after : null;
  },
});
