import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Postgres, startPostgres } from './postgres.js';

let root: string;
let dataDir: string;
const running = new Set<Postgres>();

async function start(options: { port?: number; log?: (line: string) => void } = {}): Promise<Postgres> {
  const server = await startPostgres({ dataDir, ...options });
  running.add(server);
  return server;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client(url);
  client.on('error', () => {}); // a killed server ends the connection
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ledgerdesk-postgres-'));
  dataDir = join(root, 'postgres');
});

afterEach(async () => {
  await Promise.all([...running].map((server) => server.stop()));
  running.clear();
  rmSync(root, { recursive: true, force: true });
});

it('makes a cluster at the first start and finds its data again at the next', async () => {
  const first = await start();
  await query(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  expect(await first.exited).toEqual({ code: 0, signal: null });

  const second = await start();
  expect(await query(second.url, 'table kept')).toEqual([{ answer: 42 }]);
});
