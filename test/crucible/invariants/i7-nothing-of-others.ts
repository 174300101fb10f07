// I7: a tenant's words turn up in no answer to another, in no log, no figure and no job, and PostgreSQL itself hides rows
// from queries that forget their tenant. Answers and logs are searched as they come.
import { Client } from 'pg';
import type { Violation } from '../violation.js';
import type { Check } from './facts.js';
import { jobsIn } from './jobs.js';

export const nothingOfOthers: Check = async ({ stack }) => {
  for (const url of stack.urls) stack.leaks.in('figures', await (await fetch(`${url}/metrics`)).text());
  for (const job of await jobsIn(stack)) stack.leaks.in('a job', job);
  return [...stack.leaks.take(), ...(await bareReads(stack.postgres.url))];
};

/** What the API's own role would see of another tenant without any predicate. */
async function bareReads(url: string): Promise<Violation[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
        where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and has_table_privilege('ledgerdesk_api', c.oid, 'select')`,
    );
    const found: Violation[] = [];
    for (const { name } of rows) {
      await client.query(`begin; set local role ledgerdesk_api; select set_config('ledgerdesk.tenant', 'acme', true)`);
      const { rowCount } = await client.query(`select from ${name} where tenant <> 'acme' limit 1`);
      await client.query('rollback');
      if (rowCount) found.push({ invariant: 'I7', what: `${name} shows the API rows of other tenants` });
    }
    return found;
  } finally {
    await client.end();
  }
}
