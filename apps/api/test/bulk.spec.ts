import { startStack, type Stack } from '../../../test/stack.js';
import { signIn, type Client, type Ticket } from './client.js';

let stack: Stack;
let abe: Client;
let nora: Client;
let cora: Client;
let gary: Client;

beforeAll(async () => {
  stack = await startStack();
  const url = stack.urls[0] ?? '';
  [abe, nora, cora, gary] = (await Promise.all(
    ['abe', 'nora@northwind.test', 'cora@contoso.test', 'gary@globex.test'].map((login) => signIn(url, login)),
  )) as [Client, Client, Client, Client];
});
afterAll(() => stack.stop());

const missing = '00000000-0000-4000-8000-000000000000';
const bulk = (client: Client, ids: unknown, command: unknown, headers?: Record<string, string>) =>
  client.post('/v1/bulk', { ids, command }, headers);

describe('one command to several tickets', () => {
  it('answers for each in the order asked; done ones stay done [BULK-02] [BULK-05]', async () => {
    const [one, two, closed] = await Promise.all([nora.open(), cora.open(), nora.open()]);
    await abe.act('PUT', `/v1/tickets/${two.id}/priority`, { priority: 'high' });
    const answer = await bulk(abe, [one.number, missing, two.id, closed.id], {
      type: 'set-priority',
      priority: 'high',
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      results: [
        { id: one.id, number: one.number, ok: true, revision: '1' },
        { id: missing, ok: false, code: 'ticket-not-found' },
        { id: two.id, number: two.number, ok: true, unchanged: true, revision: '1' },
        { id: closed.id, number: closed.number, ok: true, revision: '1' },
      ],
    });
  });

  it('sends one reply to each, and none twice when it is retried with its key [BULK-03] [RPLY-16] [APIC-13]', async () => {
    const tickets = await Promise.all(Array.from({ length: 12 }, () => nora.open()));
    const ids = tickets.map(({ id }) => id);
    const key = { 'Idempotency-Key': 'maintenance-tonight' };
    const command = { type: 'reply', body: 'We restart tonight.' };
    const first = await bulk(abe, ids, command, key);
    expect(await bulk(abe, ids, command, key)).toMatchObject({ status: 200, body: first.body });
    const [ticket] = tickets as [Ticket];
    expect(await abe.ask(`/v1/tickets/${ticket.id}`)).toMatchObject({ publicReplyCount: 1 });
    const other = await bulk(abe, ids.slice(0, 1), { type: 'reply', body: 'Or tomorrow.' }, key);
    expect(other.body).toEqual({ results: [{ id: ticket.id, ok: false, code: 'idempotency-key-reused' }] });
  });

  it('tells a hidden ticket from a missing one to nobody [NENU-01]', async () => {
    const { id } = await nora.open();
    const results = async (asked: string) =>
      JSON.stringify((await bulk(gary, [asked], { type: 'take' })).body).replace(asked, 'it');
    expect(await results(id)).toBe(await results(missing));
  });

  it('is for the desk [ROLE-09]', async () => {
    const { id } = await nora.open();
    expect(await bulk(nora, [id], { type: 'resolve' })).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  });

  it.each([
    ['no tickets', [], { type: 'take' }, 'ids'],
    ['101 tickets', Array.from({ length: 101 }, (_, n) => `TICK-${n}`), { type: 'take' }, 'ids'],
    ['a ticket twice', [missing, missing], { type: 'take' }, 'ids[1]'],
    ['no command', [missing], undefined, 'command'],
    ['an unknown action', [missing], { type: 'delete' }, 'command.type'],
    ['a bad body', [missing], { type: 'set-priority', priority: 'mega' }, 'command.priority'],
    ['an unknown field', [missing], { type: 'take', why: 'x' }, 'command.why'],
    ['an unknown assignee', [missing], { type: 'assign', userId: missing }, 'command.userId'],
  ])('names what is wrong with %s', async (_, ids, command, field) => {
    const answer = await bulk(abe, ids, command);
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed', errors: [{ field }] } });
  });
});
