// What tickets refer to elsewhere: who may name what, by providers that are really asked.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startStack, type Stack } from '../../../test/stack.js';
import { fieldsOf, signIn, type Answer, type Body, type Client } from './client.js';

/** A system with orders: it says what it is told to say. */
class Orders {
  readonly asked: Body[] = [];
  answer: { status: number; text: string } | 'never' = { status: 200, text: '{"unavailable":[]}' };
  readonly #server: Server = createServer((request, response) => {
    void this.#read(request).then(() => {
      if (this.answer === 'never') return;
      response.writeHead(this.answer.status, { 'content-type': 'application/json' }).end(this.answer.text);
    });
  });

  async #read(request: IncomingMessage): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    this.asked.push({ ...(JSON.parse(text) as Body), authorization: request.headers.authorization });
  }
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/check`;
  }
  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

const orders = new Orders();
let stack: Stack;
let nora: Client;
let cora: Client;
let pat: Client;
let abe: Client;
let ada: Client;
let gary: Client;
let gia: Client;
let service: Client;

beforeAll(async () => {
  const url = await orders.start();
  stack = await startStack({
    settings: {
      references: { call: 'reported', licence: 'reported', order: { url, timeoutMs: 300, token: 'for-orders' } },
    },
  });
  const [api] = stack.urls as [string];
  [nora, cora, pat, abe, ada, gary, gia, service] = (await Promise.all(
    [
      'nora@northwind.test',
      'cora@contoso.test',
      'pat@partner.test',
      'abe',
      'ada',
      'gary@globex.test',
      'gia@initech.test',
      'billing-service',
    ].map((name) => signIn(api, name)),
  )) as [Client, Client, Client, Client, Client, Client, Client, Client];
});
afterAll(async () => {
  await stack?.stop();
  orders.stop();
});
beforeEach(() => {
  orders.answer = { status: 200, text: '{"unavailable":[]}' };
  orders.asked.length = 0;
});

const call = (id: string) => ({ kind: 'call', id });
const opening = (client: Client, more: Body): Promise<Answer> =>
  client.post('/v1/tickets', { subject: 'Printer', description: 'It burns', ...more });
const problem = ({ status, body }: Answer) => [status, body.code, body.errors];
const unknown = (field: string) => [400, 'validation-failed', [{ field, code: 'not-found', message: 'is not known' }]];
/** With everything in it that has been written. */
const total = async () => {
  const position = String(await stack.parts.ledger.head());
  return ((await ada.ask('/v1/counts', { position })) as { views: { all: number } }).views.all;
};

describe('a kind that nobody reports yet', () => {
  it('is taken as it is told [CALL-11]', async () => {
    expect((await opening(nora, { references: [{ kind: 'licence', id: 'L-1' }] })).status).toBe(201);
  });
});

describe('reported references', () => {
  beforeAll(async () => {
    const report = (id: string, body: Body) => service.put(`/v1/references/call/${id}`, body);
    expect((await report('web', { clientId: 'northwind', projectId: 'web' })).body).toEqual({
      kind: 'call',
      id: 'web',
      clientId: 'northwind',
      projectId: 'web',
      occurredAt: null,
    });
    for (const [id, body] of [
      ['voice', { clientId: 'northwind', projectId: 'voice', occurredAt: '2026-11-20T10:00:00Z' }],
      ['any', { clientId: 'northwind' }],
      ['contoso', { clientId: 'contoso', projectId: 'web' }],
      ['all', {}],
    ] as const) {
      expect((await report(id, body)).status).toBe(200);
    }
  });

  it('are named on tickets of their client and project, and nowhere else [CALL-03] [CALL-01]', async () => {
    const web = (id: string) => opening(nora, { projectId: 'web', references: [call(id)] });
    for (const id of ['web', 'any', 'all']) expect((await web(id)).status).toBe(201);
    for (const id of ['voice', 'contoso', 'never-was']) {
      expect(problem(await web(id))).toEqual(unknown('references[0].id'));
    }
    expect((await opening(cora, { references: [call('contoso')] })).status).toBe(201);
    // A partner's ticket is a client's: what counts is that one, not all the partner works for.
    expect(problem(await opening(pat, { clientId: 'northwind', references: [call('contoso')] }))).toEqual(
      unknown('references[0].id'),
    );
    // The desk too: a ticket of one client never refers to calls of another.
    expect(problem(await opening(abe, { clientId: 'contoso', references: [call('web')] }))).toEqual(
      unknown('references[0].id'),
    );
  });

  it('are listed for a picker as they can be named, the latest first, and nothing of them but whose they are [CALL-05] [CALL-07]', async () => {
    const listed = async (client: Client, query: string) => {
      const { kinds, items } = (await client.ask(`/v1/references?${query}`)) as { kinds: string[]; items: Body[] };
      expect(kinds).toEqual(['call', 'licence', 'order']);
      return items.map(({ id }) => id);
    };
    expect(await listed(nora, 'kind=call')).toEqual(['voice', 'all', 'any', 'web']);
    expect(await listed(nora, 'kind=call&projectId=web')).toEqual(['all', 'any', 'web']);
    expect(await listed(nora, 'kind=call&clientId=contoso')).not.toContain('contoso'); // their own, whatever they ask
    expect(await listed(cora, 'kind=call')).toEqual(['all', 'contoso']);
    expect(await listed(pat, 'kind=call&clientId=contoso')).toEqual(['all']); // a client they do not work for
    expect(await listed(pat, 'kind=call&clientId=northwind')).toContain('web');
    expect(await listed(abe, 'kind=call')).toEqual(['all']);
    expect(await listed(abe, 'kind=call&clientId=northwind&q=W')).toEqual(['web']);
    expect(await listed(abe, 'kind=call&clientId=northwind&q=%25')).toEqual([]); // no wildcard
    expect(await listed(gary, 'kind=call')).toEqual([]);
    const { items } = (await nora.ask('/v1/references?q=voice')) as { items: Body[] };
    expect(items).toEqual([
      {
        kind: 'call',
        id: 'voice',
        clientId: 'northwind',
        projectId: 'voice',
        occurredAt: '2026-11-20T10:00:00.000Z',
      },
    ]);
  });

  it('are all checked before the ticket is made: one that is bad refuses the whole [CALL-04] [CALL-02]', async () => {
    const before = await total();
    const refused = await opening(nora, {
      references: [call('web'), call('contoso'), call('web'), call('nobody'), { kind: 'order', id: '1' }],
    });
    expect(refused.status).toBe(400);
    expect(fieldsOf(refused)).toEqual(['references[1].id', 'references[3].id']);
    await abe.open();
    expect(await total()).toBe(before + 1);
    const kept = await opening(nora, { references: [call('web'), call(' web '), call('any')] });
    expect(kept.status).toBe(201);
    const { references, relatedCallId } = await nora.ask(`/v1/tickets/${String(kept.body.id)}`, kept.body as never);
    expect([references, relatedCallId]).toEqual([[call('web'), call('any')], 'web']);
  });

  it('are attached and detached by support, told in the history, and never with more than kind and id [CALL-05] [CALL-07] [CALL-08]', async () => {
    const ticket = await nora.open({ projectId: 'voice' });
    const path = `/v1/tickets/${ticket.id}`;
    expect((await nora.post(`${path}/references`, call('voice'))).status).toBe(403);
    expect(problem(await abe.post(`${path}/references`, call('web')))).toEqual(unknown('id'));
    expect(problem(await abe.post(`${path}/references`, call('never-was')))).toEqual(unknown('id'));
    const attached = await abe.act('POST', `${path}/references`, call('voice'));
    expect(await abe.ask(`${path}/references`, attached)).toMatchObject({ items: [call('voice')] });
    const item = (await nora.ask(path, attached)) as { references: object; relatedCallId: string };
    expect([item.references, item.relatedCallId]).toEqual([[call('voice')], 'voice']);
    expect(JSON.stringify(item)).not.toContain('2026-11-20T10');
    const gone = await abe.act('DELETE', `${path}/references/call/voice`);
    expect((await abe.ask(path, gone)).relatedCallId).toBeUndefined();
    const audra = await signIn(stack.urls[0] as string, 'audra');
    const { items } = (await audra.ask(`/v1/audit/tickets/${ticket.id}/events`)) as { items: { type: string }[] };
    expect(items.map(({ type }) => type)).toEqual(['TicketOpened', 'ReferenceAdded', 'ReferenceRemoved']);
  });

  it('lead to tickets in scope only [CALL-06]', async () => {
    const { position, id } = await nora.open({ references: [call('all')] });
    const other = await cora.open({ references: [call('all')] });
    const found = async (client: Client) =>
      ((await client.ask('/v1/references/call/all/tickets', other)) as { items: { id: string }[] }).items.map(
        (item) => item.id,
      );
    expect(BigInt(other.position)).toBeGreaterThan(BigInt(position));
    expect(await found(abe)).toEqual(expect.arrayContaining([id, other.id]));
    expect(await found(pat)).toContain(id);
    expect(await found(pat)).not.toContain(other.id);
    expect((await nora.get('/v1/references/call/all/tickets')).status).toBe(403);
  });

  it('are each tenant’s own: reported in one, another knows nothing of them', async () => {
    expect((await opening(gia, { references: [call('web')] })).status).toBe(201); // not watched there yet
    const gus = await signIn(stack.urls[0] as string, 'gus@globex.test');
    expect((await gus.put('/v1/references/call/own', { clientId: 'initech' })).status).toBe(200);
    expect(problem(await opening(gia, { references: [call('web')] }))).toEqual(unknown('references[0].id'));
    expect((await opening(gia, { references: [call('own')] })).status).toBe(201);
    expect(problem(await opening(nora, { references: [call('own')] }))).toEqual(unknown('references[0].id'));
    expect((await gary.put('/v1/references/call/other', {})).status).toBe(403);
  });

  it('come from services and admins, and name what is there', async () => {
    for (const client of [abe, nora, pat]) {
      expect((await client.put('/v1/references/call/x', {})).status).toBe(403);
    }
    expect((await ada.put('/v1/references/call/x', { clientId: 'contoso' })).status).toBe(200);
    expect(problem(await ada.put('/v1/references/call/x', { clientId: 'initech' }))).toEqual(unknown('clientId'));
    expect(problem(await ada.put('/v1/references/call/x', { clientId: 'contoso', projectId: 'voice' }))).toEqual(
      unknown('projectId'),
    );
    expect(fieldsOf(await ada.put('/v1/references/call/x', { projectId: 'web' }))).toEqual(['clientId']);
    expect(fieldsOf(await ada.put('/v1/references/call/x', { caller: 'Nils', occurredAt: 'then' }))).toEqual([
      'caller',
      'occurredAt',
    ]);
    expect(fieldsOf(await ada.put('/v1/references/order/x', {}))).toEqual(['kind']);
    expect(fieldsOf(await ada.put(`/v1/references/call/${'x'.repeat(201)}`, {}))).toEqual(['refId']);
  });
});

describe('references of another system', () => {
  const order = (id: string) => ({ kind: 'order', id });

  it('are asked of it by kind, ids and place, and refused as it says [CALL-11] [CALL-03]', async () => {
    orders.answer = { status: 200, text: '{"unavailable":["o-2","o-9"]}' };
    const refused = await opening(nora, { projectId: 'web', references: [order('o-1'), order('o-2'), order('o-1')] });
    expect(problem(refused)).toEqual(unknown('references[1].id'));
    expect(orders.asked[0]).toEqual({
      kind: 'order',
      ids: ['o-1', 'o-2'],
      tenant: 'acme',
      clientId: 'northwind',
      projectId: 'web',
      actor: { id: nora.userId, role: 'client_admin' },
      authorization: 'Bearer for-orders',
    });
    expect((await opening(nora, { references: [order('o-1')] })).status).toBe(201);
  });

  it('are not asked for what is never stored', async () => {
    const key = { 'Idempotency-Key': 'order-once' };
    const body = { subject: 'Order', description: 'It is late', references: [order('o-1')] };
    expect((await nora.post('/v1/tickets', body, key)).status).toBe(201);
    expect(orders.asked).toHaveLength(1);
    orders.answer = { status: 200, text: '{"unavailable":["o-1"]}' };
    const again = await nora.post('/v1/tickets', body, key);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    const { id } = await nora.open();
    expect((await nora.post(`/v1/tickets/${id}/references`, order('o-1'))).status).toBe(403);
    expect((await cora.post(`/v1/tickets/${id}/references`, order('o-1'))).status).toBe(404);
    expect(orders.asked).toHaveLength(1);
  });

  it.each([
    ['does not answer', 'never'],
    ['fails', { status: 500, text: '{"unavailable":[]}' }],
    ['says something else', { status: 200, text: '{"ok":true}' }],
    ['says no JSON', { status: 200, text: 'fine' }],
    ['says too much', { status: 200, text: `{"unavailable":["${'x'.repeat(100_000)}"]}` }],
  ] as const)('are not stored when it %s', async (_, answer) => {
    orders.answer = answer;
    const before = await total();
    const refused = await opening(nora, { references: [order('o-1')] });
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
      503,
      'references-unavailable',
      '1',
    ]);
    await abe.open({ references: [call('all')] });
    expect(await total()).toBe(before + 1);
  });
});

it('knows no other kinds, and says which there are [CALL-11]', async () => {
  expect(problem(await opening(nora, { references: [call('web'), { kind: 'fax', id: '1' }] }))).toEqual([
    400,
    'validation-failed',
    [{ field: 'references[1].kind', code: 'unknown-kind', message: 'must be one of: call, licence, order' }],
  ]);
});
