// The servers a figure runs on: processes of the built product and a PostgreSQL with the product's own settings, flushes
// included, each on a directory and a port of its own.
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { actorOf, type Actor, type Role } from '#access';
import { freePort, nodeFlags, startPostgres } from '#embedded';
import { Vault } from '#event-store';
import { openLedger, type Ledger } from '#ledger';
import { amend, presets, type Json, type PolicyDocument, type TicketPolicy } from '#policy';
import { connectDatabase, demoPolicies, demoUserId, migrate, seedDemo, type Database } from '#read-side';
import { ActOnTicketHandler, Numbers, PolicyBook } from '#write-side';
import type { Bench } from './bench.js';

type Ending = Pick<Bench, 'atEnd'>;

export function scratch({ atEnd }: Ending): string {
  const directory = mkdtempSync(join(tmpdir(), 'ledgerdesk-bench-'));
  atEnd(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export interface Child {
  readonly process: ChildProcess;
  readonly url: string | undefined;
  readonly stop: () => Promise<void>;
}

/** Resolves when the process says that it is ready. @throws Error with its last lines when it ends instead */
export async function startProcess(
  { atEnd }: Ending,
  entry: string,
  env: Record<string, string | undefined>,
): Promise<Child> {
  const { BENCH_PROFILES } = process.env; // a directory: V8 profiles of all processes
  const execArgv = [...nodeFlags, ...(BENCH_PROFILES ? ['--cpu-prof', `--cpu-prof-dir=${BENCH_PROFILES}`] : [])];
  const child = fork(entry, {
    env: { ...process.env, LOG_LEVEL: 'warn', REDIS_URL: '', ...env },
    execArgv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const exited = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
  };
  atEnd(stop);
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > 20) lines.shift();
    });
  }
  const url = await new Promise<string | undefined>((resolve, reject) => {
    child.on('message', (message) => resolve((message as { url?: string }).url));
    child.once('exit', () => reject(new Error(`${entry} ended before it was ready:\n${lines.join('\n')}`)));
  });
  return { process: child, url, stop };
}

export async function startEventNode(
  bench: Ending,
  dataDir = scratch(bench),
  at?: number,
): Promise<{ url: string } & Child> {
  const port = at ?? (await freePort());
  const env = { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: join(dataDir, 'events') };
  const child = await startProcess(bench, 'dist/libs/event-node/src/main.js', env);
  return { ...child, url: `esdb://127.0.0.1:${port}?tls=false` };
}

/** Durable: what it answers is flushed, as in the embedded default. */
export async function startDatabase(bench: Ending, dataDir = scratch(bench)): Promise<string> {
  const { url, stop } = await startPostgres({ dataDir: join(dataDir, 'postgres') });
  bench.atEnd(stop);
  await migrate(url);
  return url;
}

/** Takes away the rows of ticket-list, its badges, and all bookmarks. */
export async function ticketListEmptier(url: string, { atEnd }: Ending): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  atEnd(() => client.end());
  return async () => {
    await client.query('truncate read.bookmarks, read.ticket_list, read.ticket_badge_cells');
  };
}

/** Null: there is none on this machine. */
export async function startRedis(bench: Ending): Promise<string | null> {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', args, { cwd: scratch(bench), stdio: ['ignore', 'pipe', 'ignore'] });
  const there = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.once('exit', () => resolve(false));
    createInterface({ input: server.stdout }).on('line', (line) => {
      if (line.includes('Ready to accept connections')) resolve(true);
    });
  });
  if (!there) return null;
  const exited = once(server, 'exit');
  bench.atEnd(async () => {
    server.kill('SIGTERM');
    await exited;
  });
  return `redis://127.0.0.1:${port}`;
}

export interface Desk {
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  readonly vaultKey: Buffer;
  readonly database: Database;
  readonly keys: Vault;
  readonly ledger: Ledger;
  readonly policies: PolicyBook;
  /** what the product's processes are told */
  readonly env: Record<string, string>;
  /** Work on the directory of the log while its event node rests; afterwards it serves again, where it did. */
  readonly offline: <T>(work: (eventsDir: string) => Promise<T>) => Promise<T>;
}

interface Opening {
  readonly dataDir?: string;
  readonly vaultKey?: Buffer;
  /** merge patch over every policy */
  readonly policy?: Json;
}

const system = { id: 'system', role: 'system', kind: 'system' } as const;

/** Event node, database with the demonstration's people and policies, and this process connected to both. */
export async function openDesk(
  bench: Ending,
  { dataDir = scratch(bench), vaultKey = randomBytes(32), policy = {} }: Opening = {},
): Promise<Desk> {
  let eventNode = await startEventNode(bench, dataDir);
  const databaseUrl = await startDatabase(bench, dataDir);
  const { url: eventStoreUrl } = eventNode;
  const offline = async <T>(work: (eventsDir: string) => Promise<T>): Promise<T> => {
    await eventNode.stop();
    const done = await work(join(dataDir, 'events'));
    eventNode = await startEventNode(bench, dataDir, Number(new URL(eventStoreUrl).port));
    return done;
  };
  const database = connectDatabase({ url: databaseUrl, role: 'ledgerdesk_api', max: 16 });
  bench.atEnd(() => database.close());
  const keys = new Vault({ pool: database.pool, masterKey: vaultKey });
  const ledger = openLedger({ url: eventStoreUrl, keys, deadlineMs: 30_000 });
  bench.atEnd(() => ledger.close());
  const policies = new PolicyBook(ledger);
  await policies.open();
  bench.atEnd(() => policies.close());
  await seedDemo(database);
  for (const { tenant, patch } of demoPolicies()) {
    const document = amend(amend(presets.unified, patch) as unknown as PolicyDocument, policy);
    await policies.publish(tenant, document as unknown as PolicyDocument, { by: system });
  }
  const env = {
    DATABASE_URL: databaseUrl,
    EVENTSTORE_URL: eventStoreUrl,
    LEDGERDESK_VAULT_KEY: vaultKey.toString('base64'),
    LEDGERDESK_EMBEDDED: '1',
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PORT: '0',
  };
  return { eventStoreUrl, databaseUrl, vaultKey, database, keys, ledger, policies, env, offline };
}

/** The write side as the API has it. */
export const writerOf = ({ ledger, keys, policies }: Desk): ActOnTicketHandler =>
  new ActOnTicketHandler({ log: ledger, keys, policies, numbers: new Numbers(ledger) });

/** Somebody of the demonstration's tenant acme who sees all its tickets. */
export function demoActor(login: string, role: Role, { visibility }: Pick<TicketPolicy, 'visibility'>): Actor {
  const person = { role, userId: demoUserId(login), tenant: 'acme', clientIds: [], groupIds: [], groupScopes: [] };
  return actorOf(person, visibility);
}
