// The event log is restored from an older copy, as by a back-up. Whoever has come further must halt and say so: going on
// would skip what is written there next. Taking the newer log back and building anew is a person's work, done here.
import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { models } from '../../../projections/index.js';
import type { Stack } from '../stack.js';
import { Violated } from '../violation.js';
import { until } from '../wire.js';
import type { Strike } from './fault.js';

const patienceMs = 60_000;

export const restoreOlderLog: Strike = {
  name: 'restore-older-log',
  what: 'the event log is restored from an older copy: followers beyond its head halt and say so',
  quiet: true,
  strike: async ({ stack, writers, say }) => {
    const { eventNode, eventsDir, directory } = stack;
    const [older, newer] = [join(directory, 'events-older'), join(directory, 'events-newer')];
    await eventNode.hold();
    cpSync(eventsDir, older, { recursive: true });
    await back(stack);
    writers.start();
    await writers.more(30, 20_000);
    await writers.stop();
    await until('followers are beyond the copy', () => reached(stack), patienceMs);
    await eventNode.hold();
    renameSync(eventsDir, newer);
    renameSync(older, eventsDir);
    await back(stack);
    try {
      await until('every follower beyond the head has halted and says so', () => halted(stack), patienceMs);
    } catch (error) {
      throw new Violated({ invariant: 'I6', what: `the log is an older copy; ${(error as Error).message}` });
    }
    say('every follower halted and said so');

    await eventNode.hold();
    rmSync(eventsDir, { recursive: true });
    renameSync(newer, eventsDir);
    await back(stack);
    for (const { name } of models) await stack.pool.query('select read.order_rebuild($1)', [name]);
    for (const process of [stack.worker, ...stack.apis]) {
      await process.kill();
      await process.ready(60_000);
    }
  },
};

async function back({ eventNode }: Stack): Promise<void> {
  eventNode.release();
  await eventNode.ready(30_000);
}

async function reached({ pool, ledger }: Stack): Promise<true | string> {
  const head = await ledger.head();
  const { rows } = await pool.query<{ model: string; position: string | null }>(
    'select model, position from read.bookmarks where live',
  );
  const behind = rows.filter(({ position }) => BigInt(position ?? 0) < (head ?? 0n));
  return behind.length === 0 || behind.map(({ model }) => model).join(', ');
}

async function halted({ pool, urls }: Stack): Promise<true | string> {
  const { rows } = await pool.query<{ name: string; halted: string | null }>(
    `select model as name, halted from read.bookmarks where live
      union all select reaction, halted from worker.bookmarks where reaction = 'timers'`,
  );
  const silent = rows.filter(({ halted }) => !halted?.includes('lies beyond the log'));
  if (silent.length > 0) return JSON.stringify(silent);
  for (const url of urls) {
    const { status } = await fetch(`${url}/health/ready`);
    if (status !== 503) return `${url}/health/ready says ${status}`;
  }
  return true;
}
