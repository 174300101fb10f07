// Hidden is missing: whoever may not see a ticket learns nothing from any route, not even that it is there.
import { startStack, type Stack } from '../../../test/stack.js';
import { signIn, type Answer, type Client } from './client.js';

let stack: Stack;
const people = new Map<string, Client>();
const who = (login: string): Client => people.get(login) as Client;

beforeAll(async () => {
  stack = await startStack();
  const logins = [
    'nora@northwind.test',
    'cora@contoso.test',
    'uma@acme.test',
    'dev@acme.test',
    'pat@partner.test',
    'paul@partner.test',
    'abe@acme.test',
    'gary@globex.test',
    'gia@initech.test',
  ];
  for (const login of logins) people.set(login, await signIn(stack.urls[0] ?? '', login));
});
afterAll(() => stack.stop());

const nobody = '6a1f0a39-0000-4000-8000-000000000000';
const routes: [string, string, unknown][] = [
  ['GET', '', undefined],
  ['GET', '/thread', undefined],
  ['GET', '/replies', undefined],
  ['GET', `/replies/${nobody}`, undefined],
  ['GET', '/links', undefined],
  ['GET', '/recipients', undefined],
  ['GET', '/references', undefined],
  ['POST', '/replies', { body: 'x' }],
  ['POST', '/replies', { body: 'x', visibility: 'internal' }],
  ['PATCH', `/replies/${nobody}`, { body: 'x' }],
  ['DELETE', `/replies/${nobody}`, undefined],
  ['POST', '/start', {}],
  ['POST', '/wait', {}],
  ['POST', '/resolve', {}],
  ['POST', '/close', {}],
  ['POST', '/reopen', {}],
  ['PUT', '/status', { status: 'resolved' }],
  ['PUT', '/assignee', { userId: nobody }],
  ['POST', '/take', undefined],
  ['PUT', '/priority', { priority: 'low' }],
  ['PUT', '/classification', { categoryId: 'billing' }],
  ['PUT', '/custom-fields', { values: {} }],
  ['PUT', '/tags/x', undefined],
  ['DELETE', '/tags/x', undefined],
  ['POST', '/references', { kind: 'call', id: '1' }],
  ['DELETE', '/references/call/1', undefined],
  ['POST', '/recipients', { userId: nobody }],
  ['DELETE', `/recipients/${nobody}`, undefined],
  ['POST', '/links', { type: 'related_to', target: nobody }],
  ['DELETE', `/links/related_to/${nobody}`, undefined],
  ['POST', '/resolve-children', {}],
  ['POST', '/merge', { sources: [nobody] }],
  ['POST', '/unmerge', { source: nobody }],
  ['POST', '/adopt', undefined],
  ['POST', '/split', { replyIds: [nobody], subject: 'Apart' }],
  ['POST', '/snooze', { until: '2030-01-01T00:00:00.000Z' }],
  ['DELETE', '/snooze', undefined],
  ['POST', '/rating', { score: 5 }],
  ['DELETE', '', undefined],
];

/** Everything a client can see of an answer, but what differs between any two answers. */
const seen = ({ status, headers, body }: Answer) => ({
  status,
  body,
  headers: [...headers].filter(([name]) => name !== 'date' && name !== 'x-correlation-id'),
});

const outsiders = [
  'cora@contoso.test',
  'uma@acme.test',
  'dev@acme.test',
  'gary@globex.test',
  'gia@initech.test',
] as const;

it.each(routes)('tells nothing on %s %s, by id or number [NENU-01] [SCOP-09]', async (method, path, body) => {
  const hidden = await who('nora@northwind.test').open();
  for (const login of outsiders) {
    const caller = who(login);
    const missing = seen(await caller.request(method, `/v1/tickets/${nobody}${path}`, body));
    expect(missing).toMatchObject({ status: 404, body: { code: 'ticket-not-found' } });
    // The other tenant counts its own tickets: the same number is another ticket there.
    const elsewhere = login === 'gary@globex.test' || login === 'gia@initech.test';
    for (const probe of [hidden.id, 'TICK-999999', ...(elsewhere ? [] : [hidden.number])]) {
      expect(seen(await caller.request(method, `/v1/tickets/${probe}${path}`, body))).toEqual(missing);
    }
  }
  const after = { position: String(await stack.parts.ledger.head()) };
  expect(await who('nora@northwind.test').ask(`/v1/tickets/${hidden.id}`, after)).toMatchObject({ revision: '0' });
});

