// A right that is moved or removed counts on the very next request, on every process, and ends streams that stand on it.
// The times are told, not tested: how fast a machine is proves nothing.
import { EventStream } from '../../apps/api/test/event-stream.js';
import { signIn, type Client } from '../../apps/api/test/client.js';
import { startStack, type Stack } from '../stack.js';
import type { Tx } from '#read-side';

let stack: Stack;
const measured: string[] = [];
beforeAll(async () => {
  stack = await startStack({ apis: 2 });
});
afterAll(async () => {
  await stack?.stop();
  console.log(measured.join('\n'));
});

/** Through one API everything is prepared, through the other it is asked after the change. */
const [here, there] = [() => stack.urls[0] ?? '', () => stack.urls[1] ?? ''];
const change = (work: (tx: Tx) => Promise<unknown>) => stack.parts.database.inTenant('acme', work);

const update =
  (caller: Client, set: Partial<Record<'role' | 'client_id', string>> & { disabled?: boolean }) => (tx: Tx) =>
    tx
      .updateTable('directory.users')
      .set(set as { disabled?: boolean })
      .where('id', '=', caller.userId)
      .execute();

interface Story {
  readonly title: string;
  readonly login: string;
  /** Opens the ticket that is seen at first. */
  readonly by: string;
  readonly fields?: object;
  readonly remove: (caller: Client, ticket: string) => Promise<unknown>;
  /** what it answers from then on, asked for the ticket */
  readonly then: number;
}

const stories: Story[] = [
  {
    title: 'a role that sees less [ROLE-08]',
    login: 'stan@acme.test',
    by: 'uma@acme.test',
    remove: (stan) => change(update(stan, { role: 'developer' })),
    then: 404,
  },
  {
    title: 'a partner whose client is taken away [SCOP-03]',
    login: 'paul@partner.test',
    by: 'cora@contoso.test',
    remove: (paul) =>
      change((tx) =>
        tx
          .deleteFrom('directory.partner_clients')
          .where('user_id', '=', paul.userId)
          .where('client_id', '=', 'contoso')
          .execute(),
      ),
    then: 404,
  },
  {
    title: 'an employee who moves to another client [SCOP-01]',
    login: 'nina@northwind.test',
    by: 'nate@northwind.test',
    remove: (nina) => change(update(nina, { client_id: 'contoso' })),
    then: 404,
  },
  {
    title: 'a developer who leaves the group that holds it [SCOP-04]',
    login: 'dev@acme.test',
    by: 'uma@acme.test',
    fields: { group: 'service-desk' },
    remove: (dev) =>
      change((tx) => tx.deleteFrom('directory.group_members').where('user_id', '=', dev.userId).execute()),
    then: 404,
  },
  {
    title: 'a user who is disabled [AUTH-04]',
    login: 'mo@acme.test',
    by: 'uma@acme.test',
    remove: (mo) => change(update(mo, { disabled: true })),
    then: 401,
  },
];

it.each(stories)('counts at once: $title', async ({ title, login, by, fields, remove, then }) => {
  const [caller, opener] = [await signIn(here(), login), await signIn(here(), by)];
  if (fields) {
    await change((tx) =>
      tx
        .insertInto('directory.group_members')
        .values({ tenant: 'acme', group_id: 'service-desk', user_id: caller.userId })
        .execute(),
    );
  }
  let ticket = await opener.open();
  if (fields)
    ticket = await (
      await signIn(here(), 'abe')
    ).act('PUT', `/v1/tickets/${ticket.id}/assignee`, { groupId: 'service-desk' });
  await caller.at(there()).ask('/v1/tickets', ticket);
  const ask = () => caller.at(there()).get(`/v1/tickets/${ticket.id}`);
  expect((await ask()).status).toBe(200);
  const stream = await EventStream.open(caller.at(there()));

  await remove(caller, ticket.id);
  const committed = performance.now();
  expect((await ask()).status).toBe(then);
  const refused = performance.now() - committed;
  for (const path of ['/v1/tickets', '/v1/counts']) {
    const { status, body } = await caller.at(there()).get(path);
    expect(JSON.stringify(body)).not.toContain(ticket.id);
    expect(status).toBe(then === 401 ? 401 : 200);
  }
  expect((await caller.at(there()).post(`/v1/tickets/${ticket.id}/replies`, { body: 'x' })).status).toBe(then);
  // What an open stream stands on is gone: it ends, or says that the ticket is.
  await stream.until(
    () => stream.ended || stream.told.some(({ event }) => event === 'ticket-gone' || event === 'reset'),
  );
  const silent = performance.now() - committed;
  measured.push(
    `${title}: refused ${refused.toFixed(0)} ms after the commit, the stream over after ${silent.toFixed(0)} ms`,
  );
  stream.close();
});

it('counts at once: a policy that shows less, on the process that did not change it [SCOP-08]', async () => {
  const [abe, uma] = [await signIn(here(), 'abe'), await signIn(here(), 'uma@acme.test')];
  const ticket = await uma.open();
  const elsewhere = abe.at(there());
  await elsewhere.ask('/v1/tickets', ticket);
  expect((await elsewhere.get(`/v1/tickets/${ticket.id}`)).status).toBe(200);
  const ada = await signIn(here(), 'ada');
  await ada.act('PATCH', '/v1/policy', { visibility: { staffQueue: 'groups', directOpen: false } });
  const answered = performance.now();
  expect((await elsewhere.get(`/v1/tickets/${ticket.id}`)).status).toBe(404);
  measured.push(`a policy that shows less: refused ${(performance.now() - answered).toFixed(0)} ms after the answer`);
  expect(JSON.stringify((await elsewhere.get('/v1/tickets')).body)).not.toContain(ticket.id);
});
