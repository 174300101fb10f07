// For specs: the stores queues can be kept in, each with a server of its own.
import { connectDatabase, migrate } from '#read-side';
import { startTestPostgres } from '../../embedded/test/postgres.js';
import { migrateQueues, type QueueStore } from '../src/index.js';
import { redisServer, startTestRedis } from './redis.js';

export type StoreName = 'PostgreSQL' | 'Redis';

/** Where Redis has to be tested its absence fails; elsewhere it is said. */
export const storesHere: readonly StoreName[] = (['PostgreSQL', 'Redis'] as const).filter((name) => {
  if (name !== 'Redis' || redisServer !== undefined || process.env['LEDGERDESK_TEST_REDIS'] === 'required') return true;
  console.warn('Skipped on Redis: redis-server is not installed here');
  return false;
});

export interface TestStore {
  readonly store: QueueStore;
  /** It loses everything it holds. */
  readonly flush: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const role = 'ledgerdesk_worker';

/** `databaseUrl`: a migrated database, when there is one already. */
export async function startStore(name: StoreName, databaseUrl?: string): Promise<TestStore> {
  if (name === 'Redis') {
    const { url, flush, stop } = await startTestRedis();
    return { store: { redisUrl: url }, flush, stop };
  }
  const server = databaseUrl === undefined ? await startTestPostgres() : undefined;
  const url = databaseUrl ?? server?.url ?? '';
  if (server) await migrate(url);
  await migrateQueues(url);
  const database = connectDatabase({ url, role, max: 1 });
  return {
    store: { databaseUrl: url, role },
    flush: async () => void (await database.pool.query('delete from bullmq.job')),
    stop: async () => {
      await database.close();
      await server?.stop();
    },
  };
}
