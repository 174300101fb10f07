// What others do appears on a stream: in scope, once it can be listed, without gap or repeat, for as long as one may.
import { startStack, type Stack } from '../../../test/stack.js';
import { Client, send, signIn, type Ticket } from './client.js';
import { EventStream } from './event-stream.js';

let stack: Stack;
const people = new Map<string, Client>();
const who = (login: string): Client => people.get(login) as Client;
const opened: EventStream[] = [];

const watch = async (login: string | Client, lastEventId?: string): Promise<EventStream> => {
  const stream = await EventStream.open(typeof login === 'string' ? who(login) : login, lastEventId);
  opened.push(stream);
  return stream;
};
const inAcme: Stack['parts']['database']['inTenant'] extends (t: string, work: infer W) => unknown
  ? (work: W) => Promise<unknown>
  : never = (work) => stack.parts.database.inTenant('acme', work);
/** Whoever watches from now on is not told that it was opened. */
const openAndSee = async (login: string, fields: object = {}): Promise<Ticket> => {
  const ticket = await who(login).open({ ...fields });
  await who(login).ask('/v1/tickets', ticket);
  await who(login).ask(`/v1/tickets/${ticket.id}/thread`, ticket);
  return ticket;
};
const assign = (id: string, to: object): Promise<Ticket> => who('ada').act('PUT', `/v1/tickets/${id}/assignee`, to);

beforeAll(async () => {
  stack = await startStack({ settings: { streams: { perUser: 3, backlog: 300 } } });
  for (const login of ['nina@northwind.test', 'cora@contoso.test', 'pat@partner.test', 'paul@partner.test'])
    people.set(login, await signIn(stack.urls[0] ?? '', login));
  for (const login of ['abe', 'amy', 'ada', 'sue', 'audra', 'uma', 'olga', 'stan'])
    people.set(login, await signIn(stack.urls[0] ?? '', login));
  people.set('gary', await signIn(stack.urls[0] ?? '', 'gary@globex.test'));
});
afterEach(() => {
  for (const stream of opened.splice(0)) stream.close();
});
afterAll(() => stack.stop());

it('tells others of what was written, never before they can list it', async () => {
  const nina = who('nina@northwind.test');
  const ticket = await openAndSee('nina@northwind.test');
  const stream = await watch('abe');
  const reply = await nina.act('POST', `/v1/tickets/${ticket.id}/replies`, { body: 'It still burns' });
  await stream.saw(`${ticket.id} reply`);
  const told = stream.told.find(({ data }) => data.change === 'reply');
  expect(told).toMatchObject({
    id: reply.position,
    data: { id: ticket.id, number: ticket.number, revision: reply.revision },
  });
  const { items } = (await who('abe').ask(`/v1/tickets/${ticket.id}/thread?order=desc`)) as { items: unknown[] };
  expect(items[0]).toMatchObject({ kind: 'reply', body: 'It still burns' });
  expect(stream.told.map(({ event }) => event)).toContain('badges-changed');
});

it('waits for the read models: what is stored and not shown is not told', async () => {
  const stream = await watch('abe');
  await stack.projector.stop();
  const ticket = await who('nina@northwind.test').open();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(stream.changes).toEqual([]);
  stack.projector.start();
  await stream.saw(`${ticket.id} opened`);
  expect(await who('abe').ask(`/v1/tickets/${ticket.id}`)).toMatchObject({ revision: '0' });
});

it('says what changed, for every kind of change', async () => {
  const stream = await watch('ada');
  const ada = who('ada');
  const { id } = await ada.open({ clientId: 'northwind' });
  const other = await ada.open({ clientId: 'northwind' });
  const path = `/v1/tickets/${id}`;
  const { replyId } = await ada.act('POST', `${path}/replies`, { body: 'a' });
  await ada.act('PATCH', `${path}/replies/${String(replyId)}`, { body: 'b' });
  await ada.act('POST', `${path}/replies`, { body: 'n', visibility: 'internal' });
  await ada.act('PUT', `${path}/assignee`, { userId: who('abe').userId });
  await ada.act('PUT', `${path}/priority`, { priority: 'high' });
  await ada.act('PUT', `${path}/classification`, { categoryId: 'billing' });
  await ada.act('PUT', `${path}/tags/hot`);
  await ada.act('POST', `${path}/references`, { kind: 'call', id: '7' });
  await ada.act('POST', `${path}/recipients`, { userId: who('nina@northwind.test').userId });
  await ada.act('POST', `${path}/resolve`, {});
  await who('sue').act('DELETE', `${path}?reason=gone`);
  await stream.saw(`ticket-gone ${id}`);
  expect(stream.changes).toEqual([
    `${id} opened`,
    `${other.id} opened`,
    ...['reply', 'reply', 'note', 'assignee', 'priority', 'classification', 'tags', 'references', 'recipients'].map(
      (change) => `${id} ${change}`,
    ),
    `${id} status`,
    `${id} deleted`,
    `ticket-gone ${id}`,
  ]);
});

