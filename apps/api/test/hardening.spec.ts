// What attackers send first: to every route there is, values that no form sends; to the server, what is hardly HTTP. Nothing
// of it is a fault of the service, and every answer carries what browsers must know.
import { connect } from 'node:net';
import { startStack, type Stack } from '../../../test/stack.js';
import { send, signIn, type Body, type Client } from './client.js';

let stack: Stack;
let url: string;
let ada: Client;
let nora: Client;

beforeAll(async () => {
  stack = await startStack();
  [url = ''] = stack.urls;
  [ada, nora] = [await signIn(url, 'ada'), await signIn(url, 'nora@northwind.test')];
  await nora.open();
});
afterAll(() => stack.stop());

/** Sends the bytes as they are; answers everything until the connection ends. */
const raw = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('end', () => resolve(answer)).on('error', (error) => (answer ? resolve(answer) : reject(error)));
  });

const required = {
  'x-content-type-options': /^nosniff$/i,
  'x-frame-options': /^DENY$/i,
  'referrer-policy': /^no-referrer$/,
  'content-security-policy': /frame-ancestors 'none'/,
  'x-correlation-id': /./,
};

describe('every answer protects browsers [NENU]', () => {
  it.each([
    ['an answer', 'GET', '/v1/me', 200],
    ['a refusal', 'GET', '/v1/tickets?colour=red', 400],
    ['no token', 'GET', '/v1/tickets', 401],
    ['a missing ticket', 'GET', '/v1/tickets/TICK-999999', 404],
    ['no route', 'GET', '/nowhere', 404],
    ['a path that cannot be read', 'GET', '/v1/tickets/%zz', 400],
    ['a method that it has not', 'DELETE', '/v1/me', 404],
    ['a question before a question', 'OPTIONS', '/v1/tickets', 404],
    ['its pages', 'GET', '/docs', 200],
  ])('%s', async (what, method, path, status) => {
    const headers: Record<string, string> = { origin: 'https://evil.example' };
    if (what !== 'no token') headers.authorization = `Bearer ${ada.token}`;
    const answer = await send(`${url}${path}`, { method, headers });
    expect(answer.status).toBe(status);
    for (const [name, pattern] of Object.entries(required)) {
      expect([name, answer.headers.get(name)]).toEqual([name, expect.stringMatching(pattern)]);
    }
    // Nobody else's pages may read it.
    for (const [name] of answer.headers) expect(name).not.toMatch(/^access-control-/);
    expect(answer.headers.get('server')).toBeNull();
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });

  it('lets pages run scripts of this origin only, and none that are written into them', async () => {
    for (const path of ['/docs', '/v1/me', '/']) {
      const policy = (await ada.get(path)).headers.get('content-security-policy') ?? '';
      const scripts = /(?:^|;)\s*script-src ([^;]*)/.exec(policy)?.[1]?.trim();
      expect([path, scripts]).toEqual([path, "'self'"]);
      expect(policy).toMatch(/default-src 'self'/);
      expect(policy).toMatch(/object-src 'none'/);
      expect(policy).toMatch(/base-uri 'self'/);
      expect(policy).not.toMatch(/unsafe-eval/);
    }
  });
});

