import { can } from '#access';
import type { Action, Command } from '../command.js';
import type { EventData, TicketEvent } from '../events.js';
import type { ExistingTicket } from '../state.js';

export type WakeTicket = Command<'WakeTicket', Record<string, never>>;

export const wake = ({ snooze }: ExistingTicket, cause: EventData['TicketWoke']['cause']): TicketEvent[] =>
  snooze ? [{ type: 'TicketWoke', data: { until: snooze.until, cause } }] : [];

export const wakeTicket: Action<WakeTicket> = {
  may: ({ by }) => can(by, 'snooze'),
  decide: (_, ticket) => wake(ticket, 'action'),
};
