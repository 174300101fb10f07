import { setTimeout as sleep } from 'node:timers/promises';
import progress from 'cli-progress';
import type { Command } from 'commander';
import { Client, Refused } from '../client.js';
import { Failed, WrongUsage } from '../exit.js';

interface Projection {
  readonly name: string;
  readonly state: 'live' | 'rebuilding' | 'halted';
  readonly progress: number | null;
  readonly lagMs: number | null;
  readonly error: string | null;
  readonly rebuiltAt: string | null;
}

interface Options {
  readonly all?: true;
  readonly discard?: true;
}

const lookMs = 250;

export function addRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('Build a read model anew from the log, beside the one readers see. May be left alone: it goes on.')
    .argument('[model]', 'its name, like ticket-list')
    .option('--all', 'every read model, one after the other')
    .option('--discard', 'give up an unfinished rebuild, and throw away what it has built')
    .action(rebuild);
}

async function rebuild(model: string | undefined, { all, discard }: Options): Promise<void> {
  if ((model === undefined) === (all === undefined)) throw new WrongUsage('name a read model, or say --all');
  const client = Client.fromEnvironment();
  const known = await projections(client);
  if (model !== undefined && !known.has(model)) {
    throw new WrongUsage(`there is no read model ${model}: ${[...known.keys()].join(', ')}`);
  }
  const wanted = model === undefined ? [...known.values()] : [...known.values()].filter(({ name }) => name === model);
  if (discard) return giveUp(client, wanted);
  const failed: string[] = [];
  for (const one of wanted) {
    const reason = await rebuildOne(client, one);
    if (reason !== null) failed.push(`${one.name}: ${reason}`);
  }
  if (failed.length > 0) throw new Failed(failed.join('\n'));
}

/** Orders it, or joins the one under way, and shows how far it is. Answers why it failed. */
async function rebuildOne(client: Client, { name, rebuiltAt: before }: Projection): Promise<string | null> {
  await client.request('POST', `/v1/admin/projections/${name}/rebuild`).catch((error: unknown) => {
    if (!(error instanceof Refused && error.code === 'rebuild-running')) throw error;
  });
  const bar = new progress.SingleBar({
    format: `${name} {bar} {percentage}% | {duration_formatted}`,
    noTTYOutput: true,
    hideCursor: true,
  });
  bar.start(1_000, 0);
  try {
    for (;;) {
      const now = (await projections(client)).get(name);
      if (!now) throw new Failed(`${name} is no longer there`);
      if (now.state === 'rebuilding') bar.update(Math.floor((now.progress ?? 0) * 1_000));
      else if (now.rebuiltAt !== null && now.rebuiltAt !== before) {
        bar.update(1_000);
        return null;
      } else return now.error ?? 'it was given up';
      await sleep(lookMs);
    }
  } finally {
    bar.stop();
  }
}

async function giveUp(client: Client, wanted: readonly Projection[]): Promise<void> {
  for (const { name } of wanted) {
    try {
      await client.request('DELETE', `/v1/admin/projections/${name}/rebuild`);
      console.log(`${name}: what was built is thrown away.`);
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'no-rebuild')) throw error;
      console.log(`${name}: nothing to give up.`);
    }
  }
}

async function projections(client: Client): Promise<Map<string, Projection>> {
  const { items } = await client.get<{ items: Projection[] }>('/v1/admin/projections');
  return new Map(items.map((item) => [item.name, item]));
}
