// What every event means to the state that decisions are made on. Complete by type; knows no rule and refuses nothing.
import type { State } from '#policy';
import type { EventOf, EventType, Happening, TicketFact } from './events.js';
import { linksAt } from './guests.js';
import { Replies } from './replies.js';
import { absent, exists, type ExistingTicket, type Facts, type Ticket } from './state.js';

type Change<T extends EventType> = (ticket: ExistingTicket, fact: EventOf<T> & Happening) => Ticket;

function factsOf(ticket: ExistingTicket): Facts {
  const stamped: Facts & { [K in 'state' | 'resolvedAt' | 'clockFrom' | 'generation' | 'closedAt']?: unknown } = ticket;
  const {
    state: _state,
    resolvedAt: _resolved,
    clockFrom: _clock,
    generation: _generation,
    closedAt: _closed,
    ...facts
  } = stamped;
  return facts;
}

const awakened = <T extends Facts>({ snooze: _snooze, ...ticket }: T): Omit<T, 'snooze'> => ticket;

/** Arriving in a status stamps what its canonical state asks for, whichever event brought the ticket there. */
function arrive(
  facts: Facts,
  { status, state, resolvedAt }: { status: string; state: State; resolvedAt: string | null },
  { at, revision }: Happening,
): ExistingTicket {
  const there = { ...facts, status };
  const done = awakened(there);
  if (state === 'resolved') return { ...done, state, resolvedAt: at, clockFrom: at, generation: revision };
  if (state === 'closed') return { ...done, state, resolvedAt, closedAt: at };
  return { ...there, state };
}

type Move =
  'TicketStatusChanged' | 'TicketResolved' | 'TicketClosed' | 'TicketReopened' | 'TicketMergedInto' | 'MergeUndone';

const moved = (ticket: ExistingTicket, fact: EventOf<Move> & Happening): ExistingTicket => {
  const resolvedAt = 'resolvedAt' in ticket ? ticket.resolvedAt : null;
  return arrive(factsOf(ticket), { status: fact.data.to, state: fact.data.toState, resolvedAt }, fact);
};

const written: Change<'ReplyAdded' | 'NoteAdded'> = (ticket, { type, data, by, at }) => ({
  ...ticket,
  reopened: ticket.reopened && !(type === 'ReplyAdded' && data.side === 'support'),
  replies: ticket.replies.with(data.replyId, {
    kind: type === 'NoteAdded' ? 'note' : 'reply',
    authorId: by.id,
    at,
    deleted: false,
  }),
});

/** Where the status stays, so do its stamps. */
const movedOrNot = (ticket: ExistingTicket, fact: Parameters<typeof moved>[1]): ExistingTicket =>
  fact.data.from === fact.data.to ? ticket : moved(ticket, fact);

const unchanged = (ticket: ExistingTicket): Ticket => ticket;

