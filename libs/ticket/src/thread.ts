// What replies and notes share: what they may answer, and what else support sends along with them.
import { can, type Actor } from '#access';
import { statusCalled, type Priority } from '#policy';
import { prioritise } from './actions/set-priority.js';
import type { TicketEvent } from './events.js';
import { limits } from './limits.js';
import { isRequesterSide, mayMove, moveTo, triggerOf, withinWindow, type Moment, type MoveWords } from './policies.js';
import { Rejection } from './rejection.js';
import type { Reply } from './replies.js';
import type { ExistingTicket } from './state.js';

export interface Then extends MoveWords {
  readonly status?: string;
  readonly priority?: Priority;
}

/** @throws Rejection `field-not-allowed`: requesters send nothing along, support only what they may do by itself */
export function authoriseThen(then: Then | undefined, { by, policy }: Moment, ticket: ExistingTicket): void {
  if (!then) return;
  const refuse = (field: string) => {
    throw new Rejection('field-not-allowed', 'you may not change this along with a reply', field);
  };
  if (isRequesterSide(by, ticket)) refuse('then');
  if (then.priority !== undefined && !can(by, 'set-priority')) refuse('then.priority');
  if (then.status === undefined) return;
  const to = statusCalled(policy, then.status);
  if (!(to ? mayMove(by, ticket, to) : can(by, 'set-status'))) refuse('then.status');
}

export function afterwards(then: Then | undefined, moment: Moment, ticket: ExistingTicket): TicketEvent[] {
  if (!then) return [];
  const to = then.status === undefined ? undefined : statusCalled(moment.policy, then.status);
  if (then.status !== undefined && !to) throw new Rejection('unknown-value', 'there is no such status', 'then.status');
  return [
    ...(to ? moveTo(to, triggerOf(ticket, to), moment, ticket, then) : []),
    ...(then.priority === undefined ? [] : prioritise(then.priority, 'then.priority', moment, ticket)),
  ];
}

/** The reply as far as this actor can know of it: notes and deleted ones are missing for those who may not see them. */
export function visibleReply(id: string, by: Actor, ticket: ExistingTicket): Reply | undefined {
  const reply = ticket.replies.get(id);
  if (!reply || (reply.kind === 'note' && !can(by, 'see-notes'))) return undefined;
  return reply.deleted && !can(by, 'see-deleted') ? undefined : reply;
}

export function roomForReply(ticket: ExistingTicket): void {
  if (ticket.replies.size >= limits.repliesPerTicket) throw new Rejection('too-many-replies');
}

/** A public reply answers public replies only, or its thread would tell requesters of a note. */
export function parentOf(
  id: string | null | undefined,
  kind: Reply['kind'],
  by: Actor,
  ticket: ExistingTicket,
): string | null {
  if (id == null) return null;
  const parent = visibleReply(id, by, ticket);
  if (!parent || parent.deleted || parent.movedTo || (kind === 'reply' && parent.kind === 'note')) {
    throw new Rejection('unknown-value', 'there is no such reply to answer', 'parentId');
  }
  return id;
}

/** Of a reply that is missing for them, only that is said. */
export const mayChangeReply = (id: string, by: Actor, ticket: ExistingTicket): boolean =>
  can(by, 'edit-any') || (can(by, 'edit-own') && [undefined, by.id].includes(visibleReply(id, by, ticket)?.authorId));

/**
 * A reply that this actor, who may change it at all, may edit or delete now.
 * @throws Rejection `reply-not-found`, `edit-window-over` (own, but too old)
 */
export function changeableReply(id: string, { by, at, policy }: Moment, ticket: ExistingTicket): Reply {
  const reply = visibleReply(id, by, ticket);
  if (!reply || reply.deleted || reply.movedTo) throw new Rejection('reply-not-found');
  if (can(by, 'edit-any')) return reply;
  if (!can(by, 'edit-own-always') && !withinWindow(at, reply.at, policy.replies.editWindow)) {
    throw new Rejection('edit-window-over', 'the time to change this reply is over');
  }
  return reply;
}
