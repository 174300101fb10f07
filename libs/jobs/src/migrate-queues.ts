import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { schema } from './queues.js';

/** The worker works on jobs; the API shows those that failed, and has them tried again. */
const roles = 'ledgerdesk_worker, ledgerdesk_api';

/**
 * Makes BullMQ's tables, or brings them up to date, and lets worker and API use them. Runs after the database's own
 * migrations, with a login that may create schemas; safe to call again, and from several processes at once.
 */
export async function migrateQueues(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('ledgerdesk.migrate'))"); // gone with the connection
    await runMigrations(client, schema);
    await client.query(
      `grant usage on schema ${schema} to ${roles};
      grant select, insert, update, delete on all tables in schema ${schema} to ${roles};
      grant usage, select on all sequences in schema ${schema} to ${roles};`,
    );
  } finally {
    await client.end();
  }
}
