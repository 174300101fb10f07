import * as fc from 'fast-check';
import type { LedgerEvent } from '#ledger';
import { foldBatch, keysOf, type Row } from '#projection';
import type { TicketLinkRow } from '#read-side';
import { steps, writeLog } from '../test/random-log.js';
import { ticketLinks } from './ticket-links.js';

const idOf = ({ tenant, type, source, target }: Row): string => [tenant, type, source, target].join(' ');

/** The rows after all events, taken in `size` at a time. */
function rowsOf(events: readonly LedgerEvent[], size: number): Map<string, TicketLinkRow> {
  const rows = new Map<string, Row>();
  for (let from = 0; from < events.length; from += size) {
    const batch = events.slice(from, from + size);
    const stored = keysOf(ticketLinks, batch)
      .map((key) => rows.get(idOf(key)))
      .filter((row) => row !== undefined);
    const { inserts, updates, deletes } = foldBatch(ticketLinks, stored, batch);
    for (const row of deletes) rows.delete(idOf(row));
    for (const row of [...inserts, ...updates]) rows.set(idOf(row), row);
  }
  return rows as Map<string, Row & TicketLinkRow>;
}

it('has a row for exactly the links the domain has, however the log is cut [LINK-03]', () => {
  let seen = 0;
  fc.assert(
    fc.property(steps(120), fc.integer({ min: 1, max: 50 }), (drawn, size) => {
      const { events, links, linked } = writeLog(drawn);
      const rows = rowsOf(events, size);
      for (const link of linked) expect(rows.has(idOf({ ...link }))).toBe(links.get(link.tenant)?.has(link));
      expect(rows.size).toBe([...links.values()].reduce((sum, { size: there }) => sum + there, 0));
      for (const { tenant, source, target, position } of rows.values()) {
        const made = events.find((event) => event.position.toString() === position);
        expect(made).toMatchObject({ type: 'LinkAdded', stream: `links-${tenant}`, data: { source, target } });
      }
      seen += linked.length;
    }),
    { numRuns: 150 },
  );
  expect(seen).toBeGreaterThan(0);
});

it('takes no link from a stream that is not of links', () => {
  const data = { type: 'parent_of', source: 'a', target: 'b' };
  const event = { type: 'LinkAdded', stream: 'ticket-acme.a', data } as unknown as LedgerEvent;
  expect(() => ticketLinks.keys(event)).toThrow('ticket-acme.a');
});
