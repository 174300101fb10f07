// Where the processes count together: in Redis when there is one, else in PostgreSQL. Windows begin and end by the
// store's clock, so that processes whose clocks differ still mean the same minute.
import { Redis } from 'ioredis';
import { connectDatabase } from '#read-side';
import { sql } from 'kysely';

export interface Count {
  /** points spent in the window, those of this call included */
  readonly spent: number;
  /** until the window ends, counted from no earlier than the call */
  readonly msLeft: number;
}

export interface SharedCounts {
  /** Spends points of a key in its window, which begins with its first points. @throws within a second where the store is away */
  readonly spend: (key: string, points: number, windowMs: number) => Promise<Count>;
  readonly close: () => Promise<void>;
}

const patienceMs = 1_000;

export function countInRedis(url: string): SharedCounts {
  const redis = new Redis(url, {
    keyPrefix: 'ledgerdesk:limits:',
    connectTimeout: patienceMs,
    commandTimeout: patienceMs,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(50 * 2 ** times, 2_000),
  });
  redis.on('error', () => undefined); // whoever spends is told
  return {
    spend: async (key, points, windowMs) => {
      const done = await redis.multi().set(key, 0, 'PX', windowMs, 'NX').incrby(key, points).pttl(key).exec();
      const [, spent, msLeft] = (done ?? []).map(([error, result]) => {
        if (error) throw error;
        return Number(result);
      });
      if (spent === undefined || msLeft === undefined) throw new Error('Redis dropped the transaction');
      return { spent, msLeft };
    },
    close: () => Promise.resolve(redis.disconnect()),
  };
}

/** Rows of windows that are over, which nobody asks for again, go this often. */
const sweepMs = 60_000;

export function countInPostgres(url: string): SharedCounts {
  const { db, close } = connectDatabase({ url, role: 'ledgerdesk_api', max: 2, patienceMs });
  const sweep = setInterval(() => {
    sql`delete from limits.windows where ends_at < now() - interval '1 minute'`.execute(db).catch(() => undefined); // the next one will
  }, sweepMs).unref();
  return {
    spend: async (key, points, windowMs) => {
      const { rows } = await sql<Count>`
        insert into limits.windows as w (key, spent, ends_at)
        values (${key}, ${points}, now() + ${windowMs} * interval '1 millisecond')
        on conflict (key) do update set
          spent = case when w.ends_at <= now() then excluded.spent else w.spent + excluded.spent end,
          ends_at = case when w.ends_at <= now() then excluded.ends_at else w.ends_at end
        returning spent, (extract(epoch from ends_at - now()) * 1000)::double precision as "msLeft"`.execute(db);
      const [count] = rows;
      if (!count) throw new Error('PostgreSQL returned no row');
      return count;
    },
    close: async () => {
      clearInterval(sweep);
      await close();
    },
  };
}
