// Starts the real PostgreSQL server as a direct child of this process and stops it again. Nothing here knows what the
// database is for. What a crash may leave behind (a half made cluster, a stale postmaster.pid, backends without a
// server) is put right at the next start.
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeCluster, placeOf } from './cluster.js';
import { freePort } from './free-port.js';
import { lock } from './lock.js';
import { postmasterOf, serverProcessesIn, signalAll } from './processes.js';
import { serverPrograms, spawnProgram } from './server-programs.js';
import { type User, serverUser } from './server-user.js';

export interface PostgresOptions {
  /** The cluster's own directory; made at the first start. Beside it lie `<dataDir>.lock` and, for a moment, `.new`. */
  dataDir: string;
  /** Without it a free port is chosen at each start. */
  port?: number;
  /** Gets the server's warnings and errors, line by line. */
  log?: (line: string) => void;
  /** Server settings on top of, or instead of, ours. */
  settings?: Record<string, string>;
}

/** How a process ended: by itself with a code, or by a signal. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Postgres {
  /** The superuser's, password included: `postgres://postgres:…@127.0.0.1:<port>/postgres`. */
  url: string;
  port: number;
  pid: number;
  exited: Promise<Ending>;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop: () => Promise<void>;
  /** Immediate shutdown, as after a power cut: loses nothing that was committed, and makes the next start longer. */
  kill: () => void;
}

const officeSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  work_mem: '8MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_line_prefix: '',
  log_checkpoints: 'off',
  log_min_messages: 'error', // which still lets the readiness line (LOG) through
  // Statements hold personal data; what failed is known to the program that sent it.
  log_min_error_statement: 'panic',
};

/**
 * Rejects when the directory is in use (naming the pid) or another user's (saying what to do), when the given port is
 * taken, and when the server does not come up (with its last lines).
 */
export async function startPostgres({
  dataDir,
  port,
  log = () => {},
  settings = {},
}: PostgresOptions): Promise<Postgres> {
  const directory = resolve(dataDir);
  const release = await lock(directory, `${directory}.lock`);
  try {
    const user = serverUser(directory);
    const programs = serverPrograms(user);
    if (!existsSync(join(directory, 'PG_VERSION'))) await makeCluster(directory, programs.initdb, user);
    await heal(directory);
    const start = (onPort: number) =>
      startServer(programs.postgres, directory, user, { ...officeSettings, port: String(onPort), ...settings }, log);
    const started = port === undefined ? await onFreePort(start) : { server: await start(port), port };
    const { server } = started;
    const exited = endOf(server);
    void exited.then(release);
    return {
      url: urlOf(directory, started.port),
      port: started.port,
      pid: server.pid ?? 0,
      exited,
      stop: async () => {
        server.kill('SIGINT');
        const impatient = setTimeout(() => server.kill('SIGQUIT'), 20_000);
        await exited;
        clearTimeout(impatient);
      },
      kill: () => void server.kill('SIGQUIT'),
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** The superuser's way into a server that another process runs in `dataDir`. @throws Error when none does */
export function runningPostgres(dataDir: string): string {
  const [, , , port] = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  if (!port || serverProcessesIn(dataDir).length === 0) throw new Error(`no PostgreSQL is running in ${dataDir}`);
  return urlOf(dataDir, Number(port));
}

const urlOf = (dataDir: string, port: number): string =>
  `postgres://postgres:${readFileSync(join(dataDir, 'password'), 'utf8')}@127.0.0.1:${port}/postgres`;

/** Ends what a killed predecessor left running; the caller holds the lock, so nobody else can be using it. */
async function heal(dataDir: string): Promise<void> {
  const postmaster = postmasterOf(dataDir);
  const orderly = postmaster !== undefined && serverProcessesIn(dataDir).includes(postmaster);
  if (orderly) signalAll([postmaster], 'SIGINT');
  const patience = Date.now() + (orderly ? 20_000 : 0);
  for (let left = serverProcessesIn(dataDir); left.length > 0; left = serverProcessesIn(dataDir)) {
    if (Date.now() >= patience) signalAll(left, 'SIGKILL');
    await sleep(20);
  }
  // It may name a zombie or a stranger that got the pid, which the server would take for itself.
  rmSync(join(dataDir, 'postmaster.pid'), { force: true });
}

class PortTaken extends Error {}

async function onFreePort(start: (port: number) => Promise<ChildProcess>) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { server: await start(port), port };
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt === 5) throw error;
    }
  }
}

/** Resolves when the server accepts connections. */
async function startServer(
  postgres: string,
  directory: string,
  user: User | undefined,
  settings: Record<string, string>,
  log: (line: string) => void,
): Promise<ChildProcess> {
  const server = spawnProgram(
    postgres,
    [
      '-D',
      placeOf(directory, user),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { cwd: directory, user, stdio: ['ignore', 'ignore', 'pipe'], whenOrphaned: 'INT' },
  );
  if (!server.stderr) throw new Error('PostgreSQL was started without a log');
  const lines = createInterface({ input: server.stderr });
  await new Promise<void>((resolve, reject) => {
    let ready = false;
    const before: string[] = [];
    lines.on('line', (line) => {
      if (!ready && line.endsWith('database system is ready to accept connections')) {
        ready = true;
        resolve();
      } else if (!ready) {
        before.push(line);
      } else if (/^(WARNING|ERROR|FATAL|PANIC): |terminated by signal/.test(line)) {
        log(line);
      }
    });
    server.once('error', reject);
    server.once('close', () => {
      const said = before.slice(-20).join('\n');
      const taken = said.includes('Address already in use');
      reject(new (taken ? PortTaken : Error)(`PostgreSQL did not start on port ${settings.port}:\n${said}`));
    });
  });
  return server;
}

function endOf(server: ChildProcess): Promise<Ending> {
  return new Promise((resolve) => server.once('exit', (code, signal) => resolve({ code, signal })));
}
