// Tenants come from whoever operates the installation, never from somebody inside one.
import { capabilitiesOf } from '#access';
import { countRoles } from './roles-in-use.js';
import { DirectoryRefusal, fieldsBetween, type Changing } from './change.js';
import type { Outcome } from './items.js';
import { createUser } from './users.js';

export interface TenantFields {
  readonly name: string;
  /** licensed features by name; what is not named is on */
  readonly features?: Readonly<Record<string, boolean>>;
}

/** Makes the tenant, or brings name and features to what is written. */
export async function applyTenant(changing: Changing, { name, features }: TenantFields): Promise<Outcome> {
  const { tx, tenant, tell } = changing;
  const before = await tx
    .selectFrom('directory.tenants')
    .select(['name', 'features'])
    .where('id', '=', tenant)
    .executeTakeFirst();
  // In one order, in which the database does not keep them.
  const sorted = (switches: Readonly<Record<string, boolean>>) =>
    Object.fromEntries(Object.entries(switches).sort(([a], [b]) => (a < b ? -1 : 1)));
  const known = before && { name: before.name, features: sorted(before.features) };
  const after = { name, features: features ? sorted(features) : (known?.features ?? {}) };
  const fields = fieldsBetween(known ?? {}, after, new Set(['name']));
  if (before && Object.keys(fields).length === 0) return 'unchanged';
  await tx
    .insertInto('directory.tenants')
    .values({ id: tenant, ...after })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(after))
    .execute();
  tell({ entity: 'tenant', id: tenant, change: before ? 'changed' : 'created', fields });
  return before ? 'changed' : 'created';
}

/** The first of them, who makes all others. Once there is somebody who administers it is refused. */
export async function firstAdministrator(
  changing: Changing,
  admin: { readonly login: string; readonly name: string },
): Promise<Outcome> {
  const { tx, tenant, roles } = changing;
  const known = await tx
    .selectFrom('directory.users')
    .select('role')
    .where('tenant', '=', tenant)
    .where('login', '=', admin.login.toLowerCase())
    .executeTakeFirst();
  if (known && capabilitiesOf(known.role, roles).has('administer')) return 'unchanged';
  const people = await countRoles(tx, tenant, { enabled: true });
  if ([...people.keys()].some((role) => capabilitiesOf(role, roles).has('administer'))) {
    throw new DirectoryRefusal('administrator-exists', 'The tenant has somebody who administers it already.');
  }
  await createUser(changing, { ...admin, role: 'super_admin' });
  return 'created';
}
