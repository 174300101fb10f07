// Administrators at work on the directory, over HTTP, with two API processes: what one of them changes counts on the
// other's next request.
import { directoryStream, type LedgerEvent } from '#ledger';
import { demoUserId } from '#read-side';
import { startStack, type Stack } from '../../../test/stack.js';
import { fieldsOf, signIn, type Answer, type Body, type Client } from './client.js';

let stack: Stack;
let here: string;
let there: string;
let ada: Client;
let sue: Client;
let abe: Client;

beforeAll(async () => {
  stack = await startStack({ apis: 2 });
  [here = '', there = ''] = stack.urls;
  [ada, sue, abe] = (await Promise.all(['ada', 'sue', 'abe'].map((login) => signIn(here, login)))) as [
    Client,
    Client,
    Client,
  ];
});
afterAll(() => stack?.stop());

const admin = (path: string) => `/v1/admin/${path}`;
const done = async (answer: Promise<Answer>, status = 200): Promise<Body> => {
  const { status: got, body } = await answer;
  if (got !== status) throw new Error(`${got} ${JSON.stringify(body)}`);
  return body;
};
const codeOf = async (answer: Promise<Answer>): Promise<[number, unknown]> => {
  const { status, body } = await answer;
  return [status, body.code];
};
let made = 0;
/** Somebody new, whom no other test knows. */
async function somebody(fields: Body = {}, by: Client = ada): Promise<Body & { id: string; login: string }> {
  made += 1;
  const login = `new${made}@acme.test`;
  return (await done(
    by.post(admin('users'), { login, name: `New ${made}`, role: 'agent', ...fields }),
    201,
  )) as Body & {
    id: string;
    login: string;
  };
}
async function journal(): Promise<Extract<LedgerEvent, { type: 'DirectoryChanged' }>[]> {
  const events: Extract<LedgerEvent, { type: 'DirectoryChanged' }>[] = [];
  for await (const event of stack.parts.ledger.load(directoryStream('acme'))) {
    if (event.type === 'DirectoryChanged') events.push(event);
  }
  return events;
}

