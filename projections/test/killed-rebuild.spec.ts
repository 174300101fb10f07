// The built projector, killed with -9 in the middle of a rebuild: the next one goes on, and comes to the same rows.
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ticketList } from '../index.js';
import { startLog, until, type TestLog } from './log.js';
import { startTables, type Tables } from './tables.js';

const main = join(process.cwd(), 'dist/projections/main.js');
let tables: Tables;
let log: TestLog;
let child: ChildProcess | undefined;

beforeAll(async () => {
  if (!existsSync(main)) throw new Error(`${main} is missing: npm run build`);
  tables = await startTables();
  log = await startLog(tables);
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await log.stop();
  await tables.stop();
});

async function launch(): Promise<ChildProcess> {
  child = fork(main, [], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: tables.url,
      EVENTSTORE_URL: log.url,
      LEDGERDESK_VAULT_KEY: randomBytes(32).toString('base64'),
    },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

const one = async <T>(query: string): Promise<T | undefined> =>
  (await tables.pool.query<{ value: T }>(query)).rows[0]?.value;

it('goes on where it was killed, leaving readers with the live rows meanwhile [I4]', async () => {
  let last = 0n;
  for (let i = 0; i < 300; i += 1) ({ position: last } = await log.openTicket());
  let projector = await launch();
  const caughtUp = () =>
    one<boolean>(`select position >= ${last} as value from read.bookmarks where model = 'ticket-list' and live`);
  await until(async () => (await caughtUp()) === true);
  const { rows, cells } = await tables.dump(ticketList);

  // With the live bookmark in other hands no rebuild can come to its end: it is killed in the middle, wherever that is.
  const holder = await tables.client();
  await tables.pool.query(`select read.order_rebuild('ticket-list')`);
  await holder.query(`begin; select from read.bookmarks where model = 'ticket-list' and live for update`);
  for (let kill = 0; kill < 3; kill += 1) {
    await until(async () => (await one('select position as value from read.bookmarks where not live')) != null);
    await sleep(Math.random() * 200);
    const gone = once(projector, 'exit');
    projector.kill('SIGKILL');
    await gone;
    expect(await one('select count(*)::int as value from read.ticket_list')).toBe(300);
    projector = await launch();
  }
  const built = await one<string>('select position as value from read.bookmarks where not live');
  await holder.query('rollback');
  await holder.end();
  await until(async () => (await one('select finished_at as value from read.rebuilds')) != null);

  expect(built).toBeDefined();
  const rebuilt = await tables.dump(ticketList);
  expect([rebuilt.rows, rebuilt.cells]).toEqual([rows, cells]);
  expect(await one(`select count(*)::int as value from pg_class where relname like '%\\_\\_next%'`)).toBe(0);
  const { position } = await log.openTicket();
  last = position;
  await until(async () => (await caughtUp()) === true);
  const ended = once(projector, 'exit');
  projector.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});
