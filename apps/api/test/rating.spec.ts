// What a requester thinks of a resolution: said once, told to the desk, and to nobody beside them.
import { startStack, type Stack } from '../../../test/stack.js';
import { fieldsOf, signIn, type Body, type Client, type Ticket } from './client.js';

let stack: Stack;
let abe: Client;
let ada: Client;
let nora: Client;
let nina: Client;
let pat: Client;

beforeAll(async () => {
  stack = await startStack();
  const at = (login: string) => signIn(stack.urls[0] ?? '', login);
  [abe, ada, nora, nina, pat] = [
    await at('abe'),
    await at('ada'),
    await at('nora@northwind.test'),
    await at('nina@northwind.test'),
    await at('pat@partner.test'),
  ];
});
afterAll(() => stack.stop());

const path = ({ id }: Ticket): string => `/v1/tickets/${id}`;
const resolved = async (): Promise<Ticket> => {
  const ticket = await nora.open();
  return abe.act('POST', `${path(ticket)}/resolve`, {});
};
const rate = (who: Client, ticket: Ticket, body: Body = { score: 4 }, headers = {}) =>
  who.post(`${path(ticket)}/rating`, body, headers);
const ratings = async (who: Client, ticket: Ticket, after: Ticket) =>
  ((await who.ask(`${path(ticket)}/thread`, after)).items as Body[]).filter(({ field }) => field === 'rating');

it('is kept once per resolution, and told to the requester and the desk alone [REPT-13]', async () => {
  const ticket = await resolved();
  expect((await nora.ask(path(ticket), ticket)).allowedActions).toContain('rate');
  expect((await abe.ask(path(ticket), ticket)).allowedActions).not.toContain('rate');
  const before = await nina.ask(path(ticket), ticket);
  const answer = await rate(nora, ticket, { score: 4, comment: ' Quick, and kind ' });
  expect([answer.status, answer.body.state]).toEqual([200, 'resolved']);
  const after = answer.body as Ticket;
  for (const who of [nora, abe]) {
    const { rating, allowedActions } = await who.ask(path(ticket), after);
    expect(rating).toEqual({ score: 4, comment: 'Quick, and kind', at: expect.stringMatching(/Z$/) });
    expect(allowedActions).not.toContain('rate');
    expect(await ratings(who, ticket, after)).toMatchObject([
      { kind: 'change', to: { score: 4, comment: 'Quick, and kind' }, actor: { id: nora.userId } },
    ]);
  }
  for (const who of [nina, pat]) {
    expect(await who.ask(path(ticket), after)).toMatchObject({ rating: null, updatedAt: before.updatedAt });
    expect(await ratings(who, ticket, after)).toEqual([]);
  }
  const again = await rate(nora, ticket, { score: 1 });
  expect([again.status, again.body.code]).toEqual([409, 'already-rated']);
  await nora.act('POST', `${path(ticket)}/reopen`, {});
  expect((await rate(nora, ticket)).body.code).toBe('rating-not-open');
  await abe.act('POST', `${path(ticket)}/resolve`, {});
  const second = await rate(nora, ticket, { score: 2 });
  expect((await abe.ask(path(ticket), second.body as Ticket)).rating).toMatchObject({ score: 2, comment: null });
  const history = await ada.ask(`/v1/audit/tickets/${ticket.id}/events`, second.body as Ticket);
  expect((history.items as Body[]).filter(({ type }) => type === 'TicketRated')).toHaveLength(2);
});

it('is the requester who rates, in whole points, once for one key', async () => {
  const ticket = await resolved();
  for (const who of [nina, abe, pat]) expect((await rate(who, ticket)).status).toBe(403);
  for (const score of [0, 6, 1.5, '4', null, undefined]) {
    const { status, ...answer } = await rate(nora, ticket, { score });
    expect([score, status, fieldsOf({ status, ...answer })]).toEqual([score, 400, ['score']]);
  }
  expect((await rate(nora, ticket, { score: 3, stars: 3 })).status).toBe(400);
  const key = { 'Idempotency-Key': 'mine' };
  const first = await rate(nora, ticket, { score: 3 }, key);
  const second = await rate(nora, ticket, { score: 3 }, key);
  expect(second.body).toEqual(first.body);
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect((await rate(nora, ticket, { score: 4 }, key)).body.code).toBe('idempotency-key-reused');
});

it('is asked for where the policy does, and its comment is sealed [REPT-13]', async () => {
  const [one, other] = [await resolved(), await resolved()];
  await ada.act('PATCH', '/v1/policy', { rating: { enabled: false } });
  try {
    expect((await nora.ask(path(one), one)).allowedActions).not.toContain('rate');
    const refused = await rate(nora, one);
    expect([refused.status, refused.body.code]).toEqual([409, 'rating-not-open']);
    const wrong = await ada.patch('/v1/policy', { rating: { enabled: 'yes' } });
    expect([wrong.status, fieldsOf(wrong)]).toEqual([422, ['rating.enabled']]);
  } finally {
    await ada.act('PATCH', '/v1/policy', { rating: { enabled: true } });
  }
  const sue = await signIn(stack.urls[0] ?? '', 'sue');
  await rate(nora, other, { score: 1, comment: 'My name is Nora' });
  await sue.act('DELETE', `${path(other)}?reason=asked`);
  const { items } = await ada.ask(`/v1/audit/tickets/${other.id}/events`);
  const told = (items as Body[]).find(({ type }) => type === 'TicketRated');
  expect(told?.data).toEqual({ score: 1, comment: '[erased]' });
});
