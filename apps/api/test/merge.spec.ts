// Duplicates become part of one ticket: it is acted on there, read there, and can be taken apart again.
import { startStack, type Stack } from '../../../test/stack.js';
import { signIn, type Body, type Client, type Ticket } from './client.js';

let stack: Stack;
let abe: Client;
let nora: Client;
let nina: Client;

beforeAll(async () => {
  stack = await startStack();
  const [url = ''] = stack.urls;
  [abe, nora, nina] = [
    await signIn(url, 'abe'),
    await signIn(url, 'nora@northwind.test'),
    await signIn(url, 'nina@northwind.test'),
  ];
});
afterAll(() => stack.stop());

const path = ({ id }: Ticket): string => `/v1/tickets/${id}`;
const merge = (primary: Ticket, ...sources: string[]) => abe.post(`${path(primary)}/merge`, { sources });
const merged = async (primary: Ticket, ...sources: Ticket[]) => {
  const { status, body } = await merge(primary, ...sources.map(({ number }) => number));
  if (status !== 200) throw new Error(JSON.stringify(body));
  for (const result of body.results as Body[]) expect(result).toMatchObject({ ok: true });
  return { position: String(body.position) };
};
const codes = async (...asked: Parameters<typeof merge>) =>
  ((await merge(...asked)).body.results as Body[]).map(({ code }) => code);
const reply = (who: Client, to: Ticket, body: string, more: Body = {}) =>
  who.act('POST', `${path(to)}/replies`, { body, ...more });
const said = async (who: Client, ticket: Ticket, after: { position: string }, query = '') => {
  const { items } = await who.ask(`${path(ticket)}/thread${query}`, after);
  return (items as Body[])
    .filter(({ kind }) => kind === 'reply' || kind === 'note')
    .map(({ body, origin }) => [body, (origin as Body | undefined)?.number]);
};

