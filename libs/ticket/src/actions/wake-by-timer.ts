import type { Action, Command } from '../command.js';
import { wake } from './wake-ticket.js';

export type WakeByTimer = Command<'WakeByTimer', { readonly generation: bigint }>;

/** Half-open: it sleeps while `at` is before `until`. Early, late and double alarms, and those of an earlier snooze, change nothing. */
export const wakeByTimer: Action<WakeByTimer> = {
  may: ({ by }) => by.kind === 'system',
  decide: ({ data: { generation }, at }, ticket) => {
    const { snooze, live } = ticket;
    const due = live && snooze?.generation === generation && Date.parse(at) >= Date.parse(snooze.until);
    return due ? wake(ticket, 'timer') : [];
  },
};
