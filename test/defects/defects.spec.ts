// Twenty-five mistakes of a help desk that Ledgerdesk learned from, numbered as in the study of it: each with a request
// that would show it here. The longer stories stand beside the code that prevents them.
import { Client, send, signIn, type Body, type Ticket } from '../../apps/api/test/client.js';
import { startStack, type Stack } from '../stack.js';
import { RunningDesk, scratch } from '../support/running-desk.js';

let stack: Stack;
let url: string;
let abe: Client;
let ada: Client;
let uma: Client;
let nora: Client;
let cora: Client;

beforeAll(async () => {
  stack = await startStack();
  [url = ''] = stack.urls;
  [abe, ada, uma] = [await signIn(url, 'abe'), await signIn(url, 'ada'), await signIn(url, 'uma')];
  [nora, cora] = [await signIn(url, 'nora@northwind.test'), await signIn(url, 'cora@contoso.test')];
});
afterAll(() => stack?.stop());

const policy = (patch: Body) => stack.amendPolicy('acme', patch as Parameters<Stack['amendPolicy']>[1]);
const path = ({ id }: Ticket, more = '') => `/v1/tickets/${id}${more}`;
const now = async () => ({ position: String(await stack.parts.ledger.head()) });
const seen = async (by: Client, ticket: Ticket): Promise<Body> => by.ask(path(ticket), await now());
const resolved = async (by: Client): Promise<Ticket> => abe.act('POST', path(await by.open(), '/resolve'), {});
const outcome = ({ status, body }: { status: number; body: Body }) => [status, body.code ?? body.status];

interface Told extends Body {
  readonly type: string;
  readonly commandId: string;
  readonly actor: { readonly id: string };
}
const history = async (ticket: Ticket): Promise<Told[]> =>
  (await ada.ask(`/v1/audit/tickets/${ticket.id}/events?limit=100`, await now())).items as Told[];

describe('lifecycle', () => {
  it('defect 1: reopens to where the policy says [REOP-04]', async () => {
    expect((await uma.act('POST', path(await resolved(uma), '/reopen'), {})).status).toBe('new');
    await policy({ reopen: { target: { unassigned: 'waiting' } } });
    expect((await uma.act('POST', path(await resolved(uma), '/reopen'), {})).status).toBe('waiting');
    await policy({ reopen: { target: { unassigned: 'new' } } });
  });

  it('defect 2: lets staff close, unless the transitions say otherwise [LIFE-12]', async () => {
    expect((await abe.act('POST', path(await resolved(uma), '/close'), {})).status).toBe('closed');
    const { transitions } = await ada.ask('/v1/policy');
    const ticket = await resolved(uma);
    const only = [
      { from: '*', to: 'resolved', by: ['staff'], reason: 'optional' },
      { from: 'resolved', to: 'closed', by: ['admin', 'system'], reason: 'optional' },
    ];
    await policy({ transitions: only });
    expect(outcome(await abe.post(path(ticket, '/close'), {}))).toEqual([409, 'transition-not-allowed']);
    expect((await ada.act('POST', path(ticket, '/close'), {})).status).toBe('closed');
    await policy({ transitions });
  });

  it('defect 11: a status set to resolved is a resolution: it is stamped, and its window begins [LIFE-16]', async () => {
    const ticket = await uma.open();
    await abe.act('PUT', path(ticket, '/status'), { status: 'resolved' });
    expect(await seen(uma, ticket)).toMatchObject({ state: 'resolved', resolvedAt: expect.stringMatching(/Z$/) });
    expect((await uma.act('POST', path(ticket, '/reopen'), {})).state).toBe('new');
  });

  it('defect 13: reopens resolved tickets as well as closed ones [REOP-09]', async () => {
    expect((await abe.act('POST', path(await resolved(uma), '/reopen'), {})).state).toBe('new');
    const closed = await abe.act('POST', path(await resolved(uma), '/close'), {});
    expect((await abe.act('POST', path(closed, '/reopen'), {})).state).toBe('new');
  });

  it('defect 15: a reply that reopens does both or neither [REOP-01] [LIFE-17]', async () => {
    const ticket = await resolved(uma);
    const before = (await history(ticket)).length;
    await uma.act('POST', path(ticket, '/replies'), { body: 'Still burning' });
    const added = (await history(ticket)).slice(before);
    expect(added.map(({ type }) => type)).toEqual(expect.arrayContaining(['ReplyAdded', 'TicketReopened']));
    expect(new Set(added.map(({ commandId }) => commandId)).size).toBe(1);
    const refused = await abe.post(path(ticket, '/replies'), { body: 'x', then: { status: 'nowhere' } });
    expect(refused.status).toBe(400);
    expect(await history(ticket)).toHaveLength(before + added.length);
  });
});

