// What the processes of the API count together. Not logged: after a crash of the server everybody begins a new minute.
import { sql, type Kysely } from 'kysely';

const windows = `
  create schema limits;
  create unlogged table limits.windows (
    key text collate "C" primary key,
    spent bigint not null,
    ends_at timestamptz not null
  ) with (fillfactor = 50);
  create index windows_ends_at on limits.windows (ends_at);
  grant usage on schema limits to ledgerdesk_api;
  grant select, insert, update, delete on limits.windows to ledgerdesk_api;`;

export const limits = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(windows).execute(db);
  },
};
