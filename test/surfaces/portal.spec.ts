// The portal's Support pages, as customers, partners and support use them: a browser's session over HTTP, on the product as
// it is started, in a tenant with that system's rules.
import { Browser } from '../../apps/api/test/browser.js';
import { RunningDesk, scratch } from '../support/running-desk.js';

const people = {
  nora: 'nora@northwind.test', // client_admin
  nils: 'nils@northwind.test', // client_manager
  nina: 'nina@northwind.test', // client_staff
  cora: 'cora@contoso.test', // another organisation
  pat: 'pat@partner.test', // partner_admin of northwind
  paul: 'paul@partner.test', // partner_user of both
  olga: 'olga@acme.test', // operator
  ada: 'ada@acme.test', // admin
  gia: 'gia@initech.test', // another tenant
} as const;
type Name = keyof typeof people;

interface Ticket {
  id: string;
  reference: string;
  subject: string;
  status: string;
  commentCount: number;
  supportReplied: boolean;
  relatedCallId?: string;
}
interface Detail extends Ticket {
  comments: { text: string; author: string }[];
  statusHistory: { from: string; to: string; by: string }[];
  recipients: { id: string; name: string }[];
  calls: string[];
}
interface Answer<T> {
  status: number;
  type: string | null;
  body: T;
}
interface Page {
  items: Ticket[];
  nextCursor: string | null;
}

const { dataDir, remove } = scratch();
let desk: RunningDesk;
const browsers = new Map<Name, Browser>();
const ids = new Map<Name, string>();
const nowhere = '00000000-0000-4000-8000-000000000000';

beforeAll(async () => {
  desk = await RunningDesk.start(dataDir);
  for (const [name, login] of Object.entries(people) as [Name, string][]) {
    const browser = new Browser(desk.url);
    const session = (await (await browser.signIn(login)).json()) as { user: { id: string } };
    browsers.set(name, browser);
    ids.set(name, session.user.id);
  }
  await done(ask('ada', 'POST', '/v1/policy/preset', { name: 'portal' }));
  for (const [call, clientId, projectId] of [
    ['call-1', 'northwind', 'web'],
    ['call-2', 'northwind', 'web'],
    ['call-3', 'northwind', 'web'],
    ['call-voice', 'northwind', 'voice'],
    ['call-contoso', 'contoso', 'web'],
  ]) {
    await done(ask('ada', 'PUT', `/v1/references/call/${call}`, { clientId, projectId }));
  }
});
afterAll(async () => {
  await desk?.end();
  remove();
});

/** A request as the portal's pages make it: the session's cookie, and its token on everything that changes something. */
async function ask<T = unknown>(name: Name, method: string, path: string, body?: unknown): Promise<Answer<T>> {
  const browser = browsers.get(name) as Browser;
  const answer = method === 'GET' ? await browser.send(path) : await browser.act(method, path, body);
  const type = answer.headers.get('content-type');
  return { status: answer.status, type, body: (await answer.json()) as T };
}
async function done<T>(answer: Promise<Answer<T>>, status = 200): Promise<T> {
  const { status: given, body } = await answer;
  expect({ given, body }).toEqual({ given: status, body: expect.anything() });
  return body;
}
async function refused(answer: Promise<Answer<unknown>>): Promise<string> {
  const { status, type, body } = await answer;
  expect(type).toMatch(/^application\/problem\+json/);
  return `${status} ${(body as { code: string }).code}`;
}

const tickets = '/api/support/tickets';
const open = (name: Name, fields: object = {}) =>
  done(
    ask<Ticket>(name, 'POST', tickets, { subject: 'No calls', description: 'Since noon', projectId: 'web', ...fields }),
    201,
  );
const one = (name: Name, id: string) => done(ask<Detail>(name, 'GET', `${tickets}/${id}`));
const list = (name: Name, query = '') => done(ask<Page>(name, 'GET', `${tickets}${query}`));
const comment = (name: Name, id: string, text = 'Hello') =>
  ask<{ id: string; text: string }>(name, 'POST', `${tickets}/${id}/comments`, { text });
const move = (name: Name, id: string, status: string, reason?: string) =>
  ask<Ticket>(name, 'POST', `${tickets}/${id}/status`, { status, reason });
