// `POST /v1/import` as any other importer meets it: one line after the other, good and bad.
import { randomUUID } from 'node:crypto';
import { directoryStream, ticketStream } from '#ledger';
import { startStack, type Stack } from '../stack.js';
import { Desk } from './desk.js';

let stack: Stack;
let ada: Desk;
beforeAll(async () => {
  stack = await startStack({ apis: 2 });
  ada = await Desk.signIn(stack.urls[0] ?? '', 'ada@acme.test');
});
afterAll(() => stack?.stop());

interface Answer {
  readonly commandId: string | null;
  readonly ok: boolean;
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
  readonly position?: string;
  readonly replayed?: boolean;
  readonly unchanged?: boolean;
}
type Line = Readonly<Record<string, unknown>>;

const ndjson = 'application/x-ndjson';
const post = (body: string | ReadableStream, { token, url }: { token: string; url: string } = ada, type = ndjson) =>
  fetch(`${url}/v1/import`, {
    method: 'POST',
    body,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': type },
    ...(typeof body === 'string' ? {} : { duplex: 'half' as const }),
  });

async function send(
  lines: readonly (Line | string)[],
  desk: { readonly token: string; readonly url: string } = ada,
): Promise<Answer[]> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const response = await post(text, desk);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  return (await response.text())
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer);
}

const at = '2016-02-29T01:23:00.000Z';
const line = (ticketRef: string, command: Line, more: Line = {}): Line => ({
  commandId: randomUUID(),
  occurredAt: at,
  actor: { name: 'Updated by 21' },
  ticketRef,
  command,
  ...more,
});
const create = (ticketRef: string, more: Line = {}): Line =>
  line(ticketRef, {
    type: 'create',
    subject: 'Printer on fire',
    description: 'It burns.',
    requester: { name: 'Caller 1' },
    references: [{ kind: 'test', id: ticketRef }],
    ...more,
  });
const newRef = () => `test:${randomUUID()}`;

interface Found {
  readonly id: string;
  readonly status: string;
  readonly assignee: { readonly user?: { readonly name: string }; readonly group?: { readonly name: string } } | null;
  readonly category: { readonly name: string } | null;
}
async function ticket(ticketRef: string, after?: string, desk = ada): Promise<Found | undefined> {
  const wait = after === undefined ? '' : `&after=${after}`;
  const { items } = await desk.get<{ items: Found[] }>(
    `/v1/tickets?reference=test:${encodeURIComponent(ticketRef)}${wait}`,
  );
  return items[0];
}
async function events(ticketId: string, tenant = 'acme') {
  const found = [];
  for await (const event of stack.parts.ledger.load(ticketStream(tenant, ticketId))) found.push(event);
  return found;
}

describe('who may', () => {
  it('asks for a token, the capability and NDJSON', async () => {
    const abe = await Desk.signIn(ada.url, 'abe@acme.test');
    const codes = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];
    expect(await codes(await post('', { token: 'none', url: ada.url }))).toEqual([401, 'unauthenticated']);
    expect(await codes(await post(JSON.stringify(create(newRef())), abe))).toEqual([403, 'not-allowed']);
    expect(await codes(await post('{}', ada, 'application/json'))).toEqual([415, 'unsupported-media-type']);
    const elsewhere = await fetch(`${ada.url}/v1/tickets`, {
      method: 'POST',
      body: '{}',
      headers: { Authorization: `Bearer ${ada.token}`, 'Content-Type': 'application/x-ndjson' },
    });
    expect(await codes(elsewhere)).toEqual([415, 'unsupported-media-type']);
  });
});

