// I10: by itself and within bounded time everything is back: processes, answers, followers at the log's head, timers done.
import { readFileSync } from 'node:fs';
import { models } from '../../../projections/index.js';
import type { Stack } from '../stack.js';
import { Violated } from '../violation.js';
import { until } from '../wire.js';

const patienceMs = 90_000;

/** Comes back once the desk is at rest. @throws Violated */
export async function comesToRest(stack: Stack, within = patienceMs): Promise<void> {
  const { pool, ledger, urls, processes } = stack;
  const wait = async (what: string, so: () => Promise<true | string>): Promise<void> => {
    try {
      await until(what, so, within);
    } catch (error) {
      throw new Violated({ invariant: 'I10', what: (error as Error).message });
    }
  };
  await wait('every process is there', async () => {
    const away = processes.filter(({ pid }) => pid === undefined).map(({ name }) => name);
    return away.length === 0 || `${away.join(', ')} away`;
  });
  for (const url of urls) {
    await wait(`${url} is ready`, async () => {
      const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(10_000) });
      return answer.status === 200 || (await answer.text()).slice(0, 400);
    });
  }
  await wait('every timer has taken effect', async () => {
    const { rows } = await pool.query<{ count: number }>(
      'select count(*)::int as count from read.due_timers where live and (resolved or snoozed)',
    );
    return rows[0]?.count === 0 || `${rows[0]?.count} are left`;
  });
  await wait('every follower is at the head', async () => {
    const head = await ledger.head();
    const { rows } = await pool.query<{ model: string; position: string | null; halted: string | null }>(
      'select model, position, halted from read.bookmarks where live',
    );
    const behind = rows.filter(({ position, halted }) => halted !== null || BigInt(position ?? 0) < (head ?? 0n));
    if (rows.length < models.length || behind.length > 0) return `${JSON.stringify(behind)}, the head is ${head}`;
    const seen = /= (\d+)\n$/.exec(readFileSync(stack.observed, 'latin1').slice(-100))?.[1];
    return BigInt(seen ?? 0) >= (head ?? 0n) || `the observer is at ${seen}, the head is ${head}`;
  });
  await wait('no reaction stands still', async () => {
    const { rows } = await pool.query('select reaction, halted from worker.bookmarks where halted is not null');
    return rows.length === 0 || JSON.stringify(rows);
  });
}
