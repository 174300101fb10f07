// The social application's support tickets, as its users and its admin panel ask for them: over HTTP, on the product as it
// is started, in a tenant with that system's rules.
import { RunningDesk, scratch, type Answer } from '../support/running-desk.js';

const uma = 'uma@acme.test'; // a user
const nate = 'nate@northwind.test';
const mo = 'mo@acme.test'; // a moderator
const ada = 'ada@acme.test'; // an admin
const gary = 'gary@globex.test';
const nowhere = '00000000-0000-4000-8000-000000000000';

interface Ticket {
  id: string;
  subject: string;
  description: string;
  attachmentUrls: string[];
  department: string | null;
  userId: string;
  status: string;
  createdAt: string;
  updatedAt: string;
  resolvedAt: string | null;
  closedAt: string | null;
  assignedToUserId: string | null;
}
interface Comment {
  id: string;
  ticketId: string;
  text: string;
  parentCommentId: string | null;
  attachmentUrls: string[];
  userId: string;
}
interface Envelope<T> {
  success: boolean;
  data: T;
  error?: { code: string; message: string };
}
interface TicketPage {
  tickets: Ticket[];
  totalCount: number;
  hasMore: boolean;
}
interface CommentPage {
  comments: Comment[];
  totalCount: number;
  hasMore: boolean;
}

const { dataDir, remove } = scratch();
let desk: RunningDesk;
const ids: Record<string, string> = {};

beforeAll(async () => {
  desk = await RunningDesk.start(dataDir);
  const preset = await desk.as(ada, 'POST', '/v1/policy/preset', { name: 'social' });
  expect(preset.status).toBe(200);
  for (const user of [uma, mo, ada]) {
    ids[user] = (await desk.as<{ user: { id: string } }>(user, 'GET', '/v1/me')).body.user.id;
  }
});
afterAll(async () => {
  await desk?.end();
  remove();
});

const as = <T = unknown>(
  user: string,
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
): Promise<Answer<Envelope<T>>> => desk.as<Envelope<T>>(user, method, `/api/${path}`, body, headers);

/** What came of it when it went well. */
async function done<T>(answer: Promise<Answer<Envelope<T>>>, status = 200): Promise<T> {
  const { status: given, body } = await answer;
  expect({ status: given, ...body }).toEqual({ status, success: true, data: expect.anything() });
  return body.data;
}
/** Why not; every refusal has the one form. */
async function refused(answer: Promise<Answer<Envelope<unknown>>>): Promise<string> {
  const { status, body, headers } = await answer;
  expect(body).toEqual({ success: false, error: { code: expect.any(String), message: expect.any(String) } });
  expect(headers.get('content-type')).toMatch(/^application\/json/);
  expect(headers.get('x-correlation-id')).toBeTruthy();
  return `${status} ${body.error?.code}`;
}

const open = (user: string, fields: object = {}): Promise<Ticket> =>
  done(as<Ticket>(user, 'POST', 'tickets', { subject: 'No sound', description: 'Since noon', ...fields }), 201);
const act = (user: string, id: string, action: string, more: object = {}) =>
  as<Ticket>(user, 'PUT', `tickets/${id}/status`, { action, ...more });
const comment = (user: string, ticketId: string, more: object = {}) =>
  as<Comment>(user, 'POST', 'ticket-comments', { ticketId, text: 'Hello', ...more });
const ticket = (user: string, id: string) => done(as<Ticket>(user, 'GET', `tickets/${id}`));
const list = (user: string, query = '') => done(as<TicketPage>(user, 'GET', `tickets${query}`));

it('is opened by a user, worked on by the desk and closed, and each sees it at once [ROLE-05] [APIC-01] [APIC-02] [APIC-03] [APIC-06] [APIC-08]', async () => {
  const attachmentUrls = ['https://files.test/screen.png', 'http://127.0.0.1:9/never-fetched'];
  const opened = await open(uma, { attachmentUrls, department: 'Audio' });
  const seen = await ticket(uma, opened.id);
  expect(seen).toEqual({
    id: opened.id,
    subject: 'No sound',
    description: 'Since noon',
    attachmentUrls,
    department: 'Audio',
    userId: ids[uma],
    status: 'New',
    createdAt: expect.stringMatching(/Z$/),
    updatedAt: expect.stringMatching(/Z$/),
    resolvedAt: null,
    closedAt: null,
    assignedToUserId: null,
  }); // [DETL-05] [ATCH-19]
  expect(opened).toEqual(seen);

  expect((await list(uma)).tickets[0]).toEqual(seen);
  expect((await list(ada)).tickets[0]).toEqual(seen);

  await done(act(mo, opened.id, 'StartProgress'));
  expect(await ticket(uma, opened.id)).toMatchObject({ status: 'InProgress', assignedToUserId: ids[mo] });
  const said = await done(
    comment(ada, opened.id, { text: 'Which device?', attachmentUrls: ['https://files.test/a'] }),
    201,
  );
  await done(act(ada, opened.id, 'MarkAsResolved'));
  expect(await ticket(uma, opened.id)).toMatchObject({ status: 'Resolved', resolvedAt: expect.any(String) });
  await done(comment(uma, opened.id, { text: 'The old one. It works!', parentCommentId: said.id }), 201);
  await done(act(mo, opened.id, 'Close'));
  expect(await ticket(uma, opened.id)).toMatchObject({ status: 'Closed', closedAt: expect.any(String) });
});

