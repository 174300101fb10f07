// Refused commands, for security review. Apart from the log: what is refused changes nothing, and whoever is refused often
// must not be able to fill a ledger that is kept for ever.
import { sql, type Kysely } from 'kysely';

const code = 'text collate "C"';

const refusals = `
  create schema audit;
  create table audit.refusals (
    tenant ${code} not null,
    id bigint generated always as identity,
    at timestamptz not null,
    until timestamptz not null,
    times integer not null check (times > 0),
    actor_id ${code} not null,
    role ${code} not null,
    command ${code} not null,
    ticket_id uuid,
    status smallint not null,
    code ${code} not null,
    correlation_id ${code} not null,
    address ${code} not null,
    primary key (tenant, id)
  );
  create index refusals_actor on audit.refusals (tenant, actor_id, id);
  create index refusals_ticket on audit.refusals (tenant, ticket_id, id) where ticket_id is not null;
  alter table audit.refusals enable row level security, force row level security;
  create policy tenant on audit.refusals to ledgerdesk_api using (tenant = current_setting('ledgerdesk.tenant', true));
  grant usage on schema audit to ledgerdesk_api;
  grant select, insert, delete on audit.refusals to ledgerdesk_api;`;

export const refusedCommands = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(refusals).execute(db);
  },
};
