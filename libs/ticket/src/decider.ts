// Every action a ticket knows. One file and one line here add a new one; nothing else decides.
import { absorbTicket } from './actions/absorb-ticket.js';
import { addNote } from './actions/add-note.js';
import { addRecipient } from './actions/add-recipient.js';
import { addReference } from './actions/add-reference.js';
import { addReply } from './actions/add-reply.js';
import { adoptTicket } from './actions/adopt-ticket.js';
import { assignTicket } from './actions/assign-ticket.js';
import { claimTicket } from './actions/claim-ticket.js';
import { classifyTicket } from './actions/classify-ticket.js';
import { closeByTimer } from './actions/close-by-timer.js';
import { closeTicket } from './actions/close-ticket.js';
import { deleteReply } from './actions/delete-reply.js';
import { deleteTicket } from './actions/delete-ticket.js';
import { editReply } from './actions/edit-reply.js';
import { issueGuestLink } from './actions/issue-guest-link.js';
import { markWaiting } from './actions/mark-waiting.js';
import { mergeInto } from './actions/merge-into.js';
import { openTicket } from './actions/open-ticket.js';
import { rateTicket } from './actions/rate-ticket.js';
import { releaseTicket } from './actions/release-ticket.js';
import { removeRecipient } from './actions/remove-recipient.js';
import { removeReference } from './actions/remove-reference.js';
import { reopenTicket } from './actions/reopen-ticket.js';
import { resolveChildren } from './actions/resolve-children.js';
import { resolveTicket } from './actions/resolve-ticket.js';
import { setCustomFields } from './actions/set-custom-fields.js';
import { setPriority } from './actions/set-priority.js';
import { setStatus } from './actions/set-status.js';
import { snoozeTicket } from './actions/snooze-ticket.js';
import { splitOff } from './actions/split-off.js';
import { startProgress } from './actions/start-progress.js';
import { tagTicket } from './actions/tag-ticket.js';
import { takeTicket } from './actions/take-ticket.js';
import { undoMerge } from './actions/undo-merge.js';
import { untagTicket } from './actions/untag-ticket.js';
import { wakeByTimer } from './actions/wake-by-timer.js';
import { wakeTicket } from './actions/wake-ticket.js';
import type { Action, OpeningAction } from './command.js';
import type { EventType, TicketEvent } from './events.js';
import { isTerminal } from './policies.js';
import { Rejection } from './rejection.js';
import { exists, type Ticket } from './state.js';

const actions = {
  AddReply: addReply,
  AddNote: addNote,
  EditReply: editReply,
  DeleteReply: deleteReply,
  StartProgress: startProgress,
  MarkWaiting: markWaiting,
  ResolveTicket: resolveTicket,
  CloseTicket: closeTicket,
  ReopenTicket: reopenTicket,
  SetStatus: setStatus,
  AssignTicket: assignTicket,
  TakeTicket: takeTicket,
  SetPriority: setPriority,
  ClassifyTicket: classifyTicket,
  SetCustomFields: setCustomFields,
  TagTicket: tagTicket,
  UntagTicket: untagTicket,
  AddRecipient: addRecipient,
  RemoveRecipient: removeRecipient,
  AddReference: addReference,
  RemoveReference: removeReference,
  SplitOff: splitOff,
  SnoozeTicket: snoozeTicket,
  WakeTicket: wakeTicket,
  WakeByTimer: wakeByTimer,
  RateTicket: rateTicket,
  ResolveChildren: resolveChildren,
  AbsorbTicket: absorbTicket,
  ReleaseTicket: releaseTicket,
  MergeInto: mergeInto,
  UndoMerge: undoMerge,
  IssueGuestLink: issueGuestLink,
  ClaimTicket: claimTicket,
  CloseByTimer: closeByTimer,
  AdoptTicket: adoptTicket,
  DeleteTicket: deleteTicket,
};
type CommandOf<A> = A extends Action<infer C> ? C : A extends OpeningAction<infer C> ? C : never;
type ActingCommand = CommandOf<(typeof actions)[keyof typeof actions]>;
export type TicketCommand = CommandOf<typeof openTicket> | ActingCommand;
export type TicketCommandType = TicketCommand['type'];

type ByType = { [C in ActingCommand as C['type']]: C };
/** Each command's key must be its own `type`, or this line does not compile. */
const actionBy: { readonly [T in keyof ByType]: Action<ByType[T]> } = actions;
// Key and argument belong together, which TypeScript cannot follow through the union.
const actionOf = (command: ActingCommand) => actionBy[command.type] as Action<ActingCommand>;

export const commandTypes = ['OpenTicket', ...Object.keys(actions)] as readonly TicketCommandType[];

/**
 * May this actor try this at all? False is `not-allowed`.
 * @throws Rejection `ticket-not-found`; `field-not-allowed` for a field of the command beyond the actor's rights
 */
export function may(command: TicketCommand, ticket: Ticket): boolean {
  if (command.type === 'OpenTicket') return openTicket.may(command);
  if (!exists(ticket)) throw new Rejection('ticket-not-found');
  return actionOf(command).may(command, ticket);
}

/** What a closed ticket that nothing leaves may still go through. */
const afterTheEnd: ReadonlySet<EventType> = new Set<EventType>([
  'TicketAdopted',
  'TicketTombstoned',
  'GuestLinkIssued',
  'RequesterChanged',
  'TicketRated',
  'TicketReleased',
  'TicketMergedInto',
  'MergeUndone',
]);

/** What a merged ticket may still go through: everything else happens on its primary. */
const whileMerged: ReadonlySet<TicketCommandType> = new Set<TicketCommandType>([
  'MergeInto',
  'UndoMerge',
  'CloseByTimer',
  'WakeByTimer',
  'AdoptTicket',
  'DeleteTicket',
]);

/** The events of the change, all or none; `[]`: it is so already. @throws Rejection */
export function decide(command: TicketCommand, ticket: Ticket): TicketEvent[] {
  if (!may(command, ticket)) throw new Rejection('not-allowed');
  if (command.type === 'OpenTicket') return openTicket.decide(command, ticket);
  if (!exists(ticket)) throw new Rejection('ticket-not-found');
  if (ticket.merged && !whileMerged.has(command.type)) {
    throw new Rejection('ticket-merged', 'it is merged: its primary is the one to act on');
  }
  const events = actionOf(command).decide(command, ticket);
  if (isTerminal(command.policy, ticket) && events.some(({ type }) => !afterTheEnd.has(type))) {
    throw new Rejection('ticket-closed');
  }
  return events;
}