it('tells nobody of what is out of their scope, and nobody of another tenant [SCOP-09]', async () => {
  const [cora, gary, nina] = [
    await watch('cora@contoso.test'),
    await watch('gary'),
    await watch('nina@northwind.test'),
  ];
  const hidden = await who('nina@northwind.test').open();
  const theirs = await who('cora@contoso.test').open();
  await nina.saw(`${hidden.id} opened`);
  await cora.saw(`${theirs.id} opened`);
  expect(cora.changes).toEqual([`${theirs.id} opened`]);
  expect(nina.changes).toEqual([`${hidden.id} opened`]);
  expect(gary.told).toEqual([]);
});

it('hides notes from those who may not see them: being written, edited and deleted [RPLY-04]', async () => {
  const { id } = await openAndSee('nina@northwind.test');
  const streams = { nina: await watch('nina@northwind.test'), pat: await watch('pat@partner.test') };
  const audra = await watch('audra');
  const abe = who('abe');
  const note = await abe.act('POST', `/v1/tickets/${id}/replies`, { body: 'secret', visibility: 'internal' });
  await abe.act('PATCH', `/v1/tickets/${id}/replies/${String(note.replyId)}`, { body: 'more secret' });
  await abe.act('DELETE', `/v1/tickets/${id}/replies/${String(note.replyId)}`);
  await abe.act('POST', `/v1/tickets/${id}/replies`, { body: 'public' });
  for (const stream of [audra, streams.nina, streams.pat]) await stream.saw(`${id} reply`);
  expect(audra.changes).toEqual([`${id} note`, `${id} note`, `${id} note`, `${id} reply`]);
  expect(streams.nina.changes).toEqual([`${id} reply`]);
  expect(streams.pat.changes).toEqual([`${id} reply`]);
});

it('goes on after a disconnect, without gap or repeat', async () => {
  const nina = who('nina@northwind.test');
  const { id } = await openAndSee('nina@northwind.test');
  const first = await watch('nina@northwind.test');
  const written: string[] = [];
  const write = async (count: number) => {
    for (let n = 0; n < count; n += 1)
      written.push((await nina.act('POST', `/v1/tickets/${id}/replies`, { body: `${n}` })).position);
  };
  await write(3);
  await first.until(() => first.changes.length >= 2);
  first.close();
  await write(5);
  const second = await watch('nina@northwind.test', first.position);
  await write(2);
  await second.until(() => second.told.at(-1)?.id === written.at(-1));
  const told = [...first.told, ...second.told].filter(({ event }) => event === 'ticket-changed');
  expect(told.map((message) => message.id)).toEqual(written);
});

it('reads from the log what it no longer holds, with the scope of that time', async () => {
  const nina = who('nina@northwind.test');
  const before = await nina.open();
  const { id } = await nina.open();
  await nina.ask('/v1/tickets', await nina.act('POST', `/v1/tickets/${id}/replies`, { body: 'last' }));
  // Another API has followed nothing yet: all it can tell lies in the log.
  const fresh = await startAnother();
  try {
    const stream = await watch(nina.at(fresh.url), before.position);
    await stream.saw(`${id} reply`);
    expect(stream.changes).toEqual([`${id} opened`, `${id} reply`]);
  } finally {
    await fresh.close();
  }
});

