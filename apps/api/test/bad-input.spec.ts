// Hostile and clumsy requests: refused with a 4xx that names what is wrong, nothing stored, the process up.
import { request } from 'node:http';
import { startStack, type Stack } from '../../../test/stack.js';
import { fieldsOf, send, signIn, type Answer, type Client } from './client.js';

let stack: Stack;
let abe: Client;
let nora: Client;

beforeAll(async () => {
  stack = await startStack();
  [abe, nora] = [await signIn(stack.urls[0] ?? '', 'abe'), await signIn(stack.urls[0] ?? '', 'nora@northwind.test')];
});
afterAll(() => stack.stop());

const stored = () => stack.parts.ledger.head(['ticket-']);

/** Sends it, and checks what every refusal has in common. */
async function refused(ask: () => Promise<Answer>): Promise<Answer> {
  const before = await stored();
  const answer = await ask();
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.headers.get('x-correlation-id')).toBeTruthy();
  expect(answer.body).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    status: answer.status,
    detail: expect.any(String),
    code: expect.any(String),
  });
  expect(await stored()).toBe(before);
  expect((await send(`${abe.url}/health/live`)).status).toBe(200);
  return answer;
}

const ticket = { subject: 'x', description: 'x' };
const deep = (levels: number): unknown => (levels === 0 ? 'x' : { a: deep(levels - 1) });

it.each<[string, unknown, string]>([
  ['an unknown field', { ...ticket, colour: 'red' }, 'colour'],
  ['a field of another case', { ...ticket, Subject: 'x' }, 'Subject'],
  ['a number for a text', { ...ticket, subject: 5 }, 'subject'],
  ['null for a text', { ...ticket, subject: null }, 'subject'],
  ['a list for a text', { ...ticket, subject: ['x'] }, 'subject'],
  ['an object for a text', { ...ticket, description: { x: 1 } }, 'description'],
  ['an unknown priority', { ...ticket, priority: 'asap' }, 'priority'],
  ['null for a priority', { ...ticket, priority: null }, 'priority'],
  ['a text for a list', { ...ticket, recipients: 'x' }, 'recipients'],
  ['no user id among ids', { ...ticket, recipients: ['x'] }, 'recipients'],
  [
    'a repeated recipient',
    { ...ticket, recipients: Array(2).fill('6a1f0a39-0000-4000-8000-000000000000') },
    'recipients',
  ],
  ['a reference without id', { ...ticket, references: [{ kind: 'call' }] }, 'references[0].id'],
  ['a reference with more', { ...ticket, references: [{ kind: 'call', id: '1', x: 1 }] }, 'references[0].x'],
  ['a text for a reference', { ...ticket, references: ['call:1'] }, 'references[0]'],
  ['a text for the context', { ...ticket, context: 'x' }, 'context'],
  ['an unknown context', { ...ticket, context: { mood: 'bad' } }, 'context.mood'],
  ['a list for custom fields', { ...ticket, customFields: [] }, 'customFields'],
  ['an object as a custom value', { ...ticket, customFields: { a: {} } }, 'customFields'],
  ['NUL', { ...ticket, subject: 'a\0b' }, 'subject'],
  ['NUL deep inside', { ...ticket, context: { expected: 'a\0b' } }, 'context.expected'],
  ['half a character', { ...ticket, description: 'a\ud83d' }, 'description'],
  ['deep nesting', { ...ticket, customFields: deep(40) }, `customFields${'.a'.repeat(15)}`],
  ['a group that is no text', { ...ticket, assignee: { groupId: 7 } }, 'assignee.groupId'],
  ['SQL in an id', { ...ticket, categoryId: "'; drop table read.ticket_list; --" }, 'categoryId'],
])('names the field of a new ticket with %s', async (_, body, field) => {
  const answer = await refused(() => abe.post('/v1/tickets', body));
  expect(answer.status).toBe(400);
  expect(fieldsOf(answer)).toContain(field);
});

it('names several fields at once [APIC-15]', async () => {
  const answer = await refused(() => abe.post('/v1/tickets', { subject: '', priority: 'x', colour: 'red' }));
  expect(fieldsOf(answer).sort()).toEqual(['colour', 'priority', 'subject']);
});

