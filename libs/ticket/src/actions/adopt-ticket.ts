import { can } from '#access';
import type { Action, Command } from '../command.js';

export type AdoptTicket = Command<'AdoptTicket', Record<string, never>>;

/** An imported ticket goes live without anybody touching it: its timers start now. */
export const adoptTicket: Action<AdoptTicket> = {
  may: ({ by }) => can(by, 'import'),
  decide: (_, { live }) => (live ? [] : [{ type: 'TicketAdopted', data: {} }]),
};
