// Everything the queue holds, wherever it is kept, one text for each job.
import type { Stack } from '../stack.js';

export async function jobsIn({ redis, pool }: Stack): Promise<string[]> {
  if (redis === null) {
    const { rows } = await pool.query<{ job: string }>('select to_jsonb(j)::text as job from bullmq.job j');
    return rows.map(({ job }) => job);
  }
  return redis.ask(async (client) => {
    const keys = (await client.keys('ledgerdesk:timers:*')).filter((key) => !/:(lock|logs)$/.test(key));
    const kinds = await Promise.all(keys.map((key) => client.type(key)));
    const jobs = keys.filter((key, index) => kinds[index] === 'hash' && !/:(meta|metrics.*|de)$/.test(key));
    return Promise.all(jobs.map(async (key) => JSON.stringify(await client.hgetall(key))));
  });
}
