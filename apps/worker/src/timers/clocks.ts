// Reads the clocks of tickets. What they show may be a moment behind the log; the ticket itself judges.
import { sql, type RawBuilder } from 'kysely';
import type { Database, DueTimerRow } from '#read-side';

export interface TicketKey {
  readonly tenant: string;
  readonly ticketId: string;
}

export async function clocksOf({ db }: Database, tickets: readonly TicketKey[]): Promise<DueTimerRow[]> {
  if (tickets.length === 0) return [];
  const tenants = tickets.map(({ tenant }) => tenant);
  const ids = tickets.map(({ ticketId }) => ticketId);
  return db
    .selectFrom('read.due_timers')
    .selectAll()
    .where(sql<boolean>`(tenant, ticket_id) in (select * from unnest(${tenants}::text[], ${ids}::uuid[]))`)
    .execute();
}

const pageSize = 1_000;

/** The tenant's running clocks of auto-close that began at `until` (epoch milliseconds) or before, oldest first. */
export const clocksRunningSince = (database: Database, tenant: string, until: number): AsyncGenerator<DueTimerRow[]> =>
  pages(database, tenant, 'clock_from', sql<boolean>`live and resolved`, until);

/** The tenant's snoozed tickets that are to wake at `until` (epoch milliseconds) or before, first ones first. */
export const asleepUntil = (database: Database, tenant: string, until: number): AsyncGenerator<DueTimerRow[]> =>
  pages(database, tenant, 'snoozed_until', sql<boolean>`live and snoozed`, until);

/** `runs`: word for word what the index over `clock` is about */
async function* pages(
  { db }: Database,
  tenant: string,
  clock: 'clock_from' | 'snoozed_until',
  runs: RawBuilder<boolean>,
  until: number,
): AsyncGenerator<DueTimerRow[]> {
  const end = new Date(until).toISOString();
  for (let last: DueTimerRow | undefined; ;) {
    const page = await db
      .selectFrom('read.due_timers')
      .selectAll()
      .where('tenant', '=', tenant)
      .where(runs)
      .where(clock, '<=', end)
      .$if(last !== undefined, (query) =>
        query.where(sql<boolean>`(${sql.ref(clock)}, ticket_id) > (${last?.[clock]}, ${last?.ticket_id}::uuid)`),
      )
      .orderBy(clock)
      .orderBy('ticket_id')
      .limit(pageSize)
      .execute();
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    last = page.at(-1);
  }
}

export async function tenantsOf({ db }: Database): Promise<string[]> {
  const rows = await db.selectFrom('directory.tenants').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}
