// What changing the directory by hand needs: versions for If-Match, people who are gone but not forgotten, partners as
// organisations, and what each repeated creation has made.
import { sql, type Kysely } from 'kysely';

const id = 'text collate "C" not null';

export const directory = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `alter table directory.tenants add column policy_version integer not null default 0;
        alter table directory.clients add column version integer not null default 0;
        alter table directory.projects add column version integer not null default 0;
        alter table directory.groups add column version integer not null default 0;
        alter table directory.users
          add column version integer not null default 0,
          add column removed boolean not null default false check (disabled or not removed),
          add column partner_id text collate "C";
        create index users_role on directory.users (tenant, role);
        create table directory.receipts (
          tenant ${id},
          command_id uuid not null,
          request_hash text not null,
          entity_id ${id},
          primary key (tenant, command_id)
        );
        alter table directory.receipts enable row level security, force row level security;
        create policy tenant on directory.receipts to ledgerdesk_api
          using (tenant = current_setting('ledgerdesk.tenant', true));
        grant select, insert on directory.receipts to ledgerdesk_api;`,
      )
      .execute(db);
  },
};
