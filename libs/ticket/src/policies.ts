// Rules that several actions share. Each judgement answers why not, or undefined: deciders throw it, `allowedActions`
// reads it, so that what is offered and what is refused cannot differ.
import { can, type Actor } from '#access';
import {
  durationMs,
  selects,
  statusCalled,
  type Duration,
  type Party,
  type Priority,
  type State,
  type Status,
  type TicketPolicy,
  type Transition,
  type Trigger,
} from '#policy';
import type { TicketEvent } from './events.js';
import { limits, maybeWritten } from './limits.js';
import { Rejection, type RejectionCode } from './rejection.js';
import type { Standing } from './state.js';

/** Who asks, when, and under which policy: every command has them. */
export interface Moment {
  readonly by: Actor;
  readonly at: string;
  readonly policy: TicketPolicy;
}

export const isOpen = (state: State): boolean => state !== 'resolved' && state !== 'closed';

export const isRequester = (by: Actor, ticket: Standing): boolean => by.id === ticket.requesterId;

/** Whose reply counts as the requester's: theirs, and that of every customer who can see the ticket. */
export const isRequesterSide = (by: Actor, ticket: Standing): boolean =>
  by.side === 'customer' || isRequester(by, ticket);

/** Staff, and programs with a key: who may set what a desk sets. */
export const isDesk = (by: Actor): boolean => by.side === 'staff' || by.side === 'service';

/** Those this actor may give a ticket; the default comes without choosing. */
export function selectablePriorities(by: Actor, { priorities }: TicketPolicy): readonly Priority[] {
  const { active, requesterMayChoose, mayChoose = {} } = priorities;
  if (Object.hasOwn(mayChoose, by.role)) return active.filter((priority) => mayChoose[by.role]?.includes(priority));
  return isDesk(by) ? active : active.filter((priority) => requesterMayChoose.includes(priority));
}

export const reopenTarget = ({ reopen }: TicketPolicy, { assignee }: Standing): string =>
  assignee.userId === null && assignee.groupId === null ? reopen.target.unassigned : reopen.target.assigned;

/** Half-open: the window's last moment is already over. null has no end, a window without length never opens. */
export function withinWindow(at: string, since: string | null | undefined, window: Duration | null): boolean {
  if (window === null) return true;
  const length = durationMs(window);
  return length > 0 && since != null && Date.parse(at) < Date.parse(since) + length;
}

// ——— Moving from status to status ———

const reopens = (ticket: Standing, to: Status): boolean => !isOpen(ticket.state) && isOpen(to.state);

export function mayReopen(by: Actor, ticket: Standing): boolean {
  if (can(by, 'reopen-any')) return true;
  const own = isRequester(by, ticket);
  if (own && can(by, 'reopen-own')) return true;
  const organisation = by.side === 'customer' && by.clientId !== null && by.clientId === ticket.clientId;
  return can(by, 'reopen-in-window') && (own || organisation);
}

export const mayResolve = (by: Actor, ticket: Standing): boolean =>
  can(by, 'set-status') || (isRequester(by, ticket) && can(by, 'resolve-own'));

export function mayMove(by: Actor, ticket: Standing, to: Status): boolean {
  if (reopens(ticket, to)) return mayReopen(by, ticket);
  if (to.state === 'resolved') return mayResolve(by, ticket);
  return can(by, to.state === 'closed' ? 'close' : 'set-status');
}

function isParty(party: Party, by: Actor, ticket: Standing): boolean {
  switch (party) {
    case 'requester':
      return isRequester(by, ticket);
    case 'staff':
      return isDesk(by);
    case 'admin':
      return can(by, 'administer');
    case 'customer':
    case 'partner':
    case 'system':
      return by.side === party;
    default:
      // What counts for a built-in role counts for the tenant's roles that are like it.
      return party === `role:${by.role}` || party === `role:${by.like}`;
  }
}

const strictness = { none: 0, optional: 0, required: 1 } as const;

/** The row of the matrix that lets this actor make the move; of several the one that asks least. */
function ruleFor({ by, policy }: Moment, ticket: Standing, to: Status, trigger: Trigger): Transition | undefined {
  let found: Transition | undefined;
  for (const rule of policy.transitions) {
    if (!selects(rule.from, { id: ticket.status, state: ticket.state })) continue;
    if (rule.to === '@reopen') {
      if (!reopens(ticket, to) || to.id !== reopenTarget(policy, ticket)) continue;
    } else if (!selects(rule.to, to)) continue;
    if (rule.trigger !== undefined && rule.trigger !== trigger) continue;
    if (!rule.by.some((party) => isParty(party, by, ticket))) continue;
    if (strictness[rule.reason] === 0) return rule;
    found ??= rule;
  }
  return found;
}

/** The limits of `reopen` bind whoever may only reopen inside the window: customers, and partners on their own tickets. */
function reopenRefusal({ by, at, policy: { reopen } }: Moment, ticket: Standing, trigger: Trigger) {
  if (can(by, 'reopen-any') || (isRequester(by, ticket) && can(by, 'reopen-own'))) return undefined;
  if (!(trigger === 'reply' ? reopen.byReply : reopen.byAction)) return 'transition-not-allowed';
  if (ticket.state === 'closed') {
    if (!reopen.fromClosed) return 'transition-not-allowed';
    return withinWindow(at, ticket.closedAt, reopen.closedWindow) ? undefined : 'reopen-window-over';
  }
  return withinWindow(at, ticket.resolvedAt, reopen.window) ? undefined : 'reopen-window-over';
}

