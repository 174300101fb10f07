// The tenant's people, as administrators see and change them: who they are, what they may, where they belong.
import {
  capabilitiesOf,
  likeOf,
  mayGrant,
  rolesOnSide,
  sideOf,
  type RoleId,
  type Side,
  type TenantRoles,
} from '#access';
import type { Json } from '#policy';
import { sql, type Selectable, type SqlBool } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../database.js';
import { namedLike } from '../queries/picker.js';
import { oneOf } from '../queries/scope.js';
import type { UserTable } from '../tables/directory.js';
import {
  DirectoryRefusal,
  expectVersion,
  fieldsBetween,
  madeBefore,
  pageOf,
  remember,
  ticketsWith,
  wrongField,
  type Changing,
  type Creation,
  type DirectoryPage,
  type Paging,
} from './change.js';
import { adminClient, adminProject, noSuch } from './clients.js';

export interface UserFields {
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly verified: boolean;
  readonly role: RoleId;
  /** the organisation of customers */
  readonly clientId: string | null;
  /** the organisation of partners: colleagues name the same */
  readonly partnerId: string | null;
  readonly availability: 'available' | 'away';
  /** what the identity provider calls them; null: it names them by our id */
  readonly subject: string | null;
}

export interface AdminUser extends UserFields {
  readonly id: string;
  readonly side: Side;
  readonly disabled: boolean;
  /** disabled for ever; only the name is left */
  readonly removed: boolean;
  readonly groups: readonly string[];
  /** those a partner's user works for */
  readonly clients: readonly string[];
  /** those a customer is narrowed to; empty: the whole organisation */
  readonly projects: readonly string[];
  readonly createdAt: string;
  readonly version: number;
}

export interface AdminUserDetail extends AdminUser {
  /** assigned to them, neither resolved nor closed: to be given to somebody else */
  readonly openTickets: number;
}

/** What names or reaches a person; the journal says only that it changed. */
const personal = new Set(['login', 'name', 'email', 'subject']);

const email = /^[^\s@:]{1,64}@[^\s@:]+\.[^\s@.:]+$/;
const serviceName = /^[a-z0-9][a-z0-9._-]{0,62}$/;

const userMissing = (): DirectoryRefusal => new DirectoryRefusal('user-not-found', 'There is no such user.');
const partnerMissing = (): DirectoryRefusal => new DirectoryRefusal('partner-not-found', 'There is no such partner.');

const rowsOf = (tx: Tx, tenant: string) =>
  tx
    .selectFrom('directory.users as u')
    .selectAll('u')
    .select([
      sql<string[]>`array(select m.group_id from directory.group_members m
        where m.tenant = u.tenant and m.user_id = u.id order by 1)`.as('groups'),
      sql<string[]>`array(select p.client_id from directory.partner_clients p
        where p.tenant = u.tenant and p.user_id = u.id order by 1)`.as('clients'),
      sql<string[]>`array(select a.project_id from directory.project_assignments a
        where a.tenant = u.tenant and a.user_id = u.id order by 1)`.as('projects'),
    ])
    .where('u.tenant', '=', tenant);

type Row = Selectable<UserTable> & Pick<AdminUser, 'groups' | 'clients' | 'projects'>;

const toUser = (row: Row, roles: TenantRoles | undefined): AdminUser => ({
  id: row.id,
  login: row.login,
  name: row.name,
  email: row.email,
  verified: row.verified,
  role: row.role,
  side: sideOf(row.role, roles),
  clientId: row.client_id,
  partnerId: row.partner_id,
  availability: row.availability,
  subject: row.subject,
  disabled: row.disabled,
  removed: row.removed,
  groups: row.groups,
  clients: row.clients,
  projects: row.projects,
  createdAt: row.created_at,
  version: row.version,
});

interface Looking {
  readonly tx: Tx;
  readonly tenant: string;
  readonly roles: TenantRoles | undefined;
}

