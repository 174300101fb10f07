import { can } from '#access';
import type { Action, Command } from '../command.js';
import { limits, maybeWritten } from '../limits.js';
import { isRequester, ratingRefusal } from '../policies.js';
import { Rejection } from '../rejection.js';

export type RateTicket = Command<'RateTicket', { readonly score: number; readonly comment?: string | null }>;

const why = {
  'rating-not-open': 'a ticket is rated when it has been resolved, where ratings are asked for',
  'already-rated': 'this resolution is rated already',
};

/** What the requester thinks of the resolution: said once, and not taken back. */
export const rateTicket: Action<RateTicket> = {
  may: ({ by }, ticket) => can(by, 'rate') && isRequester(by, ticket),
  decide: ({ data: { score, comment }, ...moment }, ticket) => {
    if (!Number.isInteger(score) || score < 1 || score > 5) {
      throw new Rejection('unknown-value', 'must be a whole number from 1 to 5', 'score');
    }
    const words = maybeWritten(comment, 'comment', limits.ratingComment);
    const refusal = ratingRefusal(moment, ticket);
    if (refusal) throw new Rejection(refusal, refusal in why ? why[refusal as keyof typeof why] : undefined);
    return [{ type: 'TicketRated', data: { score, comment: words } }];
  },
};
