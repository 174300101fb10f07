import { durationMs } from '#policy';
import type { Action, Command } from '../command.js';
import type { TicketEvent } from '../events.js';
import { linksAt, sameEmail } from '../guests.js';
import { limits } from '../limits.js';
import { isRequester, type Moment } from '../policies.js';
import { Rejection } from '../rejection.js';

/** `email`: as whoever asks for it gives it. To another than the guest's own the ticket is missing. */
export type IssueGuestLink = Command<'IssueGuestLink', { readonly linkId: string; readonly email: string }>;

/**
 * A new link beside the others, which stay: whoever knows address and number can ask for one, and must not be able to
 * take away the link a guest is using. So many that nobody needs another are no reason to mail more.
 */
export const issueGuestLink: Action<IssueGuestLink> = {
  may: ({ by, policy }, ticket) =>
    by.role === 'guest' && isRequester(by, ticket) && policy.guest.enabled === true && policy.guest.accessLink != null,
  decide: ({ data: { linkId, email }, ...moment }, { guestAccess }) => {
    if (!guestAccess || !sameEmail(guestAccess.email, email)) throw new Rejection('ticket-not-found');
    const links = linksAt(moment.at, guestAccess);
    if (links.length >= limits.guestLinks || links.some(({ id }) => id === linkId)) return [];
    return linkIssued(linkId, moment);
  },
};

/** `[]` where the policy knows no links. */
export function linkIssued(linkId: string, { at, policy }: Moment): TicketEvent[] {
  if (policy.guest.accessLink == null) return [];
  const expiresAt = new Date(Date.parse(at) + durationMs(policy.guest.accessLink)).toISOString();
  return [{ type: 'GuestLinkIssued', data: { linkId, expiresAt } }];
}