describe('people and groups', () => {
  it('that an import makes are told to the journal once, as made by the importer', async () => {
    const person = `Caller ${randomUUID()}`;
    const group = `Group ${randomUUID()}`;
    const lines = [newRef(), newRef()].flatMap((ref) => [
      create(ref, { requester: { name: person } }),
      line(ref, { type: 'assign', group: { name: group } }),
    ]);
    expect((await send(lines)).every(({ ok }) => ok)).toBe(true);
    const made = [];
    for await (const event of stack.parts.ledger.load(directoryStream('acme'))) {
      if (event.type !== 'DirectoryChanged') continue;
      const { name } = (await nameOf(event.data)) ?? {};
      if (name === person || name === group) made.push([event.data.entity, event.metadata.actor.role]);
      expect(JSON.stringify(event.data)).not.toContain(person);
    }
    expect(made).toEqual([
      ['user', 'admin'],
      ['group', 'admin'],
    ]);
  });

  const nameOf = ({ entity, id }: { readonly entity: string; readonly id: string }) =>
    stack.parts.database.inTenant('acme', (tx) =>
      tx
        .selectFrom(entity === 'group' ? 'directory.groups' : 'directory.users')
        .select('name')
        .where('tenant', '=', 'acme')
        .where('id', '=', id)
        .executeTakeFirst(),
    );
});

describe('a line', () => {
  it('becomes an event of its time and person, said to be imported and by whom', async () => {
    const ref = newRef();
    const lines = [
      create(ref, { category: { name: 'Printers' }, context: { occurredAt: '2016-02-29T01:16:00.000Z' } }),
      line(
        ref,
        { type: 'assign', user: { name: 'Resolver 1' }, group: { name: 'Group 7' } },
        { occurredAt: '2016-03-01T00:00:00Z' },
      ),
      line(
        ref,
        { type: 'set-status', status: 'resolved', reason: 'Active → Resolved' },
        { actor: { name: 'Updated by 5' } },
      ),
      line(ref, { type: 'reply', body: 'It is out.' }),
      line(ref, { type: 'note', body: 'Insurance?' }),
      line(ref, { type: 'tag', tag: ' Fire ' }),
      line(ref, { type: 'recipients', user: { name: 'Caller 2' } }),
      line(ref, { type: 'set-priority', priority: 'critical' }),
      line(ref, { type: 'classify', category: null }),
      line(ref, { type: 'close', reason: 'Over' }),
    ];
    const answers = await send(lines);
    expect(answers.map(({ ok }) => ok)).toEqual(lines.map(() => true));
    expect(answers.map(({ commandId }) => commandId)).toEqual(lines.map(({ commandId }) => commandId));

    const found = await ticket(ref, answers.at(-1)?.position);
    expect(found).toMatchObject({
      status: 'closed',
      category: null,
      assignee: { user: { name: 'Resolver 1' }, group: { name: 'Group 7' } },
    });
    const stored = await events(found?.id ?? '');
    expect(stored.map(({ type }) => type)).toEqual([
      'TicketOpened',
      'TicketAssigned',
      'TicketResolved',
      'ReplyAdded',
      'NoteAdded',
      'TagAdded',
      'RecipientAdded',
      'PriorityChanged',
      'TicketReclassified',
      'TicketClosed',
    ]);
    const { user } = await ada.get<{ user: { id: string } }>('/v1/me');
    for (const { metadata } of stored) {
      expect(metadata).toMatchObject({ origin: 'import', importedBy: user.id, actor: { role: 'agent', kind: 'user' } });
    }
    expect(stored.slice(0, 3).map(({ metadata }) => metadata.occurredAt)).toEqual([at, '2016-03-01T00:00:00.000Z', at]);
    expect(stored[2]?.metadata.actor.id).not.toBe(stored[0]?.metadata.actor.id);
    expect(stored[3]?.data).toMatchObject({ replyId: lines[3]?.['commandId'] });
    expect(answers.map(({ position }) => position)).toEqual(stored.map(({ position }) => String(position)));
  });

  it('makes people that nobody can sign in as, named after their source', async () => {
    await send([create(newRef(), { requester: { name: 'Caller In Doubt' } })]);
    const users = await stack.parts.database.inTenant('acme', (tx) =>
      tx
        .selectFrom('directory.users')
        .select(['name', 'disabled', 'role'])
        .where('login', '=', 'test:caller in doubt')
        .execute(),
    );
    expect(users).toEqual([{ name: 'Caller In Doubt', disabled: true, role: 'user' }]);
  });

  it('that was done before is answered by its first receipt, with another body refused', async () => {
    const ref = newRef();
    const lines = [create(ref), line(ref, { type: 'set-status', status: 'waiting' })];
    const first = await send(lines);
    const head = await stack.parts.ledger.head();
    // The other process has nothing of the tickets in its memory, like one that was started again.
    const again = await send(lines, { token: ada.token, url: stack.urls[1] ?? '' });
    expect(again).toEqual(first.map((answer) => ({ ...answer, replayed: true })));
    const [other] = await send([{ ...lines[1], command: { type: 'set-status', status: 'resolved' } }]);
    expect(other).toMatchObject({ ok: false, code: 'idempotency-key-reused' });
    expect(await stack.parts.ledger.head()).toBe(head);
  });

  it('that says what is so already stores nothing, and says that', async () => {
    const ref = newRef();
    const answers = await send([create(ref), line(ref, { type: 'set-priority', priority: 'normal' })]);
    expect(answers[1]).toMatchObject({ ok: true, unchanged: true, position: answers[0]?.position });
  });

  it('stays in its tenant', async () => {
    const ref = newRef();
    const gus = await Desk.signIn(ada.url, 'gus@globex.test');
    const mine = create(ref);
    const [first] = await send([mine]);
    expect(await send([line(ref, { type: 'close', reason: 'Ours now' })], gus)).toMatchObject([
      { ok: false, code: 'ticket-not-found' },
    ]);
    const [theirs] = await send([mine], gus);
    expect(theirs).toMatchObject({ ok: true });
    expect(theirs).not.toHaveProperty('replayed');
    const ids = [(await ticket(ref, first?.position))?.id, (await ticket(ref, theirs?.position, gus))?.id];
    expect(new Set(ids).size).toBe(2);
    expect(await events(ids[1] ?? '', 'globex')).toHaveLength(1);
  });
});

