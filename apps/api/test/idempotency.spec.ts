// One key, one effect, for ever: whichever API is asked, however often, however close together.
import { startStack, type Stack } from '../../../test/stack.js';
import { fieldsOf, signIn, type Client } from './client.js';

let stack: Stack;
let nora: Client;
let abe: Client;
let elsewhere: (who: Client) => Client;

beforeAll(async () => {
  stack = await startStack({ apis: 2 });
  const [one = '', two = ''] = stack.urls;
  [nora, abe] = [await signIn(one, 'nora@northwind.test'), await signIn(one, 'abe')];
  elsewhere = (who) => who.at(two);
});
afterAll(() => stack.stop());

const ticket = { subject: 'Printer', description: 'It burns' };
const key = (name: string) => ({ 'Idempotency-Key': name });
const listed = async (subject: string) => {
  const head = await stack.parts.ledger.head();
  const { items } = await abe.ask(`/v1/tickets?limit=100&q=${encodeURIComponent(subject)}`, { position: String(head) });
  return items as unknown[];
};

it('answers the first receipt again, with its status, and stores nothing [INTK-23] [APIC-13]', async () => {
  const first = await nora.post('/v1/tickets', ticket, key('a'));
  const head = await stack.parts.ledger.head(['ticket-']);
  for (const again of [nora, elsewhere(nora)]) {
    const second = await again.post('/v1/tickets', ticket, key('a'));
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    for (const name of ['etag', 'location']) expect(second.headers.get(name)).toBe(first.headers.get(name));
  }
  expect(await stack.parts.ledger.head(['ticket-'])).toBe(head);
});

