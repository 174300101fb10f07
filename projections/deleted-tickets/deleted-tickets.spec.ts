import type { LedgerEvent } from '#ledger';
import { deletedTickets } from './deleted-tickets.js';

const on = (stream: string, type: string, data: object): LedgerEvent =>
  ({ stream, type, data, revision: 3n, position: 40n }) as unknown as LedgerEvent;

it('keeps the number of a deleted ticket, in its tenant', () => {
  const event = on('ticket-acme.7f', 'TicketTombstoned', { number: 'TICK-7', reason: null });
  const key = { tenant: 'acme', id: '7f' };
  expect(deletedTickets.keys(event)).toEqual([key]);
  expect(deletedTickets.evolve(null, event, key)).toEqual({ ...key, number: 'TICK-7' });
});

it('knows nothing of tickets that are there', () => {
  expect(deletedTickets.keys(on('ticket-acme.7f', 'TagAdded', { tag: 'x' }))).toEqual([]);
});
