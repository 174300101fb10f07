// Rights that change count at once: on the very next request, also on another process, and on streams that are open.
import { demoUserId } from '#read-side';
import { startStack, type Stack } from '../../../test/stack.js';
import { signIn, type Answer, type Body, type Client, type Ticket } from './client.js';
import { EventStream } from './event-stream.js';

let stack: Stack;
let here: string;
let there: string;
let ada: Client;
let sue: Client;

beforeAll(async () => {
  stack = await startStack({ apis: 2 });
  [here = '', there = ''] = stack.urls;
  ada = await signIn(here, 'ada');
  sue = await signIn(here, 'sue');
});
afterAll(() => stack?.stop());

const codeOf = async (answer: Promise<Answer>): Promise<[number, unknown]> => {
  const { status, body } = await answer;
  return [status, body.code];
};
async function done(answer: Promise<Answer>): Promise<Body> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
let made = 0;
/** Somebody new, signed in on the other process. */
async function newcomer(fields: Body): Promise<Client> {
  made += 1;
  const login = `new${made}@acme.test`;
  await done(ada.post('/v1/admin/users', { login, name: `New ${made}`, ...fields }));
  return (await signIn(here, login)).at(there);
}
/** A ticket that lists show. */
async function opened(fields: Body): Promise<Ticket> {
  const ticket = await ada.open(fields);
  await ada.ask(`/v1/tickets/${ticket.id}`, ticket);
  await ada.at(there).ask(`/v1/tickets/${ticket.id}`, ticket);
  return ticket;
}
const sees = async (who: Client, { id }: Ticket): Promise<boolean> =>
  (await who.get(`/v1/tickets/${id}`)).status === 200;

interface Change {
  readonly who: () => Promise<Client>;
  readonly ticket: Body;
  readonly change: (who: Client) => Promise<unknown>;
  /** the status of the next request at all; 404: only the ticket is gone */
  readonly next: 401 | 404;
}
const groups = { visibility: { staffQueue: 'groups', directOpen: false } };
const changes: readonly [string, Change][] = [
  [
    'a user is disabled [AUTH-04]',
    {
      who: () => newcomer({ role: 'staff' }),
      ticket: {},
      change: ({ userId }) => ada.post(`/v1/admin/users/${userId}/disable`),
      next: 401,
    },
  ],
  [
    'a user is removed [AUTH-04]',
    {
      who: () => newcomer({ role: 'staff' }),
      ticket: {},
      change: ({ userId }) => ada.delete(`/v1/admin/users/${userId}`),
      next: 401,
    },
  ],
  [
    'a role is changed',
    {
      who: () => newcomer({ role: 'staff' }),
      ticket: {},
      change: ({ userId }) => ada.patch(`/v1/admin/users/${userId}`, { role: 'user' }),
      next: 404,
    },
  ],
  [
    "a partner's client is taken away [SCOP-03]",
    {
      who: async () => {
        const partner = await newcomer({ role: 'partner_user' });
        await done(ada.put(`/v1/admin/partners/${partner.userId}/clients/northwind`));
        return partner;
      },
      ticket: { clientId: 'northwind' },
      change: ({ userId }) => ada.delete(`/v1/admin/partners/${userId}/clients/northwind`),
      next: 404,
    },
  ],
  [
    'a customer is narrowed to another project [SCOP-12]',
    {
      who: () => newcomer({ role: 'client_staff', clientId: 'northwind' }),
      ticket: { clientId: 'northwind', projectId: 'web' },
      change: ({ userId }) => ada.put(`/v1/admin/users/${userId}/projects/voice`),
      next: 404,
    },
  ],
  [
    'somebody is taken out of a group',
    {
      who: async () => {
        const developer = await newcomer({ role: 'developer' });
        await done(ada.put(`/v1/admin/groups/service-desk/members/${developer.userId}`));
        return developer;
      },
      ticket: { categoryId: 'account', assignee: { groupId: 'service-desk' } },
      change: ({ userId }) => ada.delete(`/v1/admin/groups/service-desk/members/${userId}`),
      next: 404,
    },
  ],
  [
    'a group no longer covers a category [SETT-08] [SCOP-04]',
    {
      who: async () => {
        const agent = await newcomer({ role: 'agent' });
        await done(ada.patch('/v1/policy', groups));
        await done(ada.put(`/v1/admin/groups/billing-team/members/${agent.userId}`));
        return agent;
      },
      ticket: { categoryId: 'billing' },
      change: () => ada.delete('/v1/admin/groups/billing-team/scopes/billing'),
      next: 404,
    },
  ],
];

describe('the next request on another process is judged anew when', () => {
  afterAll(() => done(ada.patch('/v1/policy', { visibility: { staffQueue: 'tenant', directOpen: true } })));

  it.each(changes)('%s', async (_, { who: find, ticket: fields, change, next }) => {
    const who = await find();
    const ticket = await opened(fields);
    expect(await sees(who, ticket)).toBe(true);
    const stream = await EventStream.open(who);
    await done(change(who) as Promise<Answer>);
    const answer = await who.get(`/v1/tickets/${ticket.id}`);
    expect(answer.status).toBe(next);
    await stream.until(() => stream.ended);
    expect(stream.changes).toEqual(next === 401 ? [] : ['reset ']);
  });
});