const openCount = (name: Name) => ask<{ count: number }>(name, 'GET', '/api/shell/support/open-count');
const shown = async (name: Name, query: string) => (await list(name, query)).items.map(({ id }) => id);

it('takes a ticket from its opening to its reopening, with everybody in their part [ROLE-01] [ROLE-02] [APIC-09] [LIFE-11]', async () => {
  const recipients = [ids.get('nils')];
  const opened = await open('nina', { priority: 'high', recipients, calls: ['call-1', 'call-2', 'call-1'] });
  expect(opened).toMatchObject({ reference: expect.any(String), status: 'open', priority: 'high', commentCount: 0 });
  const { id } = opened;

  expect(await one('nora', id)).toMatchObject({
    description: 'Since noon',
    requester: { id: ids.get('nina') },
    project: { id: 'web' },
    calls: ['call-1', 'call-2'],
    relatedCallId: 'call-1',
    category: null,
    comments: [],
    statusHistory: [],
    allowedStatuses: [],
    mayComment: true,
    mayCategorise: false,
  });
  expect(new Set((await one('nina', id)).recipients.map((each) => each.id))).toEqual(
    new Set([ids.get('nina'), ids.get('nils')]),
  );
  expect(await shown('paul', '?view=open')).toContain(id);

  await done(ask('pat', 'PUT', `${tickets}/${id}/category`, { categoryId: 'technical' }));
  await done(comment('olga', id, 'Which number?'), 201);
  expect(await one('nora', id)).toMatchObject({ supportReplied: true, waitingOn: 'requester', commentCount: 1 });
  expect(await shown('nora', '?view=waiting')).toContain(id);
  await done(comment('nina', id, 'All of them.'), 201);
  expect(await shown('nora', '?view=waiting')).not.toContain(id);

  await done(move('pat', id, 'resolved'));
  expect(await shown('nora', '?view=resolved')).toContain(id);
  expect(await refused(move('nina', id, 'closed'))).toBe('403 not-allowed');
  await done(move('olga', id, 'closed'));
  expect(await refused(comment('nina', id))).toBe('409 ticket-closed');
  expect((await one('nina', id)) as object).toMatchObject({ allowedStatuses: ['open'], mayComment: false });
  await done(move('nina', id, 'open'));

  const seen = await one('nina', id);
  expect(seen).toMatchObject({ status: 'open', category: { id: 'technical' } });
  expect(seen.statusHistory.map(({ from, to }) => `${from} ${to}`)).toEqual([
    'open resolved',
    'resolved closed',
    'closed open',
  ]);
  expect(seen.comments.map(({ text }) => text)).toEqual(['Which number?', 'All of them.']);
});

it('keeps to the organisation, and to a partner’s clients; hidden is missing [SCOP-01] [SCOP-03] [SCOP-10]', async () => {
  const { id } = await open('nina');
  for (const name of ['nora', 'nils', 'pat', 'paul', 'olga'] as const)
    expect(await one(name, id)).toMatchObject({ id });
  for (const name of ['cora', 'gia'] as const) {
    expect(await shown(name, '')).not.toContain(id);
    for (const [method, path, body] of [
      ['GET', ''],
      ['POST', '/comments', { text: 'Hello' }],
      ['GET', '/comments'],
      ['POST', '/status', { status: 'open' }],
      ['PUT', '/category', { categoryId: 'billing' }],
      ['GET', '/calls'],
      ['POST', '/calls', { ref: 'call-1' }],
      ['DELETE', '/calls/call-1'],
      ['GET', '/recipients'],
      ['POST', '/recipients', { userId: ids.get('cora') }],
      ['DELETE', `/recipients/${ids.get('nina')}`],
    ] as [string, string, object?][]) {
      const hidden = await ask(name, method, `${tickets}/${id}${path}`, body);
      expect([path, hidden]).toEqual([path, await ask(name, method, `${tickets}/${nowhere}${path}`, body)]);
      expect(hidden.status).toBe(404);
    }
  }
});

