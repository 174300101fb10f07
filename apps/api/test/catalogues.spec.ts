// The catalogues of a desk as its people meet them: statuses, priorities, tags, badges, numbers and recipients.
import { startStack, type Stack } from '../../../test/stack.js';
import { fieldsOf, signIn, type Answer, type Body, type Client, type Ticket } from './client.js';

let stack: Stack;
let ada: Client;
let abe: Client;
let nora: Client;
let nina: Client;
let pat: Client;
let audra: Client;

beforeAll(async () => {
  stack = await startStack();
  const [api] = stack.urls as [string];
  [ada, abe, nora, nina, pat, audra] = (await Promise.all(
    ['ada', 'abe', 'nora@northwind.test', 'nina@northwind.test', 'pat@partner.test', 'audra'].map((name) =>
      signIn(api, name),
    ),
  )) as [Client, Client, Client, Client, Client, Client];
});
afterAll(() => stack?.stop());

interface Status extends Body {
  readonly id: string;
  readonly state: string;
  readonly tickets?: number;
}
const patch = (change: Body) => ada.patch('/v1/policy', change);
const policy = () => ada.ask('/v1/policy') as Promise<Body & { statuses: Status[] }>;
const done = async (answer: Promise<Answer>): Promise<Body> => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
};
const flaws = ({ status, body }: Answer) => [
  status,
  body.code,
  ((body.errors ?? []) as { field: string; code: string }[]).map(({ field, code }) => [field, code]),
];
const items = async <T = { id: string }>(client: Client, path: string, after?: Ticket) =>
  (await client.ask(path, after)).items as T[];

