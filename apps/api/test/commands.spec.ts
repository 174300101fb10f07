import { startStack, type Stack } from '../../../test/stack.js';
import { signIn, type Client, type Ticket } from './client.js';

let stack: Stack;
let abe: Client;
let nora: Client;
let uma: Client;
let mo: Client;

beforeAll(async () => {
  stack = await startStack();
  const url = stack.urls[0] ?? '';
  [abe, nora, uma, mo] = (await Promise.all(
    ['abe', 'nora@northwind.test', 'uma', 'mo'].map((login) => signIn(url, login)),
  )) as [Client, Client, Client, Client];
});
afterAll(() => stack.stop());

const code = (answer: { body: Record<string, unknown> }) => answer.body.code;

describe('opening', () => {
  it('answers 201 with a receipt, its revision as ETag and where the ticket is [INTK-01]', async () => {
    const { status, headers, body } = await nora.post('/v1/tickets', { subject: ' Printer ', description: 'It burns' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      number: expect.stringMatching(/^TICK-\d{4,}$/),
      status: 'new',
      state: 'new',
      revision: '0',
      position: expect.stringMatching(/^\d+$/),
    });
    expect(headers.get('etag')).toBe('"0"');
    expect(headers.get('location')).toBe(`/v1/tickets/${String(body.id)}`);
    expect(headers.get('idempotency-replayed')).toBeNull();
    const ticket = await nora.ask(`/v1/tickets/${String(body.id)}`, body as Ticket);
    expect(ticket).toMatchObject({ subject: 'Printer', client: { id: 'northwind' }, requester: { id: nora.userId } });
  });

  it.each([
    ['without a subject', { description: 'x' }, 'subject'],
    ['with a blank one', { subject: ' \t\n', description: 'x' }, 'subject'],
    ['with one of 256 characters', { subject: 'x'.repeat(256), description: 'x' }, 'subject'],
    ['without a description', { subject: 'x' }, 'description'],
    ['with a blank one', { subject: 'x', description: '  ' }, 'description'],
  ])('refuses a ticket %s, naming the field [INTK-02] [INTK-03] [INTK-04]', async (_, body, field) => {
    const answer = await nora.post('/v1/tickets', body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'validation-failed', errors: [{ field, code: expect.any(String) }] });
  });

  it('takes 255 characters, counted as people count [INTK-03]', async () => {
    expect((await nora.post('/v1/tickets', { subject: '😀'.repeat(255), description: 'x' })).status).toBe(201);
  });

  it('lets staff open for somebody, and records both [INTK-07]', async () => {
    const opened = await abe.open({
      requesterId: nora.userId,
      assignee: { userId: abe.userId },
      status: 'in_progress',
    });
    expect(opened.status).toBe('in_progress');
    const ticket = await abe.ask(`/v1/tickets/${opened.id}`, opened);
    expect(ticket).toMatchObject({
      requester: { id: nora.userId, email: 'nora@northwind.test' },
      client: { id: 'northwind' },
      assignee: { user: { id: abe.userId } },
    });
  });

  it.each([
    ['requesterId', { requesterId: '6a1f0a39-0000-4000-8000-000000000000' }],
    ['status', { status: 'resolved' }],
    ['assignee', { assignee: { groupId: 'service-desk' } }],
    ['clientId', { clientId: 'northwind' }],
    ['tags', { tags: ['vip'] }],
  ])('refuses a field a customer may not set: %s [INTK-08]', async (field, extra) => {
    const answer = await nora.post('/v1/tickets', { subject: 'x', description: 'x', ...extra });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'field-not-allowed', errors: [{ field }] });
  });

  it('refuses a priority the role may not choose [PRIO-04]', async () => {
    const answer = await nora.post('/v1/tickets', { subject: 'x', description: 'x', priority: 'critical' });
    expect([answer.status, code(answer)]).toEqual([400, 'not-selectable']);
    expect((await abe.post('/v1/tickets', { subject: 'x', description: 'x', priority: 'critical' })).status).toBe(201);
  });

  it('answers hidden and missing ids the same, each field named [INTK-06] [NENU-02]', async () => {
    const gia = await signIn(stack.urls[0] ?? '', 'gia@initech.test');
    const bodies = [
      [{ projectId: 'nowhere' }, 'projectId'],
      [{ recipients: [gia.userId] }, 'recipients[0]'],
      [{ recipients: ['6a1f0a39-0000-4000-8000-000000000000'] }, 'recipients[0]'],
      [{ categoryId: 'nothing' }, 'categoryId'],
    ] as const;
    for (const [extra, field] of bodies) {
      const answer = await nora.post('/v1/tickets', { subject: 'x', description: 'x', ...extra });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ code: 'validation-failed', errors: [{ field, code: 'not-found' }] });
    }
    const unknown = await abe.post('/v1/tickets', { subject: 'x', description: 'x', requesterId: gia.userId });
    const never = await abe.post('/v1/tickets', {
      subject: 'x',
      description: 'x',
      requesterId: '6a1f0a39-0000-4000-8000-000000000000',
    });
    expect(unknown.body).toEqual(never.body);
  });

  it('keeps references once, and at most five calls [INTK-14] [CALL-01] [CALL-02]', async () => {
    const call = (id: number) => ({ kind: 'call', id: String(id) });
    const opened = await abe.open({ references: [call(1), call(1), call(2)] });
    expect(await abe.ask(`/v1/tickets/${opened.id}/references`, opened)).toMatchObject({ items: [call(1), call(2)] });
    const six = await abe.post('/v1/tickets', {
      subject: 'x',
      description: 'x',
      references: [1, 2, 3, 4, 5, 6].map(call),
    });
    expect([six.status, code(six)]).toEqual([409, 'reference-limit']);
  });

  it('captures context and department [INTK-17] [INTK-25]', async () => {
    const context = { productName: 'Desk', siteUrl: 'https://x.test', stepsTried: 'Turned it off and on' };
    const opened = await nora.open({ context, department: 'Sales' });
    expect(await nora.ask(`/v1/tickets/${opened.id}`, opened)).toMatchObject({ context, department: 'Sales' });
  });

  it('finds a ticket by number in any letter case, straight after the command [NUMB-03]', async () => {
    const { id, number } = await nora.open();
    for (const key of [number, number.toLowerCase(), id.toUpperCase()]) {
      expect((await nora.get(`/v1/tickets/${key}`)).body.id).toBe(id);
    }
  });
});