it.each<[string, string, string, unknown, string]>([
  ['a reply without text', 'POST', 'replies', {}, 'body'],
  ['a reply of nobody', 'POST', 'replies', { body: 'x', parentId: 'x' }, 'parentId'],
  ['an unknown visibility', 'POST', 'replies', { body: 'x', visibility: 'secret' }, 'visibility'],
  ['a text for a switch', 'POST', 'replies', { body: 'x', notify: 'no' }, 'notify'],
  ['an unknown wish', 'POST', 'replies', { body: 'x', then: { close: true } }, 'then.close'],
  ['a text for wishes', 'POST', 'replies', { body: 'x', then: 'x' }, 'then'],
  ['a priority among wishes', 'POST', 'replies', { body: 'x', then: { priority: 'x' } }, 'then.priority'],
  ['a status that is none', 'PUT', 'status', { status: 5 }, 'status'],
  ['no status', 'PUT', 'status', {}, 'status'],
  ['no priority', 'PUT', 'priority', {}, 'priority'],
  ['no category', 'PUT', 'classification', {}, 'categoryId'],
  ['no values', 'PUT', 'custom-fields', {}, 'values'],
  ['an assignee that is no id', 'PUT', 'assignee', { userId: 'abe' }, 'userId'],
  ['a starter that is no id', 'POST', 'start', { assigneeId: null }, 'assigneeId'],
  ['a number for a reason', 'POST', 'wait', { reason: 5 }, 'reason'],
  ['notes for a reason', 'POST', 'close', { notes: 'x' }, 'notes'],
  ['a body where there is none', 'POST', 'take', { force: true }, 'force'],
  ['a body on a deletion', 'DELETE', 'tags/x', { force: true }, 'force'],
  ['a blank tag', 'PUT', 'tags/%20%20', undefined, 'tag'],
  ['a tag with NUL', 'PUT', 'tags/a%00b', undefined, 'tag'],
  ['a tag that is too long', 'PUT', `tags/${'x'.repeat(51)}`, undefined, 'tag'],
  ['an unknown parameter', 'POST', 'take?force=1', undefined, 'force'],
  ['a parameter too often', 'DELETE', '?reason=a&reason=b', undefined, 'reason'],
])('names the field of a command with %s', async (_, method, path, body, field) => {
  const { id } = await nora.open();
  const place = path.startsWith('?') ? path : `/${path}`;
  const answer = await refused(() => abe.request(method, `/v1/tickets/${id}${place}`, body));
  expect([answer.status, fieldsOf(answer)]).toEqual([400, [field]]);
});

it.each([
  ['an unknown one', 'colour=red', 'colour'],
  ['an unknown view', 'view=secret', 'view'],
  ['two views', 'view=open&view=all', 'view'],
  ['an unknown state', 'state=open&state=lost', 'state'],
  ['an unknown status', 'status=lost', 'status'],
  ['an unknown priority', 'priority=asap', 'priority'],
  ['an assignee of no form', 'assignee=abe', 'assignee'],
  ['a reference of no form', 'reference=42', 'reference'],
  ['a time that is none', 'createdFrom=yesterday', 'createdFrom'],
  ['a day that is none', 'createdTo=2026-02-31', 'createdTo'],
  ['a year beyond time', 'updatedFrom=0000-01-01T00:00:00Z', 'updatedFrom'],
  ['a limit of nought', 'limit=0', 'limit'],
  ['a limit of 101', 'limit=101', 'limit'],
  ['a limit of text', 'limit=ten', 'limit'],
  ['a limit beyond numbers', `limit=${2n ** 53n + 1n}`, 'limit'],
  ['two limits', 'limit=1&limit=2', 'limit'],
  ['a sort that is none', 'sort=subject', 'sort'],
  ['an order that is none', 'order=up', 'order'],
  ['one letter to search', 'q=x', 'q'],
  ['too much to search', `q=${'x'.repeat(201)}`, 'q'],
  ['NUL to search', 'q=ab%00', 'q'],
  ['a position that is none', 'after=soon', 'after'],
  ['a position below nought', 'after=-1', 'after'],
  ['a poisoned name', '__proto__=1', '__proto__'],
])('names the query parameter: %s', async (_, query, field) => {
  const answer = await refused(() => abe.get(`/v1/tickets?${query}`));
  expect([answer.status, fieldsOf(answer)]).toEqual([400, [field]]);
});

it('refuses positions beyond the log [bad-position]', async () => {
  const answer = await refused(() => abe.get('/v1/tickets?after=99999999999999999999'));
  expect([answer.status, answer.body.code]).toEqual([400, 'bad-position']);
});

