// The tenant's groups: their members, and the queue entries they cover.
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
  type Changing,
  type Creation,
  type DirectoryPage,
  type Paging,
} from './change.js';
import { adminUser, link } from './users.js';

export interface GroupScope {
  readonly categoryId: string;
  /** null: the whole category */
  readonly typeId: string | null;
}

export interface AdminGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly scopes: readonly GroupScope[];
  readonly version: number;
}

const personal = new Set(['name', 'description']);

const groupMissing = (): DirectoryRefusal => new DirectoryRefusal('group-not-found', 'There is no such group.');

const groups = (tx: Tx, tenant: string) =>
  tx
    .selectFrom('directory.groups as g')
    .select(['g.id', 'g.name', 'g.description', 'g.version'])
    .select([
      sql<{ id: string; name: string }[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name)
        order by u.name, u.id), '[]') from directory.group_members m
        join directory.users u on u.tenant = m.tenant and u.id = m.user_id
        where m.tenant = g.tenant and m.group_id = g.id)`.as('members'),
      sql<GroupScope[]>`(select coalesce(jsonb_agg(jsonb_build_object('categoryId', s.category_id, 'typeId', s.type_id)
        order by s.category_id, s.type_id), '[]') from directory.group_scopes s
        where s.tenant = g.tenant and s.group_id = g.id)`.as('scopes'),
    ])
    .where('g.tenant', '=', tenant);

/** @throws DirectoryRefusal `group-not-found` */
export async function adminGroup(tx: Tx, tenant: string, id: string): Promise<AdminGroup> {
  const group = await groups(tx, tenant).where('g.id', '=', id).executeTakeFirst();
  if (!group) throw groupMissing();
  return group;
}

export async function listAdminGroups(
  tx: Tx,
  tenant: string,
  { q, limit, after }: Paging & { readonly q?: string },
): Promise<DirectoryPage<AdminGroup>> {
  const rows = await groups(tx, tenant)
    .$if(q !== undefined, (query) => query.where(namedLike(q ?? '', ['g.name', 'g.id'])))
    .$if(after !== null, (query) => query.where(sql<SqlBool>`(g.name, g.id) > (${after?.[0]}, ${after?.[1]})`))
    .orderBy('g.name')
    .orderBy('g.id')
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit);
}

export async function createGroup(
  changing: Changing,
  { id, name, description = '' }: { readonly id: string; readonly name: string; readonly description?: string },
  creation?: Creation,
): Promise<AdminGroup & { readonly replayed: boolean }> {
  const { tx, tenant, tell } = changing;
  const made = await madeBefore(changing, creation);
  if (made !== null) return { ...(await adminGroup(tx, tenant, made)), replayed: true };
  await tx
    .insertInto('directory.groups')
    .values({ tenant, id, name, description })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirstOrThrow(() => new DirectoryRefusal('id-taken', `There is a group ${id} already.`));
  await remember(changing, creation, id);
  tell({ entity: 'group', id, change: 'created', fields: fieldsBetween({}, { name, description }, personal) });
  return { ...(await adminGroup(tx, tenant, id)), replayed: false };
}

export async function patchGroup(
  { tx, tenant, tell }: Changing,
  id: string,
  patch: { readonly name?: string; readonly description?: string },
  expected?: bigint,
): Promise<AdminGroup> {
  const before = await adminGroup(tx, tenant, id);
  expectVersion(before, expected);
  const after = { name: patch.name ?? before.name, description: patch.description ?? before.description };
  const fields = fieldsBetween({ name: before.name, description: before.description }, after, personal);
  if (Object.keys(fields).length === 0) return before;
  const version = before.version + 1;
  await tx
    .updateTable('directory.groups')
    .set({ ...after, version })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .execute();
  tell({ entity: 'group', id, change: 'changed', fields });
  return { ...before, ...after, version };
}

/** @throws DirectoryRefusal `group-in-use`: it has members, or tickets are assigned to it */
export async function removeGroup({ tx, tenant, tell }: Changing, id: string, expected?: bigint): Promise<void> {
  const group = await adminGroup(tx, tenant, id);
  expectVersion(group, expected);
  const ticket = await ticketsWith(tx, tenant, { column: 'group_id', id });
  refuseInUse('group-in-use', { ticket, member: group.members.length });
  await tx.deleteFrom('directory.groups').where('tenant', '=', tenant).where('id', '=', id).execute();
  tell({ entity: 'group', id, change: 'removed', fields: {} });
}

/** `on` false takes the member out; it may be so already. @throws DirectoryRefusal `not-in-the-team` for others than staff */
export async function setMember(changing: Changing, id: string, userId: string, on: boolean): Promise<AdminGroup> {
  const { tx, tenant, tell } = changing;
  const group = await adminGroup(tx, tenant, id);
  const user = await adminUser(changing, userId);
  if (on && (user.side !== 'staff' || user.removed)) {
    throw new DirectoryRefusal('not-in-the-team', 'Groups are of staff.');
  }
  if (!(await link(tx, 'directory.group_members', { tenant, group_id: id, user_id: userId }, on))) return group;
  tell({ entity: 'group', id, change: 'changed', fields: { members: on ? { to: userId } : { from: userId } } });
  return adminGroup(tx, tenant, id);
}

/** Whether the group's queue covers the category, or the type. What is covered must exist; what is not may be gone. */
export async function setScope(
  { tx, tenant, tell, categories }: Changing,
  id: string,
  { categoryId, typeId }: GroupScope,
  on: boolean,
): Promise<AdminGroup> {
  const group = await adminGroup(tx, tenant, id);
  const category = categories.find((entry) => entry.id === categoryId);
  const covered = group.scopes.some((scope) => scope.categoryId === categoryId && scope.typeId === typeId);
  const known = category && (typeId === null || category.types.some((type) => type.id === typeId));
  if (!known && !covered) throw new DirectoryRefusal('category-not-found', 'There is no such category or type.');
  const row = { tenant, group_id: id, category_id: categoryId, type_id: typeId };
  if (covered === on || !(await link(tx, 'directory.group_scopes', row, on))) return group;
  const entry = typeId === null ? categoryId : `${categoryId}/${typeId}`;
  tell({ entity: 'group', id, change: 'changed', fields: { scopes: on ? { to: entry } : { from: entry } } });
  return adminGroup(tx, tenant, id);
}
