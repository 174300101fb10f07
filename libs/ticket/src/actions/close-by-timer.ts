import { durationMs, statusFor, type TicketPolicy } from '#policy';
import type { Action, Command } from '../command.js';
import { moveTo } from '../policies.js';
import type { ExistingTicket } from '../state.js';

export type CloseByTimer = Command<'CloseByTimer', { readonly generation: bigint }>;

/** When auto-close is due, in epoch milliseconds; null when nothing is going to close this ticket. */
export function autoCloseDue(
  ticket: { readonly live: boolean; readonly clockFrom: string },
  { autoClose, reopen }: TicketPolicy,
): number | null {
  const after = autoClose.after ?? reopen.window;
  if (!ticket.live || !autoClose.enabled || after === null) return null;
  // Without a window there is nothing to wait for: a resolved ticket stays until somebody closes it, or `after` is set.
  if (autoClose.after === undefined && durationMs(after) === 0) return null;
  return Date.parse(ticket.clockFrom) + durationMs(after);
}

/** Judged by the policy of now. Late and double alarms change nothing, nor do early ones or those of an earlier resolution. */
export const closeByTimer: Action<CloseByTimer> = {
  may: ({ by }) => by.kind === 'system',
  decide: ({ data, ...moment }, ticket: ExistingTicket) => {
    if (ticket.merged || ticket.state !== 'resolved' || ticket.generation !== data.generation) return [];
    const due = autoCloseDue(ticket, moment.policy);
    if (due === null || Date.parse(moment.at) < due) return [];
    return moveTo(statusFor(moment.policy, 'closed'), 'timer', moment, ticket);
  },
};