describe('rights', () => {
  it('defect 3: guests have what the policy gives them: a link that shows and takes replies, or nothing [GUST-01] [GUST-05] [GUST-06]', async () => {
    const headers = { 'content-type': 'application/json' };
    const asked = {
      name: 'Gil',
      email: 'gil@home.test',
      subject: 'Lost',
      description: 'Where?',
      categoryId: 'general',
    };
    const submit = () => send(`${url}/v1/guest/tickets`, { method: 'POST', headers, body: JSON.stringify(asked) });
    expect((await submit()).status).toBe(404);
    await policy({ guest: { enabled: true, accessLink: 'P7D' } });
    // defect 16: without signing in
    const { status, body } = await submit();
    expect(status).toBe(201);
    const { items } = (await send(`${url}/v1/dev/guest-links?number=${String(body.number)}`)).body as { items: Body[] };
    const guest = new Client(url, String(items[0]?.token), '');
    expect((await guest.get('/v1/guest/ticket')).body.number).toBe(body.number);
    expect((await guest.post('/v1/guest/ticket/replies', { body: 'Here' })).status).toBe(201);
    await policy({ guest: { enabled: false } });
    expect((await guest.get('/v1/guest/ticket')).status).toBe(404);
  });

  it('defect 16: the form for guests can be reached by guests [GUST-01]', async () => {
    await policy({ guest: { enabled: true } });
    const headers = { 'content-type': 'application/json' };
    const answer = await send(`${url}/v1/guest/tickets`, { method: 'POST', headers, body: '{}' });
    expect(answer.status).toBe(400); // what is missing from the form, not who asks
    await policy({ guest: { enabled: false } });
  });

  it('defects 4 and 20: requesters choose the priorities that the policy leaves to them [PRIO-04]', async () => {
    expect(await seen(uma, await uma.open({ priority: 'high' }))).toMatchObject({ priority: 'high' });
    const choose = (priority: string) => uma.post('/v1/tickets', { subject: 'x', description: 'x', priority });
    expect(outcome(await choose('critical'))).toEqual([400, 'not-selectable']);
    await policy({ priorities: { requesterMayChoose: [] } });
    expect([400, 403]).toContain((await choose('low')).status);
    await policy({ priorities: { requesterMayChoose: ['low', 'normal', 'high'] } });
  });

  it('defect 8: replies, links, tags and fields are filtered and owned [RPLY-04] [SCOP-09]', async () => {
    const ticket = await nora.open();
    await abe.act('POST', path(ticket, '/replies'), { body: 'Between us', visibility: 'internal' });
    await abe.act('POST', path(ticket, '/replies'), { body: 'Hello' });
    const { items } = await nora.ask(path(ticket, '/replies'), await now());
    expect((items as Body[]).map(({ body }) => body)).toEqual(['Hello']);
    for (const part of ['/replies', '/links', '/thread', '/recipients', '/references', '']) {
      expect(outcome(await cora.get(path(ticket, part)))).toEqual([404, 'ticket-not-found']);
    }
    const writes: [string, string, unknown][] = [
      ['PUT', '/tags/x', undefined],
      ['PUT', '/custom-fields', { values: {} }],
      ['POST', '/links', { type: 'related_to', target: ticket.id }],
    ];
    for (const [method, part, body] of writes) {
      expect(outcome(await cora.request(method, path(ticket, part), body))).toEqual([404, 'ticket-not-found']);
      expect(outcome(await nora.request(method, path(ticket, part), body))).toEqual([403, 'not-allowed']);
    }
  });

  it('defect 9: requesters assign nothing', async () => {
    const ticket = await uma.open();
    for (const body of [{ userId: abe.userId }, { groupId: 'service-desk' }, {}]) {
      expect(outcome(await uma.put(path(ticket, '/assignee'), body))).toEqual([403, 'not-allowed']);
    }
    expect((await uma.post(path(ticket, '/take'))).status).toBe(403);
  });

  it('defect 19: whoever acts is whom the token names, whatever the request says [SCOP-10]', async () => {
    const ticket = await uma.open();
    const headers = { 'X-User': abe.userId, 'X-Actor-Id': abe.userId, 'X-Role': 'admin' };
    for (const field of ['actorId', 'userId', 'authorId', 'role']) {
      const { status, body } = await uma.post(path(ticket, '/replies'), { body: 'x', [field]: abe.userId }, headers);
      expect([status, (body.errors as Body[])[0]?.field]).toEqual([400, field]);
    }
    expect((await uma.post(path(ticket, '/replies'), { body: 'x' }, headers)).status).toBe(201);
    expect((await history(ticket)).map(({ actor }) => actor.id)).toEqual([uma.userId, uma.userId]);
  });

  it('defect 21: replies go to tickets one sees [SCOP-02]', async () => {
    const ticket = await nora.open();
    expect(outcome(await uma.post(path(ticket, '/replies'), { body: 'x' }))).toEqual([404, 'ticket-not-found']);
    expect(await history(ticket)).toHaveLength(1);
  });

  it('defect 25: a program is somebody, and what its key does not name it may not [AUTH-03]', async () => {
    const { key } = (await abe.act('POST', '/v1/api-keys', { name: 'Shop', scopes: ['read', 'reply'] })) as unknown as {
      key: string;
    };
    const program = new Client(url, key, abe.userId);
    const ticket = await uma.open();
    expect(await program.ask('/v1/me')).toMatchObject({ user: { id: abe.userId } });
    expect((await program.post(path(ticket, '/replies'), { body: 'x' })).status).toBe(201);
    for (const part of ['/close', '/resolve', '/take']) {
      expect((await program.post(path(ticket, part), part === '/take' ? undefined : {})).status).toBe(403);
    }
    expect((await history(ticket)).at(-1)?.actor.id).toBe(abe.userId);
  });
});

