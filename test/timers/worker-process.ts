// For specs: the worker as a process of its own, made of today's sources, that can be killed.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import type { Settings } from '../../apps/worker/src/settings.js';

export interface WorkerProcess {
  /** Resolves when it is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
  readonly lines: readonly string[];
}

export function buildWorker() {
  const directory = mkdtempSync(join(tmpdir(), 'ledgerdesk-worker-'));
  const entry = join(directory, 'main.mjs');
  symlinkSync(resolve('node_modules'), join(directory, 'node_modules'));
  buildSync({
    entryPoints: ['apps/worker/src/main.ts'],
    outfile: entry,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    conditions: ['source'],
    logLevel: 'silent',
  });
  const ends = new Set<WorkerProcess['end']>();
  return {
    /** Resolves when it works. */
    start: async ({ databaseUrl, eventStoreUrl, redisUrl, vaultKey }: Settings): Promise<WorkerProcess> => {
      const child = fork(entry, {
        execArgv: [],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: {
          PATH: process.env['PATH'],
          DATABASE_URL: databaseUrl,
          EVENTSTORE_URL: eventStoreUrl,
          LEDGERDESK_VAULT_KEY: vaultKey.toString('base64'),
          ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
        },
      });
      const lines: string[] = [];
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n').filter(Boolean)));
      }
      const exited = once(child, 'exit') as Promise<[number | null]>;
      const end = async (signal: NodeJS.Signals): Promise<number | null> => {
        child.kill(signal);
        const [code] = await exited;
        ends.delete(end);
        return code;
      };
      ends.add(end);
      await Promise.race([
        once(child, 'message'),
        exited.then(([code]) => Promise.reject(new Error(`the worker ended with ${code}: ${lines.join('\n')}`))),
      ]);
      return { end, lines };
    },
    remove: async (): Promise<void> => {
      await Promise.all([...ends].map((end) => end('SIGKILL')));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
export type BuiltWorker = ReturnType<typeof buildWorker>;