async function startAnother(): Promise<{ url: string; close: () => Promise<void> }> {
  const { createApi } = await import('../src/app.js');
  const app = await createApi({
    ...stack.parts,
    metrics: new (await import('../src/operations/metrics.js')).Metrics(),
  });
  await app.listen(0, '127.0.0.1');
  return { url: await app.getUrl(), close: () => app.close() };
}

it.each(['x', '-1', '1.5', '9'.repeat(20), '1'.repeat(30)])('refuses to go on from %s', async (lastEventId) => {
  const { token, url } = who('abe');
  const answer = await send(`${url}/v1/stream`, {
    headers: { authorization: `Bearer ${token}`, 'last-event-id': lastEventId },
  });
  expect(answer).toMatchObject({ status: 400, body: { code: 'bad-position' } });
});

describe('who loses sight of a ticket', () => {
  beforeAll(() => stack.amendPolicy('acme', { visibility: { staffQueue: 'groups' } }));
  afterAll(() => stack.amendPolicy('acme', { visibility: { staffQueue: 'tenant' } }));

  it('is told that it is gone, when it is given to others or filed elsewhere [SCOP-04]', async () => {
    const ada = who('ada');
    const { id } = await openAndSee('ada', { clientId: 'northwind' });
    const [abe, amy] = [await watch('abe'), await watch('amy')];
    await assign(id, { userId: who('abe').userId });
    await abe.saw(`${id} assignee`);
    await ada.act('PUT', `/v1/tickets/${id}/priority`, { priority: 'high' });
    await assign(id, { userId: who('amy').userId });
    await abe.saw(`ticket-gone ${id}`);
    await ada.act('PUT', `/v1/tickets/${id}/priority`, { priority: 'low' });
    await ada.act('PUT', `/v1/tickets/${id}/classification`, { categoryId: 'billing' });
    await assign(id, {});
    await amy.saw(`${id} classification`);
    const last = await ada.act('PUT', `/v1/tickets/${id}/classification`, { categoryId: 'general' });
    await amy.saw(`ticket-gone ${id}`);
    expect(amy.told.at(-1)).toMatchObject({ id: last.position });
    expect(abe.changes).toEqual([`${id} assignee`, `${id} priority`, `ticket-gone ${id}`]);
    expect(amy.changes).toEqual(
      ['assignee', 'priority', 'classification', 'assignee']
        .map((change) => `${id} ${change}`)
        .concat(`ticket-gone ${id}`),
    );
  });
});

describe('a stream ends', () => {
  it('with the token', async () => {
    const answer = await send(`${who('stan').url}/v1/dev/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: 'stan@acme.test', ttlSeconds: 2 }),
    });
    const { token, expiresAt } = answer.body as { token: string; expiresAt: string };
    const stream = await watch(new Client(who('stan').url, token, who('stan').userId));
    await stream.until(() => stream.ended);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(expiresAt));
  });

  it('when its user is disabled', async () => {
    const stream = await watch('olga');
    const { userId } = who('olga');
    await inAcme((tx) => tx.updateTable('directory.users').set({ disabled: true }).where('id', '=', userId).execute());
    await stream.until(() => stream.ended);
    expect((await who('olga').get('/v1/stream')).status).toBe(401);
    expect(stream.told).toEqual([]);
  });

  it('when a client is taken from a partner: what they hold is to be asked for again [SCOP-03]', async () => {
    const stream = await watch('paul@partner.test');
    const { userId } = who('paul@partner.test');
    await inAcme((tx) =>
      tx
        .deleteFrom('directory.partner_clients')
        .where('user_id', '=', userId)
        .where('client_id', '=', 'contoso')
        .execute(),
    );
    await stream.until(() => stream.ended);
    expect(stream.changes).toEqual(['reset ']);
    const again = await watch('paul@partner.test', stream.position);
    await who('cora@contoso.test').open();
    const seen = await who('nina@northwind.test').open();
    await again.saw(`${seen.id} opened`);
    expect(again.changes).toEqual([`${seen.id} opened`]);
  });
});

it('opens so many streams for one user, and no more', async () => {
  for (let n = 0; n < 3; n += 1) await watch('uma');
  const answer = await who('uma').get('/v1/stream');
  expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-streams' } });
  expect(answer.headers.get('retry-after')).toBe('5');
  opened.at(-1)?.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await watch('uma');
});