it('asks every route there is about a ticket', async () => {
  const { paths } = (await who('abe@acme.test').ask('/openapi.json')) as { paths: Record<string, object> };
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    path.startsWith('/v1/tickets/{id}') ? Object.keys(methods).map((method) => `${method} ${path}`) : [],
  );
  const asked = routes.map(([method, path]) => `${method.toLowerCase()} /v1/tickets/{id}${path}`);
  const shape = (route: string) =>
    route.replaceAll(/\{\w+\}|6a1f0a39[0-9a-f-]+|(?<=tags\/)x|(?<=links\/)related_to|call\/1/g, (part) =>
      part === 'call/1' ? '{}/{}' : '{}',
    );
  expect([...new Set(asked.map(shape))].sort()).toEqual(documented.map(shape).sort());
});

it('comes before rights and before the shape of things to come: 404, then 403 [NENU-08]', async () => {
  const { id } = await who('nora@northwind.test').open();
  const close = (login: string) => who(login).post(`/v1/tickets/${id}/close`, {});
  expect((await close('cora@contoso.test')).status).toBe(404);
  expect((await close('nora@northwind.test')).status).toBe(403);
});

it('hides tickets from lists, counts and searches of others [SCOP-01] [SCOP-02] [SRCH-10]', async () => {
  const mine = await who('nora@northwind.test').open({ subject: 'Zebra crossing' });
  const position = { position: mine.position };
  for (const login of ['cora@contoso.test', 'uma@acme.test', 'dev@acme.test', 'gia@initech.test']) {
    const list = (await who(login).ask('/v1/tickets?q=zebra', position)) as { items: unknown[] };
    expect(list.items).toEqual([]);
    const { items } = await who(login).ask(
      `/v1/tickets?client=northwind&requester=${who('nora@northwind.test').userId}`,
    );
    expect(items).toEqual([]);
  }
  const { items } = await who('abe@acme.test').ask('/v1/tickets?q=zebra');
  expect(items).toMatchObject([{ id: mine.id }]);
});

it('follows the directory: an unassigned client is gone on the next request [SCOP-03]', async () => {
  const { id } = await who('cora@contoso.test').open();
  const paul = who('paul@partner.test');
  expect((await paul.get(`/v1/tickets/${id}`)).status).toBe(200);
  expect((await who('pat@partner.test').get(`/v1/tickets/${id}`)).status).toBe(404);
  await stack.parts.database.inTenant('acme', (tx) =>
    tx
      .deleteFrom('directory.partner_clients')
      .where('user_id', '=', paul.userId)
      .where('client_id', '=', 'contoso')
      .execute(),
  );
  expect((await paul.get(`/v1/tickets/${id}`)).body.code).toBe('ticket-not-found');
});

it('shows a developer the technical category and what is given to them [ROLE-04] [SCOP-08]', async () => {
  const [abe, dev] = [who('abe@acme.test'), who('dev@acme.test')];
  const { id } = await who('uma@acme.test').open();
  expect((await dev.get(`/v1/tickets/${id}`)).status).toBe(404);
  const assigned = await abe.act('PUT', `/v1/tickets/${id}/assignee`, { userId: dev.userId });
  expect((await dev.get(`/v1/tickets/${id}?after=${assigned.position}`)).status).toBe(200);
  const cleared = await abe.act('PUT', `/v1/tickets/${id}/assignee`, {});
  expect((await dev.get(`/v1/tickets/${id}?after=${cleared.position}`)).status).toBe(404);
  const technical = await abe.act('PUT', `/v1/tickets/${id}/classification`, { categoryId: 'technical' });
  expect((await dev.get(`/v1/tickets/${id}?after=${technical.position}`)).status).toBe(200);
});

it('keeps a token of one tenant away from the same login and number of another', async () => {
  const [gary, abe] = [who('gary@globex.test'), who('abe@acme.test')];
  const theirs = await gary.open();
  for (const header of ['X-Tenant', 'X-Forwarded-Host', 'Host']) {
    expect((await abe.get(`/v1/tickets/${theirs.id}`, { [header]: 'globex' })).status).toBe(404);
  }
  expect((await gary.get(`/v1/tickets/${theirs.id}`)).status).toBe(200);
});
