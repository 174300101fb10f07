// What a tenant has not licensed, or has switched off, is refused by name from the next request on; all else goes on.
import { featureNames, featuresOff } from '#access';
import { startStack, type Stack } from '../../../test/stack.js';
import { signIn, type Client } from './client.js';

let stack: Stack;
let abe: Client;
let ada: Client;
let nora: Client;
let gary: Client;
let ticket: string;

beforeAll(async () => {
  stack = await startStack();
  const at = (login: string) => signIn(stack.urls[0] ?? '', login);
  [abe, ada, nora, gary] = [
    await at('abe'),
    await at('ada'),
    await at('nora@northwind.test'),
    await at('gary@globex.test'),
  ];
  const opened = await nora.open();
  await nora.ask('/v1/tickets', opened);
  ticket = opened.number;
});
afterAll(() => stack.stop());
afterEach(() => license({}));

const license = (features: Record<string, boolean>) =>
  stack.parts.database.inTenant('acme', (tx) =>
    tx.updateTable('directory.tenants').set({ features }).where('id', '=', 'acme').execute(),
  );

it('absent is on; the licence goes before the switch', () => {
  expect(featuresOff({}, {}).size).toBe(0);
  expect(featuresOff({ merge: true, other: false }, {}).size).toBe(0);
  expect([...featuresOff({ merge: false }, { merge: false, bulk: false })]).toEqual([
    ['merge', 'licence'],
    ['bulk', 'policy'],
  ]);
});

describe('without supportTickets', () => {
  it('every route of tickets is refused by the feature, for every role and on the next request [LICN-01] [LICN-03]', async () => {
    expect((await abe.get('/v1/tickets')).status).toBe(200);
    await license({ supportTickets: false });
    const document = (await abe.get('/openapi.json')).body as { paths: Record<string, Record<string, unknown>> };
    const open = /^\/(v1\/(me|session|policy|admin|audit|dev|guest|api-keys)|auth|health|metrics)/;
    let asked = 0;
    for (const [path, methods] of Object.entries(document.paths)) {
      if (open.test(path) || path === '/') continue;
      for (const method of Object.keys(methods)) {
        for (const client of [ada, nora]) {
          const url = path.replaceAll(/\{\w+\}/g, ticket);
          const answer = await client.request(
            method.toUpperCase(),
            url,
            method === 'get' || method === 'delete' ? undefined : {},
          );
          expect([
            method,
            path,
            answer.status,
            answer.body.code ?? (answer.body.error as { code: string }).code,
          ]).toEqual([method, path, 403, 'feature-not-licensed']);
          asked += 1;
        }
      }
    }
    expect(asked).toBeGreaterThan(60);
    const { body } = await abe.get('/v1/tickets');
    expect(body).toMatchObject({
      feature: 'supportTickets',
      detail: expect.stringMatching(/supportTickets.*entitlements/),
    });
  });

  it('one sees who one is and what is off, and rules and history stay open', async () => {
    await license({ supportTickets: false });
    const me = await abe.ask('/v1/me');
    expect(me.features).toMatchObject({ supportTickets: false, merge: true });
    for (const path of ['/v1/policy', '/v1/admin/projections', `/v1/audit/tickets/${ticket}`]) {
      expect([path, (await ada.get(path)).status]).toEqual([path, 200]);
    }
  });

  it('is of one tenant only [TENA]', async () => {
    await license({ supportTickets: false });
    expect((await gary.get('/v1/tickets')).status).toBe(200);
  });

  it('an open stream ends', async () => {
    const controller = new AbortController();
    const stream = await fetch(`${abe.url}/v1/stream`, {
      headers: { authorization: `Bearer ${abe.token}` },
      signal: controller.signal,
    });
    expect(stream.status).toBe(200);
    await license({ supportTickets: false });
    const ended = (async () => {
      for await (const _ of stream.body ?? []);
      return 'ended';
    })();
    expect(await ended).toBe('ended');
    controller.abort();
  });
});

describe('a single action', () => {
  it.each([
    ['bulk', 'POST', '/v1/bulk', null],
    ['links', 'POST', '/v1/tickets/{}/links', 'link'],
    ['references', 'POST', '/v1/tickets/{}/references', 'references'],
    ['import', 'POST', '/v1/import', null],
    ['merge', 'POST', '/v1/tickets/{}/merge', 'merge'],
    ['merge', 'POST', '/v1/tickets/{}/split', 'split'],
    ['rating', 'POST', '/v1/tickets/{}/rating', null],
    ['snooze', 'POST', '/v1/tickets/{}/snooze', 'snooze'],
  ] as const)('%s is refused, and not offered [LICN-02]', async (feature, method, path, action) => {
    const allowed = async () => (await ada.ask(`/v1/tickets/${ticket}`)).allowedActions as string[];
    if (action) expect(await allowed()).toContain(action);
    await license({ [feature]: false });
    const answer = await ada.request(method, path.replace('{}', ticket), {});
    expect([answer.status, answer.body.code, answer.body.feature]).toEqual([403, 'feature-not-licensed', feature]);
    if (action) expect(await allowed()).not.toContain(action);
    expect((await ada.get('/v1/tickets')).status).toBe(200);
  });

  it('that is off can still be looked at', async () => {
    await license({ links: false });
    expect((await ada.get(`/v1/tickets/${ticket}/links`)).status).toBe(200);
  });
});

it("an administrator's own switch is told apart from the licence, and cannot go beyond it [SETT-01]", async () => {
  await stack.amendPolicy('acme', { features: { supportTickets: false } });
  expect((await abe.get('/v1/tickets')).body).toMatchObject({ status: 403, code: 'feature-switched-off' });
  expect((await ada.get('/v1/policy')).status).toBe(200);
  await license({ supportTickets: false });
  expect((await abe.get('/v1/tickets')).body).toMatchObject({ status: 403, code: 'feature-not-licensed' });
  await stack.amendPolicy('acme', { features: { supportTickets: true } });
  expect((await abe.get('/v1/tickets')).body).toMatchObject({ status: 403, code: 'feature-not-licensed' });
  await license({});
  expect((await abe.get('/v1/tickets')).status).toBe(200);
});

it('shows every feature there is', async () => {
  const { features } = await abe.ask('/v1/me');
  expect(Object.keys(features as object)).toEqual(featureNames);
});
