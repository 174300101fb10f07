// Which ticket a deleted ticket's number stood for: nothing else of it is left in the read models.
import type { LedgerEvent } from '#ledger';
import { rowModel, type RowModel } from '#projection';
import { deletedTicketTables, type DeletedTicketRow } from '#read-side';
import { ticketOf } from '../ticket-event.js';

export const deletedTickets: RowModel<LedgerEvent> = rowModel({
  version: 1,
  tables: deletedTicketTables,
  table: 'deleted_tickets',
  paceMs: 50,
  key: ['tenant', 'id'],
  keys: (event: LedgerEvent) => (event.type === 'TicketTombstoned' ? [ticketOf(event)] : []),
  evolve: (row: DeletedTicketRow | null, event, key) =>
    event.type === 'TicketTombstoned' ? { ...key, number: event.data.number } : row,
});
