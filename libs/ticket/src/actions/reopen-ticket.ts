import { statusCalled } from '#policy';
import type { Action, Command } from '../command.js';
import { isOpen, mayReopen, moveTo, reopenTarget } from '../policies.js';

export type ReopenTicket = Command<'ReopenTicket', { readonly reason?: string | null }>;

/** Back to the target of the policy; customers inside its windows, support at any time. */
export const reopenTicket: Action<ReopenTicket> = {
  may: ({ by }, ticket) => mayReopen(by, ticket),
  decide: ({ data, ...moment }, ticket) =>
    isOpen(ticket.state)
      ? []
      : moveTo(statusCalled(moment.policy, reopenTarget(moment.policy, ticket)), 'reopen', moment, ticket, data),
};
