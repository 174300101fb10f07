// The clocks of tickets: since when each resolved one waits for its end (when that is, the policy of the moment says), and
// until when each snoozed one sleeps.
import { code, readPolicies, type ReadModelTables } from './read-model.js';

/** No row: a live ticket that was never resolved or snoozed, or whose clock has ended it, or which is gone. */
export interface DueTimerRow {
  readonly tenant: string;
  readonly ticket_id: string;
  /** false while everything about the ticket was imported: its clock stands still */
  readonly live: boolean;
  readonly resolved: boolean;
  /** when the clock of the last resolution began; null: it was never resolved */
  readonly clock_from: string | null;
  /** revision and id of the event that resolved it last */
  readonly generation: string | null;
  readonly event_id: string | null;
  readonly snoozed: boolean;
  /** of the last snooze; null: there was none, or its clock has ended it */
  readonly snoozed_until: string | null;
  readonly snooze_generation: string | null;
  readonly snooze_event_id: string | null;
}

const ddl = (table: string) => `
  create table read.${table} (
    tenant ${code} not null,
    ticket_id uuid not null,
    live boolean not null,
    resolved boolean not null,
    clock_from timestamptz,
    generation numeric(20, 0),
    event_id uuid,
    snoozed boolean not null,
    snoozed_until timestamptz,
    snooze_generation numeric(20, 0),
    snooze_event_id uuid,
    primary key (tenant, ticket_id)
  );
  create index ${table}_running on read.${table} (tenant, clock_from, ticket_id) where live and resolved;
  create index ${table}_asleep on read.${table} (tenant, snoozed_until, ticket_id) where live and snoozed;
  ${readPolicies(table)}
  create policy every_tenant on read.${table} for select to ledgerdesk_worker using (true);`;

export const dueTimerTables: ReadModelTables = {
  model: 'due-timers',
  tables: [{ name: 'due_timers', ddl }],
};