describe('users [SETT-07]', () => {
  it('are created, found, changed, and told with a version', async () => {
    const answer = await ada.post(admin('users'), {
      login: 'Gwen@Northwind.test',
      name: 'Gwen',
      role: 'client_staff',
      clientId: 'northwind',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe('"0"');
    expect(answer.headers.get('location')).toBe(`/v1/admin/users/${String(answer.body.id)}`);
    expect(answer.body).toMatchObject({
      login: 'gwen@northwind.test',
      email: 'gwen@northwind.test',
      verified: false,
      side: 'customer',
      clientId: 'northwind',
      disabled: false,
      removed: false,
      version: 0,
    });
    const path = admin(`users/${String(answer.body.id)}`);
    expect(await done(ada.get(path))).toMatchObject({ name: 'Gwen', openTickets: 0 });
    const changed = await ada.patch(path, { name: 'Gwen B', availability: 'away' }, { 'if-match': '"0"' });
    expect(changed.body).toMatchObject({ name: 'Gwen B', availability: 'away', version: 1 });
    expect(await codeOf(ada.patch(path, { name: 'Gwen C' }, { 'if-match': '"0"' }))).toEqual([
      412,
      'revision-mismatch',
    ]);
    expect((await done(ada.patch(path, { name: 'Gwen B' }))).version).toBe(1);
    const found = await done(ada.get(admin('users?q=gwen&clientId=northwind&side=customer')));
    expect((found.items as Body[]).map(({ name }) => name)).toEqual(['Gwen B']);
  });

  it('say themselves whether they are there, if tickets are given to them; the journal is told [ROLE-11]', async () => {
    const before = (await journal()).length;
    const [abe, pat, nora] = await Promise.all(
      ['abe@acme.test', 'pat@partner.test', 'nora@northwind.test'].map((login) => signIn(stack.urls[0] ?? '', login)),
    );
    for (const client of [abe, pat]) {
      const away = await client?.patch('/v1/me', { availability: 'away' });
      expect([away?.status, away?.body]).toEqual([200, { availability: 'away' }]);
      expect((await done(ada.get(admin(`users/${client?.userId}`)))).availability).toBe('away');
      expect((await client?.patch('/v1/me', { availability: 'away' }))?.status).toBe(200);
      expect((await client?.patch('/v1/me', { availability: 'asleep' }))?.status).toBe(400);
      expect((await client?.patch('/v1/me', { availability: 'available', role: 'admin' }))?.status).toBe(400);
      await client?.patch('/v1/me', { availability: 'available' });
    }
    expect((await nora?.patch('/v1/me', { availability: 'away' }))?.status).toBe(403);
    const told = (await journal()).slice(before).map(({ data, metadata }) => [metadata.actor.id, data.id, data.fields]);
    expect(told).toEqual(
      [abe, pat].flatMap((client) => [
        [client?.userId, client?.userId, { availability: { from: 'available', to: 'away' } }],
        [client?.userId, client?.userId, { availability: { from: 'away', to: 'available' } }],
      ]),
    );
  });

  it('are listed in pages that belong to their list', async () => {
    const names: unknown[] = [];
    let cursor: string | null = null;
    let first: string | null = null;
    do {
      const page = await done(ada.get(admin(`users?limit=7${cursor === null ? '' : `&cursor=${cursor}`}`)));
      names.push(...(page.items as Body[]).map(({ login }) => login));
      cursor = page.nextCursor as string | null;
      first ??= cursor;
    } while (cursor !== null);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['abe@acme.test', 'billing-service', 'uma@acme.test']));
    expect(await codeOf(ada.get(admin(`groups?limit=7&cursor=${first}`)))).toEqual([400, 'bad-cursor']);
    expect(await codeOf(ada.get(admin(`users?limit=7&role=agent&cursor=${first}`)))).toEqual([400, 'bad-cursor']);
  });

  it('are made once under one Idempotency-Key', async () => {
    const body = { login: 'once@acme.test', name: 'Once', role: 'staff' };
    const key = { 'idempotency-key': 'once' };
    const [one, two] = [await ada.post(admin('users'), body, key), await ada.at(there).post(admin('users'), body, key)];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body.id).toBe(one.body.id);
    expect(two.headers.get('idempotency-replayed')).toBe('true');
    expect(await codeOf(ada.post(admin('users'), { ...body, name: 'Twice' }, key))).toEqual([
      422,
      'idempotency-key-reused',
    ]);
    expect(await codeOf(ada.post(admin('users'), { ...body, login: 'ONCE@acme.test' }))).toEqual([409, 'login-taken']);
  });

  it.each<[string, Body, string]>([
    ['an unknown role', { role: 'boss' }, 'role'],
    ['the role of guests', { role: 'guest' }, 'role'],
    ['a login that is none', { login: 'servicenow:jo' }, 'login'],
    ['an address that is none', { email: 'nobody' }, 'email'],
    ['a client that is not there', { role: 'client_staff', clientId: 'nobody' }, 'clientId'],
    ['no client for a client role', { role: 'client_admin' }, 'clientId'],
    ['a client for staff', { role: 'agent', clientId: 'northwind' }, 'clientId'],
    ['a partner for staff', { role: 'agent', partnerId: 'resellers' }, 'partnerId'],
    ['a blank name', { name: ' ' }, 'name'],
    ['an unknown field', { boss: true }, 'boss'],
  ])('are not made with %s', async (_, fields, field) => {
    const answer = await ada.post(admin('users'), { login: 'bad@acme.test', name: 'Bad', role: 'agent', ...fields });
    expect([answer.status, answer.body.code]).toEqual([400, 'validation-failed']);
    expect(fieldsOf(answer)).toContain(field);
  });

  it('lose with a role what it brought along', async () => {
    const { id } = await somebody();
    await done(ada.put(admin(`groups/service-desk/members/${id}`)));
    const customer = await done(ada.patch(admin(`users/${id}`), { role: 'client_staff', clientId: 'northwind' }));
    expect(customer).toMatchObject({ groups: [], clientId: 'northwind' });
    await done(ada.put(admin(`users/${id}/projects/web`)));
    const agent = await done(ada.patch(admin(`users/${id}`), { role: 'agent' }));
    expect(agent).toMatchObject({ groups: [], clientId: null, projects: [] });
  });

  it('stay as names when they are removed, their open tickets in a list [ASGN-12]', async () => {
    const { id, login } = await somebody({ name: 'Harriet' });
    const harriet = await signIn(here, login);
    const ticket = await ada.open({ assignee: { userId: id } });
    await harriet.act('POST', `/v1/tickets/${ticket.id}/replies`, { body: 'I look at it' });
    const last = await ada.act('PUT', `/v1/tickets/${ticket.id}/priority`, { priority: 'high' });
    await ada.ask(`/v1/tickets/${ticket.id}`, last);
    const gone = await done(ada.delete(admin(`users/${id}`)));
    expect(gone).toMatchObject({ name: 'Harriet', removed: true, disabled: true, email: null, openTickets: 1 });
    expect((await harriet.at(there).get('/v1/me')).status).toBe(401);
    const { items } = (await ada.ask(`/v1/tickets?assignee=user:${id}&view=open`)) as { items: Body[] };
    expect(items).toMatchObject([{ id: ticket.id, assignee: { user: { id, name: 'Harriet' } } }]);
    const thread = (await ada.ask(`/v1/tickets/${ticket.id}/thread`)) as { items: Body[] };
    expect(thread.items).toContainEqual(
      expect.objectContaining({ actor: expect.objectContaining({ name: 'Harriet' }) }),
    );
    expect(await codeOf(ada.post(admin(`users/${id}/enable`)))).toEqual([409, 'user-removed']);
    expect(await codeOf(ada.patch(admin(`users/${id}`), { name: 'Harry' }))).toEqual([409, 'user-removed']);
    expect((await done(ada.get(admin('users?q=harriet')))).items).toEqual([]);
    expect((await done(ada.get(admin('users?q=harriet&removed=true')))).items).toHaveLength(1);
    const assignees = (await ada.ask('/v1/assignees?q=harriet')) as { users: Body[] };
    expect(assignees.users).toEqual([]);
    expect((await somebody({ login })).login).toBe(login);
  });
});