describe('partners [ROLE-12]', () => {
  it('review their own colleagues, and say for whom these work where the policy lets them', async () => {
    const chief = await newcomer({ role: 'partner_admin', partnerId: 'resellers' });
    const helper = await newcomer({ role: 'partner_user', partnerId: 'resellers', name: 'Helper' });
    const stranger = await newcomer({ role: 'partner_user', partnerId: 'others' });
    await done(ada.put(`/v1/admin/partners/${chief.userId}/clients/northwind`));
    await done(ada.put(`/v1/admin/partners/${helper.userId}/clients/contoso`));
    const seen = async () => ((await chief.ask('/v1/partners')) as { items: Body[] }).items;
    expect(await seen()).toEqual([
      expect.objectContaining({ name: 'Helper', clients: [] }),
      expect.objectContaining({ id: chief.userId, clients: ['northwind'] }),
    ]);
    const path = `/v1/partners/${helper.userId}/clients/northwind`;
    expect(await codeOf(chief.put(path))).toEqual([403, 'not-allowed']);
    expect(await codeOf(helper.get('/v1/partners'))).toEqual([403, 'not-allowed']);
    const assigns = { like: 'partner_admin', with: ['assign-partners'] };
    await done(ada.patch('/v1/policy', { roles: { partner_admin: assigns } }));
    expect(await done(chief.put(path))).toMatchObject({ clients: ['northwind'] });
    expect((await helper.ask('/v1/me')).clients).toHaveLength(2);
    expect(await done(chief.delete(path))).toMatchObject({ clients: [] });
    const other = `/v1/partners/${stranger.userId}/clients/northwind`;
    expect(await codeOf(chief.put(other))).toEqual([404, 'partner-not-found']);
    expect(await codeOf(chief.put(`/v1/partners/${helper.userId}/clients/contoso`))).toEqual([404, 'client-not-found']);
    expect(await codeOf(chief.put(`/v1/partners/${chief.userId}/clients/northwind`))).toEqual([409, 'own-account']);
    await done(ada.patch('/v1/policy', { roles: { partner_admin: null } }));
  });
});

