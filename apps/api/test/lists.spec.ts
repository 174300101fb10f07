// Lists, badges and counts: one truth, whoever asks, and never a word of a note to those who may not see notes.
import { startStack, type Stack } from '../../../test/stack.js';
import { signIn, type Body, type Client, type Ticket } from './client.js';

let stack: Stack;
const people = new Map<string, Client>();
const who = (name: string): Client => people.get(name) as Client;
let settled: { position: string };

const logins = {
  nora: 'nora@northwind.test',
  nils: 'nils@northwind.test',
  nina: 'nina@northwind.test',
  cora: 'cora@contoso.test',
  uma: 'uma@acme.test',
  pat: 'pat@partner.test',
  paul: 'paul@partner.test',
  abe: 'abe@acme.test',
  amy: 'amy@acme.test',
  dev: 'dev@acme.test',
  ada: 'ada@acme.test',
  sue: 'sue@acme.test',
  audra: 'audra@acme.test',
  service: 'billing-service',
  gia: 'gia@initech.test',
};

beforeAll(async () => {
  stack = await startStack();
  for (const [name, login] of Object.entries(logins)) people.set(name, await signIn(stack.urls[0] ?? '', login));
  await fill();
  settled = { position: String(await stack.parts.ledger.head()) };
});
afterAll(() => stack.stop());

/** A desk with a bit of everything in it. */
async function fill(): Promise<void> {
  const [abe, amy] = [who('abe'), who('amy')];
  const openers = ['nora', 'nils', 'nina', 'cora', 'uma', 'pat'];
  const opened: Ticket[] = [];
  for (let index = 0; index < 24; index += 1) {
    const opener = who(openers[index % openers.length] ?? '');
    const priority = (['low', 'normal', 'high'] as const)[index % 3];
    const categoryId = ['technical', 'billing', undefined][index % 3];
    opened.push(await opener.open({ subject: `Ticket 100% ${index}`, priority, categoryId }));
  }
  const steps: ((path: string, ticket: Ticket) => Promise<unknown>)[] = [
    (path) => abe.act('POST', `${path}/start`),
    (path) => abe.act('POST', `${path}/replies`, { body: 'Which one?' }),
    (path) => abe.act('POST', `${path}/wait`),
    (path) => abe.act('POST', `${path}/resolve`),
    (path) => abe.act('PUT', `${path}/priority`, { priority: 'critical' }),
    (path) => amy.act('PUT', `${path}/assignee`, { groupId: 'billing-team' }),
    (path) => amy.act('POST', `${path}/take`),
    async (path) => {
      await amy.act('POST', `${path}/resolve`);
      await amy.act('POST', `${path}/close`);
    },
    async (path) => {
      await abe.act('POST', `${path}/resolve`);
      await abe.act('POST', `${path}/reopen`);
    },
    (path) => abe.act('PUT', `${path}/assignee`, { userId: who('dev').userId }),
    (path) => abe.act('POST', `${path}/replies`, { body: 'Ask accounting', visibility: 'internal' }),
    (path) => abe.act('PUT', `${path}/tags/vip`),
  ];
  for (const [index, ticket] of opened.entries())
    await steps[index % steps.length]?.(`/v1/tickets/${ticket.id}`, ticket);
}

/** All pages of a list, one after the other. */
async function everything(caller: Client, query: string, limit = 7): Promise<Body[]> {
  const items: Body[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const from = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await caller.ask(`/v1/tickets?limit=${limit}&${query}${from}`, settled);
    items.push(...(page.items as Body[]));
    cursor = page.nextCursor as string | null;
  }
  return items;
}
const ids = (items: readonly Body[]): string[] => items.map(({ id }) => String(id));

const customerViews = ['open', 'waiting', 'resolved', 'closed', 'all', 'mine'];
const supportViews = [...customerViews, 'my-groups', 'unassigned', 'urgent', 'needs-response', 'reopened'];

it.each(Object.keys(logins))('counts for %s exactly what each view lists [VIEW-16] [BADG-01]', async (name) => {
  const caller = who(name);
  const { views, byStatus } = (await caller.ask('/v1/counts', settled)) as {
    views: Record<string, number>;
    byStatus: Record<string, number>;
  };
  const customer = ['nora', 'nils', 'nina', 'cora', 'uma', 'gia'].includes(name);
  expect(Object.keys(views).sort()).toEqual((customer ? customerViews : supportViews).toSorted());
  for (const [view, count] of Object.entries(views)) {
    expect([view, (await everything(caller, `view=${view}`)).length]).toEqual([view, count]);
  }
  for (const [status, count] of Object.entries(byStatus)) {
    expect([status, (await everything(caller, `status=${status}`)).length]).toEqual([status, count]);
  }
});

