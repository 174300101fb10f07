// A deleted ticket is missing: on every route, in every list and number, and behind the links of others.
import { verifyChain } from '#event-store';
import { ticketStream } from '#ledger';
import { startStack, type Stack } from '../../../test/stack.js';
import { signIn, type Body, type Client, type Ticket } from './client.js';

let stack: Stack;
let abe: Client;
let ada: Client;
let nora: Client;
let sue: Client;

beforeAll(async () => {
  stack = await startStack({ apis: 2 });
  const [one = '', two = ''] = stack.urls;
  [abe, nora, sue] = [await signIn(one, 'abe'), await signIn(one, 'nora@northwind.test'), await signIn(one, 'sue')];
  ada = (await signIn(two, 'ada')).at(two);
});
afterAll(() => stack.stop());

/** A ticket that stands on every page there is, and one it is linked to. */
async function lived() {
  const [ticket, other] = [await nora.open({ subject: 'Zeppelin on fire' }), await nora.open()];
  const path = `/v1/tickets/${ticket.id}`;
  const reply = await nora.act('POST', `${path}/replies`, { body: 'It is a zeppelin' });
  await abe.act('POST', `${path}/references`, { kind: 'call', id: 'c-1' });
  await abe.act('PUT', `${path}/assignee`, { userId: abe.userId });
  const linked = await abe.act('POST', `/v1/tickets/${other.id}/links`, { type: 'child_of', target: ticket.id });
  return { ticket, other, path, replyId: String(reply.replyId), linked };
}
const idsIn = ({ items }: Body) => (items as Ticket[]).map(({ id }) => id);

it('is gone from every route and list, for everybody, on every API [LIFE-19]', async () => {
  const { ticket, other, path, replyId, linked } = await lived();
  const lists = [
    '/v1/tickets?limit=100',
    '/v1/tickets?q=zeppelin',
    `/v1/tickets?q=${ticket.number}`,
    '/v1/tickets?reference=call:c-1',
    '/v1/references/call/c-1/tickets',
  ];
  const counted = async (who: Client, after: Body) => {
    const { views, byStatus } = await who.ask('/v1/counts', after as Ticket);
    return { all: (views as Record<string, number>).all, new: (byStatus as Record<string, number>).new };
  };
  for (const list of lists) expect(idsIn(await abe.ask(list, linked))).toContain(ticket.id);
  const before = { abe: await counted(abe, linked), nora: await counted(nora, linked) };
  const badges = await abe.ask('/v1/badges', linked);

  const gone = await sue.act('DELETE', `${path}?reason=asked`);
  for (const who of [abe, ada, nora, sue]) {
    for (const key of [ticket.id, ticket.number]) {
      for (const part of ['', '/thread', '/replies', `/replies/${replyId}`, '/links', '/recipients', '/references']) {
        const { status, body } = await who.get(`/v1/tickets/${key}${part}?after=${gone.position}`);
        expect([part, status, body.code]).toEqual([part, 404, 'ticket-not-found']);
      }
    }
  }
  for (const who of [abe, ada])
    for (const list of lists) expect(idsIn(await who.ask(list, gone))).not.toContain(ticket.id);
  for (const who of [abe, nora]) {
    expect((await who.ask(`/v1/tickets/${other.id}`, gone)).links).toEqual([]);
    expect((await who.ask(`/v1/tickets/${other.id}/links`, gone)).items).toEqual([]);
  }
  const less = ({ all = 0, new: fresh = 0 }) => ({ all: all - 1, new: fresh - 1 });
  expect(await counted(abe, gone)).toEqual(less(before.abe));
  expect(await counted(nora, gone)).toEqual(less(before.nora));
  const { open, mine } = await abe.ask('/v1/badges', gone);
  expect([open, mine]).toEqual([Number(badges.open) - 1, Number(badges.mine) - 1]);
});

it('takes no command, and no link leads to it or away from it', async () => {
  const { ticket, other, path } = await lived();
  await sue.act('DELETE', path);
  const codes = await Promise.all([
    abe.post(`${path}/replies`, { body: 'x' }),
    abe.post(`${path}/links`, { type: 'related_to', target: other.id }),
    abe.delete(`/v1/tickets/${other.id}/links/child_of/${ticket.id}`),
    ada.post(`${path}/resolve-children`),
    sue.delete(path),
  ]);
  expect(codes.map(({ body }) => body.code)).toEqual(codes.map(() => 'ticket-not-found'));
  for (const target of [ticket.id, ticket.number]) {
    const answer = await ada.post(`/v1/tickets/${other.id}/links`, { type: 'related_to', target });
    expect(answer.body).toMatchObject({ status: 400, errors: [{ field: 'target', code: 'not-found' }] });
  }
});

it('answers its repetition by the same key, and keeps an unbroken stream without the words [LIFE-19]', async () => {
  const { ticket, path } = await lived();
  const headers = { 'Idempotency-Key': 'delete' };
  const first = await sue.delete(path, headers);
  for (const key of [ticket.id, ticket.number]) {
    const again = await sue.at(ada.url).delete(`/v1/tickets/${key}`, headers);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  }
  for (const key of [ticket.id, ticket.number]) {
    const other = await sue.post(`/v1/tickets/${key}/reopen`, {});
    expect(other.body.code).toBe('ticket-not-found');
  }

  const { ledger } = stack.parts;
  const stream = ticketStream('acme', ticket.id);
  expect(await verifyChain(ledger.loadRaw(stream))).toMatchObject({ ok: true, checked: 5 });
  const words: string[] = [];
  for await (const { data } of ledger.load(stream)) words.push(JSON.stringify(data));
  expect(words.join()).toContain('[erased]');
  expect(words.join()).not.toMatch(/zeppelin/i);
});

it('is for super admins, and leaves its number taken', async () => {
  const { ticket, path } = await lived();
  for (const who of [nora, abe, ada]) expect((await who.delete(path)).body.code).toBe('not-allowed');
  await sue.act('DELETE', `/v1/tickets/${ticket.number.toLowerCase()}`);
  const later = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? nora : nora.at(ada.url)).open()));
  expect(later.map(({ number }) => number)).not.toContain(ticket.number);
});
