import { can } from '#access';
import { statusFor } from '#policy';
import type { Action, Command } from '../command.js';
import { Rejection } from '../rejection.js';

export type MergeInto = Command<'MergeInto', { readonly target: string }>;

/** The second half of a merge, on the source: it ends here, whatever the matrix says of its status, and no clock runs on. */
export const mergeInto: Action<MergeInto> = {
  may: ({ by }) => can(by, 'merge') || by.kind === 'system',
  decide: ({ data: { target }, policy }, { merged, absorbed, status, state }) => {
    if (merged?.into === target) return [];
    if (merged) throw new Rejection('ticket-merged', 'it is merged already');
    if (absorbed) throw new Rejection('merge-chain', 'it has taken in other tickets meanwhile');
    const end = state === 'closed' ? undefined : (statusFor(policy, 'closed') ?? statusFor(policy, 'resolved'));
    const [to, toState] = end ? [end.id, end.state] : [status, state];
    return [{ type: 'TicketMergedInto', data: { from: status, fromState: state, to, toState, target } }];
  },
};
