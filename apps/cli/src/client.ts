// The service as the command line sees it: one base URL, one token, problems as errors, and patience where it is safe.
import { setTimeout as sleep } from 'node:timers/promises';

/** The service refused (RFC 9457): `code` is for programs, the message for people. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
/** No answer, or one that says "later". Whether anything was done is not known. */
export class Unreachable extends Error {
  constructor(
    message: string,
    readonly retryAfterMs: number | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const later = new Set([408, 425, 429, 502, 503, 504]);
const attempts = 8;
const pauseMs = (attempt: number): number => Math.min(250 * 2 ** attempt, 8_000) * (0.5 + Math.random() / 2);

/** Runs what may be repeated, again after a pause while the service cannot be reached. */
export async function persistently<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof Unreachable) || attempt === attempts) throw error;
      await sleep(Math.max(error.retryAfterMs ?? 0, pauseMs(attempt)), undefined, { signal });
    }
  }
}

export interface RequestOptions {
  readonly body?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export class Client {
  #token: Promise<string> | undefined;

  /** Without a token it signs in as the demo admin, which only an embedded Ledgerdesk allows. */
  constructor(
    readonly url: string,
    private readonly givenToken?: string,
  ) {}

  static fromEnvironment(env: NodeJS.ProcessEnv = process.env): Client {
    return new Client(env['LEDGERDESK_URL'] || 'http://127.0.0.1:3000', env['LEDGERDESK_TOKEN'] || undefined);
  }

  /** A read; repeated while the service cannot be reached. @throws Refused, Unreachable */
  async get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return persistently(async () => {
      const response = await this.request('GET', path, { signal });
      return (await this.#read(() => response.json())) as T;
    }, signal);
  }

  /** One attempt. The answer is a success whose body was not read yet. @throws Refused, Unreachable */
  async request(method: string, path: string, options: RequestOptions = {}): Promise<Response> {
    const answer = await this.#send(method, path, options, await this.#signedIn());
    if (answer.status !== 401 || this.givenToken !== undefined) return this.#success(answer);
    // A token of our own has a short life: signing in again is all it takes.
    this.#token = undefined;
    return this.#success(await this.#send(method, path, options, await this.#signedIn()));
  }

  /** The lines of an NDJSON answer as they arrive; a last line without its end was cut off and is not told. @throws Unreachable */
  async *linesOf(response: Response): AsyncGenerator<string> {
    if (!response.body) return;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    try {
      let rest = '';
      for (;;) {
        const { done, value } = await this.#read(() => reader.read());
        if (done) return;
        const lines = (rest + value).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }

  async #signedIn(): Promise<string> {
    if (this.givenToken !== undefined) return this.givenToken;
    this.#token ??= this.#signIn();
    try {
      return await this.#token;
    } catch (error) {
      this.#token = undefined;
      throw error;
    }
  }

  async #signIn(): Promise<string> {
    const body = JSON.stringify({ user: 'ada@acme.test' });
    const answer = await this.#send('POST', '/v1/dev/token', { body }, null);
    if (answer.status === 404) {
      throw new Refused(
        401,
        'unauthenticated',
        `${this.url} has no demo directory: set LEDGERDESK_TOKEN to a token for it`,
      );
    }
    const { token } = (await this.#read(async () => (await this.#success(answer)).json())) as { token: string };
    return token;
  }

  async #send(
    method: string,
    path: string,
    { body, contentType = 'application/json', headers, signal }: RequestOptions,
    token: string | null,
  ): Promise<Response> {
    return this.#read(() =>
      fetch(new URL(path, this.url), {
        method,
        signal,
        ...(body === undefined ? {} : { body }),
        headers: {
          ...headers,
          ...(body === undefined ? {} : { 'Content-Type': contentType }),
          ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        },
      }),
    );
  }

  async #success(answer: Response): Promise<Response> {
    if (answer.ok) return answer;
    const text = await this.#read(() => answer.text());
    let problem: { code?: unknown; detail?: unknown } = {};
    try {
      problem = JSON.parse(text) as typeof problem;
    } catch {
      // Something else than Ledgerdesk answered; its status says enough.
    }
    const detail = typeof problem.detail === 'string' ? problem.detail : `HTTP ${answer.status}`;
    if (later.has(answer.status)) {
      const seconds = Number(answer.headers.get('Retry-After'));
      throw new Unreachable(`${this.url}: ${detail}`, Number.isFinite(seconds) ? Math.min(seconds, 60) * 1_000 : null);
    }
    throw new Refused(answer.status, typeof problem.code === 'string' ? problem.code : 'http-error', detail);
  }

  /** What breaks while sending or reading is the network's fault, whichever layer names it. */
  async #read<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      if (error instanceof Refused || error instanceof Unreachable) throw error;
      if (error instanceof Error && error.name === 'AbortError') throw error;
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      const said =
        cause instanceof Error ? cause.message || ('code' in cause ? String(cause.code) : cause.name) : String(cause);
      throw new Unreachable(`${this.url} does not answer: ${said}`, null, { cause });
    }
  }
}
