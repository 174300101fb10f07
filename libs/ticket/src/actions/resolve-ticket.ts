import { statusFor } from '#policy';
import type { Action, Command } from '../command.js';
import { mayResolve, moveTo, type MoveWords } from '../policies.js';

export type ResolveTicket = Command<'ResolveTicket', MoveWords>;

/** The notes tell the requester what helped; they outlive a reopening. */
export const resolveTicket: Action<ResolveTicket> = {
  may: ({ by }, ticket) => mayResolve(by, ticket),
  decide: ({ data, ...moment }, ticket) =>
    ticket.state === 'resolved' ? [] : moveTo(statusFor(moment.policy, 'resolved'), 'resolve', moment, ticket, data),
};
