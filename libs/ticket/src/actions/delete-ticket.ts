import { can } from '#access';
import type { Action, Command } from '../command.js';
import { limits, maybeWritten } from '../limits.js';

export type DeleteTicket = Command<'DeleteTicket', { readonly reason?: string | null }>;

/** The end: no command reaches it again, its number stays taken, and its key is destroyed. */
export const deleteTicket: Action<DeleteTicket> = {
  may: ({ by }) => can(by, 'delete'),
  decide: ({ data }, { number }) => [
    { type: 'TicketTombstoned', data: { number, reason: maybeWritten(data.reason, 'reason', limits.reason) } },
  ],
};