it('makes one ticket of forty requests that race on two APIs [INTK-23] [RELY-01]', async () => {
  const body = { ...ticket, subject: 'Race for one' };
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      (index % 2 ? nora : elsewhere(nora)).post('/v1/tickets', body, key('race')),
    ),
  );
  const receipts = answers.filter(({ status }) => status === 201);
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  expect(new Set(receipts.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
  expect(receipts.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
  expect(await listed('Race for one')).toHaveLength(1);
});

it('adds one reply of many that race, also while others write', async () => {
  const { id } = await nora.open();
  const path = `/v1/tickets/${id}/replies`;
  const answers = await Promise.all([
    ...Array.from({ length: 12 }, (_, index) =>
      (index % 2 ? nora : elsewhere(nora)).post(path, { body: 'once' }, key('reply')),
    ),
    ...Array.from({ length: 6 }, (_, index) => elsewhere(abe).post(path, { body: `other ${index}` })),
  ]);
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  const { items } = await abe.ask(`${path}?limit=100`, { position: String(await stack.parts.ledger.head()) });
  expect((items as { body: string }[]).filter(({ body }) => body === 'once')).toHaveLength(1);
  expect(items).toHaveLength(7);
});

it('refuses the key for another body with 422', async () => {
  await nora.post('/v1/tickets', ticket, key('b'));
  for (const again of [nora, elsewhere(nora)]) {
    const other = await again.post('/v1/tickets', { ...ticket, subject: 'Another' }, key('b'));
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  }
  const { id } = await nora.open();
  await abe.post(`/v1/tickets/${id}/replies`, { body: 'x' }, key('c'));
  // The same words as a note are another request.
  const note = await abe.post(`/v1/tickets/${id}/replies`, { body: 'x', visibility: 'internal' }, key('c'));
  expect(note.body.code).toBe('idempotency-key-reused');
});

it('counts a body the same whatever the order of its fields', async () => {
  const first = await nora.post('/v1/tickets', { subject: 'x', description: 'y', department: 'z' }, key('d'));
  const second = await nora.post('/v1/tickets', '{"department":"z", "description":"y","subject":"x"}', key('d'));
  expect(second.body).toEqual(first.body);
});

it('belongs to caller, method and ticket', async () => {
  const [one, two] = [await nora.open(), await nora.open()];
  const done = await Promise.all([
    abe.post(`/v1/tickets/${one.id}/replies`, { body: 'x' }, key('e')),
    abe.post(`/v1/tickets/${two.id}/replies`, { body: 'x' }, key('e')),
    nora.post(`/v1/tickets/${one.id}/replies`, { body: 'x' }, key('e')),
    abe.put(`/v1/tickets/${one.id}/priority`, { priority: 'low' }, key('e')),
    abe.delete(`/v1/tickets/${one.id}/tags/x`, key('e')),
  ]);
  expect(done.map(({ status }) => status)).toEqual([201, 201, 201, 200, 200]);
  expect(done.some(({ headers }) => headers.has('idempotency-replayed'))).toBe(false);
});

it('is bound by what changed something only: refusals and no-ops are judged anew', async () => {
  const { id } = await nora.open();
  const path = `/v1/tickets/${id}`;
  await abe.act('POST', `${path}/resolve`);
  await abe.act('POST', `${path}/close`);
  const reply = { body: 'Hello?' };
  expect((await nora.post(`${path}/replies`, reply, key('f'))).status).toBe(409);
  await abe.act('POST', `${path}/reopen`);
  expect((await nora.post(`${path}/replies`, reply, key('f'))).status).toBe(201);

  const { revision } = await abe.act('PUT', `${path}/priority`, { priority: 'normal' });
  await abe.act('PUT', `${path}/priority`, { priority: 'high' });
  const back = await abe.put(`${path}/priority`, { priority: 'normal' }, key('g'));
  expect(BigInt(back.body.revision as string)).toBe(BigInt(revision) + 2n);
});

it('still asks for scope and rights when it is repeated', async () => {
  const { id } = await nora.open();
  const path = `/v1/tickets/${id}/priority`;
  const { database } = stack.parts;
  const role = (role: 'agent' | 'user') =>
    database.inTenant('acme', (tx) =>
      tx.updateTable('directory.users').set({ role }).where('login', '=', 'stan@acme.test').execute(),
    );
  const stan = await signIn(stack.urls[0] ?? '', 'stan');
  await role('agent');
  expect((await stan.put(path, { priority: 'high' }, key('h'))).status).toBe(200);
  await role('user'); // the next request is the first to know
  expect((await stan.put(path, { priority: 'high' }, key('h'))).body.code).toBe('ticket-not-found');
  await role('agent');
  expect((await stan.put(path, { priority: 'high' }, key('h'))).headers.get('idempotency-replayed')).toBe('true');
});

it.each(['', 'x'.repeat(201), 'ü', 'tab\tinside'])('is named when it is malformed: %j', async (value) => {
  const answer = await nora.post('/v1/tickets', ticket, key(value));
  expect([answer.status, fieldsOf(answer)]).toEqual([400, ['Idempotency-Key']]);
});

it('takes 200 printable characters', async () => {
  expect((await nora.post('/v1/tickets', ticket, key(`${'~'.repeat(199)}!`))).status).toBe(201);
});

describe('If-Match', () => {
  it('lets a command through at that revision, and 412 when the ticket has moved on [APIC-13]', async () => {
    const { id } = await nora.open();
    const path = `/v1/tickets/${id}/priority`;
    const first = await abe.put(path, { priority: 'high' }, { 'If-Match': '"0"' });
    expect(first.headers.get('etag')).toBe('"1"');
    const stale = await elsewhere(abe).put(path, { priority: 'low' }, { 'If-Match': '"0"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'revision-mismatch']);
    expect((await elsewhere(abe).put(path, { priority: 'low' }, { 'If-Match': '"1"' })).status).toBe(200);
  });

  it('comes after the receipt of the key: a repetition is not stale', async () => {
    const { id } = await nora.open();
    const headers = { 'If-Match': '"0"', ...key('i') };
    const first = await abe.put(`/v1/tickets/${id}/priority`, { priority: 'high' }, headers);
    const second = await elsewhere(abe).put(`/v1/tickets/${id}/priority`, { priority: 'high' }, headers);
    expect([second.status, second.body]).toEqual([200, first.body]);
  });

  it('lets one of two that start from the same revision win', async () => {
    const { id } = await nora.open();
    const answers = await Promise.all(
      ['high', 'low', 'critical', 'medium'].map((priority, index) =>
        (index % 2 ? abe : elsewhere(abe)).put(`/v1/tickets/${id}/priority`, { priority }, { 'If-Match': '"0"' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412, 412, 412]);
  });

  it.each(['0', 'W/"0"', '*', '"0", "1"', '"-1"', '"x"', '""'])('is named when it is malformed: %s', async (tag) => {
    const { id } = await nora.open();
    const answer = await abe.put(`/v1/tickets/${id}/priority`, { priority: 'high' }, { 'If-Match': tag });
    expect([answer.status, fieldsOf(answer)]).toEqual([400, ['If-Match']]);
  });
});
