import { can } from '#access';
import type { Action, Command } from '../command.js';
import { Rejection } from '../rejection.js';

export type TakeTicket = Command<'TakeTicket', Record<string, never>>;

/** Mine, if it is nobody's: of two takers one gets a conflict. A group's ticket stays the group's, held by the taker. */
export const takeTicket: Action<TakeTicket> = {
  may: ({ by }) => can(by, 'take'),
  decide: ({ by }, { assignee: from }) => {
    if (from.userId === by.id) return [];
    if (from.userId !== null) throw new Rejection('already-assigned');
    return [{ type: 'TicketAssigned', data: { from, to: { userId: by.id, groupId: from.groupId } } }];
  },
};
