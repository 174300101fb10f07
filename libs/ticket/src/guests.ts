// Tickets of people without an account: who they are is known by the e-mail address they gave, and nothing else.
import type { ExistingTicket, GuestLink, Ticket } from './state.js';
import { exists } from './state.js';

/** The requester of a guest's ticket, and the id under which the guest acts: one person for one ticket. */
export const guestIdOf = (ticketId: string): string => `guest:${ticketId}`;

export const isGuestId = (userId: string): boolean => userId.startsWith('guest:');

/** Addresses are the same in any letter case. */
export const sameEmail = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** Half-open, like every window: a link is over at the moment it names. */
export const linksAt = (at: string, { links }: NonNullable<ExistingTicket['guestAccess']>): GuestLink[] =>
  links.filter(({ expiresAt }) => Date.parse(at) < Date.parse(expiresAt));

/** Does this link open the ticket at that moment? A claimed or deleted ticket is opened by none. */
export const opensTicket = (linkId: string, ticket: Ticket, at: string): boolean =>
  exists(ticket) && ticket.guestAccess !== undefined && linksAt(at, ticket.guestAccess).some(({ id }) => id === linkId);
