// History as auditors read it: at any moment, step by step, as a whole, and proven.
import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromBufferPromise } from 'yauzl';
import { ERASED } from '#event-store';
import { auditStream, ticketStream, toFact, type LedgerEvent } from '#ledger';
import { repaint, type Picture } from '#ticket';
import { startStack, type Stack } from '../../../test/stack.js';
import { signIn, type Body, type Client, type Ticket } from './client.js';

let stack: Stack;
const people = new Map<string, Client>();
const who = (login: string): Client => people.get(login) as Client;

beforeAll(async () => {
  stack = await startStack({ apis: 2 });
  const staff = ['abe', 'ada', 'sue', 'audra', 'mo', 'uma'].map((name) => `${name}@acme.test`);
  const others = ['nora@northwind.test', 'cora@contoso.test', 'gus@globex.test', 'gary@globex.test'];
  for (const login of [...staff, ...others]) people.set(login, await signIn(stack.urls[0] ?? '', login));
});
afterAll(() => stack.stop());

interface Step extends Body {
  readonly eventId: string;
  readonly type: string;
  readonly revision: string;
  readonly position: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: Body;
  readonly before: Body | null;
  readonly after: Body;
}
interface StepsPage extends Body {
  readonly items: Step[];
  readonly nextCursor: string | null;
}
interface Lines {
  readonly events: Step[];
  readonly end: { readonly end: true; readonly nextPosition: string } | undefined;
}

const audra = () => who('audra@acme.test');
const stateOf = (key: string, moment = '') => audra().ask(`/v1/audit/tickets/${key}${moment}`);
const stepsOf = async (key: string, query = '?limit=100') =>
  (await audra().ask(`/v1/audit/tickets/${key}/events${query}`)) as StepsPage;

/** A ticket with something of everything. */
async function lived(): Promise<Ticket> {
  const [nora, abe] = [who('nora@northwind.test'), who('abe@acme.test')];
  const { id } = await nora.open({ subject: 'Printer', description: 'It burns' });
  const at = `/v1/tickets/${id}`;
  await abe.act('POST', `${at}/take`);
  await abe.act('PUT', `${at}/priority`, { priority: 'high' });
  const { replyId } = await abe.act('POST', `${at}/replies`, { body: 'Have you tried water?' });
  await abe.act('POST', `${at}/replies`, { body: 'They are clueless', visibility: 'internal' });
  await abe.act('PATCH', `${at}/replies/${String(replyId)}`, { body: 'Please do not use water' });
  await abe.act('DELETE', `${at}/replies/${String(replyId)}`);
  await abe.act('POST', `${at}/resolve`, { notes: 'Burnt down' });
  return nora.act('POST', `${at}/reopen`, {});
}

const eventsIn = async (stream: string): Promise<LedgerEvent[]> => {
  const events: LedgerEvent[] = [];
  for await (const event of stack.parts.ledger.load(stream)) events.push(event);
  return events;
};
const painted = (events: readonly LedgerEvent[]): Picture =>
  events
    .map(toFact)
    .filter((fact) => fact !== null)
    .reduce<Picture | null>(repaint, null) as Picture;

async function exported(client: Client, query = ''): Promise<Lines> {
  const { status, headers, body } = await client.get(`/v1/audit/events${query}`);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  expect(headers.get('content-type')).toBe('application/x-ndjson');
  const lines = String(body.text)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Step);
  const end = lines.at(-1)?.end === true ? (lines.pop() as unknown as Lines['end']) : undefined;
  return { events: lines, end };
}

describe('who may', () => {
  const routes = (key: string): [string, string, unknown][] => [
    ['GET', `/v1/audit/tickets/${key}`, undefined],
    ['GET', `/v1/audit/tickets/${key}/events`, undefined],
    ['GET', `/v1/audit/tickets/${key}/evidence`, undefined],
  ];

  it('is admins and auditors; others are refused what they see, and see nothing else [AUDT-02] [NENU-08]', async () => {
    const { id, number, position } = await who('nora@northwind.test').open();
    await who('abe@acme.test').ask(`/v1/tickets/${id}`, { position });
    for (const key of [id, number]) {
      for (const [method, path] of routes(key)) {
        for (const login of ['audra', 'ada', 'sue']) {
          expect((await who(`${login}@acme.test`).request(method, path)).status).toBe(200);
        }
        for (const login of ['abe@acme.test', 'mo@acme.test', 'nora@northwind.test']) {
          expect((await who(login).request(method, path)).body.code).toBe('not-allowed');
        }
        for (const login of ['cora@contoso.test', 'uma@acme.test']) {
          expect((await who(login).request(method, path)).body.code).toBe('ticket-not-found');
        }
      }
    }
    expect((await who('gus@globex.test').get(`/v1/audit/tickets/${id}`)).body.code).toBe('ticket-not-found');
    for (const login of ['abe@acme.test', 'nora@northwind.test']) {
      expect((await who(login).get('/v1/audit/events')).status).toBe(403);
      expect((await who(login).post('/v1/audit/verify', {})).status).toBe(403);
    }
  });

  it('finds nothing where there is nothing', async () => {
    for (const key of [randomUUID(), 'TICK-999999']) {
      for (const [method, path] of routes(key)) {
        const answer = await audra().request(method, path);
        expect([answer.status, answer.body.code]).toEqual([404, 'ticket-not-found']);
      }
      const { status, body } = await audra().post('/v1/audit/verify', { id: key });
      expect([status, body.errors]).toEqual([400, [{ field: 'id', code: 'not-found', message: 'is not known' }]]);
    }
  });
});