it.each(['nora', 'nils', 'pat', 'paul', 'abe', 'dev', 'ada', 'sue', 'cora', 'gia'])(
  'gives %s a badge that equals the counts [BADG-01]',
  async (name) => {
    const { views, byStatus } = await who(name).ask('/v1/counts', settled);
    const { asOf, ...badge } = await who(name).ask('/v1/badges', settled);
    expect(badge).toEqual({ ...(views as Body), byStatus });
    expect(asOf).toEqual({ position: expect.stringMatching(/^\d+$/), lagMs: expect.any(Number) });
  },
);

it.each(['uma', 'nina', 'audra', 'service'])('gives %s no badge [BADG-02]', async (name) => {
  const { status, body } = await who(name).get('/v1/badges');
  expect([status, body.code]).toEqual([404, 'badge-not-available']);
});

it.each(['badges', 'counts'])('lets nobody name a client or tenant to %s [BADG-04] [NENU-04]', async (path) => {
  for (const query of ['client=contoso', 'clientId=contoso', 'tenant=globex']) {
    expect((await who('nora').get(`/v1/${path}?${query}`)).status).toBe(400);
  }
});

it('refuses customers the views of the desk', async () => {
  for (const view of supportViews.filter((name) => !customerViews.includes(name))) {
    const { status, body } = await who('nora').get(`/v1/tickets?view=${view}`);
    expect([view, status, body.code]).toEqual([view, 403, 'view-not-allowed']);
  }
});

it.each(['updatedAt', 'createdAt', 'priority', 'slaDeadline'])(
  'pages by %s either way without loss or repetition [VIEW-09] [VIEW-10]',
  async (sort) => {
    const all = ids(await everything(who('ada'), 'view=all', 100)).toSorted();
    const [up, down] = await Promise.all(
      ['asc', 'desc'].map(async (order) => ids(await everything(who('ada'), `sort=${sort}&order=${order}`, 5))),
    );
    expect(up?.toSorted()).toEqual(all);
    expect(down).toEqual(up?.toReversed());
  },
);

it('defaults to 25 a page, newest change first [VIEW-10]', async () => {
  await who('gia').open();
  for (let index = 0; index < 26; index += 1) await who('gia').open();
  const after = { position: String(await stack.parts.ledger.head()) };
  const { items, nextCursor } = (await who('gia').ask('/v1/tickets', after)) as { items: Body[]; nextCursor: string };
  expect(items).toHaveLength(25);
  expect(nextCursor).toEqual(expect.any(String));
  const times = items.map(({ updatedAt }) => String(updatedAt));
  expect(times).toEqual(times.toSorted().toReversed());
});

it('joins different filters by AND, repeated ones by OR [VIEW-06]', async () => {
  const all = await everything(who('ada'), 'view=all');
  const expected = all.filter(
    ({ priority, state }) => ['high', 'critical'].includes(String(priority)) && state === 'new',
  );
  const found = await everything(who('ada'), 'priority=high&priority=critical&state=new');
  expect(ids(found).toSorted()).toEqual(ids(expected).toSorted());
  expect(found.length).toBeGreaterThan(0);
  const [first, last] = [all.at(-1), all[0]].map((item) => String(item?.createdAt));
  const between = await everything(who('ada'), `createdFrom=${first}&createdTo=${last}`);
  expect(between.every(({ createdAt }) => String(createdAt) >= String(first) && String(createdAt) < String(last))).toBe(
    true,
  );
  expect(ids(await everything(who('ada'), `assignee=user:${who('dev').userId}`))).toHaveLength(2);
  expect(await everything(who('nora'), 'client=contoso')).toEqual([]);
  expect(await everything(who('ada'), 'client=nothing')).toEqual([]);
});

it('searches numbers from the start and texts anywhere; nothing is a wildcard [SRCH-01] [SRCH-02] [SRCH-09]', async () => {
  const [ticket] = await everything(who('ada'), 'view=all');
  const number = String(ticket?.number);
  expect(ids(await everything(who('ada'), `q=${number.toLowerCase()}`))).toContain(ticket?.id);
  expect((await everything(who('ada'), 'q=100%25')).length).toBe(24);
  expect(await everything(who('ada'), 'q=100_')).toEqual([]);
  expect(await everything(who('ada'), 'q=%25%25')).toEqual([]);
});

