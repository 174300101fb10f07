// A power cut, which kill -9 cannot play: what was written and not flushed outlives a process. Proved by the order of
// system calls instead: the answer to an append is handed to the network only after the data and then the page that
// points to it have reached the disk. And by a copy of the file at the moment of the answer, which must hold the event.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { Violation } from '../violation.js';
import type { Fault } from './fault.js';

const entry = 'dist/libs/event-node/src/main.js';
const file = 'events.mdb';
const appends = 8;
const calls = 'read,readv,recvmsg,write,writev,sendmsg,sendto,pwrite64,pwritev,fdatasync,fsync,msync,openat';

/** null: it can be traced here. */
export function untraceable(): string | null {
  const { status } = spawnSync('strace', ['-o', '/dev/null', 'true']);
  return status === 0 ? null : 'strace is not installed, or may not trace';
}

export const flushOrder: Fault = {
  name: 'flush-order',
  what: 'a power cut: the answer leaves after the flush, by the order of system calls and by copies of the file',
  missing: untraceable,
  proof: (root) => provesFlushOrder(root),
};

async function provesFlushOrder(root: string): Promise<readonly Violation[]> {
  const directory = mkdtempSync(join(tmpdir(), 'ledgerdesk-flush-'));
  const trace = join(directory, 'trace');
  const streams = Array.from({ length: appends }, (_, index) => `flushorder${index}x`);
  try {
    const traced = await startNode(root, join(directory, 'events'), trace);
    for (const [index, stream] of streams.entries()) {
      await traced.client.appendToStream(stream, jsonEvent({ type: 'flushed', data: { index } }));
      mkdirSync(join(directory, stream));
      copyFileSync(join(directory, 'events', file), join(directory, stream, file));
    }
    await traced.end();
    const lines = readFileSync(trace, 'latin1').split('\n');
    const found = streams.flatMap((stream) => orderOf(stream, lines));
    const last = streams.at(-1) ?? '';
    const copied = await startNode(root, join(directory, last), null);
    for (const stream of streams) {
      let there = false;
      try {
        for await (const _ of copied.client.readStream(stream)) there = true;
      } catch {
        // there is no such stream
      }
      if (!there) found.push(wrong(`${stream} was acknowledged, and is not in a copy of the file`));
    }
    await copied.end();
    return found;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const wrong = (what: string): Violation => ({ invariant: 'I1', what });

/** Lines are in the order in which calls began; one that was interrupted by another thread's ends in a line of its own. */
function orderOf(stream: string, lines: readonly string[]): Violation[] {
  const synced = new Set(lines.flatMap((line) => /O_DSYNC.*= (\d+)</.exec(line)?.[1] ?? []));
  const asked = lines.findIndex((line) => line.includes(stream) && /\bread/.test(line));
  const answered = lines.findIndex(
    (line, index) => index > asked && line.includes(stream) && /\b(write|writev|send\w+)\(\d+<(socket|TCP)/.test(line),
  );
  if (asked < 0 || answered < 0) return [wrong(`the trace does not show ${stream} asked for and answered`)];
  const between = lines.slice(asked, answered);
  const flushed = between.findIndex((line) =>
    /\b(fdatasync|fsync|msync)(\(\d+<[^>]*events\.mdb>?| resumed).*= 0( \(DELAYED\))?$/.test(line),
  );
  if (flushed < 0) return [wrong(`${stream} was answered before its data was flushed`)];
  const pointed = between.findIndex((line, index) => {
    const fd = /\bpwrite64\((\d+)<[^>]*events\.mdb>/.exec(line)?.[1];
    return index > flushed && fd !== undefined && synced.has(fd);
  });
  if (pointed < 0) return [wrong(`${stream} was answered before the page that points to it was flushed`)];
  return [];
}

async function startNode(root: string, dataDir: string, trace: string | null) {
  const node = [process.execPath, join(root, entry)];
  const [program = '', ...args] = trace === null ? node : ['strace', ...tracing(trace), ...node];
  const child = spawn(program, args, {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const client = EventStoreDBClient.connectionString(await urlOf(child));
  return {
    client,
    end: async (): Promise<void> => {
      await client.dispose();
      const gone = once(child, 'exit');
      process.kill(trace === null ? (child.pid ?? 0) : childOf(child), 'SIGTERM');
      await gone;
    },
  };
}

/** A flush takes its time, so that an answer which does not wait for it is early every time. */
const slowFlush = 'inject=fdatasync,fsync,msync:delay_enter=20000';
const tracing = (trace: string): string[] => [
  '-f',
  '-qq',
  '-y',
  '-s',
  '4096',
  '-e',
  `trace=${calls}`,
  '-e',
  slowFlush,
  '-o',
  trace,
];

const childOf = ({ pid }: ChildProcess): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);

function urlOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const url = /ready on (\S+)\n/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    stdout?.once('end', () => reject(new Error(`the event node did not start: ${said}`)));
  });
}
