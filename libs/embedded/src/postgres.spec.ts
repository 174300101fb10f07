import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Programs, buildPrograms, until } from '../test/programs.js';
import { query } from '../test/query.js';
import { freePort } from './free-port.js';
import { type Postgres, type PostgresOptions, startPostgres } from './postgres.js';
import { postmasterOf, serverProcessesIn } from './processes.js';

let programs: Programs;
let root: string;
let dataDir: string;
const running = new Set<Postgres>();

async function start(options: Partial<PostgresOptions> = {}): Promise<Postgres> {
  const server = await startPostgres({ dataDir, ...options });
  running.add(server);
  return server;
}

beforeAll(() => {
  programs = buildPrograms();
});
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ledgerdesk-postgres-'));
  dataDir = join(root, 'postgres');
});
afterEach(async () => {
  await Promise.all([...running].map((server) => server.stop()));
  running.clear();
  await programs.stop();
  await until(() => serverProcessesIn(dataDir).length === 0);
  rmSync(root, { recursive: true, force: true });
});
afterAll(() => programs.close());

it('makes a cluster at the first start and finds its data again at the next', async () => {
  const first = await start();
  await query(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  expect(await first.exited).toEqual({ code: 0, signal: null });

  const second = await start();
  expect(await query(second.url, 'table kept')).toEqual([{ answer: 42 }]);
});

it('is durable, closed to everybody without the password, and has UTF-8 and the extensions we need', async () => {
  const { url } = await start();
  const settings = ['fsync', 'listen_addresses', 'server_encoding', 'max_connections', 'password_encryption'];
  expect(await query(url, `select ${settings.map((name) => `current_setting('${name}') ${name}`).join()}`)).toEqual([
    {
      fsync: 'on',
      listen_addresses: '127.0.0.1',
      server_encoding: 'UTF8',
      max_connections: '100',
      password_encryption: 'scram-sha-256',
    },
  ]);
  for (const extension of ['pg_trgm', 'unaccent', 'btree_gin']) await query(url, `create extension ${extension}`);
  expect(await query(url, `select lower('ÄRGER') low, similarity('Ärger', 'ärger') alike, show_trgm('ä')`)).toEqual([
    { low: 'ärger', alike: 1, show_trgm: expect.arrayContaining([expect.anything()]) as unknown },
  ]);
  await expect(query(url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow('password authentication failed');
  expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
});

it('logs errors, and neither statements nor the values in them', async () => {
  const lines: string[] = [];
  const { url } = await start({ log: (line) => lines.push(line) });
  await query(url, 'create table person (email text primary key)');
  await query(url, `insert into person values ('nora@northwind.test')`);
  await expect(query(url, `insert into person values ('nora@northwind.test')`)).rejects.toThrow('duplicate key');
  await until(() => lines.length > 0);
  expect(lines).toEqual(['ERROR:  duplicate key value violates unique constraint "person_pkey"']);
});

it('takes the port it is given, and says so when it is taken', async () => {
  const port = await freePort();
  const first = await start({ port });
  expect(first.url).toContain(`@127.0.0.1:${port}/`);
  await first.stop();

  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
  await expect(start({ port })).rejects.toThrow(/did not start on port \d+:[^]*Address already in use/);
  await new Promise((resolve) => squatter.close(resolve));
  await start({ port });
});

it('refuses a directory whose server is alive in another process, and leaves that server alone', async () => {
  const other = programs.run('server', [dataDir]);
  const url = await other.line(/^postgres:/);
  await expect(start()).rejects.toThrow(`${dataDir} is in use by process ${other.process.pid}`);
  expect(await query(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
});

it('refuses a directory with other files in it', async () => {
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'thesis.doc'), 'do not lose me');
  await expect(start()).rejects.toThrow(`${dataDir} holds files but no PostgreSQL cluster`);
  expect(existsSync(join(dataDir, 'thesis.doc'))).toBe(true);
});

describe('heals', () => {
  it('an initialisation that was killed', async () => {
    const killed = programs.run('server', [dataDir]);
    await until(() => existsSync(join(`${dataDir}.new`, 'base')));
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(existsSync(dataDir)).toBe(false);

    const { url } = await start();
    expect(await query(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(existsSync(`${dataDir}.new`)).toBe(false);
  });

  it('a server that outlived its starter because nothing told it', async () => {
    await (await start()).stop(); // made with what a user without a name may need
    const killed = programs.run('server', [dataDir], { env: { PATH: '/nowhere/setpriv/is' } });
    await killed.line(/^postgres:/);
    killed.process.kill('SIGKILL');
    await killed.ended;
    const outlived = postmasterOf(dataDir);
    expect(serverProcessesIn(dataDir)).toContain(outlived);

    const { url, pid } = await start();
    expect(pid).not.toBe(outlived);
    expect(await query(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('a killed server whose backend is still busy', async () => {
    const killed = await start();
    const client = new Client(killed.url);
    client.on('error', () => {});
    await client.connect();
    const busy = client.query('select count(*) from generate_series(1, 1e11)').catch((error: Error) => error.message);
    await until(async () => {
      const active = `select 1 from pg_stat_activity where query like 'select count%' and state = 'active'`;
      return (await query(killed.url, active)).length === 1;
    });
    process.kill(killed.pid, 'SIGKILL');
    expect(await killed.exited).toEqual({ code: null, signal: 'SIGKILL' });
    expect(serverProcessesIn(dataDir)).not.toEqual([]);

    const { url } = await start();
    expect(await query(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(await busy).toMatch(/terminated/);
  });

  it('a postmaster.pid whose pid belongs to a stranger now', async () => {
    await (await start()).stop();
    const { uid, gid } = statSync(dataDir);
    const stranger = spawn('sleep', ['60'], { cwd: '/', uid, gid });
    const stale = join(dataDir, 'postmaster.pid');
    writeFileSync(stale, `${stranger.pid}\n${dataDir}\n0\n1\n\n127.0.0.1\n0 0\nready   \n`);
    chownSync(stale, uid, gid);

    await start();
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill();
  });
});
