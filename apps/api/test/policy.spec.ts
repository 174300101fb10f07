// The policy changes over HTTP, counts at once on this API and in a moment on every other, and tells who changed it.
import { setTimeout as sleep } from 'node:timers/promises';
import { startStack, type Stack } from '../../../test/stack.js';
import { fieldsOf, signIn, type Answer, type Body, type Client, type Ticket } from './client.js';

let stack: Stack;
let ada: Client;
let abe: Client;
let audra: Client;
let nora: Client;

beforeAll(async () => {
  stack = await startStack({ apis: 2 });
  const url = stack.urls[0] ?? '';
  [ada, abe] = [await signIn(url, 'ada'), await signIn(url, 'abe')];
  [audra, nora] = [await signIn(url, 'audra'), await signIn(url, 'nora@northwind.test')];
});
afterAll(() => stack.stop());

interface Policy extends Body {
  version: number;
  statuses: Body[];
  transitions: Body[];
  classification: { categories: Body[] };
}
const policy = async (): Promise<Policy> => (await ada.ask('/v1/policy')) as Policy;
const patch = (body: unknown, headers: Record<string, string> = {}, who = ada) =>
  who.patch('/v1/policy', body, headers);
const codes = ({ body }: Answer) => ((body.errors ?? []) as { code: string }[]).map(({ code }) => code);
const mergePatch = { 'content-type': 'application/merge-patch+json' };
const status = (id: string, more: Body = {}) => ({
  id,
  label: id,
  state: 'waiting',
  colour: '#aabbcc',
  order: 9,
  active: true,
  pausesSla: false,
  requesterMayComment: true,
  ...more,
});
/** What is asked until it holds: the other process follows. */
async function soon<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  let answer = await ask();
  for (let left = 100; !holds(answer) && left > 0; left -= 1) {
    await sleep(50);
    answer = await ask();
  }
  return answer;
}

it('takes a merge patch under both content types, and answers the document that was published [SETT-10]', async () => {
  const { version } = await policy();
  const first = await patch({ recipients: { max: 4 } }, mergePatch);
  expect([first.status, first.headers.get('etag')]).toEqual([200, `"${version + 1}"`]);
  expect(first.body).toMatchObject({ version: version + 1, preset: 'unified', recipients: { min: 1, max: 4 } });
  const second = await patch({ reopen: { window: null }, autoClose: { after: 'P9D' } });
  expect(second.body).toMatchObject({ version: version + 2, reopen: { window: null }, recipients: { max: 4 } });
  expect(await policy()).toEqual(second.body);
  expect((await patch({ reopen: { window: 'P7D' }, autoClose: { after: null } })).status).toBe(200);
});

it('publishes nothing when nothing changes', async () => {
  const { version } = await policy();
  const head = await stack.parts.ledger.head();
  expect((await patch({})).body.version).toBe(version);
  expect((await patch({ recipients: { max: 4 } })).headers.get('etag')).toBe(`"${version}"`);
  expect(await stack.parts.ledger.head()).toBe(head);
});

it('is for admins only, and read by those who work by it or audit it [ROLE-10]', async () => {
  const head = await stack.parts.ledger.head();
  for (const who of [abe, audra, nora]) {
    expect((await patch({ recipients: { max: 2 } }, {}, who)).body.code).toBe('not-allowed');
    expect((await who.post('/v1/policy/preset', { name: 'portal' })).status).toBe(403);
    expect((await who.post('/v1/policy/preview', {})).status).toBe(403);
  }
  expect(await stack.parts.ledger.head()).toBe(head);
  expect([(await abe.get('/v1/policy')).status, (await nora.get('/v1/policy')).status]).toEqual([200, 403]);
});

it('refuses what is impossible, naming every key, and publishes nothing [SETT-10] [REOP-04]', async () => {
  const { version, statuses } = await policy();
  const wrong = await patch({
    reopen: { target: { assigned: 'closed' } },
    priorities: { default: 'critical' },
    autoClose: { after: 'P1D' },
  });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'policy-invalid']);
  expect(fieldsOf(wrong).sort()).toEqual(['autoClose.after', 'priorities.default', 'reopen.target.assigned']);
  expect(fieldsOf(await patch({ replies: { whileNew: 'sometimes' }, wings: 2 })).sort()).toEqual([
    'replies.whileNew',
    'wings',
  ]);
  const inactive = (id: string) => ({
    statuses: statuses.map((entry) => (entry.id === id ? { ...entry, active: false } : entry)),
  });
  for (const id of ['new', 'resolved', 'closed']) {
    expect([id, (await patch(inactive(id))).body.code]).toEqual([id, 'policy-invalid']); // [STAT-03]
  }
  expect(fieldsOf(await patch({ preset: 'portal' }))).toEqual(['preset']);
  expect((await policy()).version).toBe(version);
});

