// Reads the clocks of auto-close. What they show may be a moment behind the log; the ticket itself judges.
import { sql } from 'kysely';
import type { Database, DueTimerRow } from '#read-side';

/** A clock that was started at least once. */
export type TicketClock = DueTimerRow & {
  readonly [C in 'clock_from' | 'generation' | 'event_id']: NonNullable<DueTimerRow[C]>;
};

export interface TicketKey {
  readonly tenant: string;
  readonly ticketId: string;
}

const started = (rows: readonly DueTimerRow[]): TicketClock[] =>
  rows.filter((row): row is TicketClock => row.clock_from !== null);

export async function clocksOf({ db }: Database, tickets: readonly TicketKey[]): Promise<TicketClock[]> {
  if (tickets.length === 0) return [];
  const tenants = tickets.map(({ tenant }) => tenant);
  const ids = tickets.map(({ ticketId }) => ticketId);
  return started(
    await db
      .selectFrom('read.due_timers')
      .selectAll()
      .where(sql<boolean>`(tenant, ticket_id) in (select * from unnest(${tenants}::text[], ${ids}::uuid[]))`)
      .execute(),
  );
}

const pageSize = 1_000;

/** The tenant's running clocks that began at `until` (epoch milliseconds) or before, oldest first, page by page. */
export async function* clocksRunningSince(
  { db }: Database,
  tenant: string,
  until: number,
): AsyncGenerator<TicketClock[]> {
  const end = new Date(until).toISOString();
  for (let last: TicketClock | undefined; ;) {
    const page = started(
      await db
        .selectFrom('read.due_timers')
        .selectAll()
        .where('tenant', '=', tenant)
        .where(sql<boolean>`live and resolved`) // word for word what the index is about
        .where('clock_from', '<=', end)
        .$if(last !== undefined, (query) =>
          query.where(sql<boolean>`(clock_from, ticket_id) > (${last?.clock_from}, ${last?.ticket_id}::uuid)`),
        )
        .orderBy('clock_from')
        .orderBy('ticket_id')
        .limit(pageSize)
        .execute(),
    );
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    last = page.at(-1);
  }
}

export async function tenantsOf({ db }: Database): Promise<string[]> {
  const rows = await db.selectFrom('directory.tenants').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}
