// Commands that were refused, as those who review security see them.
import { setTimeout as sleep } from 'node:timers/promises';
import { startStack, type Stack } from '../../../test/stack.js';
import { createApi } from '../src/app.js';
import { limitsOf } from '../src/limits/limits.js';
import { send, signIn, type Body, type Client, type Ticket } from './client.js';

interface Refusal extends Body {
  readonly command: string;
  readonly code: string;
  readonly times: number;
  readonly ticketId: string | null;
  readonly actor: { readonly id: string; readonly role: string; readonly name: string };
}

let stack: Stack;
let audra: Client;
let nora: Client;
let abe: Client;
let amy: Client;
let cora: Client;
let gus: Client;
let mine: Ticket;

beforeAll(async () => {
  stack = await startStack({ settings: { requestsPerMinute: { ...limitsOf(() => 1_000_000), user: 600 } } });
  const at = (login: string) => signIn(stack.urls[0] ?? '', login);
  [audra, nora, abe, amy, cora, gus] = [
    await at('audra'),
    await at('nora@northwind.test'),
    await at('abe'),
    await at('amy'),
    await at('cora@contoso.test'),
    await at('gus@globex.test'),
  ];
  mine = await nora.open({ subject: 'The secret of the printer' });
  await nora.ask('/v1/tickets', mine);
});
afterAll(() => stack.stop());

const list = async (query = '', by = audra): Promise<Refusal[]> =>
  (await by.ask(`/v1/audit/refusals?limit=100${query}`)).items as Refusal[];

/** They are written a moment after the answer. */
async function noted(query: string, enough: (refusals: Refusal[]) => boolean): Promise<Refusal[]> {
  for (let tries = 0; ; tries += 1) {
    const refusals = await list(query);
    if (enough(refusals) || tries === 50) return refusals;
    await sleep(100);
  }
}
const sum = (refusals: readonly Refusal[]) => refusals.reduce((all, { times }) => all + times, 0);

it('are noted with who, what, which ticket and why, and never with what was written [AUDT-05]', async () => {
  const secret = 'Nobody may read this';
  const head = { 'X-Correlation-Id': 'review-1', 'Idempotency-Key': secret };
  expect((await nora.post(`/v1/tickets/${mine.number}/close`, { reason: secret }, head)).status).toBe(403);
  expect((await amy.post(`/v1/tickets/${mine.id}/take`)).status).toBe(200);
  expect((await abe.post(`/v1/tickets/${mine.id}/take`)).status).toBe(409);
  expect((await cora.post(`/v1/tickets/${mine.number}/replies`, { body: secret })).status).toBe(404);
  expect((await abe.post(`/v1/tickets/${mine.id}/take`, {}, { 'If-Match': '"99"' })).status).toBe(412);
  const refusals = await noted('', (found) => found.length >= 4);
  const [lost, hidden, late, forbidden] = refusals;
  expect(forbidden).toEqual({
    at: expect.stringMatching(/Z$/),
    until: expect.stringMatching(/Z$/),
    times: 1,
    actor: { id: nora.userId, role: 'client_admin', name: 'Nora' },
    command: 'POST /v1/tickets/{id}/close',
    ticketId: mine.id,
    status: 403,
    code: 'not-allowed',
    correlationId: 'review-1',
    address: expect.stringMatching(/^[\w-]{22}$/),
  });
  expect(late).toMatchObject({ status: 409, ticketId: mine.id, command: 'POST /v1/tickets/{id}/take' });
  // Hidden from the caller, not from the organisation's auditors.
  expect(hidden).toMatchObject({ status: 404, code: 'ticket-not-found', ticketId: mine.id });
  expect(lost).toMatchObject({ status: 412, code: 'revision-mismatch' });
  expect(JSON.stringify(refusals)).not.toMatch(new RegExp(`${secret}|printer|127\\.0\\.0\\.1|@`));
});

it('are no events: the log is as long as before', async () => {
  const before = await stack.parts.ledger.head(['ticket-', 'links-', 'policy-']);
  await nora.post(`/v1/tickets/${mine.id}/close`);
  await noted(`&actor=${nora.userId}`, (found) => sum(found) >= 2);
  expect(await stack.parts.ledger.head(['ticket-', 'links-', 'policy-'])).toBe(before);
});