it('takes an action where its status has it, and nowhere else [APIC-07] [LIFE-03] [LIFE-04] [LIFE-05] [VIEW-14]', async () => {
  const { id } = await open(uma);
  const legal = { New: 'StartProgress', InProgress: 'MarkAsResolved', Resolved: 'Close', Closed: 'none' };
  for (const [status, next] of Object.entries(legal)) {
    expect(await ticket(mo, id)).toMatchObject({ status });
    for (const action of Object.values(legal).filter((each) => each !== next && each !== 'none')) {
      expect([status, action, await refused(act(mo, id, action))]).toEqual([
        status,
        action,
        '409 transition-not-allowed',
      ]);
    }
    expect(await refused(act(uma, id, next === 'none' ? 'Close' : next))).toMatch(/^(403|409) /);
    if (next !== 'none') await done(act(mo, id, next));
  }
  for (const action of ['Reopen', 'startProgress', '', null, 3]) {
    expect(await refused(as(mo, 'PUT', `tickets/${id}/status`, { action }))).toBe('400 validation-failed');
  }
  expect(await refused(as(mo, 'PUT', `tickets/${id}/status`, {}))).toBe('400 validation-failed');
});

it('assigns who is named when work starts, and only then [LIFE-03] [LIFE-06]', async () => {
  const { id } = await open(uma);
  const assignedToUserId = ids[ada];
  expect(await refused(act(mo, id, 'StartProgress', { assignedToUserId: nowhere }))).toBe('400 validation-failed');
  expect(await refused(act(mo, id, 'StartProgress', { assignedToUserId: ids[uma] }))).toBe('400 validation-failed');
  await done(act(mo, id, 'StartProgress', { assignedToUserId }));
  await done(act(mo, id, 'MarkAsResolved', { assignedToUserId: ids[mo] }));
  await done(act(mo, id, 'Close', { assignedToUserId: nowhere }));
  expect(await ticket(mo, id)).toMatchObject({ assignedToUserId, status: 'Closed' });
});

it('ends with Closed, for everybody and every command [LIFE-07]', async () => {
  const { id } = await open(uma);
  for (const action of ['StartProgress', 'MarkAsResolved', 'Close']) await done(act(mo, id, action));
  for (const user of [uma, mo, ada]) {
    expect(await refused(comment(user, id))).toMatch(/^409 /);
    for (const action of ['StartProgress', 'MarkAsResolved', 'Close']) {
      expect(await refused(act(user, id, action))).toMatch(/^(403|409) /);
    }
  }
  expect(await refused(act(ada, id, 'StartProgress', { assignedToUserId: ids[ada] }))).toMatch(/^409 /);
});

it('has no comments while New, the desk’s in progress, feedback when resolved [RPLY-08] [RPLY-09]', async () => {
  const { id } = await open(uma);
  for (const user of [uma, mo, ada]) expect(await refused(comment(user, id))).toBe('409 comments-not-open');
  await done(act(mo, id, 'StartProgress'));
  await done(comment(ada, id), 201);
  expect(await refused(comment(uma, id))).toBe('409 comments-not-open');
  await done(act(mo, id, 'MarkAsResolved'));
  await done(comment(uma, id), 201);
});