describe('statuses', () => {
  const custom = (id: string, more: Body = {}): Status => ({
    id,
    label: id,
    state: 'in_progress',
    colour: '#0ea5e9',
    order: 30,
    active: true,
    pausesSla: false,
    requesterMayComment: true,
    ...more,
  });
  let base: Status[];
  beforeAll(async () => {
    base = (await policy()).statuses;
  });
  const withChanged = (id: string, change: Body) => base.map((one) => (one.id === id ? { ...one, ...change } : one));

  it('of the system take a name and a colour, and keep what they do [STAT-02] [STAT-03]', async () => {
    await done(patch({ statuses: withChanged('resolved', { label: 'Solved', colour: '#00AA00' }) }));
    expect((await items<Status>(nora, '/v1/statuses')).find(({ id }) => id === 'resolved')).toMatchObject({
      label: 'Solved',
      colour: '#00AA00',
      state: 'resolved',
    });
    const { id } = await abe.open();
    expect(await abe.act('POST', `/v1/tickets/${id}/resolve`)).toMatchObject({ state: 'resolved' });
    await done(patch({ statuses: base }));
  });

  it.each<[string, (all: Status[]) => Status[]]>([
    ['new deactivated', () => withChanged('new', { active: false })],
    ['resolved deactivated', () => withChanged('resolved', { active: false })],
    ['closed deactivated', () => withChanged('closed', { active: false })],
    ['new deleted', (all) => all.filter(({ id }) => id !== 'new')],
    ['resolved deleted', (all) => all.filter(({ id }) => id !== 'resolved')],
    ['closed deleted', (all) => all.filter(({ id }) => id !== 'closed')],
    ['two of a name', (all) => [...all, custom('x', { label: ' waiting' })]],
    ['a colour by its name', (all) => [...all, custom('x', { colour: 'red' })]],
    ['a flag left out', (all) => [...all, { ...custom('x'), pausesSla: undefined }]],
  ])('cannot be had with %s [STAT-03] [STAT-04]', async (_, change) => {
    const refused = await patch({ statuses: change(base) });
    expect([refused.status, refused.body.code]).toEqual([422, 'policy-invalid']);
    expect(fieldsOf(refused)[0]).toMatch(/^(statuses|initialStatus|reopen\.target)/);
  });

  it('out of use are offered no more, still listed and filtered by, and come back [STAT-05]', async () => {
    await done(patch({ statuses: [...base, custom('vendor')] }));
    const { id } = await abe.open({ clientId: 'northwind' });
    await abe.act('PUT', `/v1/tickets/${id}/status`, { status: 'vendor', reason: 'A part' });
    await done(patch({ statuses: [...base, custom('vendor', { active: false })] }));
    const other = await abe.open();
    expect((await abe.ask(`/v1/tickets/${other.id}`, other)).allowedStatuses).not.toContain('vendor');
    const refused = await abe.put(`/v1/tickets/${other.id}/status`, { status: 'vendor', reason: 'Too' });
    expect(flaws(refused)).toEqual([409, 'transition-not-allowed', [['status', 'transition-not-allowed']]]);
    expect((await items<Status>(nora, '/v1/statuses')).find((one) => one.id === 'vendor')).toMatchObject({
      active: false,
    });
    expect((await items(abe, '/v1/tickets?status=vendor')).map((one) => one.id)).toEqual([id]);
    await done(patch({ statuses: [...base, custom('vendor')] }));
    expect((await abe.ask(`/v1/tickets/${other.id}`)).allowedStatuses).toContain('vendor');
  });

  it('are counted for the desk, and go only when no ticket is in them [STAT-06] [STAT-07]', async () => {
    const counted = async (client: Client, after?: Ticket) =>
      (await items<Status>(client, '/v1/statuses', after)).find(({ id }) => id === 'vendor')?.tickets;
    expect([await counted(abe), await counted(ada), await counted(audra)]).toEqual([1, 1, 1]);
    expect(await counted(nora)).toBeUndefined();
    const { byStatus } = (await abe.ask('/v1/counts')) as { byStatus: Record<string, number> };
    expect(byStatus.vendor).toBe(1);
    expect((await patch({ statuses: base })).body).toMatchObject({
      status: 409,
      code: 'status-in-use',
      errors: [{ field: 'statuses[vendor]', message: expect.stringContaining('1 ticket') }],
    });
    const [{ id }] = (await items(abe, '/v1/tickets?status=vendor')) as [{ id: string }];
    const left = await abe.act('POST', `/v1/tickets/${id}/resolve`);
    expect(await counted(abe, left)).toBe(0);
    await done(patch({ statuses: base }));
  });

  it('say whether requesters may comment [STAT-11]', async () => {
    await done(patch({ statuses: [...base, custom('quiet', { requesterMayComment: false })] }));
    const { id } = await nora.open();
    await abe.act('PUT', `/v1/tickets/${id}/status`, { status: 'quiet', reason: 'Audit' });
    const moved = await abe.act('POST', `/v1/tickets/${id}/replies`, { body: 'We look into it' });
    expect((await nora.ask(`/v1/tickets/${id}`, moved)).allowedActions).not.toContain('reply');
    const refused = await nora.post(`/v1/tickets/${id}/replies`, { body: 'And?' });
    expect([refused.status, refused.body.code]).toEqual([409, 'comments-not-open']);
    const back = await abe.act('PUT', `/v1/tickets/${id}/status`, { status: 'in_progress', reason: 'Done' });
    expect((await nora.ask(`/v1/tickets/${id}`, back)).allowedActions).toContain('reply');
  });
});