it('a ticket of another organisation is not named', async () => {
  expect((await gus.post(`/v1/tickets/${mine.id}/close`)).status).toBe(404);
  const audit = () => list('', gus);
  for (let tries = 0; (await audit()).length === 0 && tries < 50; tries += 1) await sleep(100);
  expect(await audit()).toMatchObject([{ code: 'ticket-not-found', ticketId: null }]);
  expect((await list()).filter(({ actor }) => actor.id === gus.userId)).toEqual([]);
});

it('each ticket of a bulk command by itself', async () => {
  const answer = await abe.post('/v1/bulk', { ids: [mine.id, 'TICK-9999'], command: { type: 'take' } });
  expect(answer.status).toBe(200);
  const command = encodeURIComponent('POST /v1/bulk TakeTicket');
  const found = await noted(`&command=${command}`, (refusals) => refusals.length >= 2);
  expect(new Map(found.map(({ code, ticketId }) => [code, ticketId] as const))).toEqual(
    new Map<string, string | null>([
      ['already-assigned', mine.id],
      ['ticket-not-found', null],
    ]),
  );
});

it('questions, bad shapes and whoever is not known are not among them', async () => {
  const before = sum(await list());
  await nora.get('/v1/policy');
  await cora.get(`/v1/tickets/${mine.id}`);
  await nora.post('/v1/tickets', { subject: 5 });
  await nora.post('/v1/policy/preview', {});
  await send(`${nora.url}/v1/tickets/${mine.id}/close`, { method: 'POST' });
  await send(`${nora.url}/v1/nowhere`, { method: 'POST' });
  await sleep(1_500);
  expect(sum(await list())).toBe(before);
});

it('can be asked for by user, code, ticket and time, page by page', async () => {
  const all = await list();
  expect(all.length).toBeGreaterThan(4);
  expect((await list(`&actor=${nora.userId}`)).every(({ actor }) => actor.id === nora.userId)).toBe(true);
  expect((await list('&code=ticket-not-found&code=revision-mismatch')).map(({ code }) => code)).toEqual(
    all.map(({ code }) => code).filter((code) => ['ticket-not-found', 'revision-mismatch'].includes(code)),
  );
  expect((await list(`&ticket=${mine.id.toUpperCase()}`)).length).toBe(
    all.filter((r) => r.ticketId === mine.id).length,
  );
  expect(await list(`&from=${new Date(Date.now() + 60_000).toISOString()}`)).toEqual([]);
  const paged: Refusal[] = [];
  let cursor: string | null = null;
  do {
    const page: Body = await audra.ask(`/v1/audit/refusals?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
    paged.push(...(page.items as Refusal[]));
    cursor = page.nextCursor as string | null;
  } while (cursor !== null);
  expect(paged).toEqual(all);
});

it('are for those who audit, and who asked is noted too', async () => {
  for (const client of [nora, abe]) expect((await client.get('/v1/audit/refusals')).status).toBe(403);
  expect((await audra.get('/v1/audit/refusals?colour=red')).status).toBe(400);
  expect((await audra.get('/v1/audit/refusals?ticket=TICK-1')).status).toBe(400);
  expect((await audra.get('/v1/audit/refusals?cursor=abc')).body.code).toBe('bad-cursor');
  const reads: unknown[] = [];
  for await (const { type, data, metadata } of stack.parts.ledger.load('audit-acme')) {
    if (type === 'AuditRead' && data.what === 'refusals') reads.push(metadata.actor.id);
  }
  expect(reads.length).toBeGreaterThan(3);
  expect(new Set(reads)).toEqual(new Set([audra.userId]));
});

it('whoever is refused without end fills a few rows, and every refusal is counted [AUDT-05]', async () => {
  const app = await createApi(stack.parts);
  await app.listen(0, '127.0.0.1');
  const pat = (await signIn(stack.urls[0] ?? '', 'pat@partner.test')).at(await app.getUrl());
  const tries = 300;
  for (let from = 0; from < tries; from += 20) {
    const ask = (_: unknown, at: number) =>
      pat.post(`/v1/tickets/${crypto.randomUUID()}/${at % 2 ? 'close' : 'resolve'}`);
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(answers.every(({ status }) => status === 404)).toBe(true);
  }
  await app.close(); // an API that ends writes what waits
  const rows = await list(`&actor=${pat.userId}`);
  expect(sum(rows)).toBe(tries);
  expect(rows.length).toBeLessThan(70);
});
