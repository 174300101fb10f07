// One life of a supervised process, from its start to its end, whatever kind of process it is.
import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ready } from './child.js';
import { claim } from './claims.js';
import { type Ending, type Postgres, type PostgresOptions, startPostgres } from './postgres.js';

export interface Run<Details> {
  /** Settles only when the process gets so far. */
  ready: Promise<Details>;
  /** Never rejects. */
  ended: Promise<End>;
  /** Asks for an orderly end. */
  stop: () => void;
  /** Ends it at once. */
  kill: () => void;
}

export interface End {
  /** `exit code 1`, `signal SIGKILL`, or why it could not even be started. */
  how: string;
  /** It went as asked, if it was asked. */
  orderly: boolean;
  /** The system or PostgreSQL refused it, before any of its work. */
  refused?: true;
}

export interface NodeChild {
  name: string;
  /** The module to run, relative to the working directory. It reports with `announceReady` and ends by `exitWithParent`. */
  entry: string;
  args?: string[];
  /** Added to our own environment; `undefined` takes a variable away. */
  env?: Record<string, string | undefined>;
}

/** What waits to be collected is collected the sooner the less room there is: ten times of what a process holds, not gigabytes. */
export const nodeFlags: readonly string[] = ['--max-old-space-size=768'];

/** In a session of its own, so that Ctrl-C reaches the supervisor alone and the order of the end is ours. */
export function runNode({ entry, args, env }: NodeChild, claims: string, onLine: (line: string) => void): Run<Ready> {
  const child = fork(entry, args, {
    detached: true,
    env: { ...process.env, ...env },
    execArgv: [...nodeFlags],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', onLine);
  const unclaim = child.pid === undefined ? () => {} : claim(claims, child.pid);
  const ended = endOf(child);
  void ended.then(unclaim);
  return {
    ready: new Promise((resolve) => {
      child.on('message', (message) => {
        if (isReady(message)) resolve(message);
      });
    }),
    ended,
    stop: () => child.kill('SIGTERM'),
    kill: () => child.kill('SIGKILL'),
  };
}

/** The rest of a message that explains a failed start goes to the log. */
export function runPostgres(options: PostgresOptions & { log: (line: string) => void }): Run<Postgres> {
  let server: Postgres | undefined;
  const starting = startPostgres(options).then((started) => (server = started));
  const ended = starting.then(
    async ({ exited }) => inWords(await exited),
    (error: Error) => {
      const [how = '', ...lines] = error.message.split('\n');
      lines.forEach(options.log);
      return { how, orderly: false, refused: true as const };
    },
  );
  let abandon: (end: End) => void;
  const abandoned = new Promise<End>((resolve) => (abandon = resolve));
  return {
    ready: new Promise((resolve) => void starting.then(resolve, () => {})),
    ended: Promise.race([ended, abandoned]),
    // A start that is under way takes a second or two and is then undone.
    stop: () =>
      void starting.then(
        ({ stop }) => stop(),
        () => {},
      ),
    kill: () => (server ? server.kill() : abandon({ how: 'abandoned while starting', orderly: false })),
  };
}

async function endOf(child: ChildProcess): Promise<End> {
  const closed = new Promise((resolve) => child.once('close', resolve));
  const ending = await new Promise<Ending | Error>((resolve) => {
    child.once('error', resolve);
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  if (ending instanceof Error) return { how: ending.message, orderly: false, refused: true };
  // Its last words come before the news of its death, unless a grandchild keeps the pipe open.
  await Promise.race([closed, sleep(500, undefined, { ref: false })]);
  return inWords(ending);
}

function inWords({ code, signal }: Ending): End {
  return signal === null
    ? { how: `exit code ${code}`, orderly: code === 0 }
    : { how: `signal ${signal}`, orderly: signal === 'SIGTERM' };
}

function isReady(message: unknown): message is Ready {
  return typeof message === 'object' && message !== null && 'ready' in message && message.ready === true;
}
