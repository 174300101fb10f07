import { can } from '#access';
import { statusFor } from '#policy';
import type { Action, Command } from '../command.js';
import { moveTo } from '../policies.js';

export type CloseTicket = Command<'CloseTicket', { readonly reason?: string | null }>;

/** By hand, also before the delay of auto-close is over. */
export const closeTicket: Action<CloseTicket> = {
  may: ({ by }) => can(by, 'close'),
  decide: ({ data, ...moment }, ticket) =>
    ticket.state === 'closed' ? [] : moveTo(statusFor(moment.policy, 'closed'), 'close', moment, ticket, data),
};