describe('rights of administrators', () => {
  it('are theirs alone [ROLE-10]', async () => {
    const nobody = ['nora@northwind.test', 'pat@partner.test', 'amy', 'audra', 'billing-service'];
    for (const login of nobody) {
      const who = await signIn(here, login);
      for (const what of ['users', 'groups', 'clients', 'projects', 'partners', 'entitlements']) {
        expect([login, what, ...(await codeOf(who.get(admin(what))))]).toEqual([login, what, 403, 'not-allowed']);
      }
      expect(await codeOf(who.post(admin(`users/${abe.userId}/disable`)))).toEqual([403, 'not-allowed']);
      expect(await codeOf(who.delete(admin('groups/billing-team')))).toEqual([403, 'not-allowed']);
    }
  });

  it('end at roles above their own [ROLE-08]', async () => {
    const user = { login: 'above@acme.test', name: 'Above' };
    for (const role of ['super_admin', 'auditor']) {
      expect(await codeOf(ada.post(admin('users'), { ...user, role }))).toEqual([403, 'not-allowed']);
      expect(await codeOf(ada.patch(admin(`users/${abe.userId}`), { role }))).toEqual([403, 'not-allowed']);
    }
    for (const login of ['sue@acme.test', 'audra@acme.test']) {
      const path = admin(`users/${demoUserId(login)}`);
      expect(await codeOf(ada.patch(path, { name: 'Other' }))).toEqual([403, 'not-allowed']);
      expect(await codeOf(ada.post(`${path}/disable`))).toEqual([403, 'not-allowed']);
      expect(await codeOf(ada.delete(path))).toEqual([403, 'not-allowed']);
    }
    const auditor = await somebody({ role: 'auditor' }, sue);
    expect((await done(sue.delete(admin(`users/${auditor.id}`)))).removed).toBe(true);
  });

  it('do not reach their own account', async () => {
    const path = admin(`users/${ada.userId}`);
    expect(await codeOf(ada.post(`${path}/disable`))).toEqual([409, 'own-account']);
    expect(await codeOf(ada.delete(path))).toEqual([409, 'own-account']);
    expect(await codeOf(ada.patch(path, { role: 'agent' }))).toEqual([409, 'own-account']);
    expect((await ada.patch(path, { availability: 'away' })).status).toBe(200);
  });

  it('leave somebody who has them, also when two take them from each other at once', async () => {
    const [gus, other] = await (async () => {
      const gus = await signIn(here, 'gus@globex.test');
      const { id } = await done(
        gus.post(admin('users'), { login: 'gil@globex.test', name: 'Gil', role: 'admin' }),
        201,
      );
      return [gus, id as string];
    })();
    const gil = await signIn(there, 'gil@globex.test');
    const answers = await Promise.all([
      codeOf(gus.post(admin(`users/${other}/disable`))),
      codeOf(gil.post(admin(`users/${gus.userId}/disable`))),
    ]);
    const refused = answers.filter(([status]) => status !== 200);
    expect(refused).toHaveLength(1);
    expect([
      [409, 'last-administrator'],
      [401, 'unauthenticated'],
    ]).toContainEqual(refused[0]);
  });

  it('stop at the tenant', async () => {
    const gary = demoUserId('gary@globex.test');
    expect(await codeOf(ada.get(admin(`users/${gary}`)))).toEqual([404, 'user-not-found']);
    expect(await codeOf(ada.delete(admin(`users/${gary}`)))).toEqual([404, 'user-not-found']);
    expect(await codeOf(ada.put(admin(`groups/service-desk/members/${gary}`)))).toEqual([404, 'user-not-found']);
    expect(await codeOf(ada.delete(admin('clients/initech')))).toEqual([404, 'client-not-found']);
  });
});