describe('a bad line', () => {
  const future = new Date(Date.now() + 60_000).toISOString();
  const good = () => create(newRef());
  const bad: [string, string, () => Line | string, string | RegExp][] = [
    ['no JSON', 'malformed-json', () => '{"commandId": ', ''],
    ['no object', 'validation-failed', () => '[1]', ''],
    [
      'no UTF-8 text',
      'validation-failed',
      () => JSON.stringify(create(newRef(), { subject: '\ud800' })),
      'command.subject',
    ],
    ['NUL', 'validation-failed', () => create(newRef(), { description: 'a\0b' }), 'command.description'],
    ['a key that reaches prototypes', 'validation-failed', () => '{"__proto__": {}, "commandId": "x"}', '__proto__'],
    ['an unknown field', 'validation-failed', () => ({ ...good(), tenant: 'globex' }), 'tenant'],
    [
      'an unknown field of the command',
      'validation-failed',
      () => create(newRef(), { number: 'TICK-1' }),
      'command.number',
    ],
    ['no id', 'validation-failed', () => ({ ...good(), commandId: 'one' }), 'commandId'],
    ['a local time', 'validation-failed', () => ({ ...good(), occurredAt: '2016-02-29 01:23' }), 'occurredAt'],
    [
      'a day that never was',
      'validation-failed',
      () => ({ ...good(), occurredAt: '2015-02-29T00:00:00Z' }),
      'occurredAt',
    ],
    ['a time to come', 'validation-failed', () => ({ ...good(), occurredAt: future }), 'occurredAt'],
    ['no name', 'validation-failed', () => ({ ...good(), actor: { name: ' ' } }), 'actor.name'],
    ['no source', 'validation-failed', () => ({ ...good(), ticketRef: 'INC1' }), 'ticketRef'],
    ['an action that is none', 'validation-failed', () => line(newRef(), { type: 'delete' }), 'command.type'],
    [
      'a category no policy can hold',
      'validation-failed',
      () => create(newRef(), { category: { name: 'x'.repeat(101) } }),
      'command.category.name',
    ],
    [
      'a group id nobody knows',
      'validation-failed',
      () => create(newRef(), { assignee: { groupId: 'none' } }),
      'command.assignee.groupId',
    ],
    ['a ticket that was never created', 'ticket-not-found', () => line(newRef(), { type: 'tag', tag: 'x' }), ''],
    ['a megabyte', 'body-too-large', () => create(newRef(), { description: 'x'.repeat(1_100_000) }), ''],
  ];

  it.each(bad)('with %s is refused as %s', async (_, code, make, field) => {
    const [before, answer, behind] = await send([good(), make(), good()]);
    expect(answer).toMatchObject({ ok: false, code });
    if (field !== '') expect(answer?.errors?.map((error) => error.field)).toContain(field);
    expect([before?.ok, behind?.ok]).toEqual([true, true]);
  });

  it('takes nothing down with it that is looked up together', async () => {
    const [long, short] = ['x'.repeat(101), 'Beside'].map((name) => create(newRef(), { category: { name } }));
    expect((await send([long as Line, short as Line])).map(({ ok }) => ok)).toEqual([false, true]);
  });

  it('keeps its id in the answer, as far as it has one', async () => {
    const answers = await send([
      'nonsense',
      { commandId: 'mine' },
      { ...good(), occurredAt: future, commandId: 'MINE' },
    ]);
    expect(answers.map(({ commandId }) => commandId)).toEqual([null, 'mine', 'MINE']);
  });

  it('leaves no ticket, no category and no person behind', async () => {
    const [answer] = await send([
      create(newRef(), { subject: ' ', category: { name: 'Never Made' }, requester: { name: 'Never Made' } }),
    ]);
    expect(answer?.ok).toBe(false);
    const { classification } = await stack.parts.policies.get('acme');
    expect(classification.categories.map(({ name }) => name)).not.toContain('Never Made');
  });
});

