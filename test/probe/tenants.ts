// The last line of defence between tenants, asked directly: what a query would see that has forgotten every predicate.
import { Client } from 'pg';
import type { Stack } from '../stack.js';

const tables = `
  select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as secured
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
  where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%'
    and has_table_privilege('ledgerdesk_api', c.oid, 'select')
  order by 1`;

/** As whoever owns the database. */
async function asOwner<T>({ parts }: Stack, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: parts.settings.databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export const tenantTables = (stack: Stack): Promise<{ name: string; secured: boolean }[]> =>
  asOwner(stack, async (client) => (await client.query<{ name: string; secured: boolean }>(tables)).rows);

/** Tables that show the API, inside one tenant, rows of another. */
export async function bareReads(stack: Stack, tenant: string): Promise<string[]> {
  const names = await tenantTables(stack);
  return asOwner(stack, async (client) => {
    const found: string[] = [];
    for (const { name } of names) {
      await client.query('begin');
      await client.query('set local role ledgerdesk_api');
      await client.query("select set_config('ledgerdesk.tenant', $1, true)", [tenant]);
      const { rowCount } = await client.query(`select from ${name} where tenant is distinct from $1 limit 1`, [tenant]);
      await client.query('rollback');
      if (rowCount) found.push(name);
    }
    return found;
  });
}

/** Row-level security of every table that has tenants, off or on again. */
export async function rowLevelSecurity(stack: Stack, to: 'enable' | 'disable'): Promise<void> {
  const names = await tenantTables(stack);
  await asOwner(stack, async (client) => {
    for (const { name } of names) await client.query(`alter table ${name} ${to} row level security`);
  });
}
