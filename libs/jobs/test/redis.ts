// For specs only: a Redis of their own, gone afterwards.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#embedded';
import { Redis } from 'ioredis';

/** The program, where it is installed. */
export const redisServer = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((directory) => join(directory, 'redis-server'))
  .find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

export interface TestRedis {
  readonly url: string;
  /** Everything it holds is gone. */
  readonly flush: () => Promise<void>;
  /** Nobody answers any more. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Call in `beforeAll`, and `stop` in `afterAll`. */
export async function startTestRedis(): Promise<TestRedis> {
  if (redisServer === undefined) throw new Error('redis-server is not installed');
  const directory = mkdtempSync(join(tmpdir(), 'ledgerdesk-redis-'));
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', directory];
  const server = spawn(redisServer, options, { stdio: 'ignore' });
  const ended = once(server, 'exit');
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined); // it is still starting
  await Promise.race([client.ping(), ended.then(() => Promise.reject(new Error('redis-server ended at once')))]);
  return {
    url: `redis://127.0.0.1:${port}`,
    flush: async () => void (await client.flushall()),
    kill: async () => {
      await client.quit();
      server.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      if (client.status !== 'end') client.disconnect();
      server.kill('SIGTERM');
      await Promise.race([ended, sleep(5_000, undefined, { ref: false }).then(() => server.kill('SIGKILL'))]);
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
