// Limits that hold over all APIs together, wherever they count, and let requests go on when nobody counts.
import { storesHere } from '../../../libs/jobs/test/stores.js';
import { startTestRedis, type TestRedis } from '../../../libs/jobs/test/redis.js';
import { startStack, type Stack } from '../../../test/stack.js';
import { networkOf } from '../src/limits/address.js';
import { limitsOf } from '../src/limits/limits.js';
import { send, signIn, type Client } from './client.js';

const limit = 200;
/** Each API leases a fiftieth at a time; what the other one has left over at the end is lost. */
const slack = limit / 50;

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['2001:0DB8:1::', '2001:db8:1:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('counts %s as %s', (ip, network) => expect(networkOf(ip)).toBe(network));

describe.each(storesHere)('counted in %s', (store) => {
  let redis: TestRedis | undefined;
  let stack: Stack;
  let here: string;
  let there: string;

  beforeAll(async () => {
    redis = store === 'Redis' ? await startTestRedis() : undefined;
    stack = await startStack({
      apis: 2,
      settings: {
        redisUrl: redis?.url ?? null,
        requestsPerMinute: { ...limitsOf(() => 100_000), user: limit, 'dev-token': 30, unauthenticated: 20 },
      },
    });
    [here = '', there = ''] = stack.urls;
  });
  afterAll(async () => {
    await stack?.stop();
    await redis?.stop();
  });

  const passed = async (clients: readonly Client[], each: number): Promise<number> => {
    const asked = clients.flatMap((client) => Array.from({ length: each }, () => client));
    let ok = 0;
    for (let from = 0; from < asked.length; from += 10) {
      const answers = await Promise.all(asked.slice(from, from + 10).map((client) => client.get('/v1/me')));
      for (const { status } of answers) {
        expect([200, 429]).toContain(status);
        if (status === 200) ok += 1;
      }
    }
    return ok;
  };

  it('whoever is not known is refused as that, then counted, and locks nobody out who is [NENU-06]', async () => {
    const nora = await signIn(here, 'nora@northwind.test');
    const guesses = ['ldk_acme_nobody_guessed', 'not.a.token', nora.token.slice(0, -4)];
    const codes = [];
    for (let n = 0; n < 30; n += 1) {
      const api = n % 2 ? here : there;
      const headers: Record<string, string> =
        n % 4 === 3 ? {} : { authorization: `Bearer ${guesses[n % guesses.length]}` };
      codes.push((await send(`${api}/v1/me`, { headers })).status);
    }
    const refused = codes.indexOf(429);
    expect(codes.slice(0, refused)).toEqual(codes.slice(0, refused).map(() => 401));
    expect(refused).toBeGreaterThanOrEqual(20 - 1);
    expect(refused).toBeLessThanOrEqual(20);
    expect(codes.slice(-8)).toEqual(Array(8).fill(429));
    for (const api of [here, there]) expect((await nora.at(api).get('/v1/me')).status).toBe(200);
  });

  it("a user's limit holds in the sum of all APIs, and is no other user's [NENU-06]", async () => {
    const nora = await signIn(here, 'nora@northwind.test');
    const nils = await signIn(here, 'nils@northwind.test');
    // One address is many users: whoever is behind it, and whatever it claims to stand for.
    const ok = await passed([nora, nora.at(there), nora], limit / 2);
    expect(ok).toBeLessThanOrEqual(limit);
    expect(ok).toBeGreaterThanOrEqual(limit - slack);
    for (const api of [here, there]) {
      const late = await nora.at(api).post('/v1/tickets', 'not even JSON', { 'X-Forwarded-For': '198.51.100.7' });
      expect([late.status, late.body.code]).toEqual([429, 'too-many-requests']);
      expect(late.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      const seconds = Number(late.headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(60);
      expect((await nils.at(api).get('/v1/me')).status).toBe(200);
    }
  });

  it('an open route has a limit of its own, by the address of the connection and not by what it claims [NENU-06]', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 40; index += 1) {
      const { status } = await send(`${index % 2 ? here : there}/v1/dev/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.51.100.${index}` },
        body: '{"user":"nobody@acme.test"}',
      });
      statuses.push(status);
    }
    expect(statuses.at(-1)).toBe(429);
    // Two of them were spent on signing in.
    expect(statuses.filter((status) => status === 400).length).toBeLessThanOrEqual(28);
    expect(statuses.filter((status) => status === 400).length).toBeGreaterThanOrEqual(25);
  });
});

const onRedis = storesHere.includes('Redis') ? it : it.skip;
onRedis('each API counts by itself while the shared counts are away, and requests go on', async () => {
  const redis = await startTestRedis();
  const stack = await startStack({
    settings: { redisUrl: redis.url, requestsPerMinute: { ...limitsOf(() => 100_000), user: 60 } },
  });
  try {
    const abe = await signIn(stack.urls[0] ?? '', 'abe');
    for (let index = 0; index < 30; index += 1) expect((await abe.get('/v1/me')).status).toBe(200);
    await redis.kill();
    const statuses: number[] = [];
    for (let index = 0; index < 70; index += 1) statuses.push((await abe.get('/v1/me')).status);
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(200));
    expect(statuses.at(-1)).toBe(429);
  } finally {
    await stack.stop();
    await redis.stop();
  }
});

it('a proxy that is named is believed, so that its clients are told apart', async () => {
  const stack = await startStack({
    settings: { trustedProxies: ['127.0.0.1'], requestsPerMinute: { ...limitsOf(() => 100_000), 'dev-token': 2 } },
  });
  try {
    const ask = async (client: string) =>
      (
        await send(`${stack.urls[0]}/v1/dev/token`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': client },
          body: '{"user":"nobody@acme.test"}',
        })
      ).status;
    expect([await ask('198.51.100.1'), await ask('198.51.100.1'), await ask('198.51.100.1')]).toEqual([400, 400, 429]);
    // What the client itself wrote into the header stands before what the proxy added.
    expect(await ask('198.51.100.9, 198.51.100.1')).toBe(429);
    expect(await ask('198.51.100.2')).toBe(400);
  } finally {
    await stack.stop();
  }
});