describe('a ticket at a moment', () => {
  it('is what its history up to there says, at every step [AUDT-02] [AUDT-03]', async () => {
    const { id } = await lived();
    const events = await eventsIn(ticketStream('acme', id));
    expect(events.length).toBeGreaterThan(8);
    for (const [index, { revision, metadata }] of events.entries()) {
      expect(await stateOf(id, `?revision=${revision}`)).toEqual({
        state: painted(events.slice(0, index + 1)),
        revision: revision.toString(),
        at: metadata.occurredAt,
      });
      // Those of one append, or of one millisecond, happened at once.
      const then = events.filter((event) => event.metadata.occurredAt <= metadata.occurredAt);
      const { state } = await stateOf(id, `?at=${metadata.occurredAt}`);
      expect(state).toEqual(painted(then));
    }
    expect(await stateOf(id)).toEqual(await stateOf(id, `?revision=${events.length - 1}`));
    const { state } = await stateOf(id);
    expect((state as Picture).replies).toMatchObject([
      { kind: 'reply', body: 'Please do not use water', deletedAt: expect.any(String) },
      { kind: 'note', body: 'They are clueless' },
    ]);
  });

  it('is nothing before it was opened, and one moment only', async () => {
    const { id } = await who('nora@northwind.test').open();
    for (const moment of ['at', 'knownAt']) {
      const answer = await audra().get(`/v1/audit/tickets/${id}?${moment}=2001-01-01`);
      expect([answer.status, answer.body.code]).toEqual([404, 'ticket-not-found']);
    }
    for (const query of ['at=2026-01-01&revision=0', 'at=2026-01-01&knownAt=2026-01-01', 'revision=-1', 'when=now']) {
      expect((await audra().get(`/v1/audit/tickets/${id}?${query}`)).status).toBe(400);
    }
  });

  it('tells what had happened from what was known [AUDT-02]', async () => {
    const line = (occurredAt: string, command: object) =>
      JSON.stringify({ commandId: randomUUID(), occurredAt, actor: { name: 'Zoe' }, ticketRef: 'old:1', command });
    const lines = [
      line('2020-01-01T10:00:00Z', { type: 'create', subject: 'Old', description: 'Very old' }),
      line('2020-01-03T10:00:00Z', { type: 'set-priority', priority: 'high' }),
    ];
    const before = new Date().toISOString();
    const answer = await who('ada@acme.test').request('POST', '/v1/import', lines.join('\n'), {
      'content-type': 'application/x-ndjson',
    });
    const answers = String(answer.body.text).trim().split('\n');
    expect(answers.map((text) => (JSON.parse(text) as Body).ok)).toEqual([true, true]);
    const { events } = await exported(audra(), '?type=TicketOpened&from=2020-01-01&to=2020-01-02');
    const [{ data }] = events as [Step];
    const { ticketId } = data as { ticketId: string };

    expect(await stateOf(ticketId, '?at=2020-01-02')).toMatchObject({ state: { priority: 'normal' }, revision: '0' });
    expect(await stateOf(ticketId, '?at=2020-01-04')).toMatchObject({ state: { priority: 'high' } });
    expect((await audra().get(`/v1/audit/tickets/${ticketId}?knownAt=${before}`)).status).toBe(404);
    expect(await stateOf(ticketId, `?knownAt=${new Date().toISOString()}`)).toMatchObject({
      state: { priority: 'high' },
      at: '2020-01-03T10:00:00.000Z',
    });
  });

  it('finds deleted tickets, by id and number, without what was written in them [AUDT-02]', async () => {
    const { id, number } = await lived();
    await who('sue@acme.test').act('DELETE', `/v1/tickets/${id}?reason=asked`);
    expect((await audra().get(`/v1/tickets/${id}`)).status).toBe(404);
    for (const key of [id, id.toUpperCase(), number, number.toLowerCase()]) {
      const { state } = await stateOf(key);
      const deleted = { by: who('sue@acme.test').userId };
      expect(state).toMatchObject({ number, subject: ERASED, priority: 'high', deleted });
    }
    expect((await audra().post('/v1/audit/verify', { id: number })).body.ok).toBe(true);
    expect((await who('abe@acme.test').get(`/v1/audit/tickets/${number}`)).body.code).toBe('ticket-not-found');
  });
});

