// What other systems have reported of their calls, licences and the like: enough to say who may refer to them, no more.
import { sql, type Kysely } from 'kysely';

const knownReferences = `
  create table directory.known_references (
    tenant text collate "C" not null,
    kind text collate "C" not null,
    id text collate "C" not null,
    client_id text collate "C",
    project_id text collate "C",
    occurred_at timestamptz,
    primary key (tenant, kind, id)
  );
  alter table directory.known_references enable row level security, force row level security;
  create policy tenant on directory.known_references to ledgerdesk_api
    using (tenant = current_setting('ledgerdesk.tenant', true));
  grant select, insert, update, delete on directory.known_references to ledgerdesk_api;`;

export const catalogues = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(knownReferences).execute(db);
  },
};
