// Sessions of browsers, keys of programs, and the name by which an identity provider knows a user.
import { sql, type Kysely } from 'kysely';

const id = 'text collate "C" not null';

const ofTenant = (table: string): string => `
  alter table directory.${table} enable row level security, force row level security;
  create policy tenant on directory.${table} to ledgerdesk_api
    using (tenant = current_setting('ledgerdesk.tenant', true));
  grant select, insert, update, delete on directory.${table} to ledgerdesk_api;`;

export const identity = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `alter table directory.users add column subject text;
        create unique index users_subject on directory.users (tenant, subject);
        create table directory.sessions (
          tenant ${id},
          id bytea not null,
          user_id ${id},
          created_at timestamptz not null default now(),
          last_used_at timestamptz not null default now(),
          expires_at timestamptz not null,
          primary key (tenant, id),
          foreign key (tenant, user_id) references directory.users on delete cascade
        );
        create index sessions_user on directory.sessions (tenant, user_id);
        create table directory.api_keys (
          tenant ${id},
          id ${id},
          user_id ${id},
          hash bytea not null,
          last4 ${id},
          name text not null,
          scopes text[] not null,
          created_at timestamptz not null default now(),
          expires_at timestamptz,
          last_used_at timestamptz,
          primary key (tenant, id),
          foreign key (tenant, user_id) references directory.users on delete cascade
        );
        create index api_keys_user on directory.api_keys (tenant, user_id, created_at);
        ${ofTenant('sessions')}
        ${ofTenant('api_keys')}`,
      )
      .execute(db);
  },
};