/** @throws DirectoryRefusal `user-not-found` */
export async function adminUser({ tx, tenant, roles }: Looking, id: string): Promise<AdminUser> {
  const row = await rowsOf(tx, tenant).where('u.id', '=', id).executeTakeFirst();
  if (!row) throw userMissing();
  return toUser(row, roles);
}

/** @throws DirectoryRefusal `partner-not-found`, also for users who are no partner's */
export async function adminPartner(looking: Looking, id: string): Promise<AdminUser> {
  const user = await adminUser(looking, id).catch(() => null);
  if (!user || user.side !== 'partner' || user.removed) throw partnerMissing();
  return user;
}

export async function withOpenTickets({ tx, tenant }: Looking, user: AdminUser): Promise<AdminUserDetail> {
  const openTickets = await ticketsWith(tx, tenant, { column: 'assignee_id', id: user.id }, { open: true });
  return { ...user, openTickets };
}

export interface UserFilters {
  /** part of a name, a login or an address */
  readonly q?: string;
  readonly role?: readonly string[];
  readonly side?: Side;
  readonly clientId?: string;
  readonly partnerId?: string;
  readonly groupId?: string;
  readonly disabled?: boolean;
  /** those removed; absent: the others */
  readonly removed?: boolean;
}

export async function listAdminUsers(
  { tx, tenant, roles }: Looking,
  { limit, after, removed = false, ...wanted }: Paging & UserFilters,
): Promise<DirectoryPage<AdminUser>> {
  const { q, role, side, clientId, partnerId, groupId, disabled } = wanted;
  const rows = await rowsOf(tx, tenant)
    .where('u.removed', '=', removed)
    .$if(q !== undefined, (query) => query.where(namedLike(q ?? '', ['u.name', 'u.login', 'u.email'])))
    .$if(role !== undefined, (query) => query.where(oneOf(sql.ref('u.role'), role ?? [])))
    .$if(side !== undefined, (query) => query.where(oneOf(sql.ref('u.role'), rolesOnSide(side ?? 'staff', roles))))
    .$if(clientId !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(u.client_id = ${clientId} or exists (select from directory.partner_clients p
          where p.tenant = u.tenant and p.user_id = u.id and p.client_id = ${clientId}))`,
      ),
    )
    .$if(partnerId !== undefined, (query) => query.where('u.partner_id', '=', partnerId ?? ''))
    .$if(groupId !== undefined, (query) =>
      query.where(
        sql<SqlBool>`exists (select from directory.group_members m
          where m.tenant = u.tenant and m.user_id = u.id and m.group_id = ${groupId})`,
      ),
    )
    .$if(disabled !== undefined, (query) => query.where('u.disabled', '=', disabled ?? false))
    .$if(after !== null, (query) => query.where(sql<SqlBool>`(u.name, u.id) > (${after?.[0]}, ${after?.[1]})`))
    .orderBy('u.name')
    .orderBy('u.id')
    .limit(limit + 1)
    .execute();
  return pageOf(
    rows.map((row) => toUser(row, roles)),
    limit,
  );
}

export type NewUser = Pick<UserFields, 'login' | 'name' | 'role'> & Partial<UserFields>;

export async function createUser(
  changing: Changing,
  fields: NewUser,
  creation?: Creation,
): Promise<AdminUser & { readonly replayed: boolean }> {
  const { tx, tenant, tell } = changing;
  const made = await madeBefore(changing, creation);
  if (made !== null) return { ...(await adminUser(changing, made)), replayed: true };
  const login = fields.login.toLowerCase();
  const user: UserFields = {
    login,
    name: fields.name,
    email: fields.email === undefined && email.test(login) ? login : (fields.email ?? null),
    verified: fields.verified ?? false,
    role: fields.role,
    clientId: fields.clientId ?? null,
    partnerId: fields.partnerId ?? null,
    availability: fields.availability ?? 'available',
    subject: fields.subject ?? null,
  };
  await check(changing, user);
  refuseAbove(changing, user.role);
  const id = randomUUID();
  await tx
    .insertInto('directory.users')
    .values({ tenant, id, ...columnsOf(user) })
    .execute();
  await remember(changing, creation, id);
  tell({ entity: 'user', id, change: 'created', fields: fieldsBetween({}, { ...user }, personal) });
  return { ...(await adminUser(changing, id)), replayed: false };
}

/** Whatever no longer fits the role goes with it: organisation, clients, groups, projects. */
export async function patchUser(
  changing: Changing,
  id: string,
  patch: Partial<UserFields>,
  expected?: bigint,
): Promise<AdminUser> {
  const { roles } = changing;
  const before = await changeable(changing, id, expected);
  const side = sideOf(patch.role ?? before.role, roles);
  const mail = patch.email === undefined ? before.email : patch.email;
  const after: UserFields = {
    login: (patch.login ?? before.login).toLowerCase(),
    name: patch.name ?? before.name,
    email: mail,
    // Nobody has proven yet that another address is theirs.
    verified: patch.verified ?? (mail === before.email && before.verified),
    role: patch.role ?? before.role,
    clientId:
      side === 'customer'
        ? patch.clientId === undefined
          ? before.clientId
          : patch.clientId
        : (patch.clientId ?? null),
    partnerId:
      side === 'partner'
        ? patch.partnerId === undefined
          ? before.partnerId
          : patch.partnerId
        : (patch.partnerId ?? null),
    availability: patch.availability ?? before.availability,
    subject: patch.subject === undefined ? before.subject : patch.subject,
  };
  const fields = fieldsBetween(fieldsOf(before), { ...after }, personal);
  if (Object.keys(fields).length === 0) return before;
  await check(changing, after, id);
  if (after.role !== before.role) {
    if (isOwn(changing, id)) throw new DirectoryRefusal('own-account', 'Somebody else has to change your role.');
    refuseAbove(changing, after.role);
  }
  await store(changing, id, before.version, columnsOf(after));
  const lost = await dropUnfitting(changing, before, after, side);
  await keepAdministrators(changing, before);
  changing.tell({ entity: 'user', id, change: 'changed', fields: { ...fields, ...lost } });
  return adminUser(changing, id);
}

/** Takes no right over the user: it is for people themselves, too. */
export async function setAvailability(
  changing: Changing,
  id: string,
  availability: UserFields['availability'],
  expected?: bigint,
): Promise<AdminUser> {
  const before = await adminUser(changing, id);
  expectVersion(before, expected);
  if (before.availability === availability) return before;
  await store(changing, id, before.version, { availability });
  const fields = fieldsBetween({ availability: before.availability }, { availability }, personal);
  changing.tell({ entity: 'user', id, change: 'changed', fields });
  return adminUser(changing, id);
}

/** @throws DirectoryRefusal `own-account`, `last-administrator` */
export async function setDisabled(
  changing: Changing,
  id: string,
  disabled: boolean,
  expected?: bigint,
): Promise<AdminUserDetail> {
  const before = await changeable(changing, id, expected);
  if (before.disabled !== disabled) {
    if (isOwn(changing, id)) throw new DirectoryRefusal('own-account', 'Nobody can disable themself.');
    await store(changing, id, before.version, { disabled });
    await keepAdministrators(changing, before);
    const fields = fieldsBetween({ disabled: before.disabled }, { disabled }, personal);
    changing.tell({ entity: 'user', id, change: 'changed', fields });
  }
  return withOpenTickets(changing, await adminUser(changing, id));
}

/**
 * Takes away what the user can do and be reached by, for ever. The name stays: history, and the tickets they hold, go on
 * naming them. Their login is free again.
 */
export async function removeUser(changing: Changing, id: string, expected?: bigint): Promise<AdminUserDetail> {
  const before = await changeable(changing, id, expected);
  if (isOwn(changing, id)) throw new DirectoryRefusal('own-account', 'Nobody can remove themself.');
  const gone = { login: `removed:${id}`, email: null, verified: false, disabled: true, removed: true, subject: null };
  await store(changing, id, before.version, { ...gone, partner_id: null });
  await drop(changing, id, ['directory.group_members', 'directory.partner_clients', 'directory.project_assignments']);
  await keepAdministrators(changing, before);
  changing.tell({ entity: 'user', id, change: 'removed', fields: {} });
  return withOpenTickets(changing, await adminUser(changing, id));
}

/** `on` false takes it away; it may be so already. */
export async function assignProject(
  changing: Changing,
  id: string,
  project: { readonly clientId?: string; readonly projectId: string },
  on: boolean,
): Promise<AdminUser> {
  const { tx, tenant, tell } = changing;
  const user = await changeable(changing, id);
  // Project ids are known inside one organisation only, so nobody of several can be narrowed by them.
  if (user.side !== 'customer' || user.clientId === null) {
    throw new DirectoryRefusal('not-a-customer', 'Only somebody of a client can be narrowed to projects.');
  }
  const { clientId = user.clientId, projectId } = project;
  await adminProject(tx, tenant, clientId, projectId);
  if (clientId !== user.clientId) throw wrongField('clientId', 'conflict', 'is not the client of this user');
  const row = { tenant, user_id: id, client_id: clientId, project_id: projectId };
  if (!(await link(tx, 'directory.project_assignments', row, on))) return user;
  tell({ entity: 'user', id, change: 'changed', fields: { projects: on ? { to: projectId } : { from: projectId } } });
  return adminUser(changing, id);
}

/** Says whether a partner's user works for a client; it may be so already. */
export async function assignClient(changing: Changing, id: string, clientId: string, on: boolean): Promise<AdminUser> {
  const { tx, tenant, tell } = changing;
  const user = await adminPartner(changing, id);
  refuseAbove(changing, user.role);
  await adminClient(tx, tenant, clientId);
  if (!(await link(tx, 'directory.partner_clients', { tenant, user_id: id, client_id: clientId }, on))) return user;
  tell({ entity: 'user', id, change: 'changed', fields: { clients: on ? { to: clientId } : { from: clientId } } });
  return adminUser(changing, id);
}

const fieldsOf = ({ login, name, email, verified, role, clientId, partnerId, availability, subject }: UserFields) => ({
  login,
  name,
  email,
  verified,
  role,
  clientId,
  partnerId,
  availability,
  subject,
});

const columnsOf = ({ clientId, partnerId, ...same }: UserFields) => ({
  login: same.login,
  name: same.name,
  email: same.email,
  verified: same.verified,
  role: same.role,
  client_id: clientId,
  partner_id: partnerId,
  availability: same.availability,
  subject: same.subject,
});

const isOwn = ({ by }: Changing, id: string): boolean => by?.id === id;

/** @throws DirectoryRefusal `not-allowed`: nobody grants, or touches, a role above their own */
function refuseAbove({ by, roles }: Changing, role: RoleId): void {
  if (by === null || mayGrant(by, role, roles)) return;
  throw new DirectoryRefusal('not-allowed', `The role ${role} is not yours to give or to take.`);
}

/** The user, if the caller may change them. */
async function changeable(changing: Changing, id: string, expected?: bigint): Promise<AdminUser> {
  const user = await adminUser(changing, id);
  refuseAbove(changing, likeOf(user.role, changing.roles) === null ? 'user' : user.role);
  expectVersion(user, expected);
  if (user.removed) throw new DirectoryRefusal('user-removed', 'This user was removed; only the name is left.');
  return user;
}

async function check(changing: Changing, user: UserFields, id?: string): Promise<void> {
  const { tx, tenant, roles } = changing;
  const like = likeOf(user.role, roles);
  if (like === null || like === 'system' || like === 'guest') {
    throw wrongField('role', 'unknown-value', 'is no role of this tenant');
  }
  if (!email.test(user.login) && !serviceName.test(user.login)) {
    throw wrongField('login', 'invalid', 'must be an e-mail address, or a name of a-z, 0-9, dots and dashes');
  }
  if (user.email !== null && !email.test(user.email)) throw wrongField('email', 'invalid', 'must be an e-mail address');
  if (user.verified && user.email === null) throw wrongField('verified', 'invalid', 'says nothing without an address');
  const side = sideOf(user.role, roles);
  if (user.clientId !== null) {
    if (side !== 'customer') throw wrongField('clientId', 'conflict', 'is for customers');
    await adminClient(tx, tenant, user.clientId).catch(noSuch('clientId'));
  } else if (like.startsWith('client_')) throw wrongField('clientId', 'required', 'is required for this role');
  if (user.partnerId !== null && side !== 'partner') throw wrongField('partnerId', 'conflict', 'is for partners');
  const taken = await tx
    .selectFrom('directory.users')
    .select('id')
    .where('tenant', '=', tenant)
    .where('login', '=', user.login)
    .executeTakeFirst();
  if (taken && taken.id !== id) throw new DirectoryRefusal('login-taken', 'Somebody has this login already.');
  if (user.subject === null) return;
  const known = await tx
    .selectFrom('directory.users')
    .select('id')
    .where('tenant', '=', tenant)
    .where('subject', '=', user.subject)
    .executeTakeFirst();
  if (known && known.id !== id) throw new DirectoryRefusal('subject-taken', 'The provider knows somebody else so.');
}

const store = async (
  { tx, tenant }: Changing,
  id: string,
  version: number,
  columns: Partial<Omit<Selectable<UserTable>, 'tenant' | 'id'>>,
) =>
  tx
    .updateTable('directory.users')
    .set({ ...columns, version: version + 1 })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .execute();

type Links = 'directory.group_members' | 'directory.partner_clients' | 'directory.project_assignments';

async function drop({ tx, tenant }: Changing, userId: string, tables: readonly Links[]): Promise<void> {
  for (const table of tables) {
    await sql`delete from ${sql.table(table)} where tenant = ${tenant} and user_id = ${userId}`.execute(tx);
  }
}

/** What a role or an organisation brought along does not come back by itself with the next one. */
async function dropUnfitting(changing: Changing, before: AdminUser, after: UserFields, side: Side) {
  const lost: Record<string, { readonly from: Json }> = {};
  const lose = async (name: 'groups' | 'clients' | 'projects', table: Links) => {
    if (before[name].length === 0) return;
    await drop(changing, before.id, [table]);
    lost[name] = { from: before[name] };
  };
  if (side !== 'staff') await lose('groups', 'directory.group_members');
  if (side !== 'partner') await lose('clients', 'directory.partner_clients');
  if (side !== 'customer' || after.clientId !== before.clientId) {
    await lose('projects', 'directory.project_assignments');
  }
  return lost;
}

/** Somebody must stay who can change the directory, and somebody who stands as high as whoever goes. */
async function keepAdministrators({ tx, tenant, roles }: Changing, before: AdminUser): Promise<void> {
  const all = [...new Set([...rolesOnSide('staff', roles), ...rolesOnSide('service', roles)])];
  const posts = [
    all.filter((role) => capabilitiesOf(role, roles).has('administer')),
    all.filter((role) => likeOf(role, roles) === 'super_admin'),
  ].filter((post) => post.includes(before.role) && !before.disabled);
  for (const post of posts) {
    const left = await tx
      .selectFrom('directory.users')
      .select('id')
      .where('tenant', '=', tenant)
      .where('disabled', '=', false)
      .where('role', 'in', post)
      .limit(1)
      .execute();
    if (left.length === 0) {
      throw new DirectoryRefusal('last-administrator', 'Nobody else of this role would be left.');
    }
  }
}

/** False: it was so already. */
export async function link(
  tx: Tx,
  table: Links | 'directory.group_scopes',
  row: Readonly<Record<string, string | null>>,
  on: boolean,
): Promise<boolean> {
  const names = Object.keys(row);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const values = sql.join(names.map((name) => sql`${row[name]}::text`));
  const { numAffectedRows } = on
    ? await sql`insert into ${sql.table(table)} (${columns}) values (${values}) on conflict do nothing`.execute(tx)
    : await sql`delete from ${sql.table(table)} where (${columns}) is not distinct from (${values})`.execute(tx);
  return numAffectedRows === 1n;
}
