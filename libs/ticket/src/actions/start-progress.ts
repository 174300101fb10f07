import { can } from '#access';
import { statusFor } from '#policy';
import type { Action, Command } from '../command.js';
import type { TicketEvent } from '../events.js';
import { moveTo } from '../policies.js';
import { Rejection } from '../rejection.js';

export type StartProgress = Command<'StartProgress', { readonly assigneeId?: string }>;

/** In progress, and somebody's: a ticket without a user gets the one named, else whoever starts. */
export const startProgress: Action<StartProgress> = {
  may: ({ data, by }) => {
    if (data.assigneeId !== undefined && !can(by, 'assign')) {
      throw new Rejection('field-not-allowed', 'you may not assign tickets', 'assigneeId');
    }
    return can(by, 'set-status');
  },
  decide: ({ data, ...moment }, ticket) => {
    const { by, policy } = moment;
    const moves: TicketEvent[] =
      ticket.state === 'in_progress' ? [] : moveTo(statusFor(policy, 'in_progress'), 'start', moment, ticket);
    const { userId: holder, groupId } = ticket.assignee;
    const starter = can(by, 'take') ? by.id : null;
    // A ticket in progress that somebody holds is left to them: the second of two starters changes nothing.
    const userId =
      holder === null ? (data.assigneeId ?? starter) : moves.length > 0 ? (data.assigneeId ?? holder) : holder;
    if (userId === holder) return moves;
    return [...moves, { type: 'TicketAssigned', data: { from: ticket.assignee, to: { userId, groupId } } }];
  },
};