it('pages comments, and answers to a comment [APIC-04] [APIC-05] [APIC-06] [DETL-06] [RPLY-07] [RPLY-14]', async () => {
  const { id } = await open(uma);
  const { id: elsewhere } = await open(uma);
  for (const each of [id, elsewhere]) await done(act(mo, each, 'StartProgress'));
  const attachmentUrls = ['https://files.test/log.txt'];
  const first = await done(comment(mo, id, { text: ' First ', attachmentUrls }), 201);
  expect(first).toMatchObject({ ticketId: id, text: 'First', parentCommentId: null, attachmentUrls, userId: ids[mo] });
  const answer = await done(comment(ada, id, { text: 'Second', parentCommentId: first.id }), 201);
  const third = await done(comment(ada, id, { text: 'Third' }), 201);
  const foreign = await done(comment(ada, elsewhere), 201);

  const page = (user: string, of: string, query = '') =>
    done(as<CommentPage>(user, 'GET', `ticket-comments/${of}${query}`));
  expect(await page(uma, `ticket/${id}`)).toEqual({ comments: [first, answer, third], totalCount: 3, hasMore: false });
  expect(await page(uma, `ticket/${id}`, '?page=1&pageSize=2')).toEqual({
    comments: [first, answer],
    totalCount: 3,
    hasMore: true,
  });
  expect(await page(uma, `ticket/${id}`, '?page=2&pageSize=2')).toMatchObject({ comments: [third], hasMore: false });
  expect(await page(uma, `${first.id}/replies`)).toEqual({ comments: [answer], totalCount: 1, hasMore: false });
  expect(await page(uma, `${third.id}/replies`)).toEqual({ comments: [], totalCount: 0, hasMore: false });

  for (const parentCommentId of [foreign.id, nowhere, 'first']) {
    expect(await refused(comment(ada, id, { parentCommentId }))).toBe('400 validation-failed');
  }
  for (const text of ['', '   ', undefined]) {
    expect(await refused(comment(ada, id, { text }))).toBe('400 validation-failed');
  }
  // What the desk says among itself is not for this surface, whoever asks.
  const noted = await desk.as<{ replyId: string }>(mo, 'POST', `/v1/tickets/${id}/replies`, {
    body: 'A note',
    visibility: 'internal',
  });
  expect(noted.status).toBe(201);
  expect(await page(mo, `ticket/${id}`)).toMatchObject({ totalCount: 3, comments: { length: 3 } });
  expect(await refused(as(mo, 'GET', `ticket-comments/${noted.body.replyId}/replies`))).toBe('404 reply-not-found');
});

it('lists page by page with the total, by status as name or number [APIC-01] [VIEW-08] [VIEW-11] [STAT-09]', async () => {
  const mine: Ticket[] = [];
  for (let n = 0; n < 23; n += 1) mine.unshift(await open(nate, { subject: `Ticket ${n}` }));
  const first = await list(nate);
  expect(first).toMatchObject({ totalCount: 23, hasMore: true });
  expect(first.tickets.map(({ id }) => id)).toEqual(mine.slice(0, 20).map(({ id }) => id));
  const second = await list(nate, '?page=2&pageSize=20');
  expect(second).toMatchObject({ totalCount: 23, hasMore: false });
  expect(second.tickets.map(({ id }) => id)).toEqual(mine.slice(20).map(({ id }) => id));
  expect(await list(nate, '?page=9')).toEqual({ tickets: [], totalCount: 23, hasMore: false });

  const [a, b, c] = mine.map(({ id }) => id) as [string, string, string];
  for (const [id, ...taken] of [
    [a, 'StartProgress'],
    [b, 'StartProgress', 'MarkAsResolved'],
    [c, 'StartProgress', 'MarkAsResolved', 'Close'],
  ] as [string, ...string[]][]) {
    for (const action of taken) await done(act(mo, id, action));
  }
  for (const [value, name, total] of [
    [0, 'New', 20],
    [1, 'InProgress', 1],
    [2, 'Resolved', 1],
    [3, 'Closed', 1],
  ] as const) {
    const byName = await list(nate, `?status=${name}&pageSize=100`);
    expect(byName).toMatchObject({ totalCount: total, hasMore: false });
    expect([...new Set(byName.tickets.map(({ status }) => status))]).toEqual([name]);
    expect(await list(nate, `?status=${value}&pageSize=100`)).toEqual(byName);
  }
  for (const query of [
    'page=0',
    'page=-1',
    'page=x',
    'pageSize=0',
    'pageSize=101',
    'status=4',
    'status=Open',
    'sort=id',
  ]) {
    expect([query, await refused(as(nate, 'GET', `tickets?${query}`))]).toEqual([query, '400 validation-failed']);
  }
  // A page lies within reach, or is refused at once.
  expect(await refused(as(ada, 'GET', 'tickets?page=101&pageSize=100'))).toBe('400 validation-failed');
});