/** What PUT status means: the same decision as the verb that leads there. */
export function triggerOf(ticket: Standing, to: Status): Trigger {
  if (reopens(ticket, to)) return 'reopen';
  if (to.state === 'resolved') return 'resolve';
  if (to.state === 'closed') return 'close';
  return to.state === 'waiting' ? 'wait' : 'set-status';
}

/** Why this move is not to be had, whatever reason were given for it. */
export function moveRefusal(
  moment: Moment,
  ticket: Standing,
  to: Status | undefined,
  trigger: Trigger,
): RejectionCode | undefined {
  if (!to) return 'transition-not-allowed';
  if (!mayMove(moment.by, ticket, to)) return 'not-allowed';
  if (!to.active || !ruleFor(moment, ticket, to, trigger)) return 'transition-not-allowed';
  return reopens(ticket, to) ? reopenRefusal(moment, ticket, trigger) : undefined;
}

export const needsReason = (moment: Moment, ticket: Standing, to: Status, trigger: Trigger): boolean =>
  ruleFor(moment, ticket, to, trigger)?.reason === 'required';

export interface MoveWords {
  readonly reason?: string | null;
  /** kept by a resolution only */
  readonly notes?: string | null;
}

/**
 * The one place that moves a ticket: judged by the matrix of the policy, told in the event that the canonical states
 * call for; `field` is where the caller named the status. `[]` when the ticket is in that status already.
 */
export function moveTo(
  to: Status | undefined,
  trigger: Trigger,
  moment: Moment,
  ticket: Standing,
  words: MoveWords = {},
  field?: string,
): TicketEvent[] {
  if (to && to.id === ticket.status) return [];
  const refusal = moveRefusal(moment, ticket, to, trigger);
  if (refusal || !to) throw new Rejection(refusal ?? 'transition-not-allowed', undefined, field);
  const reason = maybeWritten(words.reason, 'reason', limits.reason);
  if (reason === null && needsReason(moment, ticket, to, trigger)) {
    throw new Rejection('reason-required', 'this change needs a reason', 'reason');
  }
  return [moveEvent(to, trigger, ticket, reason, maybeWritten(words.notes, 'notes', limits.notes))];
}

/** The event of a move that needs no more judging: the canonical states on both sides say which one it is. */
export function moveEvent(
  to: Status,
  trigger: Trigger,
  ticket: Standing,
  reason: string | null = null,
  notes: string | null = null,
): TicketEvent {
  const move = { from: ticket.status, to: to.id, fromState: ticket.state, toState: to.state };
  if (to.state === 'resolved') return { type: 'TicketResolved', data: { ...move, notes, reason } };
  if (to.state === 'closed') {
    return { type: 'TicketClosed', data: { ...move, reason, cause: trigger === 'timer' ? 'timer' : 'action' } };
  }
  if (!isOpen(ticket.state)) {
    return { type: 'TicketReopened', data: { ...move, reason, cause: trigger === 'reply' ? 'reply' : 'action' } };
  }
  return { type: 'TicketStatusChanged', data: { ...move, reason } };
}

/** Nothing leads out of Closed: then no other command changes a closed ticket either. */
export const isTerminal = (policy: TicketPolicy, ticket: Standing): boolean =>
  ticket.state === 'closed' &&
  !policy.transitions.some(
    ({ from, to }) =>
      selects(from, { id: ticket.status, state: ticket.state }) && !(from === '*' && to === ticket.status),
  );

// ——— Rating ———

/** The requester says how a resolution was, once: while it stands, also after the ticket is closed. */
export function ratingRefusal({ by, policy }: Moment, ticket: Standing): RejectionCode | undefined {
  if (!can(by, 'rate') || !isRequester(by, ticket)) return 'not-allowed';
  if (!policy.rating?.enabled || isOpen(ticket.state) || ticket.resolvedAt == null) return 'rating-not-open';
  return ticket.rated ? 'already-rated' : undefined;
}

// ——— Replies ———

export function replyRefusal(moment: Moment, ticket: Standing): RejectionCode | undefined {
  const { by, policy } = moment;
  if (!can(by, 'reply')) return 'not-allowed';
  const support = !isRequesterSide(by, ticket);
  const { replies } = policy;
  const open = (to: 'everyone' | 'staff' | 'nobody') => to === 'everyone' || (to === 'staff' && support);
  if (ticket.state === 'closed') return open(replies.whileClosed) ? undefined : 'ticket-closed';
  if (ticket.state === 'resolved') {
    if (replies.whileResolved === 'nobody' || (replies.whileResolved === 'staff' && !support)) {
      return 'comments-not-open';
    }
    return replyReopens(moment, ticket)
      ? moveRefusal(moment, ticket, statusCalled(policy, reopenTarget(policy, ticket)), 'reply')
      : undefined;
  }
  if (ticket.state === 'new' && !open(replies.whileNew)) return 'comments-not-open';
  const mayComment = support || (statusCalled(policy, ticket.status)?.requesterMayComment ?? true);
  return mayComment ? undefined : 'comments-not-open';
}

export const replyReopens = ({ by, policy }: Moment, ticket: Standing): boolean =>
  ticket.state === 'resolved' &&
  policy.replies.whileResolved === 'reopens' &&
  policy.reopen.byReply &&
  isRequesterSide(by, ticket);
