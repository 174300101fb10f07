// For end-to-end specs: the product as its user starts it, on a directory and a port of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#embedded';

const embedded = { EVENTSTORE_URL: '', DATABASE_URL: '', REDIS_URL: '' };

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export class RunningDesk {
  readonly lines: string[] = [];
  readonly #tokens = new Map<string, Promise<string>>();

  private constructor(
    readonly url: string,
    readonly process: ChildProcess,
  ) {}

  /** Resolves when the ready line was printed. @throws Error with the log when the start ended instead */
  static async start(dataDir: string, env: Record<string, string> = {}): Promise<RunningDesk> {
    const port = env.PORT ?? String(await freePort());
    const child = spawn(process.execPath, ['dist/apps/cli/src/main.js', 'up'], {
      // EVENTSTORE_URL names the store of the contract suite; the desk of a spec has parts of its own.
      env: { ...process.env, NODE_OPTIONS: '', ...embedded, PORT: port, DATA_DIR: dataDir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const desk = new RunningDesk(`http://127.0.0.1:${port}`, child);
    await new Promise<void>((resolve, reject) => {
      const hear = (bytes: Buffer) => {
        desk.lines.push(...bytes.toString('utf8').split('\n').filter(Boolean));
        if (desk.lines.includes(`Ledgerdesk is ready on ${desk.url}`)) resolve();
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.once('exit', (code) =>
        reject(new Error(`ended with ${code} before it was ready:\n${desk.lines.join('\n')}`)),
      );
    });
    return desk;
  }

  /** @returns the exit code */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode;
    this.process.kill(signal);
    const [code] = (await once(this.process, 'exit')) as [number | null];
    if (code !== 0) console.error(this.lines.slice(-20).join('\n'));
    return code;
  }

  async as<T = Record<string, unknown>>(
    user: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const token = await this.token(user);
    return this.send<T>(method, path, body, { authorization: `Bearer ${token}`, ...headers });
  }

  token(user: string): Promise<string> {
    let token = this.#tokens.get(user);
    if (!token) {
      token = this.send<{ token: string }>('POST', '/v1/dev/token', { user }).then(({ body }) => body.token);
      this.#tokens.set(user, token);
    }
    return token;
  }

  async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as T };
  }
}

export function scratch(): { dataDir: string; remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'ledgerdesk-desk-'));
  return { dataDir: join(directory, 'data'), remove: () => rmSync(directory, { recursive: true, force: true }) };
}
