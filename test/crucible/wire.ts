// One request as a program sends it that will not take an unknown outcome for an answer.
import { setTimeout as pause } from 'node:timers/promises';
import type { Leaks } from './leaks.js';

export interface Answer {
  readonly status: number;
  readonly replayed: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection is dropped after this time, whatever has happened by then. */
  readonly dropAfterMs?: number;
}

/** How long one attempt may take: longer than the product waits for its own parts. */
const patienceMs = 20_000;

/** Somebody of the demonstration, signed in at any of the APIs. */
export class Caller {
  #token: Promise<string> | undefined;

  constructor(
    readonly login: string,
    readonly tenant: string,
    private readonly urls: readonly string[],
    private readonly leaks: Leaks,
  ) {}

  /** `at`: which API. null: nobody knows what became of it. */
  async send({ method, path, body, headers = {}, dropAfterMs }: Ask, at: number): Promise<Answer | null> {
    const url = this.urls[at % this.urls.length] ?? '';
    try {
      const token = await (this.#token ??= this.#signIn(url));
      const response = await fetch(url + path, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(dropAfterMs ?? patienceMs),
      });
      const text = await response.text();
      const { status } = response;
      this.leaks.inAnswer(this.tenant, `${method} ${path}`, text);
      this.leaks.inAnswer(this.tenant, `headers of ${method} ${path}`, JSON.stringify([...response.headers]));
      if (status === 401) this.#token = undefined;
      const json = /[/+]json/.test(response.headers.get('content-type') ?? '');
      const replayed = response.headers.get('idempotency-replayed') === 'true';
      return { status, replayed, body: json ? (JSON.parse(text) as Answer['body']) : { text } };
    } catch {
      return null;
    }
  }

  async #signIn(url: string): Promise<string> {
    try {
      const response = await fetch(`${url}/v1/dev/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ user: this.login, ttlSeconds: 30 * 24 * 3_600 }),
        signal: AbortSignal.timeout(patienceMs),
      });
      if (response.status !== 200) throw new Error(`${this.login} is not signed in: ${response.status}`);
      return ((await response.json()) as { token: string }).token;
    } catch (error) {
      this.#token = undefined;
      throw error;
    }
  }
}

/** Asks until it is so. @throws Error with `what` and what was seen last */
export async function until(what: string, so: () => Promise<true | string>, withinMs: number): Promise<void> {
  let seen = 'nothing';
  for (const end = Date.now() + withinMs; ; await pause(100)) {
    const answer = await so().catch((error: unknown) => String(error));
    if (answer === true) return;
    seen = answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${withinMs / 1_000} s; last seen: ${seen}`);
  }
}
