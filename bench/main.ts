// `npm run bench`: takes the figures one after the other, each on servers of its own, and prints one table.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Bench, Figure, Row } from './bench.js';
import { commands } from './figures/p1-commands.js';
import { commandsBesideEmmett } from './figures/p1b-emmett.js';
import { oneCaller } from './figures/p2-one-caller.js';
import { overHttp } from './figures/p3-http.js';
import { liveProjection } from './figures/p4-live-projection.js';
import { rebuilding } from './figures/p5-rebuild.js';
import { visibility } from './figures/p6-visibility.js';
import { lists } from './figures/p7-lists.js';
import { badges } from './figures/p8-badges.js';
import { timers } from './figures/p9-timers.js';
import { audit } from './figures/p10-audit.js';
import { generateCommand } from './generator/command.js';
import { soak } from './soak/soak.js';
import { tellProfiles } from './profiles.js';
import { machine, tableOf, verdictOf } from './table.js';

const figures: readonly Figure[] = [
  commands,
  commandsBesideEmmett,
  oneCaller,
  overHttp,
  liveProjection,
  rebuilding,
  visibility,
  lists,
  badges,
  timers,
  audit,
];

const usage = `npm run bench -- [--only P4,P7] [--quick] [--rounds n] [--tickets n] [--timers n] [--data-dir directory] [--json file]
npm run bench -- generate --tickets n --data-dir directory [--seed n]
npm run bench -- soak [--minutes 30] [--rate 20] [--seed n]
npm run bench -- profiles <directory>     what BENCH_PROFILES=<directory> has left there

${figures.map(({ id, title }) => `  ${id.padEnd(4)} ${title}`).join('\n')}
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    tickets: { type: 'string' },
    timers: { type: 'string' },
    json: { type: 'string' },
    'data-dir': { type: 'string' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '30' },
    rate: { type: 'string', default: '20' },
    help: { type: 'boolean', default: false },
  },
});

const whole = (name: string, text: string): number => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new TypeError(`--${name} must be a whole number from 1`);
};
const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** What is to be undone, by figure and last of all; also when Ctrl-C comes. */
const undos: (() => unknown)[] = [];
const lastUndos: (() => unknown)[] = [];
async function undoAll(list = [...lastUndos.splice(0), ...undos.splice(0)]): Promise<void> {
  for (const undo of list.toReversed()) {
    try {
      await undo();
    } catch (error) {
      say(`while cleaning up: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void undoAll().then(() => process.exit(1)));

async function bench(): Promise<number> {
  const { quick, only } = values;
  const wanted = only?.split(',').map((id) => id.trim().toUpperCase());
  const unknown = wanted?.filter((id) => !figures.some((figure) => figure.id.toUpperCase() === id)) ?? [];
  if (unknown.length > 0) throw new TypeError(`there is no figure ${unknown.join(', ')}`);
  const settings = {
    quick,
    rounds: whole('rounds', values.rounds),
    tickets: whole('tickets', values.tickets ?? (quick ? '4000' : '100000')),
    timers: whole('timers', values.timers ?? (quick ? '500' : '100000')),
    dataDir: values['data-dir'] ?? null,
    atEnd: (undo: () => unknown) => void undos.push(undo),
  };
  const made = new Map<string, Promise<unknown>>();
  const rows: Row[] = [];
  let broken = 0;
  for (const figure of figures) {
    if (wanted && !wanted.includes(figure.id.toUpperCase())) continue;
    const tell = (text: string): void => say(`${figure.id}: ${text}`);
    const mine: Bench = {
      ...settings,
      say: tell,
      shared: <T>(name: string, make: (ends: Pick<Bench, 'atEnd' | 'say'>) => Promise<T>) => {
        const there = made.get(name) ?? make({ atEnd: (undo) => void lastUndos.push(undo), say: tell });
        made.set(name, there);
        return there as Promise<T>;
      },
    };
    mine.say(figure.title);
    try {
      rows.push(...(await figure.measure(mine)));
    } catch (error) {
      broken += 1;
      say(`${figure.id} broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    } finally {
      await undoAll(undos.splice(0));
    }
  }
  const taken = new Date().toISOString();
  process.stdout.write(`${tableOf(rows)}\n\n${taken.slice(0, 16)}Z, ${settings.rounds} rounds, ${machine()}\n`);
  if (quick) process.stdout.write('Quick: the amounts are too small for these figures to mean anything.\n');
  if (values.json !== undefined) {
    const told = rows.map((row) => ({ ...row, verdict: verdictOf(row) }));
    const { atEnd: _, ...asked } = settings;
    writeFileSync(values.json, `${JSON.stringify({ taken, machine: machine(), ...asked, rows: told }, null, 2)}\n`);
  }
  return broken === 0 ? 0 : 1;
}

try {
  if (values.help) process.stdout.write(usage);
  else if (positionals[0] === 'generate') {
    const { tickets, 'data-dir': dataDir, seed } = values;
    if (tickets === undefined || dataDir === undefined) throw new TypeError('generate needs --tickets and --data-dir');
    const atEnd = (undo: () => unknown) => void undos.push(undo);
    await generateCommand({ tickets: whole('tickets', tickets), dataDir, seed: whole('seed', seed), say, atEnd });
  } else if (positionals[0] === 'soak') {
    const atEnd = (undo: () => unknown) => void undos.push(undo);
    const { minutes, rate, seed } = values;
    const asked = { minutes: whole('minutes', minutes), rate: whole('rate', rate), seed: whole('seed', seed) };
    process.exitCode = (await soak({ ...asked, say, atEnd })) ? 0 : 1;
  } else if (positionals[0] === 'profiles') {
    const [, directory] = positionals;
    if (directory === undefined) throw new TypeError('profiles needs a directory');
    process.stdout.write(`${tellProfiles(directory)}\n`);
  } else if (positionals.length > 0) throw new TypeError(`there is no ${positionals.join(' ')}`);
  else process.exitCode = await bench();
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  say(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
} finally {
  await undoAll();
}
process.exit();