it('shows in the primary what was said on the duplicates, in time order and with its origin [MRGE-01] [MRGE-02]', async () => {
  const [primary, one, two] = [await nora.open(), await nina.open(), await nora.open()];
  await reply(nora, primary, 'first');
  await reply(nina, one, 'second');
  await reply(abe, two, 'third, a note', { visibility: 'internal' });
  await reply(abe, primary, 'fourth');
  const after = await merged(primary, one, two);
  const whole = [
    ['first', undefined],
    ['second', one.number],
    ['third, a note', two.number],
    ['fourth', undefined],
  ];
  expect(await said(abe, primary, after)).toEqual(whole);
  expect(await said(abe, primary, after, '?order=desc')).toEqual(whole.toReversed());
  expect(await said(nora, primary, after)).toEqual(whole.filter(([body]) => body !== 'third, a note'));
  const pages: unknown[] = [];
  let cursor: string | null = null;
  do {
    const query = `?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
    const page: Body = await abe.ask(`${path(primary)}/replies${query}`, after);
    pages.push(...(page.items as Body[]).map(({ body }) => body));
    cursor = page.nextCursor as string | null;
  } while (cursor);
  expect(pages).toEqual(whole.map(([body]) => body));
});

it('leaves the duplicate to be read, pointing to its primary, and out of what is open [MRGE-03] [MRGE-07]', async () => {
  const [primary, source] = [await nora.open(), await nora.open()];
  const before = (await abe.ask('/v1/badges', source)).open;
  expect((await abe.ask(path(source), source)).allowedActions).toContain('merge');
  const after = await merged(primary, source);
  const shown = await nora.ask(path(source), after);
  expect(shown).toMatchObject({ mergedInto: primary.id, state: 'closed', allowedActions: [], allowedStatuses: [] });
  expect((await abe.ask('/v1/badges', after)).open).toBe(Number(before) - 1);
  const clocks = await stack.parts.database.inTenant('acme', (tx) =>
    tx.selectFrom('read.due_timers').selectAll().where('ticket_id', '=', source.id).execute(),
  );
  expect(clocks).toEqual([]);
  for (const [method, what, body] of [
    ['POST', '/reopen', {}],
    ['PUT', '/priority', { priority: 'high' }],
    ['PUT', '/tags/vip', undefined],
    ['POST', '/merge', { sources: [primary.id] }],
  ] as const) {
    const answer = await abe.request(method, `${path(source)}${what}`, body);
    expect([what, answer.status, answer.body.code]).toEqual([what, 409, 'ticket-merged']);
  }
});

it('takes later replies to the duplicate into the primary, once for one key [MRGE-05]', async () => {
  const [primary, source] = [await nora.open(), await nora.open()];
  const first = await reply(nora, source, 'before');
  await merged(primary, source);
  const key = { 'Idempotency-Key': 'late' };
  const late = await nora.post(`${path(source)}/replies`, { body: 'late', parentId: first.replyId }, key);
  expect(late).toMatchObject({ status: 201, body: { id: primary.id, number: primary.number } });
  const again = await nora.post(`${path(source)}/replies`, { body: 'late', parentId: first.replyId }, key);
  expect([again.body, again.headers.get('idempotency-replayed')]).toEqual([late.body, 'true']);
  expect(await said(nora, primary, late.body as Ticket)).toEqual([
    ['before', source.number],
    ['late', undefined],
  ]);
  const note = await reply(abe, source, 'a note', { visibility: 'internal' });
  expect(note.id).toBe(primary.id);
});

it('refuses what makes no sense, ticket by ticket, and does the rest [MRGE-04] [MRGE-06]', async () => {
  const cora = await signIn(abe.url, 'cora@contoso.test');
  const gary = await signIn(abe.url, 'gary@globex.test');
  const [primary, good, taken, holder, theirs, foreign] = [
    await nora.open(),
    await nora.open(),
    await nora.open(),
    await nora.open(),
    await cora.open(),
    await gary.open(),
  ];
  await merged(holder, taken);
  expect(await codes(primary, primary.id, taken.id, holder.id, theirs.number, foreign.id, 'TICK-0', good.id)).toEqual([
    'merge-to-self',
    'ticket-merged',
    'merge-chain',
    'merge-across-customers',
    'ticket-not-found',
    'ticket-not-found',
    undefined,
  ]);
  expect((await merge(taken, good.id)).body).toMatchObject({ status: 409, code: 'ticket-merged' });
  expect((await abe.post(`${path(primary)}/merge`, { sources: [good.id, good.id] })).status).toBe(400);
  expect((await abe.post(`${path(primary)}/merge`, { sources: [] })).status).toBe(400);
  expect((await abe.post(`${path(foreign)}/merge`, { sources: [good.id] })).status).toBe(404);
  expect((await nora.post(`${path(primary)}/merge`, { sources: [good.id] })).status).toBe(403);
});

it('lets two that take in each other at once end with one of them at most [MRGE-06]', async () => {
  const [one, two] = [await nora.open(), await nora.open()];
  await Promise.all([merge(one, two.id), merge(two, one.id)]);
  const { position } = await reply(abe, await nora.open(), 'later');
  const shown = [await abe.ask(path(one), { position }), await abe.ask(path(two), { position })];
  expect(shown.filter(({ mergedInto }) => mergedInto !== undefined).length).toBeLessThanOrEqual(1);
  for (const ticket of shown) {
    if (ticket.mergedInto === undefined) await reply(abe, ticket as Ticket, 'still here');
  }
});

it('hides from whoever could not open the duplicate what was said there', async () => {
  const dev = await signIn(abe.url, 'dev');
  const [primary, source] = [await nora.open({ categoryId: 'technical' }), await nora.open({ categoryId: 'billing' })];
  await reply(nora, primary, 'technical');
  await reply(nora, source, 'billing only');
  const after = await merged(primary, source);
  expect(await said(dev, primary, after)).toEqual([['technical', undefined]]);
  expect(await said(abe, primary, after)).toHaveLength(2);
  const [shown, hidden] = [await nora.open({ categoryId: 'technical' }), await nora.open({ categoryId: 'billing' })];
  const next = await merged(hidden, shown);
  expect(await abe.ask(path(shown), next)).toMatchObject({ mergedInto: hidden.id });
  expect(await dev.ask(path(shown), next)).not.toHaveProperty('mergedInto');
  const late = await dev.post(`${path(shown)}/replies`, { body: 'late' });
  expect([late.status, late.body.code]).toEqual([409, 'ticket-merged']);
});

it('is done once for one key, and the key is bound', async () => {
  const [primary, source, other] = [await nora.open(), await nora.open(), await nora.open()];
  const key = { 'Idempotency-Key': 'm-1' };
  const ask = (id: string) => abe.post(`${path(primary)}/merge`, { sources: [id] }, key);
  const first = await ask(source.id);
  const head = await stack.parts.ledger.head();
  expect((await ask(source.id)).body).toEqual(first.body);
  expect(await stack.parts.ledger.head()).toBe(head);
  expect((await ask(other.id)).status).toBe(422);
  expect((await merge(primary, source.id)).body.results).toMatchObject([{ ok: true, unchanged: true }]);
});

it('is taken back: the duplicate goes on where it was', async () => {
  const [primary, source] = [await nora.open(), await nora.open()];
  await reply(nora, source, 'mine');
  await abe.act('POST', `${path(source)}/start`, {});
  await merged(primary, source);
  const { status, body } = await abe.post(`${path(primary)}/unmerge`, { source: source.number });
  expect([status, body.results]).toEqual([200, [expect.objectContaining({ id: source.id, ok: true })]]);
  const after = { position: String(body.position) };
  expect(await said(nora, primary, after)).toEqual([]);
  const shown = await nora.ask(path(source), after);
  expect(shown).toMatchObject({ state: 'in_progress', reopened: false, reopenCount: 0 });
  expect(shown).not.toHaveProperty('mergedInto');
  expect(await said(nora, source, after)).toEqual([['mine', undefined]]);
  expect((await reply(nora, source, 'again')).id).toBe(source.id);
  const twice = await abe.post(`${path(primary)}/unmerge`, { source: source.id });
  expect(twice.body.results).toMatchObject([{ ok: true, unchanged: true }]);
  await merged(primary, source);
});
