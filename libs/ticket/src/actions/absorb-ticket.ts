import { can } from '#access';
import type { Action, Command } from '../command.js';
import { limits } from '../limits.js';
import { Rejection } from '../rejection.js';
import type { ExistingTicket } from '../state.js';

/** What the primary has to know of a ticket that is to become part of it. */
export type MergeSource = Pick<ExistingTicket, 'ticketId' | 'clientId' | 'requesterId' | 'merged' | 'absorbed'>;

/** `source` null: there is none that the caller can reach. */
export type AbsorbTicket = Command<
  'AbsorbTicket',
  { readonly source: MergeSource | null; readonly upToRevision: string }
>;

/**
 * The first half of a merge, and its truth: the primary takes the source in. Primaries are never sources themselves, and
 * sources never primaries, so that no circle can close, whoever merges what at the same time.
 */
export const absorbTicket: Action<AbsorbTicket> = {
  may: ({ by }) => can(by, 'merge'),
  decide: ({ data: { source, upToRevision } }, ticket) => {
    if (!source) throw new Rejection('ticket-not-found');
    const { ticketId } = source;
    if (ticketId === ticket.ticketId) throw new Rejection('merge-to-self', 'a ticket is not merged into itself');
    const absorbed = ticket.absorbed ?? [];
    if (absorbed.includes(ticketId)) return [];
    if (source.merged) throw new Rejection('ticket-merged', 'it is merged already');
    if (source.absorbed) throw new Rejection('merge-chain', 'it has taken in other tickets: take them out first');
    if (!sameCustomer(source, ticket)) {
      throw new Rejection('merge-across-customers', "one customer's words are not shown to another");
    }
    if (absorbed.length >= limits.absorbedPerTicket) throw new Rejection('merge-chain', 'it has taken in enough');
    return [{ type: 'TicketAbsorbed', data: { source: ticketId, upToRevision } }];
  },
};

/** The organisation is the customer; without one, the person is. */
const sameCustomer = (one: MergeSource, other: ExistingTicket): boolean =>
  one.clientId === other.clientId && (one.clientId !== null || one.requesterId === other.requesterId);
