// PostgreSQL and Redis as an orchestrator keeps them: always on the same port, started again when they end.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, startPostgres, type Postgres } from '#embedded';
import { Redis } from 'ioredis';
import { serverProcessesIn, signalAll } from '../../libs/embedded/src/processes.js';
import { redisServer } from '../../libs/jobs/test/redis.js';

export { redisServer };

export class KeptPostgres {
  private constructor(
    private readonly dataDir: string,
    private server: Postgres,
  ) {}

  /** With the product's own settings: what it answers is flushed. */
  static async start(dataDir: string): Promise<KeptPostgres> {
    return new KeptPostgres(dataDir, await startPostgres({ dataDir }));
  }

  get url(): string {
    return this.server.url;
  }

  /** -9 to the server and everything it has started, then a new one. */
  async kill(awayMs = 0): Promise<void> {
    const { exited } = this.server;
    signalAll(serverProcessesIn(this.dataDir), 'SIGKILL');
    await exited;
    await this.#again(awayMs);
  }

  /** An orderly end, then a new one. */
  async restart(): Promise<void> {
    await this.server.stop();
    await this.#again(0);
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }

  async #again(awayMs: number): Promise<void> {
    await pause(awayMs);
    const { port } = this.server;
    this.server = await startPostgres({ dataDir: this.dataDir, port });
  }
}

/** Keeps nothing on disk: whoever ends it empties it. */
export class KeptRedis {
  private constructor(
    private readonly port: number,
    private server: ChildProcess,
  ) {}

  static async start(): Promise<KeptRedis> {
    const port = await freePort();
    const redis = new KeptRedis(port, serve(port));
    await redis.ask((client) => client.ping());
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async ask<T>(question: (client: Redis) => Promise<T>): Promise<T> {
    const client = new Redis(this.port, '127.0.0.1', { retryStrategy: () => 50, maxRetriesPerRequest: null });
    client.on('error', () => undefined); // it is still starting
    try {
      return await question(client);
    } finally {
      client.disconnect();
    }
  }

  async flush(): Promise<void> {
    await this.ask((client) => client.flushall());
  }

  /** -9, and a new one after so long. */
  async kill(awayMs = 0): Promise<void> {
    await this.stop();
    await pause(awayMs);
    this.server = serve(this.port);
    await this.ask((client) => client.ping());
  }

  async stop(): Promise<void> {
    if (this.server.exitCode !== null || this.server.signalCode !== null) return;
    const gone = once(this.server, 'exit');
    this.server.kill('SIGKILL');
    await gone;
  }
}

const serve = (port: number): ChildProcess =>
  spawn(redisServer ?? '', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