it('opens only its own cursors, for the same caller and list', async () => {
  await nora.open();
  await nora.open();
  const { nextCursor } = await abe.ask('/v1/tickets?limit=1');
  const cursor = String(nextCursor);
  const [payload = '', seal = ''] = cursor.split('.');
  const forged = Buffer.from(JSON.stringify(['2020-01-01', '6a1f0a39-0000-4000-8000-000000000000'])).toString(
    'base64url',
  );
  const bad: [Client, string][] = [
    [abe, `limit=1&cursor=${cursor}x`],
    [abe, `limit=1&cursor=${payload}`],
    [abe, `limit=1&cursor=${forged}.${seal}`],
    [abe, 'limit=1&cursor='],
    [abe, 'limit=1&cursor=%F0%9F%98%80'],
    [abe, `limit=1&view=open&cursor=${cursor}`],
    [abe, `limit=1&order=asc&cursor=${cursor}`],
    [abe, `limit=1&sort=createdAt&cursor=${cursor}`],
    [nora, `limit=1&cursor=${cursor}`],
  ];
  for (const [who, query] of bad) {
    const answer = await refused(() => who.get(`/v1/tickets?${query}`));
    expect([query, answer.status, answer.body.code]).toEqual([query, 400, 'bad-cursor']);
  }
  expect((await abe.get(`/v1/tickets?limit=2&cursor=${cursor}`)).status).toBe(200);
});

it.each([
  'not-a-uuid',
  '0',
  '-1',
  '9007199254740993',
  '6a1f0a39-0000-4000-8000-00000000000',
  '6a1f0a39-0000-4000-8000-000000000000;',
  'a%00b',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  "'%20or%201=1--",
  '%F0%9F%98%80',
  'x'.repeat(3_000),
])('finds no ticket called %s, and does not fall over', async (id) => {
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/thread'],
    ['POST', '/take'],
  ] as const) {
    const answer = await refused(() => abe.request(method, `/v1/tickets/${id}${path}`));
    expect([answer.status, answer.body.code]).toEqual([404, 'ticket-not-found']);
  }
});

it.each(['%', '%zz', '%E0%A4%A'])('refuses a path that cannot be decoded: %s', async (id) => {
  await refused(() => abe.get(`/v1/tickets/${id}`));
});

describe('the body as a whole', () => {
  const post = (body: string | Buffer, contentType = 'application/json') =>
    refused(() =>
      send(`${abe.url}/v1/tickets`, {
        method: 'POST',
        headers: { authorization: `Bearer ${abe.token}`, 'content-type': contentType },
        body,
      }),
    );

  it('is at most 1 MiB [INTK]', async () => {
    const answer = await post(JSON.stringify({ ...ticket, description: 'x'.repeat(1024 * 1024) }));
    expect([answer.status, answer.body.code]).toEqual([413, 'body-too-large']);
  });

  it('is at most 1 MiB, also in 10 MB and without a length', async () => {
    expect((await post(Buffer.alloc(10_000_000, 'x'))).status).toBe(413);
    const status = await new Promise<number>((resolve, reject) => {
      const sending = request(
        `${abe.url}/v1/tickets`,
        { method: 'POST', headers: { authorization: `Bearer ${abe.token}`, 'content-type': 'application/json' } },
        (answer) => resolve(answer.statusCode ?? 0),
      );
      sending.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? undefined : reject(error)));
      for (let sent = 0; sent < 3_000_000; sent += 65_536) sending.write(Buffer.alloc(65_536, 'x'));
      sending.end();
    });
    expect(status).toBe(413);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'x',
  ])('is JSON, not %s', async (contentType) => {
    expect((await post(JSON.stringify(ticket), contentType)).status).toBe(415);
  });

  it.each(['{', 'null', '[]', '"x"', '{"subject":"x"}}', '\u0000'])('is one JSON object, not %j', async (text) => {
    expect((await post(text)).status).toBe(400);
  });

  it('reaches no prototype', async () => {
    const text = '{"subject":"x","description":"x","__proto__":{"priority":"critical"}}';
    expect(fieldsOf(await post(text))).toEqual(['__proto__']);
    const constructed = '{"subject":"x","description":"x","constructor":{"prototype":{"x":1}}}';
    expect(fieldsOf(await post(constructed))).toEqual(['constructor']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('may have a character set and a byte order mark', async () => {
    const answer = await send(`${abe.url}/v1/tickets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${abe.token}`, 'content-type': 'Application/JSON; charset=utf-8' },
      body: `\ufeff${JSON.stringify(ticket)}`,
    });
    expect(answer.status).toBe(201);
  });
});

it('judges in one order: 401, then the body, then the ticket, then rights', async () => {
  const { id } = await nora.open();
  const path = `${abe.url}/v1/tickets/${id}/close`;
  const bad = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' };
  expect((await send(path, bad)).status).toBe(401);
  const signed = { ...bad, headers: { ...bad.headers, authorization: `Bearer ${nora.token}` } };
  expect((await send(path, signed)).status).toBe(415);
  const nowhere = `/v1/tickets/6a1f0a39-0000-4000-8000-000000000000/close`;
  expect((await nora.post(nowhere, { x: 1 })).status).toBe(400);
  expect((await nora.post(nowhere, {})).status).toBe(404);
  expect((await nora.post(`/v1/tickets/${id}/close`, {}, { 'If-Match': '"99"' })).status).toBe(403);
});