it('shows users their own tickets and the desk all; hidden is missing [APIC-08] [SCOP-02] [SCOP-10]', async () => {
  const { id } = await open(uma);
  await done(act(mo, id, 'StartProgress'));
  const said = await done(comment(mo, id), 201);
  expect((await list(uma)).tickets.every(({ userId }) => userId === ids[uma])).toBe(true);
  expect((await list(ada, '?pageSize=100')).tickets.map((one) => one.id)).toContain(id);
  for (const stranger of [nate, gary]) {
    expect((await list(stranger, '?pageSize=100')).tickets.map((one) => one.id)).not.toContain(id);
    for (const [method, path, missing, body] of [
      ['GET', `tickets/${id}`, `tickets/${nowhere}`],
      ['PUT', `tickets/${id}/status`, `tickets/${nowhere}/status`, { action: 'Close' }],
      ['GET', `ticket-comments/ticket/${id}`, `ticket-comments/ticket/${nowhere}`],
      ['GET', `ticket-comments/${said.id}/replies`, `ticket-comments/${nowhere}/replies`],
    ] as [string, string, string, object?][]) {
      const [hidden, absent] = [await as(stranger, method, path, body), await as(stranger, method, missing, body)];
      expect([hidden.status, hidden.body]).toEqual([404, absent.body]);
    }
    const [hidden, absent] = [await comment(stranger, id), await comment(stranger, nowhere)];
    expect([hidden.status, hidden.body]).toEqual([400, absent.body]);
    expect(await refused(comment(stranger, id))).toBe('400 validation-failed');
  }
  expect(await refused(as(uma, 'POST', 'tickets', { subject: 'a', description: 'b', userId: ids[ada] }))).toBe(
    '400 validation-failed',
  );
});

it('answers a repetition under its key with what came of it first [APIC-08]', async () => {
  const key = { 'idempotency-key': 'once' };
  const body = { subject: 'Once', description: 'Only' };
  const first = await as<Ticket>(uma, 'POST', 'tickets', body, key);
  const again = await as<Ticket>(uma, 'POST', 'tickets', body, key);
  expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
  expect(again.body).toEqual(first.body);
  expect(first.headers.get('location')).toBe(`/api/tickets/${first.body.data.id}`);
  expect(await refused(as(uma, 'POST', 'tickets', { ...body, subject: 'Twice' }, key))).toBe(
    '422 idempotency-key-reused',
  );
  const { id } = first.body.data;
  await done(as(mo, 'PUT', `tickets/${id}/status`, { action: 'StartProgress' }, key));
  await done(as(mo, 'PUT', `tickets/${id}/status`, { action: 'StartProgress' }, key));
  const said = await done(as<Comment>(mo, 'POST', 'ticket-comments', { ticketId: id, text: 'Hi' }, key), 201);
  expect(await done(as(mo, 'POST', 'ticket-comments', { ticketId: id, text: 'Hi' }, key), 201)).toEqual(said);
});

it('refuses in its own form whatever goes wrong, wherever [APIC-07]', async () => {
  const token = await desk.token(uma);
  const raw = (method: string, path: string, init: RequestInit = {}) =>
    fetch(`${desk.url}${path}`, { method, ...init }).then(async (response) => ({
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Envelope<unknown>,
    }));
  const signedIn = { authorization: `Bearer ${token}` };
  const json = { ...signedIn, 'content-type': 'application/json' };
  expect(await refused(raw('GET', '/api/tickets'))).toBe('401 unauthenticated');
  expect(await refused(raw('GET', '/api/tickets', { headers: { authorization: 'Bearer nonsense' } }))).toBe(
    '401 unauthenticated',
  );
  for (const path of ['/api', '/api/', '/api/nothing', '/api/tickets/a/b/c', '/api/ticket-comments']) {
    expect([path, await refused(raw('GET', path, { headers: signedIn }))]).toEqual([path, '404 not-found']);
  }
  expect(await refused(raw('DELETE', `/api/tickets/${nowhere}`, { headers: signedIn }))).toBe('404 not-found');
  expect(await refused(raw('GET', '/api/tickets/%zz', { headers: signedIn }))).toBe('400 bad-path');
  expect(await refused(raw('POST', '/api/tickets', { headers: json, body: '{' }))).toBe('400 malformed-json');
  const text = { headers: { ...signedIn, 'content-type': 'text/plain' }, body: 'hello' };
  expect(await refused(raw('POST', '/api/tickets', text))).toBe('415 unsupported-media-type');
  const long = JSON.stringify({ subject: 'a', description: 'x'.repeat(1_100_000) });
  expect(await refused(raw('POST', '/api/tickets', { headers: json, body: long }))).toBe('413 body-too-large');
  for (const url of ['ftp://files.test/a', 'javascript:alert(1)', 'files.test/a', 'https://', 7]) {
    expect(await refused(as(uma, 'POST', 'tickets', { subject: 'a', description: 'b', attachmentUrls: [url] }))).toBe(
      '400 validation-failed',
    );
  }
  const eleven = Array.from({ length: 11 }, (_, n) => `https://files.test/${n}`);
  expect(await refused(as(uma, 'POST', 'tickets', { subject: 'a', description: 'b', attachmentUrls: eleven }))).toBe(
    '400 validation-failed',
  );
  expect(await refused(as(uma, 'POST', 'tickets', { description: 'b' }))).toBe('400 validation-failed');
  expect(await refused(as('audra@acme.test', 'POST', 'tickets', { subject: 'a', description: 'b' }))).toBe(
    '403 not-allowed',
  );
});
