// Emmett on PostgreSQL: the event store most like ours in TypeScript. It is installed beside this file on demand, by a
// lock of its own, so that neither the product nor its tests ever load it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench, Caller } from '../bench.js';
import { reply, tenToAStream } from './plain-append.js';

interface EmmettStore {
  appendToStream(stream: string, events: readonly { type: string; data: unknown }[]): Promise<unknown>;
  readonly schema: { migrate(): Promise<unknown> };
  close(): Promise<void>;
}
interface Emmett {
  getPostgreSQLEventStore(connectionString: string): EmmettStore;
}

const directory = resolve('bench/yardsticks/emmett');

/** @throws Error when it is not here and the registry is away */
async function loadEmmett(say: Bench['say']): Promise<Emmett> {
  if (!existsSync(`${directory}/node_modules/.package-lock.json`)) {
    say('installing Emmett …');
    const npm = spawn('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: directory,
      stdio: 'ignore',
    });
    const [code] = (await once(npm, 'exit')) as [number | null];
    if (code !== 0) throw new Error('npm ci failed: is the registry away?');
  }
  const entry = createRequire(`${directory}/package.json`).resolve('@event-driven-io/emmett-postgresql');
  return (await import(pathToFileURL(entry).href)) as Emmett;
}

/** Appends as `plainAppends` does. */
export async function emmettAppends(databaseUrl: string, { say, atEnd }: Bench): Promise<() => Caller> {
  const emmett = await loadEmmett(say);
  // It leaves connections open when it is closed; that the server then ends them must not end the bench.
  process.on('uncaughtException', (error: Error & { code?: string }) => {
    if (error.code !== '57P01') throw error;
  });
  const store = emmett.getPostgreSQLEventStore(databaseUrl);
  atEnd(() => store.close());
  await store.schema.migrate();
  return () => tenToAStream((stream) => store.appendToStream(stream, [reply()]));
}