describe('working on a ticket', () => {
  it('goes from new to closed and back, each step a receipt with the next revision [LIFE-01]', async () => {
    const { id } = await nora.open();
    const steps: [Client, string, string, unknown, string][] = [
      [abe, 'POST', 'start', undefined, 'in_progress'],
      [abe, 'POST', 'wait', { reason: 'Which printer?' }, 'waiting'],
      [nora, 'POST', 'replies', { body: 'The blue one' }, 'in_progress'],
      [abe, 'POST', 'resolve', { notes: 'Put out' }, 'resolved'],
      [nora, 'POST', 'reopen', { reason: 'It burns again' }, 'in_progress'],
      [abe, 'PUT', 'status', { status: 'resolved' }, 'resolved'],
      [abe, 'POST', 'close', {}, 'closed'],
      [mo, 'POST', 'reopen', {}, 'in_progress'],
    ];
    let revision = 0n;
    for (const [who, method, verb, body, status] of steps) {
      const answer = await who.request(method, `/v1/tickets/${id}/${verb}`, body);
      expect([verb, answer.status]).toEqual([verb, verb === 'replies' ? 201 : 200]);
      expect(answer.body).toMatchObject({ id, status, revision: expect.stringMatching(/^\d+$/) });
      expect(answer.headers.get('etag')).toBe(`"${String(answer.body.revision)}"`);
      expect(BigInt(answer.body.revision as string)).toBeGreaterThan(revision);
      revision = BigInt(answer.body.revision as string);
    }
  });

  it('starts for the caller, or for who is named [LIFE-03]', async () => {
    const mine = await nora.open();
    const started = await abe.act('POST', `/v1/tickets/${mine.id}/start`);
    expect(await abe.ask(`/v1/tickets/${mine.id}`, started)).toMatchObject({ assignee: { user: { id: abe.userId } } });
    const other = await nora.open();
    const given = await abe.act('POST', `/v1/tickets/${other.id}/start`, { assigneeId: mo.userId });
    expect(await abe.ask(`/v1/tickets/${other.id}`, given)).toMatchObject({ assignee: { user: { id: mo.userId } } });
    const nobody = await abe.post(`/v1/tickets/${other.id}/start`, { assigneeId: nora.userId });
    expect(nobody.body).toMatchObject({ status: 400, errors: [{ field: 'assigneeId', code: 'not-found' }] });
  });

  it('assigns user, group, both and nobody; only one of two takers gets it [ASGN-01] [ASGN-04]', async () => {
    const { id } = await nora.open();
    const show = async (done: Ticket) => (await abe.ask(`/v1/tickets/${id}`, done)).assignee;
    const both = { groupId: 'service-desk', userId: abe.userId };
    expect(await show(await abe.act('PUT', `/v1/tickets/${id}/assignee`, both))).toEqual({
      user: { id: abe.userId, name: 'Abe' },
      group: { id: 'service-desk', name: 'Service Desk' },
    });
    expect(await show(await abe.act('PUT', `/v1/tickets/${id}/assignee`, {}))).toBeNull();
    const takers = await Promise.all([abe, mo].map((who) => who.post(`/v1/tickets/${id}/take`)));
    expect(takers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect(takers.find(({ status }) => status === 409)?.body.code).toBe('already-assigned');
    const group = await abe.put(`/v1/tickets/${id}/assignee`, { groupId: 'nobody-at-all' });
    expect(group.body).toMatchObject({ status: 400, errors: [{ field: 'groupId', code: 'not-found' }] });
  });

  it('changes priority, classification, tags, references and recipients', async () => {
    const { id } = await nora.open();
    const path = `/v1/tickets/${id}`;
    await abe.act('PUT', `${path}/priority`, { priority: 'critical' });
    await abe.act('PUT', `${path}/classification`, { categoryId: 'billing' });
    await abe.act('PUT', `${path}/tags/${encodeURIComponent(' Vip Müller ')}`);
    await abe.act('PUT', `${path}/tags/old`);
    await abe.act('DELETE', `${path}/tags/OLD`);
    await abe.act('POST', `${path}/references`, { kind: 'licence', id: '7/1 a' });
    await abe.act('DELETE', `${path}/references/licence/${encodeURIComponent('7/1 a')}`);
    await abe.act('POST', `${path}/references`, { kind: 'call', id: '42' });
    const last = await abe.act('POST', `${path}/recipients`, { userId: mo.userId });
    expect(await abe.ask(path, last)).toMatchObject({
      priority: 'critical',
      category: { id: 'billing', name: 'Billing' },
      tags: ['vip müller'],
      references: [{ kind: 'call', id: '42' }],
      relatedCallId: '42',
      recipients: [{ id: nora.userId }, { id: mo.userId }],
    });
    const one = await abe.act('DELETE', `${path}/recipients/${mo.userId.toUpperCase()}`);
    expect(await abe.ask(`${path}/recipients`, one)).toMatchObject({ items: [{ id: nora.userId }] });
    expect(code(await abe.delete(`${path}/recipients/${nora.userId}`))).toBe('last-recipient');
  });

  it('answers a no-op with the unchanged revision and stores nothing', async () => {
    const { id } = await nora.open();
    const once = await abe.act('PUT', `/v1/tickets/${id}/priority`, { priority: 'high' });
    const twice = await abe.put(`/v1/tickets/${id}/priority`, { priority: 'high' });
    expect(twice.status).toBe(200);
    expect(twice.body).toEqual(once);
  });

  it.each([
    ['close', 'POST', {}],
    ['status', 'PUT', { status: 'closed' }],
    ['start', 'POST', {}],
    ['assignee', 'PUT', {}],
    ['take', 'POST', {}],
    ['priority', 'PUT', { priority: 'low' }],
    ['classification', 'PUT', { categoryId: null }],
    ['tags/x', 'PUT', undefined],
    ['references', 'POST', { kind: 'call', id: '1' }],
    ['custom-fields', 'PUT', { values: {} }],
  ])('refuses a customer with 403 on a ticket they can see: %s [NENU-08] [LIFE-13]', async (verb, method, body) => {
    const { id } = await nora.open();
    const answer = await nora.request(method, `/v1/tickets/${id}/${verb}`, body);
    expect([answer.status, code(answer)]).toEqual([403, 'not-allowed']);
  });

  it('asks for a reason where the policy does, and names an unknown status', async () => {
    const { id } = await uma.open();
    const path = `/v1/tickets/${id}`;
    const bare = await abe.put(`${path}/status`, { status: 'closed' });
    expect(bare.body).toMatchObject({ status: 400, code: 'reason-required', errors: [{ field: 'reason' }] });
    expect((await abe.put(`${path}/status`, { status: 'closed', reason: 'Spam' })).status).toBe(200);
    const unknown = await abe.put(`${path}/status`, { status: 'lost' });
    expect(unknown.body).toMatchObject({ status: 400, errors: [{ field: 'status', code: 'unknown-value' }] });
  });

  it('refuses what the state does not allow with 409 and its own code', async () => {
    const { id } = await nora.open();
    await abe.act('POST', `/v1/tickets/${id}/resolve`);
    await abe.act('POST', `/v1/tickets/${id}/close`);
    const late = await nora.post(`/v1/tickets/${id}/replies`, { body: 'Hello?' });
    expect([late.status, code(late)]).toEqual([409, 'ticket-closed']);
    const again = await nora.post(`/v1/tickets/${id}/reopen`);
    expect([again.status, code(again)]).toEqual([409, 'transition-not-allowed']);
  });

  it('is deleted by a super admin only, and is then missing for everybody [LIFE-19]', async () => {
    const sue = await signIn(stack.urls[0] ?? '', 'sue');
    const { id, number } = await nora.open();
    expect((await abe.delete(`/v1/tickets/${id}`)).status).toBe(403);
    const gone = await sue.act('DELETE', `/v1/tickets/${id}?reason=${encodeURIComponent('Sent by mistake')}`);
    expect(gone).toMatchObject({ id, number });
    for (const who of [sue, nora]) {
      expect((await who.get(`/v1/tickets/${id}?after=${gone.position}`)).status).toBe(404);
      expect(code(await who.post(`/v1/tickets/${id}/replies`, { body: 'x' }))).toBe('ticket-not-found');
    }
  });
});

describe('replies', () => {
  it('are written by both sides in one thread, each with its own receipt [RPLY-01]', async () => {
    const { id } = await nora.open();
    const first = await abe.post(`/v1/tickets/${id}/replies`, { body: 'Which one?', notify: false });
    expect(first.status).toBe(201);
    const replyId = first.body.replyId as string;
    const answered = await nora.act('POST', `/v1/tickets/${id}/replies`, { body: 'The blue one', parentId: replyId });
    const { items } = await nora.ask(`/v1/tickets/${id}/replies`, answered);
    expect(items).toMatchObject([
      { id: replyId, kind: 'reply', body: 'Which one?', actor: { id: abe.userId, name: 'Abe', side: 'staff' } },
      { id: answered.replyId, body: 'The blue one', parentId: replyId, actor: { side: 'customer' } },
    ]);
    expect(await nora.ask(`/v1/tickets/${id}/replies?parentId=${replyId}`)).toMatchObject({
      items: [{ id: answered.replyId }],
    });
    expect(await nora.ask(`/v1/tickets/${id}/replies/${replyId.toUpperCase()}`)).toMatchObject({ id: replyId });
  });

  it('carry a status and priority of support in the same command, all or nothing [LIFE-17]', async () => {
    const { id } = await nora.open();
    const body = { body: 'Done', then: { status: 'resolved', priority: 'low', notes: 'Put out' } };
    const done = await abe.act('POST', `/v1/tickets/${id}/replies`, body);
    expect(await abe.ask(`/v1/tickets/${id}`, done)).toMatchObject({
      state: 'resolved',
      priority: 'low',
      resolution: { notes: 'Put out', by: { id: abe.userId } },
    });
    const wrong = await abe.post(`/v1/tickets/${id}/replies`, { body: 'x', then: { status: 'lost' } });
    expect(wrong.body).toMatchObject({ status: 400, errors: [{ field: 'then.status' }] });
    const theirs = await nora.post(`/v1/tickets/${id}/replies`, { body: 'x', then: { priority: 'high' } });
    expect(theirs.body).toMatchObject({ status: 403, code: 'field-not-allowed' });
    expect(await abe.ask(`/v1/tickets/${id}`)).toMatchObject({ revision: done.revision });
  });

  it('are blank for nobody, and answer only what is there [RPLY-02] [RPLY-07]', async () => {
    const { id } = await nora.open();
    const blank = await nora.post(`/v1/tickets/${id}/replies`, { body: ' \n ' });
    expect(blank.body).toMatchObject({ status: 400, errors: [{ field: 'body' }] });
    const parentId = '6a1f0a39-0000-4000-8000-000000000000';
    const orphan = await nora.post(`/v1/tickets/${id}/replies`, { body: 'x', parentId });
    expect(orphan.body).toMatchObject({ status: 400, errors: [{ field: 'parentId', code: 'not-found' }] });
  });

  it('are corrected and taken back by their author, and stay what they were [EDIT-01] [EDIT-03] [EDIT-05]', async () => {
    const { id } = await nora.open();
    const path = `/v1/tickets/${id}/replies`;
    const said = await nora.act('POST', path, { body: 'The bleu one' });
    const edited = await nora.act('PATCH', `${path}/${String(said.replyId)}`, { body: 'The blue one' });
    expect(await nora.ask(`${path}/${String(said.replyId)}`, edited)).toMatchObject({
      body: 'The blue one',
      edited: expect.stringMatching(/Z$/),
    });
    const gone = await nora.act('DELETE', `${path}/${String(said.replyId)}`);
    expect(await nora.ask(path, gone)).toMatchObject({ items: [] });
    expect(await abe.ask(path, gone)).toMatchObject({ items: [{ id: said.replyId, deleted: true }] });
    expect(code(await uma.patch(`${path}/${String(said.replyId)}`, { body: 'x' }))).toBe('ticket-not-found');
    expect(code(await abe.patch(`${path}/not-a-reply`, { body: 'x' }))).toBe('reply-not-found');
  });

  it("reopen a resolved ticket by the requester's word, in the same append [REOP-01]", async () => {
    const { id } = await nora.open();
    await abe.act('POST', `/v1/tickets/${id}/resolve`);
    const back = await nora.act('POST', `/v1/tickets/${id}/replies`, { body: 'It burns again' });
    expect(back).toMatchObject({ state: 'new' });
    expect(await abe.ask(`/v1/tickets/${id}`, back)).toMatchObject({
      reopened: true,
      reopenCount: 1,
      resolvedAt: null,
    });
  });

  it('come too late when the window is over [REOP-05]', async () => {
    await stack.amendPolicy('globex', { reopen: { window: 'PT0S' }, autoClose: { after: 'P7D' } });
    const url = stack.urls[0] ?? '';
    const [gia, gary] = [await signIn(url, 'gia@initech.test'), await signIn(url, 'gary@globex.test')];
    const { id } = await gia.open();
    await gary.act('POST', `/v1/tickets/${id}/resolve`);
    const late = await gia.post(`/v1/tickets/${id}/replies`, { body: 'x' });
    expect([late.status, code(late)]).toEqual([409, 'reopen-window-over']);
    expect((await gary.post(`/v1/tickets/${id}/reopen`)).status).toBe(200);
  });
});

describe('the thread', () => {
  it('tells everything in order, moves with their reasons between the replies [STAT-12] [INTK-27]', async () => {
    const { id } = await nora.open();
    await abe.act('POST', `/v1/tickets/${id}/replies`, { body: 'Looking' });
    await abe.act('PUT', `/v1/tickets/${id}/priority`, { priority: 'high' });
    const last = await abe.act('PUT', `/v1/tickets/${id}/status`, { status: 'waiting', reason: 'Parts' });
    const { items } = await nora.ask(`/v1/tickets/${id}/thread`, last);
    expect(items).toMatchObject([
      { kind: 'status', to: 'new', actor: { id: nora.userId } },
      { kind: 'reply', body: 'Looking' },
      { kind: 'change', field: 'priority', from: 'normal', to: 'high' },
      { kind: 'status', from: 'new', to: 'waiting', reason: 'Parts' },
    ]);
    const { items: newest, nextCursor } = (await nora.ask(`/v1/tickets/${id}/thread?order=desc&limit=2`)) as {
      items: { id: string }[];
      nextCursor: string;
    };
    const { items: rest } = (await nora.ask(
      `/v1/tickets/${id}/thread?order=desc&limit=2&cursor=${encodeURIComponent(nextCursor)}`,
    )) as { items: { id: string }[] };
    expect([...newest, ...rest].map((entry) => entry.id)).toEqual(
      (items as { id: string }[]).map((entry) => entry.id).toReversed(),
    );
  });
});
