// Setting a ticket aside is the desk's own business: it changes no view and no badge, and customers learn nothing of it.
import { startStack, type Stack } from '../../../test/stack.js';
import { fieldsOf, signIn, type Body, type Client, type Ticket } from './client.js';

let stack: Stack;
let abe: Client;
let nora: Client;
let pat: Client;
let audra: Client;

beforeAll(async () => {
  stack = await startStack();
  const at = (login: string) => signIn(stack.urls[0] ?? '', login);
  [abe, nora, pat, audra] = [
    await at('abe'),
    await at('nora@northwind.test'),
    await at('pat@partner.test'),
    await at('audra'),
  ];
});
afterAll(() => stack.stop());

const day = 86_400_000;
const ahead = (ms: number): string => new Date(Date.now() + ms).toISOString();
const path = ({ id }: Ticket): string => `/v1/tickets/${id}`;
const snooze = (who: Client, ticket: Ticket, until: unknown, headers = {}) =>
  who.post(`${path(ticket)}/snooze`, { until }, headers);
const snoozed = async (until = ahead(day)): Promise<Ticket> =>
  abe.act('POST', `${path(await nora.open())}/snooze`, { until });
const listed = async (who: Client, query: string, after: Ticket) =>
  ((await who.ask(`/v1/tickets?limit=100&${query}`, after)).items as Body[]).map(({ id }) => id);
const entries = async (who: Client, ticket: Ticket, after: Ticket) =>
  ((await who.ask(`${path(ticket)}/thread`, after)).items as Body[]).filter(({ field }) => field === 'snooze');

it('sets a ticket aside, tells the desk until when, and finds those that are awake', async () => {
  const [awake, until] = [await nora.open(), ahead(2 * day)];
  const ticket = await snoozed(until);
  const badges = await abe.ask('/v1/badges', ticket);
  for (const who of [abe, audra]) {
    expect(await who.ask(path(ticket), ticket)).toMatchObject({ snoozedUntil: until });
    expect(await entries(who, ticket, ticket)).toMatchObject([{ kind: 'change', to: until }]);
  }
  expect((await abe.ask(path(ticket), ticket)).allowedActions).toContain('snooze');
  expect(await listed(abe, 'snoozed=true', ticket)).toContain(ticket.id);
  expect(await listed(abe, 'snoozed=true', ticket)).not.toContain(awake.id);
  expect(await listed(abe, 'snoozed=false', ticket)).toContain(awake.id);
  expect(await listed(abe, 'snoozed=false', ticket)).not.toContain(ticket.id);
  for (const view of ['open', 'unassigned', 'needs-response']) {
    const rows = await listed(abe, `view=${view}`, ticket);
    expect(rows).toContain(ticket.id);
    expect(rows).toHaveLength(badges[view] as number);
  }
  const woken = await abe.act('DELETE', `${path(ticket)}/snooze`);
  expect(await abe.ask(path(ticket), woken)).toMatchObject({ snoozedUntil: null, state: 'new' });
  expect(await entries(abe, ticket, woken)).toMatchObject([{ to: until }, { from: until, to: null }]);
  expect(await abe.act('DELETE', `${path(ticket)}/snooze`)).toMatchObject({ revision: woken.revision });
});

it('tells customers and partners nothing of it', async () => {
  const ticket = await nora.open();
  const before = await nora.ask(path(ticket), ticket);
  const after = await abe.act('POST', `${path(ticket)}/snooze`, { until: ahead(day) });
  for (const who of [nora, pat]) {
    const shown = await who.ask(path(ticket), after);
    expect(shown).toMatchObject({ snoozedUntil: null, updatedAt: before.updatedAt });
    expect(shown.allowedActions).not.toContain('snooze');
    expect(await entries(who, ticket, after)).toEqual([]);
    expect(await listed(who, 'snoozed=true', after)).toEqual([]);
    expect(await listed(who, 'snoozed=false', after)).toContain(ticket.id);
    expect((await snooze(who, ticket, ahead(day))).status).toBe(403);
    expect((await who.delete(`${path(ticket)}/snooze`)).status).toBe(403);
  }
});

it("ends with a requester's reply, and with the ticket", async () => {
  const [answered, solved] = [await snoozed(), await snoozed()];
  const reply = await nora.act('POST', `${path(answered)}/replies`, { body: 'Any news?' });
  expect((await abe.ask(path(answered), reply)).snoozedUntil).toBeNull();
  expect(await entries(abe, answered, reply)).toMatchObject([{}, { to: null, actor: { id: nora.userId } }]);
  const done = await abe.act('POST', `${path(solved)}/resolve`, {});
  expect((await abe.ask(path(solved), done)).snoozedUntil).toBeNull();
  const late = await snooze(abe, solved, ahead(day));
  expect([late.status, late.body.code]).toEqual([409, 'ticket-done']);
});

it('takes a moment ahead, within a year, in any form of ISO 8601, once for one key', async () => {
  const ticket = await nora.open();
  for (const until of [undefined, null, 7, 'soon', '2027-02-31', ahead(-1000), ahead(367 * day)]) {
    const answer = await snooze(abe, ticket, until);
    expect([until, answer.status, fieldsOf(answer)]).toEqual([until, 400, ['until']]);
  }
  const until = ahead(day);
  const key = { 'Idempotency-Key': 'nap' };
  const first = await snooze(abe, ticket, until.replace('Z', '+00:00'), key);
  expect(first.status).toBe(200);
  expect((await abe.ask(path(ticket), first.body as Ticket)).snoozedUntil).toBe(until);
  const again = await snooze(abe, ticket, until.replace('Z', '+00:00'), key);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect((await snooze(abe, ticket, until)).body.revision).toBe(first.body.revision);
  expect((await abe.get('/v1/tickets?snoozed=maybe')).status).toBe(400);
});

it('is one of the actions for several tickets at once', async () => {
  const [one, two] = [await nora.open(), await nora.open()];
  await abe.act('POST', `${path(two)}/resolve`, {});
  const command = { type: 'snooze', until: ahead(day) };
  const { body } = await abe.post('/v1/bulk', { ids: [one.id, two.id], command });
  expect(body.results).toMatchObject([{ ok: true }, { ok: false, code: 'ticket-done' }]);
});