describe('many lines', () => {
  it('are answered while the rest is still being written', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const encoder = new TextEncoder();
    const write = (item: Line) => writer.write(encoder.encode(`${JSON.stringify(item)}\n`));
    const ref = newRef();
    void write(create(ref));
    const response = await post(readable);
    const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    expect(JSON.parse((await reader.read()).value ?? '')).toMatchObject({ ok: true });
    await write(line(ref, { type: 'set-status', status: 'waiting' }));
    expect(JSON.parse((await reader.read()).value ?? '')).toMatchObject({ ok: true });
    await writer.close();
    expect((await reader.read()).done).toBe(true);
  });

  it('of two imports at once, through two processes, name people, groups and categories once', async () => {
    const batch = (source: string) =>
      Array.from({ length: 60 }, (_, index) =>
        create(`${source}:${randomUUID()}`, {
          category: { name: `Shared ${index % 12}` },
          assignee: { group: { name: `Shared Group ${index % 12}` }, user: { name: `Shared Person ${index % 12}` } },
        }),
      );
    const both = await Promise.all(stack.urls.map((url) => send(batch('shared'), { token: ada.token, url })));
    expect(both.flat().filter(({ ok }) => !ok)).toEqual([]);
    const { classification } = await stack.parts.policies.get('acme');
    const shared = classification.categories.filter(({ name }) => name.startsWith('Shared '));
    expect(shared).toHaveLength(12);
    expect(new Set(shared.map(({ id }) => id)).size).toBe(12);
    const groups = await stack.parts.database.inTenant('acme', (tx) =>
      tx.selectFrom('directory.groups').select('name').where('name', 'like', 'Shared Group %').execute(),
    );
    expect(groups).toHaveLength(12);
  });

  it('of one ticket keep their order, whatever else is going on', async () => {
    const refs = Array.from({ length: 8 }, newRef);
    const lines = [
      ...refs.map((ref) => create(ref)),
      ...Array.from({ length: 5 }, (_, round) =>
        refs.map((ref) =>
          line(ref, { type: 'set-status', status: round % 2 === 0 ? 'waiting' : 'in_progress', reason: `${round}` }),
        ),
      ).flat(),
    ];
    const answers = await send(lines);
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    const last = answers.map(({ position }) => BigInt(position ?? 0)).reduce((a, b) => (a > b ? a : b));
    for (const ref of refs) {
      const stored = await events((await ticket(ref, String(last)))?.id ?? '');
      const reasons = stored.flatMap(({ data }) => ('reason' in data ? [data.reason] : []));
      expect(reasons).toEqual(['0', '1', '2', '3', '4']);
    }
  });
});