describe('priorities', () => {
  const offered = async (client: Client) =>
    (await items<{ id: string; selectable: boolean }>(client, '/v1/priorities'))
      .filter(({ selectable }) => selectable)
      .map(({ id }) => id);
  beforeAll(() =>
    done(
      patch({
        priorities: {
          active: ['low', 'normal', 'high', 'critical'],
          labels: { critical: 'Down' },
          guide: { critical: 'Nobody can work.' },
          mayChoose: { client_admin: ['low', 'normal', 'high', 'critical'], client_staff: [], developer: ['low'] },
        },
      }),
    ),
  );

  it('are told with label, guide and default; those not in use are not [PRIO-01] [PRIO-05] [INTK-09]', async () => {
    const body = await nora.ask('/v1/priorities');
    expect(body.default).toBe('normal');
    expect((body.items as { id: string }[]).map(({ id }) => id)).toEqual(['low', 'normal', 'high', 'critical']);
    expect((body.items as unknown[])[3]).toEqual({
      id: 'critical',
      label: 'Down',
      guide: 'Nobody can work.',
      selectable: true,
    });
  });

  it('are chosen by role, and what is offered is what is taken [PRIO-04]', async () => {
    const dev = await signIn(stack.urls[0] as string, 'dev');
    const expected: [Client, string[]][] = [
      [nora, ['low', 'normal', 'high', 'critical']],
      [nina, []],
      [pat, ['low', 'normal', 'high']],
      [abe, ['low', 'normal', 'high', 'critical']],
      [dev, ['low']],
    ];
    for (const [client, may] of expected) {
      expect(await offered(client)).toEqual(may);
      const place = client === pat ? { clientId: 'northwind' } : {};
      for (const priority of ['low', 'normal', 'high', 'critical']) {
        const { status, body } = await client.post('/v1/tickets', {
          subject: 'P',
          description: 'P',
          priority,
          ...place,
        });
        expect([status, body.code]).toEqual(may.includes(priority) ? [201, undefined] : [400, 'not-selectable']);
      }
    }
    const { id } = await dev.open({ categoryId: 'technical' });
    expect((await dev.put(`/v1/tickets/${id}/priority`, { priority: 'high' })).body.code).toBe('not-selectable');
  });

  it.each<[string, Body, string]>([
    ['of a role that is not there', { mayChoose: { boss: ['low'] } }, 'priorities.mayChoose.boss'],
    ['that is not in use', { mayChoose: { user: ['medium'] } }, 'priorities.mayChoose.user[0]'],
    ['named twice', { mayChoose: { user: ['low', 'low'] } }, 'priorities.mayChoose.user[1]'],
    ['with an empty guide', { guide: { low: ' ' } }, 'priorities.guide.low'],
  ])('refuse a choice %s [PRIO-04]', async (_, priorities, field) => {
    const refused = await patch({ priorities });
    expect([refused.status, fieldsOf(refused)]).toEqual([422, [field]]);
  });
});