describe('clients and projects', () => {
  it('come and go while nothing holds on to them', async () => {
    await done(ada.post(admin('clients'), { id: 'fabrikam', name: 'Fabrikam' }), 201);
    expect(await codeOf(ada.post(admin('clients'), { id: 'fabrikam', name: 'Again' }))).toEqual([409, 'id-taken']);
    await done(ada.post(admin('projects'), { id: 'shop', clientId: 'fabrikam', name: 'Shop' }), 201);
    expect(await codeOf(ada.delete(admin('clients/fabrikam')))).toEqual([409, 'client-in-use']);
    expect((await ada.delete(admin('projects/shop'))).status).toBe(204);
    expect((await ada.delete(admin('clients/fabrikam'))).status).toBe(204);
    expect(await codeOf(ada.get(admin('clients/fabrikam')))).toEqual([404, 'client-not-found']);
  });
  it('stay while tickets or people hold on to them, and say how many', async () => {
    await ada.open({ clientId: 'contoso', projectId: 'web' });
    const { status, body } = await ada.delete(admin('projects/web?clientId=contoso'));
    expect([status, body.code]).toEqual([409, 'project-in-use']);
    expect(body.detail).toMatch(/1 ticket\b/);
    expect((await ada.delete(admin('clients/contoso'))).body.detail).toMatch(/1 ticket, 1 user, 1 project, 1 partner/);
    expect(fieldsOf(await ada.get(admin('projects/web')))).toEqual(['clientId']);
  });
});

describe('groups [SETT-08]', () => {
  it('have members of the staff and cover what the policy knows', async () => {
    await done(ada.post(admin('groups'), { id: 'network', name: 'Network' }), 201);
    await done(ada.put(admin(`groups/network/members/${abe.userId}`)));
    await done(ada.put(admin('groups/network/scopes/technical')));
    const group = await done(ada.put(admin('groups/network/scopes/technical')));
    expect(group).toMatchObject({
      members: [{ id: abe.userId, name: 'Abe' }],
      scopes: [{ categoryId: 'technical', typeId: null }],
    });
    const nora = demoUserId('nora@northwind.test');
    expect(await codeOf(ada.put(admin(`groups/network/members/${nora}`)))).toEqual([409, 'not-in-the-team']);
    expect(await codeOf(ada.put(admin('groups/network/scopes/nothing')))).toEqual([404, 'category-not-found']);
    expect(await codeOf(ada.put(admin('groups/network/scopes/technical/nothing')))).toEqual([
      404,
      'category-not-found',
    ]);
    const ticket = await ada.open({ assignee: { groupId: 'network' } });
    const { body } = await ada.delete(admin('groups/network'));
    expect([body.code, body.detail]).toEqual(['group-in-use', 'It is in use: 1 ticket, 1 member.']);
    await ada.act('PUT', `/v1/tickets/${ticket.id}/assignee`, {});
    await done(ada.delete(admin(`groups/network/members/${abe.userId}`)));
    expect((await ada.delete(admin('groups/network'))).status).toBe(204);
  });
});

describe('the journal [AUDT-01] [SETT-09]', () => {
  it('tells who changed which right, and no address or name', async () => {
    const { id } = await somebody({ name: 'Secret Person', login: 'secret.person@acme.test' });
    const correlated = { 'x-correlation-id': 'change-1' };
    await ada.patch(admin(`users/${id}`), { role: 'moderator', name: 'Other Person' }, correlated);
    await done(ada.put(admin(`groups/billing-team/members/${id}`)));
    const mine = (await journal()).filter((event) => event.data.id === id || event.data.id === 'billing-team');
    expect(mine.map(({ data }) => data).slice(-3)).toEqual([
      expect.objectContaining({ entity: 'user', id, change: 'created' }),
      {
        entity: 'user',
        id,
        change: 'changed',
        fields: { name: {}, role: { from: 'agent', to: 'moderator' } },
      },
      { entity: 'group', id: 'billing-team', change: 'changed', fields: { members: { to: id } } },
    ]);
    const [changed] = mine.filter(({ metadata }) => metadata.$correlationId === 'change-1');
    expect(changed?.metadata.actor).toEqual({ id: ada.userId, role: 'admin', kind: 'user' });
    expect(JSON.stringify(mine.map(({ data, metadata }) => [data, metadata]))).not.toMatch(/secret|person|@/i);
  });

  it('is part of what auditors export and verify', async () => {
    const audra = await signIn(here, 'audra');
    const { body } = await audra.get('/v1/audit/events?type=DirectoryChanged');
    const lines = String(body.text)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Body);
    expect(lines.length - 1).toBe((await journal()).length);
    expect(lines[0]).toMatchObject({ stream: 'directory-acme', type: 'DirectoryChanged' });
    expect(await done(audra.post('/v1/audit/verify', {}))).toMatchObject({ ok: true });
  });
});
