import { can } from '#access';
import { statusCalled } from '#policy';
import type { Action, Command } from '../command.js';
import { isOpen, mayMove, mayReopen, moveTo, triggerOf, type MoveWords } from '../policies.js';
import { Rejection } from '../rejection.js';

export type SetStatus = Command<'SetStatus', { readonly status: string } & MoveWords>;

/** Any status by its id; the decision is that of the verb which leads there. */
export const setStatus: Action<SetStatus> = {
  may: ({ data, by, policy }, ticket) => {
    const to = statusCalled(policy, data.status);
    if (!to) return can(by, 'set-status');
    // Who could have brought it there may hear that it is there.
    return mayMove(by, ticket, to) || (to.id === ticket.status && isOpen(to.state) && mayReopen(by, ticket));
  },
  decide: ({ data, ...moment }, ticket) => {
    const to = statusCalled(moment.policy, data.status);
    if (!to) throw new Rejection('unknown-value', 'there is no such status', 'status');
    return moveTo(to, triggerOf(ticket, to), moment, ticket, data, 'status');
  },
};
