// Replies that are about something else get a ticket of their own: nothing is there twice, and both threads tell of it.
import { startStack, type Stack } from '../../../test/stack.js';
import { fieldsOf, signIn, type Body, type Client, type Ticket } from './client.js';

let stack: Stack;
let abe: Client;
let nora: Client;
let dev: Client;

beforeAll(async () => {
  stack = await startStack();
  const at = (login: string) => signIn(stack.urls[0] ?? '', login);
  [abe, nora, dev] = [await at('abe'), await at('nora@northwind.test'), await at('dev')];
});
afterAll(() => stack.stop());

const path = ({ id }: { readonly id: string }): string => `/v1/tickets/${id}`;
const reply = async (who: Client, to: Ticket, body: string, more: Body = {}): Promise<string> =>
  String((await who.act('POST', `${path(to)}/replies`, { body, ...more })).replyId);
const split = (who: Client, ticket: Ticket, replyIds: readonly string[], subject = 'Printer', headers = {}) =>
  who.post(`${path(ticket)}/split`, { replyIds, subject }, headers);
const done = async (...asked: Parameters<typeof split>) => {
  const { status, body } = await split(...asked);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Body & { position: string; into: { id: string; number: string } };
};
const spoken = async (who: Client, ticket: { readonly id: string }, after: { position: string }) =>
  ((await who.ask(`${path(ticket)}/thread`, after)).items as Body[]).filter(
    ({ kind }) => kind === 'reply' || kind === 'note',
  );

it('moves replies and notes with their authors and times, and shows where they went', async () => {
  const ticket = await nora.open({ categoryId: 'billing', priority: 'high' });
  const about = await reply(nora, ticket, 'And the printer is broken');
  const internal = await reply(abe, ticket, 'Toner again', { visibility: 'internal' });
  const stays = await reply(abe, ticket, 'Your invoice is on its way', { parentId: about });
  const answer = await reply(nora, ticket, 'A paper jam, too', { parentId: about });
  const before = await spoken(abe, ticket, await abe.act('PUT', `${path(ticket)}/tags/two-things`));
  const after = await done(abe, ticket, [answer, about, internal]);
  expect(after.results).toEqual([answer, about, internal].map((id) => ({ id, ok: true })));

  const made = await nora.ask(path(after.into), after);
  const { categoryId: _none, ...wanted } = { categoryId: '', state: 'new', subject: 'Printer', priority: 'high' };
  expect(made).toMatchObject({ ...wanted, number: after.into.number, publicReplyCount: 2, lastReplyBy: 'requester' });
  expect(made).toMatchObject({
    category: { id: 'billing' },
    requester: { id: nora.userId },
    client: { id: 'northwind' },
  });
  const moved = await spoken(abe, after.into, after);
  expect(moved.map(({ body, at, actor, kind }) => ({ body, at, actor, kind }))).toEqual(
    before.filter(({ id }) => id !== stays).map(({ body, at, actor, kind }) => ({ body, at, actor, kind })),
  );
  expect(moved[2]?.parentId).toBe(moved[0]?.id);
  expect(await spoken(nora, after.into, after)).toHaveLength(2);

  const left = await spoken(abe, ticket, after);
  const movedTo = { id: after.into.id, number: after.into.number };
  expect(left.map(({ id, body, movedTo: to }) => [id, body, to])).toEqual([
    [about, undefined, movedTo],
    [internal, undefined, movedTo],
    [stays, 'Your invoice is on its way', undefined],
    [answer, undefined, movedTo],
  ]);
  expect(await abe.ask(path(ticket), after)).toMatchObject({ publicReplyCount: 1, lastReplyBy: 'support' });
  for (const [one, other] of [
    [ticket, after.into],
    [after.into, ticket],
  ] as const) {
    expect((await abe.ask(path(one), after)).links).toMatchObject([{ type: 'related_to', id: other.id }]);
  }
  const found = async (q: string) =>
    ((await abe.ask(`/v1/tickets?q=${encodeURIComponent(q)}`, after)).items as Body[]).map(({ id }) => id);
  expect(await found('paper jam')).toEqual([after.into.id]);
  expect(await found('toner again')).toEqual([after.into.id]);
});

it('moves all or none, each once, also when two desks split at the same time', async () => {
  const ticket = await nora.open();
  const [one, two] = [await reply(nora, ticket, 'one'), await reply(nora, ticket, 'two')];
  const stranger = await reply(nora, await nora.open(), 'elsewhere');
  const unknown = await split(abe, ticket, [one, stranger]);
  expect([unknown.status, unknown.body.errors]).toMatchObject([400, [{ field: 'replyIds[1]', code: 'not-found' }]]);
  for (const ids of [[], ['r-1'], 'all']) {
    const answer = await abe.post(`${path(ticket)}/split`, { replyIds: ids, subject: 'x' });
    expect([ids, answer.status, fieldsOf(answer)]).toEqual([ids, 400, ['replyIds']]);
  }
  expect(fieldsOf(await split(abe, ticket, [one], ' '))).toEqual(['subject']);
  expect((await split(nora, ticket, [one])).status).toBe(403);
  expect((await split(dev, ticket, [one])).status).toBe(404);

  const answers = await Promise.all([1, 2, 3].map((n) => split(abe, ticket, [one], `Lamp ${n}`)));
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409]);
  expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual([
    'reply-split',
    'reply-split',
  ]);
  const late = await split(abe, ticket, [two, one]);
  expect([late.status, late.body.errors]).toMatchObject([409, [{ field: 'replyIds[1]' }]]);
  const after = answers.find(({ status }) => status === 200)?.body as { position: string };
  const items = (await abe.ask('/v1/tickets?q=Lamp', after)).items as Body[];
  expect(items).toHaveLength(1);
  expect((await spoken(abe, ticket, after)).map(({ body }) => body)).toEqual([undefined, 'two']);
  const edit = await nora.patch(`${path(ticket)}/replies/${one}`, { body: 'x' });
  expect([edit.status, edit.body.code]).toEqual([404, 'reply-not-found']);
});

it('is done once for one key, answers the same again, and the key is bound', async () => {
  const ticket = await nora.open();
  const said = await reply(nora, ticket, 'Something else');
  const key = { 'Idempotency-Key': 'cut' };
  const first = await split(abe, ticket, [said], 'Once', key);
  const again = await split(abe, ticket, [said], 'Once', key);
  expect([again.status, again.body]).toEqual([200, first.body]);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  expect((await split(abe, ticket, [said], 'Twice', key)).body.code).toBe('idempotency-key-reused');
  expect((await abe.post(`${path(ticket)}/replies`, { body: 'x' }, key)).body.code).toBe('idempotency-key-reused');
  const stale = await split(abe, ticket, [said], 'x', { 'If-Match': '"0"' });
  expect([stale.status, stale.body.code]).toEqual([412, 'revision-mismatch']);
});

it('keeps the words under the key of the ticket they are in', async () => {
  const sue = await signIn(stack.urls[0] ?? '', 'sue');
  const ticket = await nora.open();
  const after = await done(abe, ticket, [await reply(nora, ticket, 'My address')]);
  await sue.act('DELETE', `${path(ticket)}?reason=asked`);
  expect((await spoken(nora, after.into, after)).map(({ body }) => body)).toEqual(['My address']);
});
