// What looks like a secret: told before it is sent, told with the receipt, or refused, as the policy says.
import { startStack, type Stack } from '../../../test/stack.js';
import { fieldsOf, signIn, type Client } from './client.js';

const text = 'I cannot sign in, my password is Sommer2024! – please help';
const password = 'Sommer2024!';
let stack: Stack;
let nora: Client;
let abe: Client;

beforeAll(async () => {
  stack = await startStack();
  [nora, abe] = [await signIn(stack.urls[0] ?? '', 'nora@northwind.test'), await signIn(stack.urls[0] ?? '', 'abe')];
});
afterAll(() => stack.stop());
afterEach(() => stack.amendPolicy('acme', { onSecrets: null }));

it('a form may ask before it is sent; nothing is stored [INTK-19]', async () => {
  const before = await stack.parts.ledger.head(['ticket-']);
  const { status, body } = await nora.post('/v1/text-check', { text });
  const start = text.indexOf(password);
  expect([status, body]).toEqual([
    200,
    { onSecrets: 'warn', findings: [{ kind: 'password', start, end: start + password.length }] },
  ]);
  expect((await nora.post('/v1/text-check', { text: 'The printer TICK-1001 burns.' })).body.findings).toEqual([]);
  expect((await nora.post('/v1/text-check', { text: 'x', more: 1 })).status).toBe(400);
  expect(await stack.parts.ledger.head(['ticket-'])).toBe(before);
});

it('by default such a text is taken, and its receipt warns', async () => {
  const opened = await nora.open({ description: text });
  expect(opened.warnings).toEqual([{ field: 'description', kind: 'password' }]);
  const reply = await abe.post(`/v1/tickets/${opened.id}/replies`, { body: 'The code is 482913.' });
  expect(reply.body.warnings).toEqual([{ field: 'body', kind: 'one-time-code' }]);
  expect(await nora.open()).not.toHaveProperty('warnings');
});

it('a tenant may refuse it: the field is named, nothing is stored, old receipts stay good', async () => {
  const key = { 'Idempotency-Key': 'before the rule' };
  const ticket = { subject: 'Help', description: text };
  const first = await nora.post('/v1/tickets', ticket, key);
  await stack.amendPolicy('acme', { onSecrets: 'refuse' });
  const before = await stack.parts.ledger.head(['ticket-']);
  const refused = await nora.post('/v1/tickets', { subject: password, description: text });
  expect([refused.status, refused.body.code, fieldsOf(refused)]).toEqual([400, 'secret-in-text', ['description']]);
  expect(JSON.stringify(refused.body)).not.toContain(password);
  const reply = await abe.post(`/v1/tickets/${String(first.body.id)}/replies`, { body: text });
  expect([reply.status, fieldsOf(reply)]).toEqual([400, ['body']]);
  expect(await stack.parts.ledger.head(['ticket-'])).toBe(before);
  expect((await nora.post('/v1/tickets', ticket, key)).body.id).toBe(first.body.id);
  expect((await nora.post('/v1/tickets', { subject: 'Help', description: 'I forgot my password' })).status).toBe(201);
});

it('a tenant may switch it off, and can mean nothing else', async () => {
  await stack.amendPolicy('acme', { onSecrets: 'off' });
  expect((await nora.post('/v1/text-check', { text })).body).toEqual({ onSecrets: 'off', findings: [] });
  expect(await nora.open({ description: text })).not.toHaveProperty('warnings');
  const ada = await signIn(stack.urls[0] ?? '', 'ada');
  const wrong = await ada.patch('/v1/policy', { onSecrets: 'shout' });
  expect([wrong.status, fieldsOf(wrong)]).toEqual([422, ['onSecrets']]);
});
