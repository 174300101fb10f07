import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { schema } from './queues.js';

const worker = 'ledgerdesk_worker';

/**
 * Makes BullMQ's tables, or brings them up to date, and lets the worker use them. Runs after the database's own
 * migrations, with a login that may create schemas; safe to call again, and from several processes at once.
 */
export async function migrateQueues(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('ledgerdesk.migrate'))"); // gone with the connection
    await runMigrations(client, schema);
    await client.query(
      `grant usage on schema ${schema} to ${worker};
      grant select, insert, update, delete on all tables in schema ${schema} to ${worker};
      grant usage, select on all sequences in schema ${schema} to ${worker};`,
    );
  } finally {
    await client.end();
  }
}
