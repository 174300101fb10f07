// The tenant's clients and their projects, as administrators see and change them.
import { sql, type SqlBool } from 'kysely';
import type { Tx } from '../database.js';
import { namedLike } from '../queries/picker.js';
import {
  DirectoryRefusal,
  expectVersion,
  fieldsBetween,
  madeBefore,
  pageOf,
  refuseInUse,
  remember,
  ticketsWith,
  wrongField,
  type Changing,
  type Creation,
  type DirectoryPage,
  type Paging,
} from './change.js';

export interface AdminClient {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}
export interface AdminProject extends AdminClient {
  readonly clientId: string;
}

const personal = new Set(['name']);

export const clientMissing = (): DirectoryRefusal =>
  new DirectoryRefusal('client-not-found', 'There is no such client.');
const projectMissing = (): DirectoryRefusal => new DirectoryRefusal('project-not-found', 'There is no such project.');

/** @throws DirectoryRefusal `client-not-found` */
export async function adminClient(tx: Tx, tenant: string, id: string): Promise<AdminClient> {
  const client = await tx
    .selectFrom('directory.clients')
    .select(['id', 'name', 'version'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!client) throw clientMissing();
  return client;
}

export async function listAdminClients(
  tx: Tx,
  tenant: string,
  { q, limit, after }: Paging & { readonly q?: string },
): Promise<DirectoryPage<AdminClient>> {
  const rows = await tx
    .selectFrom('directory.clients as c')
    .select(['c.id', 'c.name', 'c.version'])
    .where('c.tenant', '=', tenant)
    .$if(q !== undefined, (query) => query.where(namedLike(q ?? '', ['c.name', 'c.id'])))
    .$if(after !== null, (query) => query.where(sql<SqlBool>`(c.name, c.id) > (${after?.[0]}, ${after?.[1]})`))
    .orderBy('c.name')
    .orderBy('c.id')
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit);
}

export async function createClient(
  changing: Changing,
  { id, name }: { readonly id: string; readonly name: string },
  creation?: Creation,
): Promise<AdminClient & { readonly replayed: boolean }> {
  const { tx, tenant, tell } = changing;
  const made = await madeBefore(changing, creation);
  if (made !== null) return { ...(await adminClient(tx, tenant, made)), replayed: true };
  await tx
    .insertInto('directory.clients')
    .values({ tenant, id, name })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirstOrThrow(() => new DirectoryRefusal('id-taken', `There is a client ${id} already.`));
  await remember(changing, creation, id);
  tell({ entity: 'client', id, change: 'created', fields: fieldsBetween({}, { name }, personal) });
  return { id, name, version: 0, replayed: false };
}

export async function patchClient(
  { tx, tenant, tell }: Changing,
  id: string,
  { name }: { readonly name?: string },
  expected?: bigint,
): Promise<AdminClient> {
  const before = await adminClient(tx, tenant, id);
  expectVersion(before, expected);
  const fields = fieldsBetween({ name: before.name }, { name: name ?? before.name }, personal);
  if (name === undefined || Object.keys(fields).length === 0) return before;
  const version = before.version + 1;
  await tx
    .updateTable('directory.clients')
    .set({ name, version })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .execute();
  tell({ entity: 'client', id, change: 'changed', fields });
  return { id, name, version };
}

/** @throws DirectoryRefusal `client-in-use`: tickets, users, projects or partners hold on to it */
export async function removeClient({ tx, tenant, tell }: Changing, id: string, expected?: bigint): Promise<void> {
  expectVersion(await adminClient(tx, tenant, id), expected);
  const { users, projects, partners } = await tx
    .selectNoFrom([
      sql<number>`(select count(*)::int from directory.users u where u.tenant = ${tenant} and u.client_id = ${id})`.as(
        'users',
      ),
      sql<number>`(select count(*)::int from directory.projects p where p.tenant = ${tenant} and p.client_id = ${id})`.as(
        'projects',
      ),
      sql<number>`(select count(*)::int from directory.partner_clients p where p.tenant = ${tenant} and p.client_id = ${id})`.as(
        'partners',
      ),
    ])
    .executeTakeFirstOrThrow();
  const ticket = await ticketsWith(tx, tenant, { column: 'client_id', id });
  refuseInUse('client-in-use', { ticket, user: users, project: projects, partner: partners });
  await tx.deleteFrom('directory.clients').where('tenant', '=', tenant).where('id', '=', id).execute();
  tell({ entity: 'client', id, change: 'removed', fields: {} });
}

const projects = (tx: Tx, tenant: string) =>
  tx
    .selectFrom('directory.projects as p')
    .select(['p.id', 'p.client_id as clientId', 'p.name', 'p.version'])
    .where('p.tenant', '=', tenant);

