// What an event means to those who watch tickets, and which of it one of them is told. Whoever may not see a note learns
// nothing of it; whoever loses sight of a ticket is told so, and no more.
import { can, inScope, type Actor, type ScopeFacts } from '#access';
import { toFact, type LedgerEvent } from '#ledger';
import { seesRating } from '#read-side';
import { exists, scopeFacts, type EventType, type Ticket, type TicketFact } from '#ticket';
import type { TicketStates } from './ticket-states.js';

export type Change =
  | 'opened'
  | 'requester'
  | 'merged'
  | 'status'
  | 'assignee'
  | 'priority'
  | 'classification'
  | 'reply'
  | 'note'
  | 'tags'
  | 'links'
  | 'fields'
  | 'recipients'
  | 'references'
  | 'rating'
  | 'snooze'
  | 'deleted';

/** One ticket's part in an event. */
export interface Notice {
  readonly ticket: { readonly id: string; readonly number: string; readonly revision: string };
  readonly change: Change;
  /** where the ticket stood before and after; null: nowhere */
  readonly before: ScopeFacts | null;
  readonly after: ScopeFacts | null;
  /** the other ticket of a link: who does not see it sees no link */
  readonly beside?: ScopeFacts;
}

export interface Entry {
  readonly position: bigint;
  readonly notices: readonly Notice[];
}

/** `null`: changes nothing that is shown. */
const changes: Readonly<Record<EventType, Change | null>> = {
  TicketOpened: 'opened',
  TicketStatusChanged: 'status',
  TicketResolved: 'status',
  TicketClosed: 'status',
  TicketReopened: 'status',
  RequesterChanged: 'requester',
  GuestLinkIssued: null,
  TicketAssigned: 'assignee',
  TicketUnassigned: 'assignee',
  PriorityChanged: 'priority',
  TicketReclassified: 'classification',
  CustomFieldSet: 'fields',
  TagAdded: 'tags',
  TagRemoved: 'tags',
  ReplyAdded: 'reply',
  NoteAdded: 'note',
  ReplyEdited: 'reply',
  ReplyDeleted: 'reply',
  RecipientAdded: 'recipients',
  RecipientRemoved: 'recipients',
  ReferenceAdded: 'references',
  ReferenceRemoved: 'references',
  TicketSnoozed: 'snooze',
  TicketWoke: 'snooze',
  TicketRated: 'rating',
  ChildrenResolveRequested: null,
  TicketAbsorbed: 'merged',
  TicketReleased: 'merged',
  TicketMergedInto: 'status',
  MergeUndone: 'status',
  ReplySplitOff: 'reply',
  ReplyTakenOver: null,
  TicketAdopted: null,
  TicketTombstoned: 'deleted',
};

const movesBadges: ReadonlySet<Change> = new Set<Change>([
  'opened',
  'requester',
  'status',
  'assignee',
  'priority',
  'classification',
  'reply',
  'deleted',
]);

/** An edit, a deletion or a split says only which texts it is about. */
function changeOf(fact: TicketFact, before: Ticket): Change | null {
  const { type, data } = fact;
  const about =
    type === 'ReplySplitOff'
      ? data.replyIds
      : type === 'ReplyEdited' || type === 'ReplyDeleted'
        ? [data.replyId]
        : null;
  if (!about) return changes[type];
  // What cannot be told apart is a note: told to fewer.
  return exists(before) && about.some((id) => before.replies.get(id)?.kind === 'reply') ? 'reply' : 'note';
}

const placeOf = (ticket: Ticket): ScopeFacts | null => (exists(ticket) ? scopeFacts(ticket) : null);

/** null: nothing that anybody is told. @throws what reading the log throws */
export async function entryOf(event: LedgerEvent, states: TicketStates): Promise<Entry | null> {
  const { position, revision } = event;
  if (event.type === 'LinkAdded' || event.type === 'LinkRemoved') {
    const ends = [event.data.source, event.data.target];
    const [one, other] = await Promise.all(ends.map((id) => states.before(event, id)));
    if (!one || !other || !exists(one.ticket) || !exists(other.ticket)) return null;
    const notice = (here: typeof one, beside: Ticket): Notice[] => {
      const place = placeOf(here.ticket);
      const far = placeOf(beside);
      if (!exists(here.ticket) || !far) return [];
      const { ticketId: id, number } = here.ticket;
      const ticket = { id, number, revision: here.revision.toString() };
      return [{ ticket, change: 'links', before: place, after: place, beside: far }];
    };
    return { position, notices: [...notice(one, other.ticket), ...notice(other, one.ticket)] };
  }
  const fact = toFact(event);
  if (!fact) return null;
  const { before, after } = await states.step(event, fact);
  const change = changeOf(fact, before);
  const known = after.state === 'absent' ? before : after;
  if (change === null || known.state === 'absent') return null;
  const ticket = { id: known.ticketId, number: known.number, revision: revision.toString() };
  return { position, notices: [{ ticket, change, before: placeOf(before), after: placeOf(after) }] };
}

const frame = (event: string, position: bigint, data: object): string =>
  `event: ${event}\nid: ${position}\ndata: ${JSON.stringify(data)}\n\n`;

export const resetFrame = (position: bigint): string => frame('reset', position, {});

type Message = readonly [event: 'ticket-changed' | 'ticket-gone', data: object];

function messagesFor(actor: Actor, { ticket, change, before, after, beside }: Notice): Message[] {
  const sees = (place: ScopeFacts | null | undefined): boolean => !!place && inScope(actor.scope, place);
  if ((change === 'note' || change === 'snooze') && !can(actor, 'see-notes')) return [];
  if (change === 'rating' && !(after && seesRating(actor, after.requesterId))) return [];
  if (beside && !sees(beside)) return [];
  const changed: Message = ['ticket-changed', { ...ticket, change }];
  if (sees(after)) return [changed];
  if (!sees(before)) return [];
  const gone: Message = ['ticket-gone', { id: ticket.id }];
  return change === 'deleted' ? [changed, gone] : [gone];
}

/**
 * The entries as one reader gets them, who has everything up to `from`. Of several messages at one position only the last
 * carries it: a reader who is cut off between them gets all of them again, and none is lost.
 */
export function framesFor(actor: Actor, entries: readonly Entry[], from: bigint): string {
  let frames = '';
  let last = from;
  let badges = false;
  for (const { position, notices } of entries) {
    const told = notices.flatMap((notice) => {
      const messages = messagesFor(actor, notice);
      badges ||= messages.length > 0 && movesBadges.has(notice.change);
      return messages;
    });
    told.forEach(([event, data], i) => {
      frames += frame(event, i === told.length - 1 ? position : last, data);
    });
    if (told.length > 0) last = position;
  }
  return badges ? frame('badges-changed', from, {}) + frames : frames;
}
