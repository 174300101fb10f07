// One row per link, so that both its tickets show the same. A deleted ticket's links stay: without that ticket's row
// nobody is shown them.
import type { LedgerEvent } from '#ledger';
import { rowModel, type RowModel } from '#projection';
import { ticketLinkTables, type TicketLinkRow } from '#read-side';
import type { LedgerEventOf } from '../ticket-event.js';

type LinkEvent = LedgerEventOf<'LinkAdded' | 'LinkRemoved'>;

function keyOf({ stream, data: { type, source, target } }: LinkEvent) {
  const [, tenant] = /^links-([a-z0-9]{1,32})$/.exec(stream) ?? [];
  if (tenant === undefined) throw new Error(`${stream} is not a stream of links`);
  return { tenant, type, source, target };
}

const isOfLink = (event: LedgerEvent): event is LinkEvent => event.type === 'LinkAdded' || event.type === 'LinkRemoved';

export const ticketLinks: RowModel<LedgerEvent> = rowModel({
  version: 1,
  tables: ticketLinkTables,
  table: 'ticket_links',
  paceMs: 10,
  key: ['tenant', 'source', 'target', 'type'],
  keys: (event: LedgerEvent) => (isOfLink(event) ? [keyOf(event)] : []),
  evolve: (_: TicketLinkRow | null, event, key) =>
    event.type === 'LinkAdded' ? { ...key, position: event.position.toString() } : null,
});
