// The demonstration's directory: two tenants with everybody the documentation speaks of.
import type { Role } from '#access';
import type { Json } from '#policy';
import type { Insertable } from 'kysely';
import { v5 } from 'uuid';
import type { Database, Tx } from '../database.js';
import type { Tables } from '../tables/database.js';
import type { DirectoryChange } from './change.js';

interface DemoUser {
  readonly login: string;
  readonly role: Role;
  readonly client?: string;
  readonly partnerOf?: readonly string[];
}
interface DemoTenant {
  readonly id: string;
  readonly name: string;
  readonly clients: readonly { readonly id: string; readonly name: string; readonly projects: readonly string[] }[];
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly members: readonly string[];
    readonly categories: readonly string[];
  }[];
  readonly users: readonly DemoUser[];
}

const tenants: readonly DemoTenant[] = [
  {
    id: 'acme',
    name: 'Acme',
    clients: [
      { id: 'northwind', name: 'Northwind', projects: ['web', 'voice'] },
      { id: 'contoso', name: 'Contoso', projects: ['web'] },
    ],
    groups: [
      { id: 'service-desk', name: 'Service Desk', members: ['abe@acme.test', 'amy@acme.test'], categories: [] },
      { id: 'billing-team', name: 'Billing Team', members: ['amy@acme.test'], categories: ['billing'] },
    ],
    users: [
      { login: 'nora@northwind.test', role: 'client_admin', client: 'northwind' },
      { login: 'nils@northwind.test', role: 'client_manager', client: 'northwind' },
      { login: 'nina@northwind.test', role: 'client_staff', client: 'northwind' },
      { login: 'nate@northwind.test', role: 'client_staff', client: 'northwind' },
      { login: 'cora@contoso.test', role: 'client_admin', client: 'contoso' },
      { login: 'uma@acme.test', role: 'user' },
      { login: 'pat@partner.test', role: 'partner_admin', partnerOf: ['northwind'] },
      { login: 'paul@partner.test', role: 'partner_user', partnerOf: ['northwind', 'contoso'] },
      { login: 'abe@acme.test', role: 'agent' },
      { login: 'amy@acme.test', role: 'agent' },
      { login: 'stan@acme.test', role: 'staff' },
      { login: 'mo@acme.test', role: 'moderator' },
      { login: 'dev@acme.test', role: 'developer' },
      { login: 'olga@acme.test', role: 'operator' },
      { login: 'ada@acme.test', role: 'admin' },
      { login: 'sue@acme.test', role: 'super_admin' },
      { login: 'audra@acme.test', role: 'auditor' },
      { login: 'billing-service', role: 'service' },
    ],
  },
  {
    id: 'globex',
    name: 'Globex',
    clients: [{ id: 'initech', name: 'Initech', projects: ['web'] }],
    groups: [],
    users: [
      { login: 'gia@initech.test', role: 'client_admin', client: 'initech' },
      { login: 'gary@globex.test', role: 'agent' },
      { login: 'gus@globex.test', role: 'admin' },
    ],
  },
];

export const demoTenants: readonly string[] = tenants.map(({ id }) => id);

const namespace = '6f1c9e2a-8f0b-4a51-9b9e-5c5d3c0f7b11';

/** Ids are made from logins: the same in every demonstration. */
export const demoUserId = (login: string): string => v5(login, namespace);

/** Called with all that a tenant begins with, before it counts. */
type Record = (tenant: string, changes: readonly DirectoryChange[]) => Promise<void>;

/** Each tenant once per database: what was changed or removed since stays so. */
export async function seedDemo(database: Database, record: Record = () => Promise.resolve()): Promise<void> {
  for (const tenant of tenants) await database.inTenant(tenant.id, (tx) => seedTenant(tx, tenant, record));
}

async function seedTenant(tx: Tx, demo: DemoTenant, record: Record): Promise<void> {
  const { id: tenant, name, clients, groups, users } = demo;
  const created = await tx
    .insertInto('directory.tenants')
    .values({ id: tenant, name })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  if (created.length === 0) return;
  await insert(
    tx,
    'directory.clients',
    clients.map(({ id, name }) => ({ tenant, id, name })),
  );
  await insert(
    tx,
    'directory.projects',
    clients.flatMap(({ id, projects }) =>
      projects.map((project) => ({ tenant, client_id: id, id: project, name: capitalised(project) })),
    ),
  );
  await insert(
    tx,
    'directory.users',
    users.map(({ login, role, client }) => ({
      tenant,
      id: demoUserId(login),
      login,
      name: capitalised(login.replace(/@.*/, '').replaceAll('-', ' ')),
      email: login.includes('@') ? login : null,
      verified: login.includes('@'),
      role,
      client_id: client ?? null,
    })),
  );
  await insert(
    tx,
    'directory.partner_clients',
    users.flatMap(({ login, partnerOf = [] }) =>
      partnerOf.map((client_id) => ({ tenant, user_id: demoUserId(login), client_id })),
    ),
  );
  await insert(
    tx,
    'directory.groups',
    groups.map(({ id, name }) => ({ tenant, id, name })),
  );
  await insert(
    tx,
    'directory.group_members',
    groups.flatMap(({ id, members }) => members.map((login) => ({ tenant, group_id: id, user_id: demoUserId(login) }))),
  );
  await insert(
    tx,
    'directory.group_scopes',
    groups.flatMap(({ id, categories }) =>
      categories.map((category_id) => ({ tenant, group_id: id, category_id, type_id: null })),
    ),
  );
  await record(tenant, changesOf(demo));
}

/** As the journal tells them: of names and addresses only that there are some. */
function changesOf({ id: tenant, clients, groups, users }: DemoTenant): DirectoryChange[] {
  const created = (
    entity: DirectoryChange['entity'],
    id: string,
    fields: DirectoryChange['fields'] = {},
  ): DirectoryChange => ({ entity, id, change: 'created', fields: { name: {}, ...fields } });
  return [
    created('tenant', tenant),
    ...clients.flatMap(({ id, projects }) => [
      created('client', id),
      ...projects.map((project) => created('project', `${id}/${project}`)),
    ]),
    ...users.map(({ login, role, client, partnerOf }) =>
      created('user', demoUserId(login), {
        login: {},
        ...(login.includes('@') && { email: {}, verified: { to: true } }),
        role: { to: role },
        ...(client !== undefined && { clientId: { to: client } }),
        ...(partnerOf && { clients: { to: partnerOf } }),
      }),
    ),
    ...groups.map(({ id, members, categories }) =>
      created('group', id, { members: { to: members.map(demoUserId) }, scopes: { to: categories } }),
    ),
  ];
}

async function insert<T extends keyof Tables & `directory.${string}`>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  if (rows.length > 0) await tx.insertInto(table).values(rows).execute();
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const categories = ['Account', 'Billing', 'Technical', 'Feature request', 'General'].map((name, index) => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  order: index + 1,
  active: true,
  types: [],
}));

/** What the demonstration's policies say beyond the preset (JSON merge patches, RFC 7396). */
export const demoPolicies = (): { readonly tenant: string; readonly patch: Json }[] =>
  demoTenants.map((tenant) => ({ tenant, patch: { classification: { categories } } }));
