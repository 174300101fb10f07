// What every answer has in common, who is let in, and what operators see.
import { connect } from 'node:net';
import { limitsOf } from '../src/limits/limits.js';
import { startStack, type Stack } from '../../../test/stack.js';
import { send, signIn, type Body, type Client } from './client.js';

let stack: Stack;
let url: string;
let other: string;
let abe: Client;

beforeAll(async () => {
  stack = await startStack({ apis: 2 });
  [url = '', other = ''] = stack.urls;
  abe = await signIn(url, 'abe');
});
afterAll(() => stack.stop());

describe('signing in', () => {
  const token = (body: unknown) =>
    send(`${url}/v1/dev/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('gives somebody of the demo directory a token of the production form', async () => {
    const { status, body } = await token({ user: 'gary@globex.test', ttlSeconds: 60 });
    expect(status).toBe(200);
    expect(body).toEqual({
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      expiresAt: expect.stringMatching(/^\d{4}-.*Z$/),
      user: { id: expect.any(String), login: 'gary@globex.test', name: 'Gary', role: 'agent', tenant: 'globex' },
    });
    const seconds = (Date.parse(String(body.expiresAt)) - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(30);
    expect(seconds).toBeLessThanOrEqual(60);
    const { keys } = (await send(`${url}/v1/dev/jwks`)).body as { keys: Body[] };
    expect(keys).toMatchObject([{ kty: 'EC', crv: 'P-256', alg: 'ES256', kid: expect.any(String) }]);
    expect(keys[0]).not.toHaveProperty('d');
  });

  it('knows nobody else, and no other fields', async () => {
    expect((await token({ user: 'eve@acme.test' })).body).toMatchObject({ status: 400, errors: [{ field: 'user' }] });
    expect((await token({ user: 'abe@acme.test', role: 'admin' })).body).toMatchObject({ errors: [{ field: 'role' }] });
    expect((await token({ user: 'abe@acme.test', ttlSeconds: 0 })).body).toMatchObject({
      errors: [{ field: 'ttlSeconds' }],
    });
  });

  it('counts on every API of the same directory', async () => {
    expect((await abe.at(other).get('/v1/me')).status).toBe(200);
  });

  it.each([
    ['none', undefined],
    ['another scheme', 'Basic YWJlOmFiZQ=='],
    ['no token', 'Bearer'],
    ['nonsense', 'Bearer nonsense'],
    ['an unsigned token', `Bearer ${btoa('{"alg":"none"}')}.${btoa('{"sub":"x"}')}.`],
  ])('is needed: %s is 401 with a challenge [AUTH-05] [NENU-08]', async (_, authorization) => {
    for (const [method, path] of [
      ['GET', '/v1/tickets'],
      ['GET', '/v1/tickets/TICK-1'],
      ['POST', '/v1/tickets'],
      ['GET', '/v1/me'],
      ['GET', '/v1/badges'],
      ['GET', '/v1/policy'],
    ]) {
      const answer = await send(`${url}${path}`, {
        method,
        headers: authorization === undefined ? {} : { authorization },
      });
      expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'unauthenticated']);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="ledgerdesk"/);
    }
  });

  it('ends with the token', async () => {
    const { body } = await token({ user: 'abe@acme.test', ttlSeconds: 1 });
    const short = abe.at(url);
    const ended = async () =>
      (await send(`${short.url}/v1/me`, { headers: { authorization: `Bearer ${String(body.token)}` } })).status === 401;
    let over = false;
    for (let tries = 0; !over && tries < 50; tries += 1) {
      over = await ended();
      if (!over) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(over).toBe(true);
  });

  it('ends at once when the user is disabled [AUTH-04]', async () => {
    const stan = await signIn(url, 'stan');
    const disabled = (value: boolean) =>
      stack.parts.database.inTenant('acme', (tx) =>
        tx.updateTable('directory.users').set({ disabled: value }).where('login', '=', 'stan@acme.test').execute(),
      );
    expect((await stan.get('/v1/me')).status).toBe(200);
    await disabled(true);
    expect((await stan.get('/v1/me')).status).toBe(401);
    expect((await stan.at(other).post('/v1/tickets', { subject: 'x', description: 'x' })).status).toBe(401);
    await disabled(false);
    expect((await stan.get('/v1/me')).status).toBe(200);
  });
});

describe('every answer', () => {
  const anything = ['/health/live', '/v1/me', '/nowhere', '/v1/tickets/%zz', '/docs', '/metrics', '/openapi.json'];

  it.each(anything)('carries a correlation id and the headers that browsers need: %s', async (path) => {
    const { headers } = await abe.get(path);
    expect(headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("object-src 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('takes over a correlation id that is safe, and writes it into the events', async () => {
    const id = 'order:42/7@shop';
    const opened = await abe.post('/v1/tickets', { subject: 'x', description: 'x' }, { 'X-Correlation-Id': id });
    expect(opened.headers.get('x-correlation-id')).toBe(id);
    const stream = stack.parts.ledger.load(`ticket-acme.${String(opened.body.id)}`);
    for await (const event of stream) expect(event.metadata.$correlationId).toBe(id);
    for (const bad of ['a b', 'x'.repeat(201), 'ü', '<script>']) {
      const { headers } = await abe.get('/v1/me', { 'X-Correlation-Id': bad });
      expect(headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('is a problem where there is no route, also for those who are not signed in', async () => {
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/v1'],
      ['GET', '/v1/ticket'],
      ['PATCH', '/v1/tickets'],
      ['POST', '/v1/me'],
    ]) {
      const answer = await send(`${url}${path}`, { method });
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'not-found']);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
  });

  it('is a problem even where it is no HTTP', async () => {
    const { hostname, port } = new URL(url);
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write('NONSENSE\r\n\r\n'));
      let answer = '';
      socket.on('data', (bytes) => (answer += bytes.toString()));
      socket.on('end', () => resolve(answer)).on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1.1 400 /);
    expect(text).toContain('application/problem+json');
    expect(text).toContain('"code":"bad-request"');
  });
});

describe('the rate limit', () => {
  it('stops one user, not the others, and says when to come again [NENU-06]', async () => {
    const small = await startStack({ settings: { requestsPerMinute: { ...limitsOf(() => 1_000), user: 5 } } });
    try {
      const at = small.urls[0] ?? '';
      const [nora, nils] = [await signIn(at, 'nora@northwind.test'), await signIn(at, 'nils@northwind.test')];
      const statuses: number[] = [];
      for (let index = 0; index < 7; index += 1) statuses.push((await nora.get('/v1/me')).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
      const limited = await nora.post('/v1/tickets', 'not even JSON');
      expect([limited.status, limited.body.code]).toEqual([429, 'too-many-requests']);
      expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await nils.get('/v1/me')).status).toBe(200);
      expect((await send(`${at}/v1/me`)).status).toBe(401);
    } finally {
      await small.stop();
    }
  });
});

describe('operators', () => {
  it('see that the process lives, what it depends on, and how far each read model is behind', async () => {
    expect((await send(`${url}/health/live`)).body).toEqual({ status: 'live' });
    const { status, body } = await send(`${url}/health/ready`);
    expect(status).toBe(200);
    expect(body).toEqual({
      status: 'ready',
      dependencies: [
        { name: 'event-log', ok: true },
        { name: 'database', ok: true },
      ],
      projections: expect.arrayContaining([
        { name: 'ticket-list', ok: true, lagMs: expect.any(Number), position: expect.any(String) },
        { name: 'ticket-thread', ok: true, lagMs: expect.any(Number), position: expect.any(String) },
      ]),
    });
  });

  it('see latencies by route template and command, and no word of a ticket', async () => {
    const { id } = await abe.open({ subject: 'Confidential matter' });
    await abe.get(`/v1/tickets/${id}`);
    const text = String((await send(`${url}/metrics`)).body.text);
    expect(text).toMatch(
      /ledgerdesk_http_request_seconds_count\{method="GET",route="\/v1\/tickets\/:id",status="200"\} \d+/,
    );
    expect(text).toMatch(/ledgerdesk_command_seconds_count\{type="OpenTicket",outcome="accepted"\} \d+/);
    expect(text).toMatch(/ledgerdesk_projection_lag_seconds\{projection="ticket-list"\} \d/);
    expect(text).not.toContain('Confidential');
    expect(text).not.toContain(id);
  });

  it('are told which part is down, with 503', async () => {
    const broken = await startStack();
    try {
      await broken.endEventNode();
      const { status, body } = await send(`${broken.urls[0]}/health/ready`);
      expect(status).toBe(503);
      expect(body).toMatchObject({
        status: 'unavailable',
        dependencies: [
          { name: 'event-log', ok: false, problem: expect.any(String) },
          { name: 'database', ok: true },
        ],
      });
      const nora = await signIn(broken.urls[0] ?? '', 'nora@northwind.test');
      const lost = await nora.post('/v1/tickets', { subject: 'x', description: 'x' });
      expect([lost.status, Number(lost.headers.get('retry-after')) > 0]).toEqual([503, true]);
      expect((await nora.get('/v1/tickets')).status).toBe(200); // what is known is still told
    } finally {
      await broken.stop();
    }
  });
});