describe("the tenant's own roles [ROLE-08]", () => {
  const roles = {
    lead: { like: 'agent', name: 'Team lead', with: ['administer'] },
    reader: { like: 'staff', without: ['reply', 'set-status', 'close', 'assign', 'take'] },
  };
  beforeAll(() => done(ada.patch('/v1/policy', { roles })));

  it('are those of the role they are like, with more and less', async () => {
    const reader = await newcomer({ role: 'reader' });
    expect(await reader.ask('/v1/me')).toMatchObject({ role: 'reader', side: 'staff' });
    const ticket = await opened({});
    expect(await codeOf(reader.post(`/v1/tickets/${ticket.id}/replies`, { body: 'Hello' }))).toEqual([
      403,
      'not-allowed',
    ]);
    expect((await reader.put(`/v1/tickets/${ticket.id}/priority`, { priority: 'high' })).status).toBe(200);
    const thread = (await reader.ask(`/v1/tickets/${ticket.id}/thread`)) as { items: { actor: Body }[] };
    expect(thread.items.map(({ actor }) => actor)).toContainEqual(
      expect.objectContaining({ role: 'admin', side: 'staff' }),
    );
  });

  it('hold tickets where the role they are like does', async () => {
    const reader = await newcomer({ role: 'reader', name: 'Zacharias' });
    const { users } = (await ada.ask('/v1/assignees?q=zacharias')) as { users: Body[] };
    expect(users).toMatchObject([{ id: reader.userId }]);
    await opened({ assignee: { userId: reader.userId } });
  });

  it('hand out no right their holder lacks', async () => {
    const lead = await newcomer({ role: 'lead' });
    const user = { login: 'grant@acme.test', name: 'Grant' };
    expect(await codeOf(lead.post('/v1/admin/users', { ...user, role: 'admin' }))).toEqual([403, 'not-allowed']);
    expect(await codeOf(lead.patch('/v1/policy', { roles: { agent: { like: 'agent', with: ['audit'] } } }))).toEqual([
      403,
      'not-allowed',
    ]);
    expect((await lead.post('/v1/admin/users', { ...user, role: 'agent' })).status).toBe(201);
    expect((await lead.post('/v1/admin/users', { ...user, login: 'x@acme.test', role: 'reader' })).status).toBe(201);
    const raise = { roles: { admin: { like: 'admin', with: ['delete'] } } };
    expect(await codeOf(ada.patch('/v1/policy', raise))).toEqual([403, 'not-allowed']);
    expect(await codeOf(ada.post('/v1/policy/preview', raise))).toEqual([403, 'not-allowed']);
    expect(await codeOf(ada.patch('/v1/policy', { roles: { boss: { like: 'super_admin' } } }))).toEqual([
      403,
      'not-allowed',
    ]);
    expect((await sue.patch('/v1/policy', raise)).status).toBe(200);
    expect((await sue.patch('/v1/policy', { roles: { admin: null } })).status).toBe(200);
  });

  it.each<[string, Body, string]>([
    ['notes to customers', { like: 'client_staff', with: ['see-notes'] }, 'roles.odd.with[0]'],
    ['audit to partners', { like: 'partner_admin', with: ['audit'] }, 'roles.odd.with[0]'],
    ['administration to auditors', { like: 'auditor', with: ['administer'] }, 'roles.odd.with[0]'],
    ['a right that is none', { like: 'agent', with: ['fly'] }, 'roles.odd.with[0]'],
    ['the rights of nobody', { like: 'nobody' }, 'roles.odd.like'],
    ['the rights of guests', { like: 'guest' }, 'roles.odd.like'],
  ])('cannot give %s', async (_, role, field) => {
    const answer = await sue.patch('/v1/policy', { roles: { odd: role } });
    expect([answer.status, answer.body.code]).toEqual([422, 'policy-invalid']);
    expect((answer.body.errors as { field: string }[]).map((error) => error.field)).toEqual([field]);
  });

  it('stay in the policy while people have them', async () => {
    const who = await newcomer({ role: 'reader' });
    const answer = await ada.patch('/v1/policy', { roles: { reader: null } });
    expect([answer.status, answer.body.code]).toEqual([409, 'role-in-use']);
    expect(answer.body.detail).toMatch(/\d people have the role reader/);
    expect(who.userId).toBeTruthy();
    await done(ada.patch('/v1/policy', { roles: { spare: { like: 'user' } } }));
    await done(ada.patch('/v1/policy', { roles: { spare: null } }));
  });

  it('leave somebody who administers', async () => {
    const without = Object.fromEntries(
      ['admin', 'super_admin', 'lead'].map((id) => [
        id,
        { like: id === 'lead' ? 'agent' : id, with: [], without: ['administer'] },
      ]),
    );
    expect(await codeOf(sue.patch('/v1/policy', { roles: without }))).toEqual([409, 'last-administrator']);
  });

  it('may be named by transitions', async () => {
    const mover = await newcomer({ role: 'reader' });
    const policy = (await ada.ask('/v1/policy')) as { transitions: Body[]; roles: Body };
    const patch = {
      roles: { closer: { like: 'agent' } },
      transitions: [
        ...policy.transitions.filter(({ to }) => to !== 'closed' && to !== '*'),
        { from: 'resolved', to: 'closed', by: ['role:closer', 'system'], reason: 'none' },
      ],
    };
    await done(ada.patch('/v1/policy', patch));
    const [closer, agent] = [await newcomer({ role: 'closer' }), (await signIn(here, 'abe')).at(there)];
    const ticket = await opened({});
    await ada.act('POST', `/v1/tickets/${ticket.id}/resolve`, {});
    expect((await mover.post(`/v1/tickets/${ticket.id}/close`)).status).toBe(403);
    expect(await codeOf(agent.post(`/v1/tickets/${ticket.id}/close`))).toEqual([409, 'transition-not-allowed']);
    expect((await closer.post(`/v1/tickets/${ticket.id}/close`)).status).toBe(200);
    const unknown = {
      transitions: [...patch.transitions, { from: 'new', to: 'closed', by: ['role:nobody'], reason: 'none' }],
    };
    expect(await codeOf(ada.patch('/v1/policy', unknown))).toEqual([422, 'policy-invalid']);
    await done(ada.patch('/v1/policy', { transitions: policy.transitions }));
  });

  it('count on the next request of another process, and on its streams, when the policy changes them', async () => {
    const agent = await newcomer({ role: 'agent' });
    const ticket = await opened({});
    expect((await agent.put(`/v1/tickets/${ticket.id}/tags/one`)).status).toBe(200);
    const stream = await EventStream.open(agent);
    await done(ada.patch('/v1/policy', { roles: { agent: { like: 'agent', without: ['tag'] } } }));
    expect(await codeOf(agent.put(`/v1/tickets/${ticket.id}/tags/two`))).toEqual([403, 'not-allowed']);
    await stream.until(() => stream.ended);
    expect(stream.changes).toContain('reset ');
    await done(ada.patch('/v1/policy', { roles: { agent: null } }));
    expect((await agent.put(`/v1/tickets/${ticket.id}/tags/two`)).status).toBe(200);
  });

  it('do not outlive the journal: without the log nothing in the directory changes', async () => {
    const abe = demoUserId('abe@acme.test');
    await stack.endEventNode();
    const answer = await ada.patch(`/v1/admin/users/${abe}`, { role: 'user' });
    expect(answer.status).toBe(503);
    const user = await ada.get(`/v1/admin/users/${abe}`);
    expect(user.body).toMatchObject({ role: 'agent', version: 0 });
  });
});
