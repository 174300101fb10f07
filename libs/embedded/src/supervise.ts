// Starts processes one after another, keeps them alive and ends them in reverse order. It knows nothing of what they do.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ready } from './child.js';
import { claimants } from './claims.js';
import { type Charge, keepAlive } from './keep-alive.js';
import { lock } from './lock.js';
import type { Postgres, PostgresOptions } from './postgres.js';
import { signalAll } from './processes.js';
import { type NodeChild, type Run, runNode, runPostgres } from './run.js';

const nameWidth = 10;
// npm passes on the signal that the terminal has sent to everybody: what comes so soon is the same wish, not a second.
const sameWish = 1_000; // ms

export interface SuperviseOptions {
  /** Taken for this process as long as it runs. */
  dataDir: string;
  /** Gets the one log, line by line: `projector  | caught up at 1042`. */
  onLine: (line: string) => void;
  /** Starts what is to run. When it rejects, everything ends and the exit code is 1. */
  begin: (supervisor: Supervisor) => Promise<void>;
  /** How long a process may take to end when asked, in milliseconds. */
  graceMs?: number;
}

export interface Supervisor {
  /** Resolves when the child is ready for the first time; its later lives keep arguments and environment. */
  start: (child: NodeChild) => Promise<Ready>;
  /** Resolves when the server is ready for the first time; its later lives keep the port. */
  postgres: (options: Omit<PostgresOptions, 'log'>) => Promise<Postgres>;
}

/**
 * Runs until SIGINT or SIGTERM (0), or until a process died five times within a minute or `begin` failed (1). The code
 * is 1 as well when a process had to be killed or ended badly: then not everything was flushed. Never rejects, each
 * problem is said in the log. The caller should exit with the code, which ends whatever a forced stop left.
 */
export async function supervise({ dataDir, onLine, begin, graceMs = 10_000 }: SuperviseOptions): Promise<0 | 1> {
  const writer = (name: string) => (line: string) => onLine(`${name.padEnd(nameWidth)} | ${line}`);
  const say = writer('supervisor');
  const sayError = (error: unknown) =>
    (error instanceof Error ? error.message : String(error)).split('\n').forEach(say);
  const claims = join(dataDir, 'children');
  let release: () => void;
  try {
    release = await lock(dataDir, join(dataDir, 'lock'));
    await endOrphans(claims, graceMs, say);
  } catch (error) {
    sayError(error);
    return 1;
  }

  const charges: Charge<unknown>[] = [];
  const ending = new AbortController();
  let allWell = true;
  const fail = (error: unknown) => {
    if (ending.signal.aborted) return; // what fails while everything ends is no reason to end
    sayError(error);
    allWell = false;
    ending.abort();
  };

  let signalledAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    const now = performance.now();
    if (signalledAt === undefined) {
      signalledAt = now;
      say(`${signal}: ending everything`);
      ending.abort();
    } else if (now - signalledAt > sameWish) {
      say(`${signal} again: killing what is left`);
      allWell = false;
      for (const charge of charges) charge.kill();
    }
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);

  const keep = <Details>(name: string, launch: (log: (line: string) => void) => Run<Details>): Promise<Details> => {
    if (ending.signal.aborted) return Promise.reject(new Error(`${name} is not started while everything ends`));
    const charge = keepAlive(name, launch, { log: writer(name), say, ending: ending.signal });
    charges.push(charge);
    charge.life.catch(fail);
    return charge.ready;
  };
  const supervisor: Supervisor = {
    start: (child) => keep(child.name, (log) => runNode(child, claims, log)),
    postgres: (options) => {
      let { port } = options;
      return keep('postgresql', (log) => {
        const run = runPostgres({ ...options, port, log });
        void run.ready.then((server) => ({ port } = server));
        return run;
      });
    },
  };
  const ended = new Promise((resolve) => ending.signal.addEventListener('abort', resolve));
  begin(supervisor).catch(fail);
  await ended;

  for (const charge of charges.toReversed()) allWell = (await charge.stop(graceMs)) && allWell;
  process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  release();
  return allWell ? 0 : 1;
}

/** Ends the children of a killed predecessor that did not notice, or are not through yet. */
async function endOrphans(claims: string, graceMs: number, say: (line: string) => void): Promise<void> {
  const orphans = claimants(claims);
  if (orphans.length === 0) return;
  say(`waiting for ${orphans.length} processes of a killed predecessor to end`);
  signalAll(orphans, 'SIGTERM');
  const patience = performance.now() + graceMs;
  for (let left = orphans; left.length > 0; left = claimants(claims)) {
    if (performance.now() > patience) signalAll(left, 'SIGKILL');
    await sleep(20);
  }
}
