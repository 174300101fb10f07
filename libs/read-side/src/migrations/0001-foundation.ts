// Schemas, roles, directory, vault and bookmarks. Read models' own tables are not here: they are built from the log and
// never migrated (tables/read-model.ts).
import { sql, type Kysely } from 'kysely';

const id = 'text collate "C" not null';
const optionalId = 'text collate "C"';

/** Roles belong to the whole server: another database's migration may be making them at this moment. */
const roles = ['api', 'projector', 'worker']
  .map(
    (role) => `
  do $$ begin
    create role ledgerdesk_${role} nologin;
  exception when duplicate_object or unique_violation then null;
  end $$;
  do $$ begin
    if not pg_has_role(current_user, 'ledgerdesk_${role}', 'member') then
      grant ledgerdesk_${role} to current_user;
    end if;
  end $$;`,
  )
  .join('');

/** Trusted extensions; search does without the ones this server does not have. */
const extensions = `
  do $$ declare wanted text; begin
    for wanted in select name from pg_available_extensions where name in ('pg_trgm', 'unaccent', 'btree_gin') loop
      execute format('create extension if not exists %I with schema public', wanted);
    end loop;
  end $$;`;

const schemas = `
  create schema read authorization ledgerdesk_projector;
  create schema directory;
  create schema vault;
  create schema worker authorization ledgerdesk_worker;
  create schema bullmq authorization ledgerdesk_worker;
  grant usage on schema read, directory, vault to ledgerdesk_api, ledgerdesk_worker;
  grant usage on schema vault to ledgerdesk_projector;`;

const bookmarks = `
  create table read.bookmarks (
    model ${id},
    live boolean not null,
    version integer not null,
    position numeric(20, 0),
    recorded_at timestamptz,
    caught_up boolean not null default false,
    updated_at timestamptz not null,
    halted text,
    primary key (model, live)
  );
  alter table read.bookmarks owner to ledgerdesk_projector;
  grant select on read.bookmarks to ledgerdesk_api, ledgerdesk_worker;`;

const vault = `
  create table vault.keys (
    key_id uuid primary key,
    wrapped bytea,
    created_at timestamptz not null default now(),
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null))
  );
  grant select on vault.keys to ledgerdesk_projector;
  grant select, insert, update on vault.keys to ledgerdesk_api, ledgerdesk_worker;`;

const directory = `
  create table directory.tenants (
    id ${id} primary key check (id ~ '^[a-z0-9]{1,32}$'),
    name text not null,
    enabled boolean not null default true,
    features jsonb not null default '{}',
    created_at timestamptz not null default now()
  );
  create table directory.clients (
    tenant ${id} references directory.tenants,
    id ${id},
    name text not null,
    primary key (tenant, id)
  );
  create table directory.projects (
    tenant ${id},
    client_id ${id},
    id ${id},
    name text not null,
    primary key (tenant, client_id, id),
    foreign key (tenant, client_id) references directory.clients on delete cascade
  );
  create table directory.users (
    tenant ${id} references directory.tenants,
    id ${id},
    login text not null check (login = lower(login)),
    name text not null,
    email text,
    role ${id},
    client_id ${optionalId},
    disabled boolean not null default false,
    verified boolean not null default false,
    availability ${id} default 'available' check (availability in ('available', 'away')),
    created_at timestamptz not null default now(),
    primary key (tenant, id),
    unique (tenant, login),
    foreign key (tenant, client_id) references directory.clients
  );
  create index users_client on directory.users (tenant, client_id);
  create table directory.groups (
    tenant ${id} references directory.tenants,
    id ${id},
    name text not null,
    description text not null default '',
    primary key (tenant, id)
  );
  create table directory.group_members (
    tenant ${id},
    group_id ${id},
    user_id ${id},
    primary key (tenant, group_id, user_id),
    foreign key (tenant, group_id) references directory.groups on delete cascade,
    foreign key (tenant, user_id) references directory.users on delete cascade
  );
  create index group_members_user on directory.group_members (tenant, user_id);
  create table directory.group_scopes (
    tenant ${id},
    group_id ${id},
    category_id ${id},
    type_id ${optionalId},
    unique nulls not distinct (tenant, group_id, category_id, type_id),
    foreign key (tenant, group_id) references directory.groups on delete cascade
  );
  create table directory.partner_clients (
    tenant ${id},
    user_id ${id},
    client_id ${id},
    primary key (tenant, user_id, client_id),
    foreign key (tenant, user_id) references directory.users on delete cascade,
    foreign key (tenant, client_id) references directory.clients on delete cascade
  );
  create table directory.project_assignments (
    tenant ${id},
    user_id ${id},
    client_id ${id},
    project_id ${id},
    primary key (tenant, user_id, client_id, project_id),
    foreign key (tenant, user_id) references directory.users on delete cascade,
    foreign key (tenant, client_id, project_id) references directory.projects on delete cascade
  );`;

const directoryTables = [
  'tenants',
  'clients',
  'projects',
  'users',
  'groups',
  'group_members',
  'group_scopes',
  'partner_clients',
  'project_assignments',
];

/** The tenant set for the transaction is the only one there is; the worker also looks up which tenants exist. */
const directoryPolicies =
  directoryTables
    .map(
      (table) => `
  alter table directory.${table} enable row level security, force row level security;
  create policy tenant on directory.${table} to ledgerdesk_api, ledgerdesk_worker
    using (${table === 'tenants' ? 'id' : 'tenant'} = current_setting('ledgerdesk.tenant', true));
  grant select, insert, update, delete on directory.${table} to ledgerdesk_api, ledgerdesk_worker;`,
    )
    .join('') +
  `
  create policy every_tenant on directory.tenants for select to ledgerdesk_worker using (true);`;

export const foundation = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const part of [roles, extensions, schemas, bookmarks, vault, directory, directoryPolicies])
      await sql.raw(part).execute(db);
  },
};
