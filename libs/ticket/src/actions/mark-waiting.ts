import { can } from '#access';
import { statusFor } from '#policy';
import type { Action, Command } from '../command.js';
import { moveTo } from '../policies.js';

export type MarkWaiting = Command<'MarkWaiting', { readonly reason?: string | null }>;

/** Support waits for the requester. */
export const markWaiting: Action<MarkWaiting> = {
  may: ({ by }) => can(by, 'set-status'),
  decide: ({ data, ...moment }, ticket) =>
    ticket.state === 'waiting' ? [] : moveTo(statusFor(moment.policy, 'waiting'), 'wait', moment, ticket, data),
};
