// What attackers send, in the middle of the work: refused by name, no fault of the service, no event, nobody dies of it.
import { randomUUID } from 'node:crypto';
import { Violated } from '../violation.js';
import type { Strike, Struck } from './fault.js';

interface Hostile {
  readonly method: string;
  readonly path: string;
  /** as it is sent */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const ticket = (more: string): string => `{"subject":"x","description":"x"${more}}`;
const opening = (body: string, headers?: Hostile['headers']): Hostile => ({
  method: 'POST',
  path: '/v1/tickets',
  body,
  ...(headers && { headers }),
});
const asking = (query: string): Hostile => ({ method: 'GET', path: `/v1/tickets?${query}` });

/** Each is to be refused with 4xx. */
const refused = (): Hostile[] => [
  opening(ticket(`,"context":{"expected":"${'x'.repeat(10 * 1024 * 1024)}"}`)),
  opening(ticket(`,"customFields":${'['.repeat(100_000)}${']'.repeat(100_000)}`)),
  opening(ticket(`,"customFields":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)),
  opening(String.raw`{"subject":"a\u0000b","description":"x"}`),
  opening(String.raw`{"subject":"\ud800","description":"x"}`),
  opening(ticket(',"__proto__":{"role":"admin"}')),
  opening(ticket(',"constructor":{"prototype":{"role":"admin"}}')),
  opening(ticket(`,"priority":{"$ne":null}`)),
  opening(ticket(`,"categoryId":"' or 1=1 --"`)),
  opening(ticket(',"requesterId":9007199254740993')),
  opening('{"subject":'),
  opening(ticket(''), { 'idempotency-key': 'x'.repeat(10_000) }),
  opening(ticket(''), { 'if-match': 'W/"*"' }),
  opening(ticket(''), { 'content-type': 'application/xml' }),
  asking('limit=9007199254740993'),
  asking('limit=-1'),
  asking('cursor=AAAA'),
  asking(`cursor=${Buffer.from('{"tenant":"globex"}').toString('base64url')}`),
  asking('sort=id;drop table read.ticket_list'),
  asking('state[$ne]=new'),
  asking('after=99999999999999999999999999'),
  { method: 'GET', path: "/v1/tickets/'%20or%201=1%20--" },
  { method: 'GET', path: '/v1/tickets/%00' },
  { method: 'GET', path: '/v1/tickets/..%2f..%2fetc%2fpasswd' },
];

export const hostileInput: Strike = {
  name: 'hostile-input',
  what: '10 MB bodies, deep nesting, NUL, half characters, __proto__, 2^53+1, tampered cursors, SQL',
  strike: async (struck) => {
    const { stack, chance, say } = struck;
    const pids = stack.apis.map(({ pid }) => pid);
    const keys: string[] = [];
    const token = await signIn(struck);
    for (const hostile of refused()) {
      const key = `hostile-${randomUUID()}`;
      keys.push(key);
      const answer = await send(stack.urls[chance.below(2)] ?? '', token, hostile, key);
      if (answer < 400 || answer >= 500) {
        const { method, path, body = '' } = hostile;
        throw new Violated({ invariant: 'I2', what: `${method} ${path} ${body.slice(0, 100)} is answered ${answer}` });
      }
    }
    const ends = stack.apis.filter(({ pid }, index) => pid !== pids[index]);
    if (ends.length > 0)
      throw new Violated({ invariant: 'I10', what: `${ends.map(({ name }) => name).join()} died of it` });
    for await (const { event } of stack.client.readAll()) {
      const of = (event?.metadata as { $correlationId?: string } | undefined)?.$correlationId;
      if (of !== undefined && keys.includes(of))
        throw new Violated({ invariant: 'I2', what: `${of} left ${event?.type}` });
    }
    say(`${keys.length} hostile requests were refused`);
  },
};

/** @returns the status; 499: the server hung up, as it may on a body that it does not want */
async function send(
  url: string,
  token: string,
  { method, path, body, headers }: Hostile,
  key: string,
): Promise<number> {
  try {
    const answer = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'x-correlation-id': key,
        ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': key }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(30_000),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 599 : 499;
  }
}

async function signIn({ stack }: Struck): Promise<string> {
  const answer = await fetch(`${stack.urls[0]}/v1/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'abe@acme.test' }),
  });
  return ((await answer.json()) as { token: string }).token;
}