describe('what is hardly HTTP', () => {
  it.each([
    ['headers without end', `GET /v1/me HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
    ['many headers', `GET /v1/me HTTP/1.1\r\nHost: x\r\n${'X-A: 1\r\n'.repeat(20_000)}\r\n`, 431],
    ['two lengths', 'POST /v1/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx', 400],
    [
      'a length and chunks',
      'POST /v1/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['a line feed in a header', 'GET /v1/me HTTP/1.1\r\nHost: x\r\nX-A: a\nb\r\n\r\n', 400],
    ['no HTTP', 'HELO me\r\n\r\n', 400],
  ])('%s', async (_, bytes, status) => {
    const answer = await raw(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    const head = answer.split('\r\n\r\n')[0] ?? '';
    expect(head).toMatch(/content-type: application\/problem\+json/i);
    for (const [name, pattern] of Object.entries(required)) {
      const value = new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
      expect([name, value]).toEqual([name, expect.stringMatching(pattern)]);
    }
    expect((await send(`${url}/health/live`)).status).toBe(200);
  });

  it.each([
    '/v1/../../../etc/passwd',
    '/docs/../../package.json',
    '/docs/..%2f..%2fpackage.json',
    '/docs/%2e%2e/%2e%2e/package.json',
    '/docs/..%5c..%5cpackage.json',
    '/docs/....//....//package.json',
    '/..%2f..%2f..%2fetc%2fpasswd',
    '//etc/passwd',
    '/%00',
    '/docs/%00.js',
  ])('no path leads out of it: %s', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 (400|401|403|404) /);
    expect(answer).not.toMatch(/root:|"ledgerdesk"|dependencies/);
  });

  it('a slash in a ticket name is part of the name', async () => {
    for (const id of ['TICK-1%2Freplies', '..%2Fme', '%2e%2e', 'a%2f..%2fb']) {
      const answer = await raw(
        `GET /v1/tickets/${id} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${ada.token}\r\nConnection: close\r\n\r\n`,
      );
      expect([id, answer.slice(0, 12)]).toEqual([id, 'HTTP/1.1 404']);
    }
  });
});

it('HEAD answers as GET does, without a body', async () => {
  const answer = await fetch(`${url}/v1/me`, { method: 'HEAD', headers: { authorization: `Bearer ${ada.token}` } });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
  expect((await fetch(`${url}/v1/me`, { method: 'HEAD' })).status).toBe(401);
});

const texts = [
  '\0',
  '\ud800',
  '__proto__',
  'constructor',
  "' or 1=1; --",
  '%',
  '${7*7}',
  '{"$gt":""}',
  '../../etc/passwd',
  '9007199254740993',
  '-1',
  'NaN',
  '2026-02-31T25:61:61Z',
  '<script>alert(1)</script>',
  'a\r\nSet-Cookie: x=1',
  'x'.repeat(5_000),
  '\u202e\u0000',
  '',
];
const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: [deep(levels - 1)] });
const values: readonly unknown[] = [
  ...texts,
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53 + 2,
  1e300,
  [],
  {},
  [[[]]],
  [null],
  { $gt: '' },
  { length: 1e9 },
  deep(5),
  Array(500).fill('x'),
];
/** What bodies of this service are made of. */
const fields =
  'subject description body reason notes status priority text name user login email assigneeId userId groupId categoryId clientId requesterId recipients references tags customFields' +
  ' context then visibility parentId values type target kind id ids command until score sources replyIds role scopes statuses transitions reopen';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: unknown;
}

it('no value in any place of any route is a fault of the service', async () => {
  const { paths } = (await send(`${url}/openapi.json`)).body as { paths: Record<string, Record<string, Operation>> };
  let seed = Number(process.env.SEED ?? 20_261_121);
  const pick = <T>(from: readonly T[]): T => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[seed % from.length] as T;
  };
  const faults = new Set<string>();
  let asked = 0;
  const ask = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    for (const client of [ada, nora]) {
      const answer = await client.request(method, path, body, headers);
      asked += 1;
      // No queue runs beside this API, which it may say.
      if (answer.status >= 500 && answer.body.code !== 'queue-unavailable') {
        faults.add(
          `${method} ${path.slice(0, 200)} ${JSON.stringify(body)?.slice(0, 200)}: ${String(answer.body.code)}`,
        );
      }
      const told = JSON.stringify(answer.body);
      if (/node_modules|at \w+ \(|kysely|syntax error|Traceback/.test(told))
        faults.add(`${method} ${path} tells ${told.slice(0, 300)}`);
    }
  };
  for (const [template, operations] of Object.entries(paths)) {
    for (const [verb, { parameters = [], requestBody }] of Object.entries(operations)) {
      const method = verb.toUpperCase();
      const filled = (value: () => string) => template.replaceAll(/\{\w+\}/g, () => encodeURIComponent(value()));
      const text = () =>
        pick(texts.filter((one) => one !== ''))
          .replaceAll(/\p{Surrogate}/gu, '�')
          .slice(0, 500);
      const tame = () => 'TICK-1001';
      const bodyless = requestBody === undefined;
      // A stream that is opened stays open, so it is only asked what it refuses.
      const endless = template.endsWith('/stream');
      const turns = endless ? 0 : 3;
      for (let turn = 0; turn < turns; turn += 1) await ask(method, filled(text), bodyless ? undefined : {});
      const queries = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
      for (const name of [...queries, 'unknown']) {
        const value = text();
        await ask(
          method,
          `${filled(tame)}?${name}=${encodeURIComponent(value)}&${name}[a]=1`,
          bodyless ? undefined : {},
        );
        if (!endless)
          await ask(method, `${filled(tame)}?${name}=${encodeURIComponent(value)}`, bodyless ? undefined : {});
      }
      if (endless) continue;
      await ask(method, filled(tame), bodyless ? undefined : {}, {
        'If-Match': pick(['"-1"', '*', 'W/"1"', `"${'9'.repeat(40)}"`]),
        'Idempotency-Key': pick(['x'.repeat(201), '%00', ' ']),
        'X-Correlation-Id': pick(['x'.repeat(300), '<x>', '../']),
        'Last-Event-ID': '99999999999999999999999',
      });
      if (method === 'GET') continue;
      for (let turn = 0; turn < 8; turn += 1) {
        const body: Body = Object.fromEntries(
          Array.from({ length: 1 + (turn % 4) }, () => [pick(fields.split(' ')), pick(values)]),
        );
        await ask(method, filled(tame), body);
      }
    }
  }
  expect([...faults]).toEqual([]);
  expect(asked).toBeGreaterThan(1_000);
  expect((await send(`${url}/health/live`)).status).toBe(200);
}, 300_000);