describe('tags', () => {
  const named = async (prefix = '', after?: Ticket) =>
    (await items(abe, `/v1/tags?prefix=${encodeURIComponent(prefix)}`, after)).map(({ id }) => id);

  it('are taken out of use and restored by admins; tickets keep theirs [TAGS-04] [TAGS-06] [TAGS-08]', async () => {
    const { id } = await abe.open();
    const { id: other } = await abe.open();
    const tagged = await abe.act('PUT', `/v1/tickets/${id}/tags/Old%20Thing`);
    expect(await named('old', tagged)).toEqual(['old thing']);
    expect((await abe.patch('/v1/tags/old%20thing', { active: false })).status).toBe(403);
    expect((await ada.delete('/v1/tags/OLD%20thing')).body).toEqual({
      id: 'old thing',
      name: 'old thing',
      active: false,
    });
    expect(await named('old')).toEqual([]);
    const refused = await abe.put(`/v1/tickets/${other}/tags/old%20thing`);
    expect(flaws(refused)).toEqual([409, 'tag-inactive', [['tag', 'tag-inactive']]]);
    expect(refused.body.detail).toMatch(/only an admin can restore/);
    expect(flaws(await abe.post('/v1/tickets', { subject: 'T', description: 'T', tags: ['Old Thing'] }))).toEqual([
      409,
      'tag-inactive',
      [['tags', 'tag-inactive']],
    ]);
    expect((await abe.ask(`/v1/tickets/${id}`)).tags).toEqual(['old thing']);
    expect((await items(abe, '/v1/tickets?tag=old%20thing')).map((one) => one.id)).toEqual([id]);
    expect((await ada.patch('/v1/tags/old%20thing', { active: true })).body).toMatchObject({ active: true });
    await abe.act('PUT', `/v1/tickets/${other}/tags/old%20thing`);
    expect(await named('old')).toEqual(['old thing']);
  });

  it('are seen by everybody who sees the ticket [TAGS-07] [TAGS-01]', async () => {
    const { id } = await nora.open();
    const tagged = await abe.act('PUT', `/v1/tickets/${id}/tags/seen`);
    expect((await nora.ask(`/v1/tickets/${id}`, tagged)).tags).toEqual(['seen']);
    expect((await nora.put(`/v1/tickets/${id}/tags/mine`)).status).toBe(403);
    expect((await nora.delete(`/v1/tickets/${id}/tags/seen`)).status).toBe(403);
    expect((await nora.get('/v1/tags')).status).toBe(403);
  });

  it('are made by admins, except under a name that is out of use [TAGS-09] [TAGS-03]', async () => {
    expect((await abe.post('/v1/tags', { name: 'vip' })).status).toBe(403);
    const made = await ada.post('/v1/tags', { name: ' VIP ' });
    expect([made.status, made.body]).toEqual([200, { id: 'vip', name: 'vip', active: true }]);
    expect(await named('v')).toEqual(['vip']);
    const { version } = await policy();
    expect((await ada.post('/v1/tags', { name: 'vip' })).body).toEqual(made.body);
    expect((await policy()).version).toBe(version);
    await ada.delete('/v1/tags/vip');
    const again = await ada.post('/v1/tags', { name: 'Vip' });
    expect([again.status, again.body.code]).toEqual([409, 'tag-inactive']);
    expect(fieldsOf(await ada.post('/v1/tags', { name: ' ' }))).toEqual(['name']);
    expect(fieldsOf(await ada.patch('/v1/tags/vip', { active: 'no', colour: 'red' }))).toEqual(['colour', 'active']);
  });

  it('change as part of the policy: by whom, over which version, once for a key [TAGS-08] [SETT-09]', async () => {
    const { version } = await policy();
    const stale = await ada.patch('/v1/tags/x', { active: false }, { 'If-Match': `"${Number(version) - 1}"` });
    expect([stale.status, stale.body.code]).toEqual([412, 'revision-mismatch']);
    const key = { 'Idempotency-Key': 'tag-x' };
    const first = await ada.patch('/v1/tags/x', { active: false }, key);
    expect(first.headers.get('etag')).toBe(`"${Number(version) + 1}"`);
    const second = await ada.patch('/v1/tags/x', { active: false }, key);
    expect([second.headers.get('etag'), second.headers.get('idempotency-replayed')]).toEqual([
      first.headers.get('etag'),
      'true',
    ]);
    expect((await ada.patch('/v1/tags/x', { active: true }, key)).body.code).toBe('idempotency-key-reused');
    const then = await audra.ask(`/v1/policy?version=${Number(version)}`);
    expect(then.tags).not.toHaveProperty('x');
  });
});

describe('badges', () => {
  const badge = async (client: Client) => (await client.get('/v1/badges')).status;

  it('are for the roles that the policy lists [BADG-01] [BADG-02]', async () => {
    expect([await badge(nora), await badge(nina), await badge(pat), await badge(abe)]).toEqual([200, 404, 200, 200]);
    await done(patch({ badges: { roles: ['client_staff', 'agent', 'admin'] } }));
    expect([await badge(nora), await badge(nina), await badge(pat), await badge(abe)]).toEqual([404, 200, 404, 200]);
    expect((await nina.ask('/v1/me')).capabilities).toContain('badge');
    await done(patch({ badges: { roles: null } }));
    expect([await badge(nora), await badge(nina)]).toEqual([200, 404]);
  });

  it.each([
    ['boss', 'unknown-value'],
    ['guest', 'impossible'],
    ['auditor', 'impossible'],
    ['service', 'impossible'],
  ])('refuse %s, who has no queue [BADG-02]', async (role, code) => {
    expect(flaws(await patch({ badges: { roles: ['agent', role] } }))).toEqual([
      422,
      'policy-invalid',
      [['badges.roles[1]', code]],
    ]);
  });
});

