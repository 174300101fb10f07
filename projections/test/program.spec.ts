// The built projector as the supervisor runs it: readiness, every way to end, and kill -9 under load.
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { models } from '../index.js';
import { startLog, until, type TestLog } from './log.js';
import { startTables, type Tables } from './tables.js';

const main = join(process.cwd(), 'dist/projections/main.js');
let tables: Tables;
let log: TestLog;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  if (!existsSync(main)) throw new Error(`${main} is missing: npm run build`);
  tables = await startTables();
  log = await startLog(tables);
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});
afterAll(async () => {
  await log.stop();
  await tables.stop();
});

function launch(env: Record<string, string> = {}) {
  const child = fork(main, [], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: tables.url,
      EVENTSTORE_URL: log.url,
      LEDGERDESK_VAULT_KEY: randomBytes(32).toString('base64'),
      ...env,
    },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (output += data.toString()));
  const exited = once(child, 'exit').then(([code, signal]: unknown[]) => {
    running.delete(child);
    return code ?? signal;
  });
  return { child, exited, ready: once(child, 'message').then(([message]: unknown[]) => message), output: () => output };
}

const allReached = (position: bigint): Promise<void> =>
  until(async () => {
    const { rows } = await tables.pool.query<{ done: boolean }>(
      'select count(*) filter (where position >= $1) = $2 as done from read.bookmarks',
      [position.toString(), models.length],
    );
    return rows[0]?.done === true;
  });

it.each(['SIGTERM', 'SIGINT', 'disconnect'] as const)('says when it follows, and ends with 0 on %s', async (how) => {
  const { child, ready, exited } = launch();
  expect(await ready).toEqual({ ready: true });
  await allReached((await log.openTicket()).position);
  if (how === 'disconnect') child.disconnect();
  else child.kill(how);
  expect(await exited).toBe(0);
});

it('does not start half configured, and names everything that is missing', async () => {
  const { exited, output } = launch({ DATABASE_URL: '', LEDGERDESK_VAULT_KEY: '' });
  expect(await exited).toBe(1);
  expect(output()).toContain('not set: DATABASE_URL, LEDGERDESK_VAULT_KEY');
});

it('makes the rows of a replay, though two projectors are killed again and again under load [I4, I5, I6]', async () => {
  const enough = new AbortController();
  let last = 0n;
  const writer = (async () => {
    while (!enough.signal.aborted) ({ position: last } = await log.openTicket());
  })();
  const pair = [launch(), launch()];
  for (let kills = 0; kills < 6; kills += 1) {
    const [victim] = pair.splice(kills % 2, 1);
    await victim?.ready;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
    victim?.child.kill('SIGKILL');
    expect(await victim?.exited).toBe('SIGKILL');
    pair.push(launch());
  }
  enough.abort();
  await writer;
  await allReached(last);
  await Promise.all(pair.map(({ ready }) => ready));
  for (const { child } of pair) child.kill('SIGTERM');
  expect(await Promise.all(pair.map(({ exited }) => exited))).toEqual([0, 0]);

  const dumps = () => Promise.all(models.map(async (model) => ({ ...(await tables.dump(model)), bookmarks: [] })));
  const lived = await dumps();
  await tables.empty();
  for (const model of models) {
    const session = await tables.open(model);
    for await (const batch of log.ledger.readAll()) await session.takeIn(batch);
    await session.close();
  }
  expect(lived).toEqual(await dumps());
});