it('refuses bodies and heads that are none of its own', async () => {
  expect((await patch('[]')).status).toBe(400);
  expect((await patch({}, { 'if-match': 'W/"1"' })).status).toBe(400);
  expect((await ada.patch('/v1/policy?x=1', {})).status).toBe(400);
  expect((await patch('a: 1', { 'content-type': 'text/yaml' })).status).toBe(415);
  expect((await nora.post('/v1/tickets', { subject: 'a', description: 'b' }, mergePatch)).status).toBe(415);
  expect(fieldsOf(await ada.post('/v1/policy/preset', { name: 'zoo' }))).toEqual(['name']);
});

it('publishes over the version that was meant, or not at all', async () => {
  const { version } = await policy();
  const [one, two] = [`"${version}"`, `"${version + 1}"`];
  const late = await patch({ recipients: { max: 3 } }, { 'If-Match': two });
  expect([late.status, late.body.code]).toEqual([412, 'revision-mismatch']);
  const raced = await Promise.all(
    [3, 2].map((max, index) => patch({ recipients: { max } }, { 'If-Match': one }, ada.at(stack.urls[index] ?? ''))),
  );
  expect(raced.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
  // Without a version meant, both count.
  const both = await Promise.all(
    [{ recipients: { max: 5 } }, { replies: { editWindow: 'PT20M' } }].map((body, index) =>
      patch(body, {}, ada.at(stack.urls[index] ?? '')),
    ),
  );
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(await soon(policy, (now) => now.version === version + 3)).toMatchObject({
    version: version + 3,
    recipients: { max: 5 },
    replies: { editWindow: 'PT20M' },
  });
});

it('has one effect per key, on any API', async () => {
  const headers = { 'Idempotency-Key': 'five' };
  const first = await patch({ recipients: { max: 6 } }, headers);
  await patch({ recipients: { max: 5 } });
  const again = await patch({ recipients: { max: 6 } }, headers, ada.at(stack.urls[1] ?? ''));
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  expect((await policy()).recipients).toEqual({ min: 1, max: 5 });
  const other = await patch({ recipients: { max: 7 } }, headers);
  expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
});

it('counts for the next command here, and in a moment on the other API; events name it [SETT-09] [LIFE-02]', async () => {
  const ticket = await nora.open();
  const there = abe.at(stack.urls[1] ?? '');
  const path = `/v1/tickets/${ticket.id}`;
  const actions = async (who: Client) => (await who.ask(path, ticket)).allowedActions as string[];
  expect(await actions(abe)).toContain('wait');
  expect(await actions(there)).toContain('wait');
  const { transitions, statuses } = await policy();
  const strict = transitions.filter(({ to }) => to !== '@waiting' && to !== '*');
  const { body } = await patch({ transitions: strict, replies: { whileNew: 'staff' } });
  expect(await actions(abe)).not.toContain('wait');
  expect((await abe.post(`${path}/wait`)).body.code).toBe('transition-not-allowed');
  expect((await nora.post(`${path}/replies`, { body: 'Hello?' })).body.code).toBe('comments-not-open');
  expect(
    await soon(
      () => actions(there),
      (names) => !names.includes('wait'),
    ),
  ).not.toContain('wait');
  expect((await there.post(`${path}/wait`)).body.code).toBe('transition-not-allowed');
  await there.act('POST', `${path}/start`);
  await patch({ transitions, statuses, replies: { whileNew: 'everyone' } });
  const history = (await audra.ask(`/v1/audit/tickets/${ticket.id}/events`)) as { items: Body[] };
  const started = history.items.find(({ type }) => type === 'TicketStatusChanged');
  expect(started).toMatchObject({ policyVersion: body.version });
});

it('is itself history: who changed it, and what it was [SETT-09]', async () => {
  const before = await policy();
  const { body } = await patch({ recipients: { max: 8 } });
  for await (const { type, revision, metadata } of stack.parts.ledger.load('policy-acme', {
    fromRevision: BigInt(body.version as number),
  })) {
    expect([type, revision]).toEqual(['TicketPolicyPublished', BigInt(body.version as number)]);
    expect(metadata.actor).toEqual({ id: ada.userId, role: 'admin', kind: 'user' });
  }
  const then = await audra.get(`/v1/policy?version=${before.version}`);
  expect(then.body).toEqual(before);
  expect(then.headers.get('etag')).toBe(`"${before.version}"`);
  expect(fieldsOf(await audra.get('/v1/policy?version=999999'))).toEqual(['version']);
  expect((await abe.get('/v1/policy?version=0')).status).toBe(403);
});

it('tells what a patch would do, and does nothing [REOP-18]', async () => {
  const { version } = await policy();
  const head = await stack.parts.ledger.head();
  const preview = await ada.post('/v1/policy/preview', { reopen: { window: 'P14D' } }, mergePatch);
  expect([preview.status, preview.body]).toEqual([
    200,
    {
      version,
      policy: expect.objectContaining({ reopen: expect.objectContaining({ window: 'P14D' }) }),
      problems: [],
      changes: [
        {
          field: 'reopen.window',
          from: 'P7D',
          to: 'P14D',
          message: expect.stringMatching(/14 days instead of 7 days.*resolved already/),
        },
      ],
    },
  ]);
  const bad = (await ada.post('/v1/policy/preview', { autoClose: { after: 'PT1S' }, statuses: 3 })).body;
  expect((bad.problems as { field: string }[]).map(({ field }) => field)).toEqual(['statuses']);
  expect((await policy()).version).toBe(version);
  expect(await stack.parts.ledger.head()).toBe(head);
});

it('takes away no status or category that tickets are in, and says how many [STAT-06] [CATG-06] [STAT-05]', async () => {
  const { statuses, classification } = await policy();
  const entry = (id: string, more: Body = {}) => ({ id, name: id, order: 9, active: true, ...more });
  const deep = entry('phones', { types: [entry('desk', { items: [entry('cord', {})] })] });
  const added = await patch({
    statuses: [...statuses, status('vendor'), status('lawyer')],
    classification: { categories: [...classification.categories, deep] },
  });
  expect(added.status).toBe(200);
  const tickets = [
    await abe.open({ categoryId: 'phones', typeId: 'desk', itemId: 'cord' }),
    await abe.open({ categoryId: 'phones' }),
  ];
  for (const { id } of tickets) await abe.act('PUT', `/v1/tickets/${id}/status`, { status: 'vendor', reason: 'Part' });

  const gone = await patch({ statuses: [...statuses, status('lawyer')] });
  expect([gone.status, gone.body.code, gone.body.errors]).toEqual([
    409,
    'status-in-use',
    [{ field: 'statuses[vendor]', code: 'status-in-use', message: expect.stringContaining('2 tickets') }],
  ]);
  expect((await patch({ statuses: [...statuses, status('vendor', { state: 'open' })] })).body.code).toBe(
    'status-in-use',
  );
  const without = { classification: { categories: classification.categories } };
  const preview = await ada.post('/v1/policy/preview', without);
  expect(codes({ ...preview, body: { errors: preview.body.problems } })).toEqual(Array(3).fill('category-in-use'));
  const unclassified = await patch(without);
  expect([unclassified.status, unclassified.body.code]).toEqual([409, 'category-in-use']);
  expect(fieldsOf(unclassified)).toEqual(
    ['phones', 'phones/desk', 'phones/desk/cord'].map((id) => `classification.categories[${id}]`),
  );
  // An unused one goes; the used one is no longer offered, but stays where it is.
  const kept = await patch({ statuses: [...statuses, status('vendor', { active: false })] });
  expect(kept.status).toBe(200);
  const [first] = tickets as [Ticket];
  expect(await abe.ask(`/v1/tickets/${first.id}`)).toMatchObject({ status: 'vendor' });
  const other = await abe.open();
  expect((await abe.ask(`/v1/tickets/${other.id}`, other)).allowedStatuses).not.toContain('vendor');
  for (const { id } of tickets) await abe.act('POST', `/v1/tickets/${id}/resolve`);
  expect((await patch({ statuses })).status).toBe(200);
});

it('never makes a number twice, whatever the template [NUMB-01] [NUMB-02]', async () => {
  const numbers = [(await nora.open()).number];
  for (const template of ['{seq}', 'T-{yyyy}-{seq:6}', 'TICK-{seq}']) {
    expect((await patch({ numbers: { template, start: 1 } })).status).toBe(200);
    numbers.push((await nora.open()).number);
  }
  const sequences = numbers.map((number) => Number(/\d+$/.exec(number)?.[0]));
  expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
  expect(new Set(sequences).size).toBe(4);
  const clash = await patch({ numbers: { template: 'TICK-1{seq}' } });
  expect([clash.status, fieldsOf(clash)]).toEqual([422, ['numbers.template']]);
});

it('goes over to a preset: what tickets hold on to stays [SETT-10]', async () => {
  const before = await policy();
  const open = await nora.open({ categoryId: 'billing' });
  await abe.act('POST', `/v1/tickets/${open.id}/start`);
  const { status: answered, body } = await ada.post(
    '/v1/policy/preset',
    { name: 'portal' },
    { 'If-Match': `"${before.version}"` },
  );
  expect([answered, body.preset, body.version]).toEqual([200, 'portal', before.version + 1]);
  const now = body as Policy;
  expect(now.statuses.filter(({ active }) => active).map(({ id }) => id)).toEqual(['open', 'resolved', 'closed']);
  expect(now.statuses.filter(({ active }) => !active).map(({ id }) => id)).toContain('in_progress');
  expect(now.classification.categories).toEqual(before.classification.categories);
  // Its ticket finds its way, as the new desk would have it.
  const left = await ada.ask(`/v1/tickets/${open.id}`, open);
  expect(left).toMatchObject({ status: 'in_progress', allowedStatuses: ['resolved', 'closed'] });
  await ada.act('POST', `/v1/tickets/${open.id}/resolve`);
  await nora.act('POST', `/v1/tickets/${open.id}/reopen`);
  expect((await ada.post('/v1/policy/preset', { name: 'portal' })).body.version).toBe(now.version);
});