describe('its steps', () => {
  it('show who did what when, before and after [AUDT-01] [AUDT-02] [AUDT-03]', async () => {
    const { id } = await lived();
    const { items, nextCursor } = await stepsOf(id);
    expect(nextCursor).toBeNull();
    expect(items[0]).toMatchObject({
      type: 'TicketOpened',
      schemaVersion: 1,
      revision: '0',
      origin: 'live',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      actor: { id: who('nora@northwind.test').userId, role: 'client_admin', kind: 'user', name: expect.any(String) },
      before: null,
      after: { subject: 'Printer' },
    });
    const find = (type: string) => items.find((item) => item.type === type);
    expect(find('PriorityChanged')).toMatchObject({ before: { priority: 'normal' }, after: { priority: 'high' } });
    expect(find('ReplyEdited')).toMatchObject({
      before: { replies: [{ body: 'Have you tried water?' }] },
      after: { replies: [{ body: 'Please do not use water' }] },
    });
    // Laid over each other, the steps lead to the present.
    const fields = items.reduce<Body>((known, { after }) => ({ ...known, ...after }), {});
    const { state } = await stateOf(id);
    expect({ ...fields, replies: [] }).toEqual({ ...(state as Body), replies: [] });
  });

  it('come in pages, each once, to their reader only', async () => {
    const { id } = await lived();
    const { items: all } = await stepsOf(id);
    const paged: Step[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: StepsPage = await stepsOf(id, `?limit=3${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items);
      cursor = page.nextCursor;
      if (cursor) {
        const other = await who('ada@acme.test').get(`/v1/audit/tickets/${id}/events?limit=3&cursor=${cursor}`);
        expect(other.body.code).toBe('bad-cursor');
      }
    }
    expect(paged).toEqual(all);
  });

  it('have links at their place [AUDT-02]', async () => {
    const [one, other] = [await who('nora@northwind.test').open(), await who('nora@northwind.test').open()];
    const abe = who('abe@acme.test');
    await abe.act('POST', `/v1/tickets/${one.id}/links`, { type: 'parent_of', target: other.id });
    await abe.act('POST', `/v1/tickets/${other.id}/take`);
    const { items } = await stepsOf(other.id);
    expect(items.map(({ type }) => type)).toEqual(['TicketOpened', 'LinkAdded', 'TicketAssigned']);
    expect(items[1]).toMatchObject({
      before: { links: [] },
      after: { links: [{ type: 'child_of', ticketId: one.id }] },
    });
    expect(await stateOf(one.id)).toMatchObject({ state: { links: [{ type: 'parent_of', ticketId: other.id }] } });
    expect(await stateOf(other.id, '?revision=0')).toMatchObject({ state: { links: [] } });
  });
});

describe('the export', () => {
  it('is the log of the tenant, complete and in order [AUDT-01]', async () => {
    await lived();
    await who('gary@globex.test').open();
    const { events, end } = await exported(audra());
    const positions = events.map(({ position }) => BigInt(position));
    expect(positions).toEqual([...positions].sort((a, b) => (a < b ? -1 : 1)));
    const stored: string[] = [];
    for await (const batch of stack.parts.ledger.readAll()) {
      for (const { stream, id } of batch.events) if (/^[a-z]+-acme(\.|$)/.test(stream)) stored.push(id);
    }
    expect(events.map(({ eventId }) => eventId)).toEqual(stored);
    expect(new Set(events.map(({ stream }) => String(stream).split('-')[0]))).toEqual(
      new Set(['ticket', 'links', 'policy', 'numbers', 'audit', 'directory']),
    );
    expect(BigInt(end?.nextPosition ?? 0)).toBeGreaterThanOrEqual(positions.at(-1) ?? 0n);
  });

  it('goes on where it ended, without gap or repeat', async () => {
    const first = await exported(audra());
    const { id } = await lived();
    const second = await exported(audra(), `?afterPosition=${first.end?.nextPosition}`);
    const third = await exported(audra(), `?afterPosition=${second.events[1]?.position}`);
    const whole = await exported(audra());
    const ids = ({ events }: Lines) => events.map(({ eventId }) => eventId);
    expect(ids(whole).slice(0, -2)).toEqual([...ids(first), ...ids(second)]);
    expect(ids(third).slice(0, -1)).toEqual(ids(second).slice(2));
    expect(second.events.filter(({ stream }) => stream === ticketStream('acme', id))).toHaveLength(
      (await eventsIn(ticketStream('acme', id))).length,
    );
  });

  it('takes what is asked for, and no other word', async () => {
    await lived();
    const abe = who('abe@acme.test');
    const { events } = await exported(audra(), `?type=NoteAdded&type=TicketResolved&actor=${abe.userId}`);
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['NoteAdded', 'TicketResolved']));
    expect(events.every(({ actor }) => actor.id === abe.userId)).toBe(true);
    expect((await exported(audra(), '?to=2001-01-01')).events).toEqual([]);
    for (const query of ['typ=NoteAdded', 'type=Nothing', 'from=yesterday', 'afterPosition=x', 'limit=3']) {
      expect((await audra().get(`/v1/audit/events?${query}`)).status).toBe(400);
    }
    const { status, body } = await audra().get(`/v1/audit/events?afterPosition=${10n ** 18n}`);
    expect([status, body.code]).toEqual([400, 'bad-position']);
  });
});

describe('reading', () => {
  it('is itself recorded: who, what, when [AUDT-09]', async () => {
    const { id } = await who('nora@northwind.test').open();
    const since = (await exported(audra())).end?.nextPosition;
    await Promise.all([stateOf(id, '?revision=0'), who('ada@acme.test').ask(`/v1/audit/tickets/${id}/events`)]);
    await audra().get(`/v1/audit/tickets/${id}/evidence`);
    await audra().post('/v1/audit/verify', { id });
    await who('abe@acme.test').get(`/v1/audit/tickets/${id}`);
    const { events } = await exported(audra(), `?type=AuditRead&afterPosition=${since}`);
    const read = events.map(({ actor, data }) => ({ by: actor.id, ...(data as Body) }));
    const [by, ticketId] = [audra().userId, id];
    expect(read).toHaveLength(5);
    expect(read).toEqual(
      expect.arrayContaining([
        { by, what: 'ticket', ticketId, asked: { revision: '0' } },
        { by: who('ada@acme.test').userId, what: 'ticket-events', ticketId, asked: { limit: '25' } },
        { by, what: 'evidence', ticketId, asked: {} },
        { by, what: 'verification', ticketId, asked: {} },
        { by, what: 'events', ticketId: null, asked: { type: ['AuditRead'], afterPosition: since } },
      ]),
    );
  });

  it('is recorded in one chain, whoever answers [AUDT-09]', async () => {
    const { id } = await who('nora@northwind.test').open();
    const before = (await eventsIn(auditStream('acme'))).length;
    const readers = stack.urls.flatMap((url) => Array.from({ length: 6 }, () => audra().at(url)));
    const answers = await Promise.all(readers.map((reader) => reader.get(`/v1/audit/tickets/${id}`)));
    expect(answers.map(({ status }) => status)).toEqual(readers.map(() => 200));
    expect(await eventsIn(auditStream('acme'))).toHaveLength(before + readers.length);
    expect((await audra().post('/v1/audit/verify', {})).body.ok).toBe(true);
  });

  it('keeps lists fresh and ready: an audit read is an event like any other', async () => {
    const opened = await who('nora@northwind.test').open();
    await stateOf(opened.id);
    await who('abe@acme.test').ask('/v1/tickets?limit=1', { position: String(await stack.parts.ledger.head()) });
  });
});

describe('the evidence', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'ledgerdesk-evidence-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const check = (): string =>
    execFileSync(process.execPath, [join(folder, 'check.mjs')], { encoding: 'utf8', stdio: 'pipe', env: {} });

  it('is an archive whose sums and chain anybody can check [AUDT-08]', async () => {
    const { id, number } = await lived();
    const answer = await fetch(`${stack.urls[0]}/v1/audit/tickets/${number}/evidence`, {
      headers: { authorization: `Bearer ${audra().token}` },
    });
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${number}-evidence.zip"`);
    const files = new Map<string, string>();
    const archive = await fromBufferPromise(Buffer.from(await answer.arrayBuffer()), { lazyEntries: true });
    for await (const entry of archive.eachEntry()) {
      const chunks: Buffer[] = [];
      for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      files.set(entry.fileName, Buffer.concat(chunks).toString());
    }
    const text = (name: string): string => files.get(name) ?? '';
    const sums = text('SHA256SUMS').trim().split('\n');
    expect(sums).toHaveLength(files.size - 1);
    for (const line of sums) {
      const [sum, name = ''] = line.split('  ');
      expect(createHash('sha256').update(text(name)).digest('hex')).toBe(sum);
    }
    const events = await eventsIn(ticketStream('acme', id));
    expect(JSON.parse(text('proof.json'))).toMatchObject({
      events: events.length,
      lastHash: events.at(-1)?.metadata.hash,
      verdict: { ok: true, checked: events.length },
    });
    expect(text('timeline.md')).toContain('priority: normal → high');
    expect(text('timeline.md')).toContain('(client_admin)');
    expect(text('events.ndjson').trim().split('\n')).toHaveLength(events.length);
    expect(text('events.stored.ndjson')).not.toContain('clueless');
    expect(JSON.parse(text('attachments.json'))).toEqual([]);
    expect(JSON.parse(text('actors.json'))).toMatchObject([{ roles: ['client_admin'] }, { roles: ['agent'] }]);

    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    expect(check()).toContain(`${events.length} events`);
    const lines = text('events.stored.ndjson').split('\n');
    const tamper = (...changed: string[]) => writeFileSync(join(folder, 'events.stored.ndjson'), changed.join('\n'));
    tamper(...lines.map((line, index) => (index === 2 ? line.replace('"high"', '"low"') : line)));
    expect(check).toThrow('the content is not what was hashed');
    tamper(...lines.filter((_, index) => index !== 2));
    expect(check).toThrow('an event is missing before it');
    tamper(...lines.slice(0, -2));
    expect(check).toThrow('the chain does not end where proof.json says');
  });
});

// Last: what it breaks stays broken.
describe('verifying', () => {
  /** Changes one byte of one event where the event node keeps it, as a hand at the disk would. */
  function flip(position: string, from: string, to: string): void {
    const script = `
      import { open } from 'lmdb';
      const [path, position, from, to] = process.argv.slice(1);
      const root = open({ path, noSubdir: true, maxDbs: 8 });
      const events = root.openDB('events', {});
      const row = events.get(Number(position));
      const at = Buffer.from(row[6]).indexOf(from);
      if (at < 0) throw new Error('nothing to flip');
      row[6] = Buffer.from(row[6]);
      row[6].write(to, at);
      await events.put(Number(position), row);
      await root.close();`;
    const path = join(stack.parts.settings.dataDir, 'events', 'events.mdb');
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    execFileSync(process.execPath, ['--input-type=module', '-e', script, path, position, from, to], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '' },
    });
  }

  it('finds everything sound, and names the first event of which a byte was flipped [AUDT-06]', async () => {
    const [{ id, number }, untouched] = [await lived(), await lived()];
    const events = await eventsIn(ticketStream('acme', id));
    const { body: sound } = await audra().post('/v1/audit/verify', {});
    expect(sound).toEqual({ ok: true, checked: expect.any(Number) });
    expect(sound.checked).toBe((await exported(audra())).events.length - 1);
    expect((await audra().post('/v1/audit/verify', { id: number })).body).toEqual({ ok: true, checked: events.length });

    const broken = events.find(({ type }) => type === 'PriorityChanged') as LedgerEvent;
    const firstBroken = {
      stream: ticketStream('acme', id),
      revision: broken.revision.toString(),
      position: broken.position.toString(),
      eventId: broken.id,
      type: 'PriorityChanged',
      reason: 'hash',
    };
    flip(String(broken.position), 'high', 'hihh');
    const { body: one } = await audra().post('/v1/audit/verify', { id });
    expect(one).toEqual({ ok: false, checked: Number(broken.revision), firstBroken });
    const { body: all } = await audra().post('/v1/audit/verify', {});
    expect(all).toEqual({ ok: false, checked: expect.any(Number), firstBroken });
    expect((await audra().post('/v1/audit/verify', { id: untouched.id })).body).toMatchObject({ ok: true });
    expect((await who('gus@globex.test').post('/v1/audit/verify', {})).body).toMatchObject({ ok: true });

    // Even where it cannot be read as JSON any longer.
    flip(String(broken.position), '{', '[');
    expect((await audra().post('/v1/audit/verify', { id })).body).toMatchObject({ ok: false, firstBroken });
    const unreadable = await audra().get(`/v1/audit/tickets/${id}`);
    expect([unreadable.status, unreadable.body.code]).toEqual([500, 'history-unreadable']);
  });
});