it('has items of one shape, complete for every reader', async () => {
  const keys = `allowedActions allowedStatuses assignee category client closedAt createdAt id item lastReplyBy number
    priority project publicReplyCount reopenCount reopened requester resolvedAt revision sla slaDeadline snoozedUntil state status
    subject tags type updatedAt waitingOn`.split(/\s+/);
  for (const name of ['nora', 'paul', 'abe', 'audra']) {
    for (const item of await everything(who(name), 'view=all')) expect(Object.keys(item).sort()).toEqual(keys);
  }
  const [seen] = await everything(who('nora'), 'view=mine');
  expect(seen?.requester).toEqual({ id: who('nora').userId, name: 'Nora' });
});

it('offers in allowedActions what then works, and not what is refused [LIFE-18]', async () => {
  const { id } = await who('nora').open();
  const offers = async (name: string) =>
    (await who(name).ask(`/v1/tickets/${id}`, { position: String(await stack.parts.ledger.head()) }))
      .allowedActions as string[];
  expect(await offers('nora')).toEqual(expect.arrayContaining(['reply', 'resolve']));
  expect(await offers('nora')).not.toEqual(expect.arrayContaining(['note']));
  expect(await offers('nora')).not.toEqual(expect.arrayContaining(['close']));
  expect(await offers('audra')).toEqual([]);
  expect(await offers('sue')).toContain('delete');
});

describe('notes', () => {
  const secret = 'The customer is always late';

  it('are for staff and auditors, in every answer [RPLY-03] [RPLY-04] [RPLY-05]', async () => {
    const ticket = await who('nora').open({ subject: 'Noted' });
    const path = `/v1/tickets/${ticket.id}`;
    const before = await who('nora').ask(path, ticket);
    const noted = await who('abe').act('POST', `${path}/replies`, { body: secret, visibility: 'internal' });
    const noteId = String(noted.replyId);
    for (const name of ['nora', 'pat', 'paul']) {
      const reader = who(name);
      const answers = await Promise.all(
        [
          path,
          `${path}/thread`,
          `${path}/replies`,
          `${path}/replies?parentId=${noteId}`,
          '/v1/tickets?q=always',
          '/v1/tickets',
          '/v1/counts',
        ].map(async (question) => JSON.stringify(await reader.ask(question, noted))),
      );
      expect(answers.filter((answer) => answer.includes(secret) || answer.includes(noteId))).toEqual([]);
      expect((await reader.get(`${path}/replies/${noteId}`)).body.code).toBe('reply-not-found');
      expect((await reader.post(`${path}/replies`, { body: 'x', parentId: noteId })).status).toBe(400);
      expect((await reader.patch(`${path}/replies/${noteId}`, { body: 'x' })).body.code).toBe('reply-not-found');
      expect((await reader.post(`${path}/replies`, { body: 'x', visibility: 'internal' })).status).toBe(403);
    }
    // Not even its time: the ticket has not changed for its requester.
    const { revision: _before, asOf: _then, ...still } = await who('nora').ask(path);
    const { revision: _after, asOf: _now, ...was } = before;
    expect(still).toEqual(was);
    for (const name of ['abe', 'dev', 'audra']) {
      if (name === 'dev') await who('abe').act('PUT', `${path}/assignee`, { userId: who('dev').userId });
      const position = { position: String(await stack.parts.ledger.head()) };
      const { items } = await who(name).ask(`${path}/replies`, position);
      expect(items).toMatchObject([{ id: noteId, kind: 'note', body: secret }]);
    }
  });

  it('do not move a ticket in the order of those who cannot see them', async () => {
    const [older, newer] = [await who('cora').open(), await who('cora').open()];
    const noted = await who('abe').act('POST', `/v1/tickets/${older.id}/replies`, {
      body: secret,
      visibility: 'internal',
    });
    const first = async (name: string) =>
      ((await who(name).ask('/v1/tickets?client=contoso', noted)).items as Body[])[0]?.id;
    expect(await first('abe')).toBe(older.id);
    expect(await first('cora')).toBe(newer.id);
  });
});