describe('numbers', () => {
  it('of an earlier template still open their tickets, and the sequence goes on [NUMB-02] [NUMB-03] [NUMB-01]', async () => {
    const before = await nora.open();
    await done(patch({ numbers: { template: 'HD-{yyyy}-{seq:7}' } }));
    const after = await nora.open();
    expect(after.number).toMatch(/^HD-\d{4}-\d{7}$/);
    expect(Number(after.number.slice(8))).toBeGreaterThan(Number(before.number.slice(5)));
    for (const ticket of [before, after]) {
      expect((await nora.ask(`/v1/tickets/${ticket.number.toLowerCase()}`, after)).id).toBe(ticket.id);
    }
  });

  it.each(['{seq:0x}', 'T-{yyyy}', '{seq}{seq}', '{seq}/{yyyy}', '{SEQ}', '', '{seq} '])(
    'refuse %j as a template [NUMB-02]',
    async (template) => {
      expect(flaws(await patch({ numbers: { template } }))).toEqual([
        422,
        'policy-invalid',
        [['numbers.template', 'bad-template']],
      ]);
    },
  );
});

describe('recipients', () => {
  it('are the creator and up to four others, by their ids, with names to show [RCPT-01] [RCPT-02] [RCPT-03] [RCPT-04]', async () => {
    const candidates = (
      await items<{ id: string; name: string; email?: string }>(nora, '/v1/recipient-candidates')
    ).filter(({ id }) => id !== nora.userId);
    expect(candidates.every(({ email }) => email === undefined)).toBe(true);
    const ids = candidates.map(({ id }) => id);
    const ticket = await nora.open({ recipients: ids.slice(0, 2) });
    const recipients = (await nora.ask(`/v1/tickets/${ticket.id}`, ticket)).recipients as { id: string }[];
    expect(recipients.map(({ id }) => id)).toEqual([nora.userId, ...ids.slice(0, 2)]);
    expect(recipients[1]).toEqual({ id: ids[0], name: candidates[0]?.name });
    const staff = (await items(abe, '/v1/recipient-candidates')).map(({ id }) => id).filter((id) => id !== abe.userId);
    const most = await abe.open({ recipients: staff.slice(0, 4) });
    const full = await abe.post(`/v1/tickets/${most.id}/recipients`, { userId: staff[4] });
    expect([full.status, full.body.code]).toEqual([409, 'recipient-limit']);
    const more = await abe.post('/v1/tickets', { subject: 'R', description: 'R', recipients: staff.slice(0, 5) });
    expect(flaws(more)).toEqual([409, 'recipient-limit', [['recipients', 'recipient-limit']]]);
  });

  it('are never of another tenant or organisation, nor an address: the answer is that of an unknown user [RCPT-06] [RCPT-01]', async () => {
    const [gary, cora] = await Promise.all(
      ['gary@globex.test', 'cora@contoso.test'].map((name) => signIn(stack.urls[0] as string, name)),
    );
    const nobody = '3f190fec-b557-4754-804f-bc1b3839e773';
    const { id } = await nora.open();
    const add = (userId: unknown) => nora.post(`/v1/tickets/${id}/recipients`, { userId });
    const open = (userId: unknown) =>
      nora.post('/v1/tickets', { subject: 'R', description: 'R', recipients: [userId] });
    for (const ask of [add, open]) {
      const unknown = await ask(nobody);
      expect(unknown.status).toBe(400);
      for (const other of [gary, cora] as Client[]) expect((await ask(other.userId)).body).toEqual(unknown.body);
      expect((await ask('nils@northwind.test')).body.code).toBe('validation-failed');
    }
  });

  it('are told in the history by their ids alone, and one always stays [RCPT-05] [RCPT-08]', async () => {
    const ticket = await nora.open();
    const added = await nora.act('POST', `/v1/tickets/${ticket.id}/recipients`, { userId: nina.userId });
    await nora.act('DELETE', `/v1/tickets/${ticket.id}/recipients/${nora.userId}`);
    const last = await nora.delete(`/v1/tickets/${ticket.id}/recipients/${nina.userId}`);
    expect([last.status, last.body.code]).toEqual([409, 'last-recipient']);
    const audit = await audra.ask(`/v1/audit/tickets/${ticket.id}/events`, added);
    const kinds = (audit.items as { type: string }[]).map(({ type }) => type);
    expect(kinds).toEqual(['TicketOpened', 'RecipientAdded', 'RecipientRemoved']);
    expect(JSON.stringify(audit)).not.toContain('@northwind');
  });
});
