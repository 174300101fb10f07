// `npm run bench -- soak`: the whole product as its user starts it, under a desk's mixed day for as long as asked, and
// what its processes hold on to meanwhile: memory, files and sockets. What counts is whether its highest point rises.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#embedded';
import { short, type Bench } from '../bench.js';
import { chanceFrom } from '../generator/chance.js';
import { scratch } from '../servers.js';
import { heldBy, report, type Sample } from './held.js';
import { Load } from './load.js';

interface Asked extends Pick<Bench, 'say' | 'atEnd'> {
  readonly minutes: number;
  /** requests a second */
  readonly rate: number;
  readonly seed: number;
}

const unlimited = Object.fromEntries(
  ['USER', 'ADDRESS', 'UNAUTHENTICATED'].map((kind) => [`LEDGERDESK_${kind}_REQUESTS_PER_MINUTE`, '9999999']),
);
const sampleMs = 5_000;
/** Caches fill and heaps find their size first. */
const settling = 1 / 3;

/** Answers whether everything stayed flat. */
export async function soak({ minutes, rate, seed, say, atEnd }: Asked): Promise<boolean> {
  const desk = await startDesk({ atEnd });
  const draw = chanceFrom(seed);
  const load = new Load(desk.url, draw);
  await load.signIn();
  const readers = ['abe@acme.test', 'nora@northwind.test', 'gary@globex.test'].flatMap((who) => [
    load.follow(who, 'reads'),
    load.follow(who, 'never reads'),
  ]);
  atEnd(() => readers.forEach((end) => end()));

  const began = performance.now();
  const until = began + minutes * 60_000;
  const samples: Sample[] = [];
  let told = began;
  let sampled = began;
  for (let due = began; due < until; due += 1_000 / rate) {
    const early = due - performance.now();
    if (early > 1) await sleep(early);
    void load.act();
    const now = performance.now();
    if (now - sampled >= sampleMs) {
      sampled = now;
      samples.push({ seconds: (now - began) / 1_000, held: heldBy(desk.pid) });
    }
    if (now - told < 60_000) continue;
    told = now;
    say(`${short((now - began) / 60_000)} of ${minutes} minutes: ${load.told()}`);
  }
  await load.settled();
  say(load.told());
  return report(samples.filter(({ seconds }) => seconds >= minutes * 60 * settling));
}

async function startDesk({ atEnd }: Pick<Bench, 'atEnd'>): Promise<{ url: string; pid: number }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['dist/apps/cli/src/main.js', 'up'], {
    env: {
      ...process.env,
      ...unlimited,
      EVENTSTORE_URL: '',
      DATABASE_URL: '',
      REDIS_URL: '',
      PORT: String(port),
      DATA_DIR: scratch({ atEnd }),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  atEnd(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes(`Ledgerdesk is ready on ${url}`)) resolve();
    });
    child.once('exit', () => reject(new Error('the desk ended before it was ready')));
  });
  return { url, pid: child.pid ?? 0 };
}
