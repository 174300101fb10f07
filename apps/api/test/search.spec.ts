// Searching as people do it: over HTTP, for what was just written, and no more for what was taken back.
import { startStack, type Stack } from '../../../test/stack.js';
import { signIn, type Client, type Ticket } from './client.js';

let stack: Stack;
const people = new Map<string, Client>();
const who = (login: string): Client => people.get(login) as Client;

beforeAll(async () => {
  stack = await startStack();
  for (const login of ['nina@northwind.test', 'pat@partner.test', 'abe', 'sue', 'audra', 'dev'])
    people.set(login, await signIn(stack.urls[0] ?? '', login));
});
afterAll(() => stack.stop());

const hits = async (login: string, filter: string, after: Ticket): Promise<string[]> => {
  const { items } = (await who(login).ask(`/v1/tickets?${filter}`, after)) as { items: { id: string }[] };
  return items.map(({ id }) => id);
};

it('finds replies for staff and notes by right, as they are now [SRCH-03] [SRCH-08] [RPLY-04]', async () => {
  const nina = who('nina@northwind.test');
  const abe = who('abe');
  const { id } = await nina.open({ subject: 'Zylinder', description: 'klemmt' });
  const path = `/v1/tickets/${id}/replies`;
  const reply = await abe.act('POST', path, { body: 'Bring the gadgetoid' });
  const note = await abe.act('POST', path, { body: 'They are grumbleish', visibility: 'internal' });
  for (const login of ['abe', 'audra']) {
    expect(await hits(login, 'q=GADGETOID', note)).toEqual([id]);
    expect(await hits(login, 'q=grumble', note)).toEqual([id]);
  }
  for (const login of ['nina@northwind.test', 'pat@partner.test', 'dev']) {
    for (const q of ['gadgetoid', 'grumbleish', 'gr', 'ga']) expect(await hits(login, `q=${q}`, note)).toEqual([]);
  }
  expect(await hits('nina@northwind.test', 'q=zylinder', note)).toEqual([id]);

  const edited = await abe.act('PATCH', `${path}/${String(reply.replyId)}`, { body: 'Bring the widgetoid' });
  expect(await hits('abe', 'q=gadgetoid', edited)).toEqual([]);
  expect(await hits('abe', 'q=widgetoid', edited)).toEqual([id]);
  const removed = await abe.act('DELETE', `${path}/${String(note.replyId)}`);
  expect(await hits('abe', 'q=grumbleish', removed)).toEqual([]);
  const deleted = await who('sue').act('DELETE', `/v1/tickets/${id}?reason=asked`);
  for (const q of ['widgetoid', 'zylinder']) expect(await hits('audra', `q=${q}`, deleted)).toEqual([]);
});

it('finds tags and references as soon as they are given, and not when they are taken [TAGS-02]', async () => {
  const abe = who('abe');
  const { id } = await abe.open({ clientId: 'northwind', tags: ['Alpha '], references: [{ kind: 'call', id: 'C-1' }] });
  const tagged = await abe.act('PUT', `/v1/tickets/${id}/tags/alpine`);
  for (const filter of ['tag=ALPHA', 'tag=alpine', 'reference=call:C-1'])
    expect(await hits('abe', filter, tagged)).toEqual([id]);
  const cleared = await abe.act('DELETE', `/v1/tickets/${id}/references/call/C-1`);
  const untagged = await abe.act('DELETE', `/v1/tickets/${id}/tags/alpha`);
  for (const filter of ['tag=alpha', 'reference=call:C-1']) expect(await hits('abe', filter, untagged)).toEqual([]);
  expect(await hits('abe', 'tag=alpine&q=burns', cleared)).toEqual([id]);
});

it('offers the tags in use to those who tag [TAGS-06]', async () => {
  const abe = who('abe');
  const last = await abe.open({ clientId: 'northwind', tags: ['printer', 'printing', 'paper'] });
  expect(await abe.ask('/v1/tags?prefix=PRINT', last)).toEqual({
    items: [
      { id: 'printer', name: 'printer' },
      { id: 'printing', name: 'printing' },
    ],
  });
  expect((await who('nina@northwind.test').get('/v1/tags?prefix=p')).status).toBe(403);
});

it('begins a thread with the status the ticket began in [INTK-27]', async () => {
  const opened = await who('nina@northwind.test').open();
  const { items } = await who('nina@northwind.test').ask(`/v1/tickets/${opened.id}/thread`, opened);
  expect(items).toMatchObject([{ kind: 'status', from: null, to: 'new', actor: { name: 'Nina' } }]);
});
