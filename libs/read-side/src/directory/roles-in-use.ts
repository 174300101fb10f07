// Who has which role, for those who change what roles mean.
import { sql } from 'kysely';
import type { Tx } from '../database.js';

/** How many people have each role. Those removed have none; `enabled`: only those who can sign in. */
export async function countRoles(
  tx: Tx,
  tenant: string,
  { enabled = false }: { readonly enabled?: boolean } = {},
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('directory.users')
    .where('tenant', '=', tenant)
    .where(enabled ? 'disabled' : 'removed', '=', false)
    .groupBy('role')
    .select(['role', sql<number>`count(*)::int`.as('count')])
    .execute();
  return new Map(rows.map(({ role, count }) => [role, count]));
}

/** From the next request on every process reads at least this version of the policy. */
export async function policyInForce(tx: Tx, tenant: string, version: number): Promise<void> {
  await tx
    .updateTable('directory.tenants')
    .set({ policy_version: sql`greatest(policy_version, ${version})` })
    .where('id', '=', tenant)
    .execute();
}
