import * as fc from 'fast-check';
import type { LedgerEvent } from '#ledger';
import { foldBatch } from '#projection';
import type { DueTimerRow } from '#read-side';
import { steps, writeLog } from '../test/random-log.js';
import { dueTimers } from './due-timers.js';

const rowsOf = (events: readonly LedgerEvent[]) =>
  new Map(
    foldBatch(dueTimers, [], events).inserts.map((row) => [row['ticket_id'], row as unknown as DueTimerRow] as const),
  );

it('runs the clock of exactly the tickets the domain would close, from the moment the domain says [REOP-06]', () => {
  fc.assert(
    fc.property(steps(120), (drawn) => {
      const { events, tickets } = writeLog(drawn);
      const rows = rowsOf(events);
      for (const [id, ticket] of tickets) {
        const row = rows.get(id);
        const waits = ticket.state === 'resolved' && ticket.live;
        expect(row?.live === true && row.resolved).toBe(waits);
        if (!waits) continue;
        expect(row).toMatchObject({ generation: ticket.generation.toString(), clock_from: ticket.clockFrom });
        const resolving = events.find(
          ({ stream, revision }) => stream.endsWith(id) && revision.toString() === row?.generation,
        );
        expect(row?.event_id).toBe(resolving?.id);
      }
    }),
    { numRuns: 200 },
  );
});

it('runs the alarm of exactly the tickets that the domain has snoozed', () => {
  fc.assert(
    fc.property(steps(120), (drawn) => {
      const { events, tickets } = writeLog(drawn);
      const rows = rowsOf(events);
      for (const [id, ticket] of tickets) {
        const row = rows.get(id);
        const snooze = 'snooze' in ticket ? ticket.snooze : undefined;
        expect(row?.snoozed ?? false).toBe(snooze !== undefined);
        if (!snooze) continue;
        expect(row).toMatchObject({ snoozed_until: snooze.until, snooze_generation: snooze.generation.toString() });
        const setting = events.find(({ id: event }) => event === row?.snooze_event_id);
        expect([setting?.type, setting?.revision]).toEqual(['TicketSnoozed', snooze.generation]);
      }
    }),
    { numRuns: 200 },
  );
});

it('keeps no row of a live ticket that was never resolved, or was closed by its clock', () => {
  fc.assert(
    fc.property(steps(60), (drawn) => {
      const { events } = writeLog(drawn);
      for (const row of rowsOf(events).values())
        expect(row.live && row.generation === null && row.snooze_generation === null).toBe(false);
    }),
  );
});