/** @throws DirectoryRefusal `project-not-found` */
export async function adminProject(tx: Tx, tenant: string, clientId: string, id: string): Promise<AdminProject> {
  const project = await projects(tx, tenant)
    .where('p.client_id', '=', clientId)
    .where('p.id', '=', id)
    .executeTakeFirst();
  if (!project) throw projectMissing();
  return project;
}

/** `clientId` may be left out where one client has a project of this id. @throws DirectoryRefusal `project-not-found` */
export async function projectCalled(tx: Tx, tenant: string, id: string, clientId?: string): Promise<AdminProject> {
  if (clientId !== undefined) return adminProject(tx, tenant, clientId, id);
  const [project, another] = await projects(tx, tenant).where('p.id', '=', id).limit(2).execute();
  if (!project) throw projectMissing();
  if (another) throw wrongField('clientId', 'required', 'is required: several clients have a project of this id');
  return project;
}

export async function listAdminProjects(
  tx: Tx,
  tenant: string,
  { q, clientId, limit, after }: Paging & { readonly q?: string; readonly clientId?: string },
): Promise<DirectoryPage<AdminProject>> {
  const key = sql<string>`p.client_id || '/' || p.id`;
  const rows = await projects(tx, tenant)
    .$if(q !== undefined, (query) => query.where(namedLike(q ?? '', ['p.name', 'p.id'])))
    .$if(clientId !== undefined, (query) => query.where('p.client_id', '=', clientId ?? ''))
    .$if(after !== null, (query) => query.where(sql<SqlBool>`(p.name, ${key}) > (${after?.[0]}, ${after?.[1]})`))
    .orderBy('p.name')
    .orderBy(key)
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, ({ name, clientId, id }) => [name, `${clientId}/${id}`]);
}

export async function createProject(
  changing: Changing,
  { id, clientId, name }: { readonly id: string; readonly clientId: string; readonly name: string },
  creation?: Creation,
): Promise<AdminProject & { readonly replayed: boolean }> {
  const { tx, tenant, tell } = changing;
  const made = await madeBefore(changing, creation);
  if (made !== null) return { ...(await adminProject(tx, tenant, clientId, id)), replayed: true };
  await adminClient(tx, tenant, clientId).catch(noSuch('clientId'));
  await tx
    .insertInto('directory.projects')
    .values({ tenant, client_id: clientId, id, name })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirstOrThrow(() => new DirectoryRefusal('id-taken', `${clientId} has a project ${id} already.`));
  await remember(changing, creation, `${clientId}/${id}`);
  const fields = fieldsBetween({}, { name }, personal);
  tell({ entity: 'project', id: `${clientId}/${id}`, change: 'created', fields });
  return { id, clientId, name, version: 0, replayed: false };
}

export async function patchProject(
  { tx, tenant, tell }: Changing,
  clientId: string,
  id: string,
  { name }: { readonly name?: string },
  expected?: bigint,
): Promise<AdminProject> {
  const before = await adminProject(tx, tenant, clientId, id);
  expectVersion(before, expected);
  const fields = fieldsBetween({ name: before.name }, { name: name ?? before.name }, personal);
  if (name === undefined || Object.keys(fields).length === 0) return before;
  const version = before.version + 1;
  await tx
    .updateTable('directory.projects')
    .set({ name, version })
    .where('tenant', '=', tenant)
    .where('client_id', '=', clientId)
    .where('id', '=', id)
    .execute();
  tell({ entity: 'project', id: `${clientId}/${id}`, change: 'changed', fields });
  return { id, clientId, name, version };
}

/** @throws DirectoryRefusal `project-in-use`: without its last assignment somebody would see more, not less */
export async function removeProject(
  { tx, tenant, tell }: Changing,
  clientId: string,
  id: string,
  expected?: bigint,
): Promise<void> {
  expectVersion(await adminProject(tx, tenant, clientId, id), expected);
  const { count } = await tx
    .selectFrom('directory.project_assignments')
    .where('tenant', '=', tenant)
    .where('client_id', '=', clientId)
    .where('project_id', '=', id)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  const ticket = await ticketsWith(tx, tenant, { column: 'project_id', id }, { client: clientId });
  refuseInUse('project-in-use', { ticket, assignment: count });
  await tx
    .deleteFrom('directory.projects')
    .where('tenant', '=', tenant)
    .where('client_id', '=', clientId)
    .where('id', '=', id)
    .execute();
  tell({ entity: 'project', id: `${clientId}/${id}`, change: 'removed', fields: {} });
}

/** What a path would not find is a wrong field in a body. */
export const noSuch =
  (field: string) =>
  (error: unknown): never => {
    throw error instanceof DirectoryRefusal && error.status === 404
      ? wrongField(field, 'not-found', 'is not known')
      : error;
  };
