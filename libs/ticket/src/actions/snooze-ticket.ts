import { can } from '#access';
import type { Action, Command } from '../command.js';
import { isOpen } from '../policies.js';
import { Rejection } from '../rejection.js';

/** `until`: ISO 8601 UTC */
export type SnoozeTicket = Command<'SnoozeTicket', { readonly until: string }>;

const longestMs = 366 * 86_400_000;

/** The desk sets it aside until a moment ahead. It stays in every view: who wants to see only what is awake says so. */
export const snoozeTicket: Action<SnoozeTicket> = {
  may: ({ by }) => can(by, 'snooze'),
  decide: ({ data: { until }, at }, { state, snooze }) => {
    if (snooze?.until === until) return [];
    const aheadMs = Date.parse(until) - Date.parse(at);
    if (!(aheadMs > 0 && aheadMs <= longestMs)) {
      throw new Rejection('unknown-value', 'must be a moment ahead, within a year', 'until');
    }
    if (!isOpen(state)) throw new Rejection('ticket-done', 'a ticket that is resolved or closed waits for nothing');
    return [{ type: 'TicketSnoozed', data: { until } }];
  },
};
