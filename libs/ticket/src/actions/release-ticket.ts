import { can } from '#access';
import type { Action, Command } from '../command.js';

export type ReleaseTicket = Command<'ReleaseTicket', { readonly source: string }>;

/** The first half of undoing a merge: the primary gives the source back. */
export const releaseTicket: Action<ReleaseTicket> = {
  may: ({ by }) => can(by, 'merge') || by.kind === 'system',
  decide: ({ data: { source } }, { absorbed = [] }) =>
    absorbed.includes(source) ? [{ type: 'TicketReleased', data: { source } }] : [],
};