describe('forms', () => {
  it('defect 5: service levels are in minutes, and in nothing else [SLAX-02]', async () => {
    const { sla } = (await ada.ask('/v1/policy')) as { sla: Record<string, unknown> };
    expect(sla.responseMinutes).toMatchObject({ critical: 60 });
    expect(Object.keys(sla).filter((key) => /hours|seconds/i.test(key))).toEqual([]);
  });

  it('defect 6: a refusal has one form, with a code for programs, and the form of its surface', async () => {
    const native = await uma.get('/v1/tickets/TICK-999999');
    expect(native.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(native.body).toMatchObject({ status: 404, code: 'ticket-not-found', title: expect.any(String) });
    const social = await uma.get('/api/tickets/TICK-999999');
    expect([social.status, social.body.success, social.body.error]).toEqual([
      404,
      false,
      { code: expect.any(String), message: expect.any(String) },
    ]);
  });

  it('defect 7: ids are UUIDs, and keys travel as bearer tokens [NUMB-01]', async () => {
    const ticket = await uma.open();
    expect(ticket.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const refused = await send(`${url}/v1/me`, { headers: { authorization: `ApiKey ${uma.token}` } });
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, expect.stringMatching(/^Bearer/)]);
  });

  it('defect 17: the server asks for required fields [CFLD-05]', async () => {
    const node = { categoryId: 'general', visibleOnNew: true, requiredOnNew: true, order: 1 };
    const field = { id: 'serial', name: 'Serial', type: 'text', options: [], order: 1, active: true, filterable: true };
    await policy({ customFields: [{ ...field, on: [node] }] });
    const asked = { subject: 'x', description: 'x', categoryId: 'general' };
    const { status, body } = await uma.post('/v1/tickets', asked);
    expect([status, (body.errors as Body[]).map(({ field }) => field)]).toEqual([400, ['customFields.serial']]);
    expect((await uma.post('/v1/tickets', { ...asked, customFields: { serial: '7' } })).status).toBe(201);
    await policy({ customFields: [] });
  });
});

