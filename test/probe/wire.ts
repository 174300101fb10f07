// One request of the probe and all of its answer, over connections that stay open.
import { Agent, request } from 'node:http';

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly token?: string | undefined;
  /** its bytes; absent: none */
  readonly body?: string | undefined;
  readonly type?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export class Wire {
  readonly #agent: Agent;
  /** requests sent so far */
  asked = 0;

  /** `atOnce`: requests on their way at the same time */
  constructor(
    readonly url: string,
    private readonly atOnce = 16,
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  }

  ask({ method, path, token, body, type = 'application/json', headers = {} }: Ask): Promise<Seen> {
    this.asked += 1;
    return new Promise((resolve, reject) => {
      const sent = request(`${this.url}${path}`, {
        method,
        agent: this.#agent,
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
      });
      sent.on('error', reject);
      sent.on('response', (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers as Record<string, string>, text }),
        );
      });
      sent.end(body);
    });
  }

  /** Works through `jobs`, as many at once as there are connections. */
  async all(jobs: readonly (() => Promise<void>)[]): Promise<void> {
    const waiting = jobs.values();
    await Promise.all(
      Array.from({ length: this.atOnce }, async () => {
        for (const job of waiting) await job();
      }),
    );
  }

  close(): void {
    this.#agent.destroy();
  }
}

export const codeOf = ({ text }: Seen): string => /"code":"([\w-]+)"/.exec(text)?.[1] ?? '';

/** What differs between any two answers. */
const passing = /^(date|x-correlation-id|content-length|(x-)?ratelimit.*|keep-alive)$/;

/** An answer as it is compared: without dates, correlation ids, and the words (any letter case) in which two requests differ. */
export function comparable({ status, headers, text }: Seen, ...words: readonly string[]): string {
  const kept = Object.entries(headers).filter(([name]) => !passing.test(name));
  let said = JSON.stringify([status, Object.fromEntries(kept.sort(([one], [other]) => (one < other ? -1 : 1))), text]);
  for (const word of words) said = said.replaceAll(new RegExp(escaped(word), 'gi'), '…');
  return said;
}

/** The world moves on meanwhile; how far the read model has come is no secret. */
export const withoutAsOf = (seen: Seen): Seen => ({ ...seen, text: seen.text.replace(/"asOf":\{[^}]*\}/, '') });

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
