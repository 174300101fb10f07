// `npm run bench -- generate`: a data directory full of tickets, which `npm start` serves like any other.
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import progress from 'cli-progress';
import { parseMasterKey } from '#event-store';
import { vaultKeyIn } from '../../apps/cli/src/embedded/secrets.js';
import { short, type Bench } from '../bench.js';
import { openDesk } from '../servers.js';
import { generate, spanning } from './generate.js';
import { generatedPolicy, prepare } from './prepare.js';

interface Asked extends Pick<Bench, 'say' | 'atEnd' | 'tickets'> {
  readonly dataDir: string;
  readonly seed: number;
}

/** @throws TypeError when there is a log already */
export async function generateCommand({ tickets, seed, dataDir: named, say, atEnd }: Asked): Promise<void> {
  const dataDir = resolve(named);
  const events = join(dataDir, 'events');
  if (existsSync(events)) throw new TypeError(`${events} is there already: tickets are generated into a new directory`);
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const vaultKey = parseMasterKey(vaultKeyIn(dataDir));
  const desk = await openDesk({ atEnd }, { dataDir, vaultKey, policy: generatedPolicy });
  const policy = await prepare(desk);
  const bar = new progress.SingleBar({
    format: '{bar} {percentage}% | {value} of {total} tickets | {rate} events/s | {eta_formatted} left',
    etaBuffer: 200,
    noTTYOutput: true,
    notTTYSchedule: 10_000,
    hideCursor: true,
  });
  const started = performance.now();
  bar.start(tickets, 0, { rate: '–' });
  const made = await generate(desk, spanning(tickets, seed, policy), (soFar) => {
    const rate = Math.round((soFar.events * 1_000) / (performance.now() - started));
    bar.update(soFar.tickets, { rate });
  }).finally(() => bar.stop());
  const bytes = sizeOf(events);
  say(
    `${made.tickets} tickets, ${made.events} events (${short(made.events / made.tickets)} each) in ${short(made.seconds)} s: ` +
      `${Math.round(made.events / made.seconds)} events/s; the log takes ${short(bytes / 2 ** 20)} MiB, ` +
      `${short(((bytes / made.events) * 1e6) / 2 ** 30)} GiB per million events`,
  );
}

const sizeOf = (directory: string): number =>
  readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).blocks * 512, 0);