const changes: { readonly [T in Exclude<EventType, 'TicketOpened'>]: Change<T> } = {
  TicketStatusChanged: moved,
  TicketResolved: ({ rated: _rated, ...ticket }, fact) => moved({ ...ticket, reopened: false }, fact),
  TicketClosed: moved,
  TicketReopened: (ticket, fact) => moved({ ...ticket, reopened: true, reopenCount: ticket.reopenCount + 1 }, fact),
  RequesterChanged: (ticket, { data: { to } }) => {
    const { guestAccess: _access, ...others }: ExistingTicket = ticket;
    return { ...others, ...to };
  },
  GuestLinkIssued: (ticket, { data: { linkId, expiresAt }, at }) => {
    if (!ticket.guestAccess) return ticket;
    const links = [...linksAt(at, ticket.guestAccess), { id: linkId, expiresAt }];
    return { ...ticket, guestAccess: { ...ticket.guestAccess, links } };
  },
  TicketAssigned: (ticket, { data }) => ({ ...ticket, assignee: data.to }),
  TicketUnassigned: (ticket) => ({ ...ticket, assignee: { userId: null, groupId: null } }),
  PriorityChanged: (ticket, { data }) => ({ ...ticket, priority: data.to }),
  TicketReclassified: (ticket, { data }) => ({ ...ticket, classification: data.to }),
  CustomFieldSet: (ticket, { data: { fieldId, to } }) => {
    const values = new Map(Object.entries(ticket.customFields));
    if (to === null) values.delete(fieldId);
    else values.set(fieldId, to);
    return { ...ticket, customFields: Object.fromEntries(values) };
  },
  TagAdded: (ticket, { data: { tag } }) => ({ ...ticket, tags: [...ticket.tags, tag] }),
  TagRemoved: (ticket, { data }) => ({ ...ticket, tags: ticket.tags.filter((tag) => tag !== data.tag) }),
  ReplyAdded: written,
  NoteAdded: written,
  ReplyEdited: unchanged,
  ReplyDeleted: (ticket, { data: { replyId } }) => {
    const reply = ticket.replies.get(replyId);
    return reply ? { ...ticket, replies: ticket.replies.with(replyId, { ...reply, deleted: true }) } : ticket;
  },
  ReplySplitOff: (ticket, { data: { replyIds, into } }) => {
    let { replies } = ticket;
    for (const id of replyIds) {
      const reply = replies.get(id);
      if (reply) replies = replies.with(id, { ...reply, movedTo: into });
    }
    return { ...ticket, replies };
  },
  ReplyTakenOver: (ticket, { data: { replyId, kind, by, at } }) => ({
    ...ticket,
    replies: ticket.replies.with(replyId, { kind, authorId: by.id, at, deleted: false }),
  }),
  RecipientAdded: (ticket, { data: { userId } }) => ({ ...ticket, recipients: [...ticket.recipients, userId] }),
  RecipientRemoved: (ticket, { data: { userId } }) => ({
    ...ticket,
    recipients: ticket.recipients.filter((id) => id !== userId),
  }),
  ReferenceAdded: (ticket, { data: { kind, id } }) => ({ ...ticket, references: [...ticket.references, { kind, id }] }),
  ReferenceRemoved: (ticket, { data: { kind, id } }) => ({
    ...ticket,
    references: ticket.references.filter((reference) => reference.kind !== kind || reference.id !== id),
  }),
  TicketSnoozed: (ticket, { data: { until }, revision }) => ({ ...ticket, snooze: { until, generation: revision } }),
  TicketWoke: ({ snooze: _snooze, ...ticket }) => ticket,
  TicketRated: (ticket) => ({ ...ticket, rated: true }),
  ChildrenResolveRequested: unchanged,
  TicketAbsorbed: (ticket, { data }) => ({ ...ticket, absorbed: [...(ticket.absorbed ?? []), data.source] }),
  TicketReleased: ({ absorbed = [], ...ticket }, { data }) => {
    const left = absorbed.filter((id) => id !== data.source);
    return left.length === 0 ? ticket : { ...ticket, absorbed: left };
  },
  TicketMergedInto: (ticket, fact) => ({
    ...movedOrNot(ticket, fact),
    merged: { into: fact.data.target, status: fact.data.from, state: fact.data.fromState },
  }),
  MergeUndone: ({ merged: _merged, ...ticket }, fact) => movedOrNot(ticket, fact),
  TicketAdopted: unchanged,
  TicketTombstoned: ({ ticketId, number }) => ({ state: 'deleted', ticketId, number }),
};

const opened = (fact: EventOf<'TicketOpened'> & Happening): ExistingTicket => {
  const { data, origin } = fact;
  const facts: Facts = {
    ticketId: data.ticketId,
    number: data.number,
    requesterId: data.requesterId,
    clientId: data.clientId,
    projectId: data.projectId,
    status: data.status,
    priority: data.priority,
    classification: { categoryId: data.categoryId, typeId: data.typeId, itemId: data.itemId },
    assignee: data.assignee,
    recipients: data.recipients,
    references: data.references,
    customFields: data.customFields,
    tags: data.tags,
    replies: Replies.none,
    reopened: false,
    reopenCount: 0,
    live: origin === 'live',
    ...(data.guest && { guestAccess: { email: data.guest.email, links: [] } }),
  };
  return arrive(facts, { status: data.status, state: data.state, resolvedAt: null }, fact);
};

/** The first live event of an imported ticket starts its clock. */
function awake(ticket: Ticket, { type, origin, at }: TicketFact): Ticket {
  if (!exists(ticket) || ticket.live || (origin !== 'live' && type !== 'TicketAdopted')) return ticket;
  return ticket.state === 'resolved' ? { ...ticket, live: true, clockFrom: at } : { ...ticket, live: true };
}

/** @throws Error when the stream does not begin with TicketOpened: it is then not a ticket's */
export function evolve(ticket: Ticket, fact: TicketFact): Ticket {
  if (fact.type === 'TicketOpened') return opened(fact);
  if (ticket.state === 'deleted') return ticket;
  if (!exists(ticket)) throw new Error(`${fact.type} at revision ${fact.revision} comes before TicketOpened`);
  // One correlated pair of key and argument, which TypeScript cannot follow through the union.
  const change = changes[fact.type] as Change<typeof fact.type>;
  return awake(change(ticket, fact), fact);
}

export const fold = (facts: Iterable<TicketFact>, from: Ticket = absent): Ticket => {
  let ticket = from;
  for (const fact of facts) ticket = evolve(ticket, fact);
  return ticket;
};