describe('history', () => {
  it('defect 14: every change is in it, before and after, or did not happen [AUDT-01] [AUDT-02]', async () => {
    const [ticket, other] = [await uma.open(), await uma.open()];
    await abe.act('PUT', path(ticket, '/classification'), { categoryId: 'billing' });
    await abe.act('PUT', path(ticket, '/priority'), { priority: 'critical' });
    await abe.act('PUT', path(ticket, '/tags/fire'));
    await abe.act('PUT', path(ticket, '/assignee'), { userId: abe.userId });
    await abe.act('POST', path(ticket, '/links'), { type: 'related_to', target: other.id });
    await abe.act('POST', path(ticket, '/resolve'), { notes: 'Put out' });
    const told = JSON.stringify(await history(ticket));
    for (const word of ['billing', 'critical', 'fire', abe.userId, other.id, 'Put out']) expect(told).toContain(word);
    const { items } = await ada.ask(`/v1/audit/tickets/${ticket.id}/events?limit=100`);
    expect((items as Body[]).every((event) => 'before' in event && 'after' in event)).toBe(true);
  });

  it('defect 18: whatever a mail would tell is an event that a mail can follow', async () => {
    const ticket = await uma.open();
    await abe.act('PUT', path(ticket, '/assignee'), { userId: abe.userId });
    await abe.act('POST', path(ticket, '/replies'), { body: 'x' });
    await abe.act('POST', path(ticket, '/resolve'), {});
    await abe.act('POST', path(ticket, '/close'), {});
    const types = (await history(ticket)).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['TicketOpened', 'TicketAssigned', 'ReplyAdded', 'TicketResolved', 'TicketClosed']),
    );
  });

  it('defect 20: replies are edited and deleted, children resolved, links removed from both sides [EDIT-01] [LINK-03]', async () => {
    const [parent, child] = [await uma.open(), await uma.open()];
    const { replyId } = await uma.act('POST', path(parent, '/replies'), { body: 'Frist' });
    await uma.act('PATCH', path(parent, `/replies/${String(replyId)}`), { body: 'First' });
    expect(await uma.ask(path(parent, `/replies/${String(replyId)}`), await now())).toMatchObject({ body: 'First' });
    await uma.act('DELETE', path(parent, `/replies/${String(replyId)}`));
    expect((await uma.get(path(parent, `/replies/${String(replyId)}?after=${(await now()).position}`))).status).toBe(
      404,
    );
    await abe.act('POST', path(parent, '/links'), { type: 'parent_of', target: child.id });
    await abe.act('POST', path(parent, '/resolve-children'), { notes: 'All of you' });
    expect((await seen(abe, child)).state).toBe('resolved');
    await abe.act('DELETE', path(child, `/links/child_of/${parent.id}`));
    for (const ticket of [parent, child]) expect((await seen(abe, ticket)).links).toEqual([]);
  });

  it('defect 24: a note answers nobody', async () => {
    const ticket = await uma.open();
    const before = await seen(uma, ticket);
    await abe.act('POST', path(ticket, '/replies'), { body: 'Hm', visibility: 'internal' });
    const waiting = { waitingOn: 'support', lastReplyBy: null, publicReplyCount: 0 };
    expect(await seen(abe, ticket)).toMatchObject(waiting);
    expect((await seen(uma, ticket)).updatedAt).toBe(before.updatedAt);
    await abe.act('POST', path(ticket, '/replies'), { body: 'Hello' });
    expect(await seen(abe, ticket)).toMatchObject({ waitingOn: 'requester', lastReplyBy: 'support' });
  });
});

describe('finding', () => {
  it('defect 22: % and _ are what they look like [SRCH-06]', async () => {
    const ticket = await uma.open({ subject: 'Sale of 100%_off' });
    const found = async (q: string) =>
      ((await abe.ask(`/v1/tickets?q=${encodeURIComponent(q)}`, await now())).items as Body[]).map(({ id }) => id);
    expect(await found('100%_off')).toEqual([ticket.id]);
    for (const q of ['%%', '__', '100%off', 'S_le']) expect(await found(q)).toEqual([]);
  });

  it('defect 23: the filters there are said to be are there [VIEW-06] [VIEW-09]', async () => {
    const ticket = await uma.open({ priority: 'low', categoryId: 'technical' });
    await abe.act('PUT', path(ticket, '/assignee'), { userId: abe.userId });
    const filters = 'status=new&priority=low&assignee=me&category=technical&sort=createdAt&order=asc';
    const { items } = await abe.ask(`/v1/tickets?${filters}`, await now());
    expect((items as Body[]).map(({ id }) => id)).toEqual([ticket.id]);
    const page = await abe.ask('/v1/tickets?limit=1&sort=createdAt&order=asc');
    const next = await abe.ask(
      `/v1/tickets?limit=1&sort=createdAt&order=asc&cursor=${encodeURIComponent(String(page.nextCursor))}`,
    );
    expect((next.items as Body[])[0]?.id).not.toBe((page.items as Body[])[0]?.id);
    expect((await abe.get('/v1/tickets?page=2')).status).toBe(400);
  });
});

it('defect 12: waiting pauses the clock, as the catalogue of statuses says', async () => {
  const { items } = (await abe.ask('/v1/statuses')) as { items: { id: string; pausesSla: boolean }[] };
  expect(items.filter(({ pausesSla }) => pausesSla).map(({ id }) => id)).toEqual(['waiting']);
});

it('defect 10: tickets close by themselves in the product as it is started [REOP-06]', async () => {
  const { dataDir, remove } = scratch();
  const desk = await RunningDesk.start(dataDir, { LEDGERDESK_POLICY: '{"reopen":{"window":"PT1S"}}' });
  try {
    const [nora, abe] = ['nora@northwind.test', 'abe@acme.test'];
    const { body } = await desk.as<{ id: string }>(nora, 'POST', '/v1/tickets', { subject: 'x', description: 'x' });
    await desk.as(abe, 'POST', `/v1/tickets/${body.id}/resolve`, {});
    let state: unknown;
    while (state !== 'closed') state = (await desk.as(abe, 'GET', `/v1/tickets/${body.id}`)).body.state;
  } finally {
    await desk.end();
    remove();
  }
});