it('tells no client’s id, and a client’s name to those who work for several [VIEW-04] [SCOP-10]', async () => {
  const { id } = await open('nina', { calls: ['call-1'] });
  const clientId = /"(northwind|contoso)"|clientId/;
  for (const name of ['nora', 'pat', 'paul', 'olga', 'ada'] as const) {
    for (const path of [tickets, `${tickets}/${id}`, `${tickets}/${id}/recipients`, '/api/shell/support/open-count']) {
      expect(JSON.stringify((await ask(name, 'GET', path)).body)).not.toMatch(clientId);
    }
  }
  expect(await one('pat', id)).toMatchObject({ client: 'Northwind' });
  expect(await one('nora', id)).not.toHaveProperty('client');
  for (const query of ['?clientId=contoso', '?client=contoso', '?tenant=globex']) {
    expect(await refused(ask('nora', 'GET', tickets + query))).toBe('400 validation-failed');
    expect(await refused(ask('nora', 'GET', `/api/shell/support/open-count${query}`))).toBe('400 validation-failed'); // [BADG-04]
  }
  const elsewhere = { subject: 'a', description: 'b', projectId: 'web', clientId: 'contoso' };
  expect(await refused(ask('nora', 'POST', tickets, elsewhere))).toBe('403 field-not-allowed');
  expect(await refused(ask('pat', 'POST', tickets, elsewhere))).toBe('400 validation-failed');
  await done(ask('paul', 'POST', tickets, elsewhere), 201);
});

it('refuses what a new ticket may not be [INTK-02] [INTK-06] [PRIO-04] [RECP-03] [CALL-01] [CALL-03]', async () => {
  const asked = { subject: 'a', description: 'b', projectId: 'web' };
  const six = Array.from({ length: 6 }, (_, n) => `call-${n}`);
  for (const [fields, why] of [
    [{ subject: ' ' }, '400 validation-failed'],
    [{ projectId: 'nothing' }, '400 validation-failed'],
    [{ priority: 'critical' }, '400 not-selectable'],
    [{ priority: 'urgent' }, '400 validation-failed'],
    [{ recipients: [nowhere] }, '400 validation-failed'],
    [{ recipients: [ids.get('cora')] }, '400 validation-failed'],
    [{ recipients: ['nina@northwind.test'] }, '400 validation-failed'],
    [{ calls: ['call-contoso'] }, '400 validation-failed'],
    [{ calls: ['call-voice'] }, '400 validation-failed'],
    [{ calls: ['call-1', 'never-was'] }, '400 validation-failed'],
    [{ calls: six }, expect.stringMatching(/^4/)],
    [{ categoryId: 'billing' }, '400 validation-failed'],
    [{ tenant: 'globex' }, '400 validation-failed'],
  ] as const) {
    expect([fields, await refused(ask('nina', 'POST', tickets, { ...asked, ...fields }))]).toEqual([fields, why]);
  }
});

it('relates calls and tells people where the role allows it [CALL-02] [CALL-05] [CALL-06] [RECP-04]', async () => {
  const { id } = await open('nina');
  const calls = (name: Name) => done(ask<{ calls: string[] }>(name, 'GET', `${tickets}/${id}/calls`));
  expect(await refused(ask('nina', 'POST', `${tickets}/${id}/calls`, { ref: 'call-1' }))).toBe('403 not-allowed');
  expect(await refused(ask('olga', 'POST', `${tickets}/${id}/calls`, { ref: 'call-contoso' }))).toBe(
    '400 validation-failed',
  );
  for (const ref of ['call-1', 'call-1', 'call-3']) await done(ask('pat', 'POST', `${tickets}/${id}/calls`, { ref }));
  expect(await calls('nina')).toEqual({ calls: ['call-1', 'call-3'] });
  expect((await done(ask<Page>('olga', 'GET', '/api/support/calls/call-3/tickets'))).items.map((t) => t.id)).toEqual([
    id,
  ]);
  for (const name of ['nora', 'pat'] as const) {
    expect(await refused(ask(name, 'GET', '/api/support/calls/call-3/tickets'))).toBe('403 not-allowed');
  }
  expect(await done(ask<Page>('olga', 'GET', '/api/support/calls/never-was/tickets'))).toMatchObject({ items: [] });
  await done(ask('olga', 'DELETE', `${tickets}/${id}/calls/call-1`));
  expect(await calls('pat')).toEqual({ calls: ['call-3'] });

  const told = async () =>
    (await done(ask<{ recipients: { id: string }[] }>('nina', 'GET', `${tickets}/${id}/recipients`))).recipients.map(
      (each) => each.id,
    );
  expect(await told()).toEqual([ids.get('nina')]);
  expect(await refused(ask('nina', 'DELETE', `${tickets}/${id}/recipients/${ids.get('nina')}`))).toMatch(/^409 /);
  await done(ask('nina', 'POST', `${tickets}/${id}/recipients`, { userId: ids.get('nora') }));
  expect(await told()).toContain(ids.get('nora'));
  await done(ask('nina', 'DELETE', `${tickets}/${id}/recipients/${ids.get('nora')}`));
  expect(await told()).toEqual([ids.get('nina')]);
  expect(await refused(ask('nina', 'POST', `${tickets}/${id}/recipients`, { userId: ids.get('cora') }))).toBe(
    '400 validation-failed',
  );
});

