// People and groups that an import names and the directory does not know yet. Safe to repeat, and from several imports
// at once: each name ends up with one id.
import { createHash } from 'node:crypto';
import { v5 } from 'uuid';
import type { Tx } from '../database.js';
import { fieldsBetween, type Changing } from './change.js';

const namespace = 'f2b7ad0e-3d35-4d7c-9a55-3a7ab1f1a2c9';

const personal = new Set(['login', 'name']);

const loginOf = (source: string, name: string): string => `${source}:${name}`.toLowerCase();

export type Importing = Pick<Changing, 'tx' | 'tenant' | 'tell'>;

/** Finds or creates a disabled user `<source>:<name>` per name; answers ids by name. Names that differ in letter case only are one user. */
export async function importedUsers(
  { tx, tenant, tell }: Importing,
  source: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const logins = new Map(names.map((name) => [loginOf(source, name), name]));
  if (logins.size === 0) return new Map();
  const created = await tx
    .insertInto('directory.users')
    .values(
      [...logins].map(([login, name]) => ({
        tenant,
        id: v5(JSON.stringify([tenant, login]), namespace),
        login,
        name,
        email: null,
        role: 'user' as const,
        client_id: null,
        disabled: true,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'login', 'name', 'role', 'disabled'])
    .execute();
  for (const { id, ...user } of created) {
    tell({ entity: 'user', id, change: 'created', fields: fieldsBetween({}, user, personal) });
  }
  const found = await tx
    .selectFrom('directory.users')
    .select(['id', 'login'])
    .where('tenant', '=', tenant)
    .where('login', 'in', [...logins.keys()])
    .execute();
  const ids = new Map(found.map(({ id, login }) => [login, id]));
  return new Map(names.map((name) => [name, ids.get(loginOf(source, name)) ?? missing(name)]));
}

/** Finds the group of that name or creates it; its id is made from the name. */
export async function importedGroup({ tx, tenant, tell }: Importing, name: string): Promise<string> {
  const existing = await groupCalled(tx, tenant, name);
  if (existing !== undefined) return existing;
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  // Two names can make one slug: the second then carries a digest of its own.
  for (const id of [slug || `group-${digest}`, `${slug || 'group'}-${digest}`]) {
    const created = await tx
      .insertInto('directory.groups')
      .values({ tenant, id, name })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (created) {
      tell({ entity: 'group', id, change: 'created', fields: fieldsBetween({}, { name }, personal) });
      return id;
    }
    const stored = await tx
      .selectFrom('directory.groups')
      .select('name')
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .executeTakeFirst();
    if (stored?.name === name) return id;
  }
  return missing(name);
}

async function groupCalled(tx: Tx, tenant: string, name: string): Promise<string | undefined> {
  const group = await tx
    .selectFrom('directory.groups')
    .select('id')
    .where('tenant', '=', tenant)
    .where('name', '=', name)
    .orderBy('id')
    .executeTakeFirst();
  return group?.id;
}

function missing(name: string): never {
  throw new Error(`${JSON.stringify(name)} was created and is not there`);
}