describe('catalogues', () => {
  it('tell the caller who they are [SCOP-10]', async () => {
    expect(await who('paul').ask('/v1/me')).toEqual({
      user: { id: who('paul').userId, name: 'Paul', email: 'paul@partner.test' },
      tenant: { id: 'acme', name: 'Acme' },
      role: 'partner_user',
      side: 'partner',
      capabilities: expect.arrayContaining(['reply', 'badge']),
      clients: [
        { id: 'contoso', name: 'Contoso' },
        { id: 'northwind', name: 'Northwind' },
      ],
      groups: [],
      features: expect.objectContaining({ supportTickets: true, merge: true, bulk: true }),
      rules: {
        descriptionRequired: true,
        levels: 3,
        categoryRequired: false,
        recipients: { min: 1, max: 5 },
        calls: 5,
        editWindow: 'PT15M',
        onSecrets: 'warn',
      },
    });
    expect(await who('abe').ask('/v1/me')).toMatchObject({ rules: { editWindow: null } });
  });

  it('stay inside what the caller knows', async () => {
    const idsOf = async (name: string, path: string) => ids((await who(name).ask(path)).items as Body[]);
    expect(await idsOf('nora', '/v1/clients')).toEqual(['northwind']);
    expect(await idsOf('abe', '/v1/clients')).toEqual(['contoso', 'northwind']);
    expect(await idsOf('gia', '/v1/clients')).toEqual(['initech']);
    expect(await idsOf('nora', '/v1/projects')).toEqual(['voice', 'web']);
    expect(await idsOf('nora', '/v1/projects?clientId=contoso')).toEqual([]);
    expect(await idsOf('nora', '/v1/recipient-candidates?q=cora')).toEqual([]);
    expect(await idsOf('nora', '/v1/recipient-candidates?q=nils')).toEqual([who('nils').userId]);
  });

  it('offer whom a ticket can be given to, to those who may give it', async () => {
    const { users, groups } = (await who('abe').ask('/v1/assignees?q=a')) as { users: Body[]; groups: Body[] };
    expect(ids(users)).toContain(who('amy').userId);
    expect(ids(users)).not.toContain(who('nora').userId);
    expect(ids(groups)).toEqual(['billing-team']);
    expect((await who('nora').get('/v1/assignees')).status).toBe(403);
    const hidden = await who('abe').get('/v1/assignees?ticket=6a1f0a39-0000-4000-8000-000000000000');
    expect(hidden.body).toMatchObject({ status: 400, errors: [{ field: 'ticket', code: 'not-found' }] });
  });

  it('tell what the policy offers, and the policy itself to those who work by it', async () => {
    const statuses = (await who('nora').ask('/v1/statuses')).items as Body[];
    expect(ids(statuses)).toEqual(['new', 'in_progress', 'waiting', 'resolved', 'closed']);
    const priorities = (await who('nora').ask('/v1/priorities')).items as Body[];
    expect(priorities.filter(({ selectable }) => selectable).map(({ id }) => id)).toEqual(['low', 'normal', 'high']);
    expect(ids((await who('uma').ask('/v1/categories')).items as Body[])).toContain('billing');
    expect((await who('uma').get('/v1/policy')).status).toBe(403);
    const policy = await who('abe').get('/v1/policy');
    expect(policy.headers.get('etag')).toBe(`"${String(policy.body.version)}"`);
    expect(policy.body).toMatchObject({ preset: 'unified', reopen: { window: 'P7D' } });
  });

  it('find tickets by what they refer to, in scope [CALL-06]', async () => {
    const { id, position } = await who('abe').open({ references: [{ kind: 'call', id: 'c/7 1' }] });
    const path = `/v1/references/call/${encodeURIComponent('c/7 1')}/tickets`;
    expect((await who('ada').ask(path, { position })).items).toMatchObject([{ id }]);
    expect((await who('pat').ask(path)).items).toEqual([]);
    expect((await who('nora').get(path)).status).toBe(403);
    expect((await who('abe').ask('/v1/references/call/never/tickets')).items).toEqual([]);
  });
});

describe('?after=', () => {
  it('shows a command in every question about it, at once [LIFE-24] [RELY-03]', async () => {
    for (let round = 0; round < 10; round += 1) {
      const opened = await who('nora').open();
      const replied = await who('abe').act('POST', `/v1/tickets/${opened.id}/replies`, { body: 'x' });
      const thread = (await who('nora').ask(`/v1/tickets/${opened.id}/thread`, replied)) as {
        items: Body[];
        asOf: Body;
      };
      expect(ids(thread.items)).toContain(replied.replyId);
      expect(BigInt(String(thread.asOf.position))).toBeGreaterThanOrEqual(BigInt(replied.position));
      const { items } = (await who('nora').ask('/v1/tickets?limit=1', replied)) as { items: Body[] };
      expect(items[0]).toMatchObject({ id: opened.id, publicReplyCount: 1, waitingOn: 'requester' });
    }
  });

  it('waits for a projector that is behind, and says so when it stays behind', async () => {
    await stack.projector.stop();
    const { id, position } = await who('nora').open();
    const behind = await who('nora').get(`/v1/tickets?after=${position}`);
    expect([behind.status, behind.body.code]).toEqual([503, 'read-model-behind']);
    expect(Number(behind.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await who('nora').get('/v1/tickets')).status).toBe(200);
    const asked = who('nora').ask(`/v1/tickets/${id}`, { position });
    stack.projector.start();
    expect(await asked).toMatchObject({ id });
  });
});
