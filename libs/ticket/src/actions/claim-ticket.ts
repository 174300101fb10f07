import { can } from '#access';
import type { Action, Command } from '../command.js';
import { sameEmail } from '../guests.js';
import { isTerminal } from '../policies.js';
import { Rejection } from '../rejection.js';

/** `email`: the caller's own, verified, as the directory has it. */
export type ClaimTicket = Command<'ClaimTicket', { readonly email: string }>;

/**
 * A guest who has an account now takes a ticket over: it goes to them and their organisation, and links to it end.
 * To anybody else's address the ticket is missing.
 */
export const claimTicket: Action<ClaimTicket> = {
  may: ({ by }) => can(by, 'create'),
  decide: ({ data: { email }, by, policy }, ticket) => {
    const { requesterId, clientId, recipients, guestAccess } = ticket;
    if (requesterId === by.id) return [];
    if (!guestAccess || !sameEmail(guestAccess.email, email)) throw new Rejection('ticket-not-found');
    const told = recipients.includes(by.id) || recipients.length >= policy.recipients.max || isTerminal(policy, ticket);
    return [
      {
        type: 'RequesterChanged',
        data: { from: { requesterId, clientId }, to: { requesterId: by.id, clientId: clientId ?? by.clientId } },
      },
      ...(told ? [] : [{ type: 'RecipientAdded', data: { userId: by.id } } as const]),
    ];
  },
};