it('searches subjects, of the organisation, without wildcards [SRCH-06] [VIEW-02]', async () => {
  const { id } = await open('nina', { subject: 'Voicemail light', description: 'xylophone' });
  const { id: theirs } = await open('cora', { subject: 'Voicemail lamp' });
  expect(await shown('nora', '?search=VOICEmail')).toEqual([id]);
  expect(await shown('cora', '?search=voicemail')).toEqual([theirs]);
  expect((await shown('olga', '?search=voicemail')).toSorted()).toEqual([id, theirs].toSorted());
  expect(await shown('nora', '?search=xylophone')).toEqual([]);
  for (const wild of ['Voice%25', '%25%25', 'voice*']) {
    expect([wild, await refused(ask('nora', 'GET', `${tickets}?search=${wild}`))]).toEqual([
      wild,
      expect.stringMatching(/^400 /),
    ]);
  }
  expect(await refused(ask('nora', 'GET', `${tickets}?view=mine`))).toBe('400 validation-failed');
});

it('counts the open tickets for roles with a badge, as their lists do [BADG-01] [BADG-02] [BADG-03] [BADG-04] [VIEW-16]', async () => {
  const before = new Map<Name, number>();
  for (const name of ['nora', 'nils', 'pat', 'paul', 'olga'] as const) {
    const { count } = await done(openCount(name));
    const all: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page = await list(name, `?view=open&limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      all.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect([name, count]).toEqual([name, all.length]);
    before.set(name, count);
  }
  expect(before.get('nora')).toBe(before.get('pat'));
  expect(before.get('paul')).toBeGreaterThan(before.get('pat') ?? 0);
  expect(await refused(openCount('nina'))).toBe('404 badge-not-available');
  const { id } = await open('nina');
  expect((await done(openCount('nora'))).count).toBe((before.get('nora') ?? 0) + 1);
  await done(move('olga', id, 'resolved'));
  expect((await done(openCount('nora'))).count).toBe(before.get('nora'));
});

it('shows customers what support said to them, and nothing it said of them [RPLY-15]', async () => {
  const { id } = await open('nina');
  await done(comment('olga', id), 201);
  const before = await one('nina', id);
  const note = { body: 'They forgot again', visibility: 'internal' };
  const { position } = await done(ask<{ position: string }>('olga', 'POST', `/v1/tickets/${id}/replies`, note), 201);
  for (const name of ['nina', 'pat'] as const) {
    const seen = await done(ask<Detail>(name, 'GET', `${tickets}/${id}?after=${position}`));
    expect(seen.commentCount).toBe(1);
    expect(JSON.stringify(seen)).not.toContain('They forgot again');
  }
  expect(await one('nina', id)).toEqual(before);
});

it('asks a session’s changes for its token; a bearer token needs none [APIC-09] [INTK-26]', async () => {
  const asked = { subject: 'a', description: 'b', projectId: 'web' };
  const nina = browsers.get('nina') as Browser;
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) };
  const without = await nina.send(tickets, init);
  expect([without.status, await without.json()]).toEqual([
    403,
    expect.objectContaining({ code: 'csrf-token-invalid' }),
  ]);
  const stranger = await fetch(`${desk.url}${tickets}`);
  expect([stranger.status, await stranger.json()]).toEqual([401, expect.objectContaining({ code: 'unauthenticated' })]);
  expect((await desk.as(people.nina, 'POST', tickets, asked)).status).toBe(201);
});
