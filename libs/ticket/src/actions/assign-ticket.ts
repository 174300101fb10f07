import { can } from '#access';
import type { Action, Command } from '../command.js';

export type AssignTicket = Command<
  'AssignTicket',
  { readonly userId?: string | null; readonly groupId?: string | null }
>;

/** Replaces both: a user, a group, a user inside a group; neither is nobody. Scope does not matter, anyone may be given a ticket. */
export const assignTicket: Action<AssignTicket> = {
  may: ({ by }) => can(by, 'assign'),
  decide: ({ data }, { assignee: from }) => {
    const to = { userId: data.userId ?? null, groupId: data.groupId ?? null };
    if (to.userId === from.userId && to.groupId === from.groupId) return [];
    if (to.userId === null && to.groupId === null) return [{ type: 'TicketUnassigned', data: { from } }];
    return [{ type: 'TicketAssigned', data: { from, to } }];
  },
};
