// Nobody learns anything of a ticket that is hidden from them, whichever route they ask and however.
import { migrateQueues } from '#jobs';
import { EventStream } from '../../apps/api/test/event-stream.js';
import type { Client } from '../../apps/api/test/client.js';
import { startStack, type Stack } from '../stack.js';
import { startBuilt, type BuiltApi } from './document.js';
import { expectationOf } from './expectations.js';
import { Probe } from './probe.js';
import { Wire } from './wire.js';
import { plant, type Asker, type Target, type World } from './world.js';

let stack: Stack;
let world: World;
let wire: Wire;
let api: BuiltApi;
let probe: Probe;
let roles: [Asker, Client][];

beforeAll(async () => {
  stack = await startStack();
  await migrateQueues(stack.parts.settings.databaseUrl);
  api = await startBuilt(stack);
  world = await plant(stack);
  wire = new Wire(api.url);
  probe = new Probe({ world, wire, ...api });
  roles = [...world.callers].map(([role, client]) => [role, client.at(api.url)]);
});
afterAll(async () => {
  wire?.close();
  api?.stop();
  await stack?.stop();
});

/** All pages of a list. */
async function walk(caller: Client, path: string): Promise<{ id: string; number: string }[]> {
  const items: { id: string; number: string }[] = [];
  let cursor: string | null = null;
  do {
    const page = await caller.ask(`${path}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    items.push(...(page.items as typeof items));
    cursor = page.nextCursor as string | null;
  } while (cursor !== null);
  return items;
}

const hiddenFrom = (role: Asker): Target[] => world.targets.filter((target) => !world.visible(role, target));

it('says of every route what to expect', () => {
  expect(api.routes.filter(({ name }) => !expectationOf(name)).map(({ name }) => name)).toEqual([]);
});

it('lists and counts for every role exactly what it sees [SCOP-09] [SCOP-01] [SCOP-02] [NENU-04]', async () => {
  const after = { position: String(await stack.parts.ledger.head()) };
  for (const [role, caller] of roles) {
    const expected = world.targets.filter((target) => world.visible(role, target)).map(({ id }) => id);
    await caller.ask('/v1/tickets?limit=1', after);
    const items = await walk(caller, '/v1/tickets?limit=3');
    expect([role, items.map(({ id }) => id).sort()]).toEqual([role, expected.sort()]);
    const { views } = (await caller.ask('/v1/counts', after)) as { views: Record<string, number> };
    for (const [view, count] of Object.entries(views)) {
      expect([role, view, count]).toEqual([
        role,
        view,
        (await walk(caller, `/v1/tickets?limit=50&view=${view}`)).length,
      ]);
    }
  }
});

it('answers every route, role and kind of ticket as the table says [NENU-01] [NENU-02] [NENU-08] [SCOP-09] [SCOP-10]', async () => {
  const began = performance.now();
  const violations = await probe.run();
  console.log(`${wire.asked} requests in ${Math.round((performance.now() - began) / 1_000)} s`);
  expect(violations).toEqual([]);
  expect(wire.asked).toBeGreaterThan(5_000);
}, 900_000); // tens of thousands of requests: a crowded machine may take its time

it('changed nothing that was planted', async () => {
  for (const { id, revision, tenant, name } of world.targets) {
    const support = tenant === 'acme' ? (world.callers.get('super_admin') as Client) : world.elsewhere;
    expect([name, (await support.ask(`/v1/tickets/${id}`)).revision]).toEqual([name, revision]);
  }
});

it('binds a cursor to its caller and its list [I7]', async () => {
  const cursors = new Map<Asker, string>();
  for (const [role, caller] of roles) {
    const { nextCursor } = await caller.ask('/v1/tickets?limit=1');
    if (typeof nextCursor === 'string') cursors.set(role, nextCursor);
  }
  expect(cursors.size).toBeGreaterThan(10);
  for (const [role, caller] of roles) {
    for (const [owner, cursor] of cursors) {
      const { status, body } = await caller.get(`/v1/tickets?limit=1&cursor=${encodeURIComponent(cursor)}`);
      expect([role, owner, status, body.code]).toEqual([
        role,
        owner,
        ...(role === owner ? [200, undefined] : [400, 'bad-cursor']),
      ]);
    }
    const own = cursors.get(role);
    if (own === undefined) continue;
    const [first = '', ...rest] = own;
    const changed = [`${first === 'A' ? 'B' : 'A'}${rest.join('')}`, own.slice(0, -4), `${own}AAAA`];
    const asks = changed.map((cursor) => `/v1/tickets?limit=1&cursor=${encodeURIComponent(cursor)}`);
    asks.push(`/v1/tickets?limit=1&state=new&cursor=${encodeURIComponent(own)}`);
    asks.push(`/v1/tickets?limit=1&order=asc&cursor=${encodeURIComponent(own)}`);
    for (const path of asks)
      expect([role, path, (await caller.get(path)).body.code]).toEqual([role, path, 'bad-cursor']);
  }
});

it('keeps an Idempotency-Key to its caller: to others it is no receipt and no refusal', async () => {
  const headers = { 'Idempotency-Key': 'probe' };
  const target = world.targets.find(({ name }) => name === 'sibling client') as Target;
  const path = `/v1/tickets/${target.id}/replies`;
  const [agent, staff] = ['agent', 'staff'].map((role) => world.callers.get(role as Asker)?.at(api.url) as Client);
  const first = await agent?.post(path, { body: 'x' }, headers);
  expect(first?.status).toBe(201);
  for (const body of [{ body: 'x' }, { body: 'other' }]) {
    for (const [role, caller] of roles.filter(([role]) => !world.visible(role, target))) {
      const answer = await caller.post(path, body, headers);
      const missing = await caller.post('/v1/tickets/6a1f0a39-0000-4000-8000-000000000000/replies', body, headers);
      expect([role, answer.status, answer.body]).toEqual([role, 404, missing.body]);
    }
  }
  const second = await staff?.post(path, { body: 'other' }, headers);
  expect([second?.status, second?.headers.get('Idempotency-Replayed')]).toEqual([201, null]);
  expect(second?.body.replyId).not.toBe(first?.body.replyId);
});

it('streams to every role only what it sees [SCOP-09] [I7]', async () => {
  const streams: [Asker, EventStream][] = [];
  for (const [role, caller] of roles) streams.push([role, await EventStream.open(caller)]);
  const support = world.callers.get('agent') as Client;
  // Own tickets last: whoever hears of theirs has been passed by everything before.
  for (const { id, tenant, word } of world.targets.toReversed()) {
    const by = tenant === 'acme' ? support : world.elsewhere;
    await by.act('POST', `/v1/tickets/${id}/replies`, { body: word, visibility: 'internal' });
    await by.act('POST', `/v1/tickets/${id}/replies`, { body: word });
  }
  for (const [role, stream] of streams) {
    const seen = world.targets.filter((target) => world.visible(role, target)).map(({ id }) => id);
    await stream.until(
      () => seen.length === 0 || stream.told.some(({ data }) => data.id === seen[0] && data.change === 'reply'),
    );
    const told = new Set(stream.told.flatMap(({ data }) => data.id ?? []));
    expect([role, [...told].sort()]).toEqual([role, seen.sort()]);
    const ofNotes = stream.told.some(({ data }) => data.change === 'note');
    expect([role, ofNotes]).toEqual([role, seen.length > 0 && !/^(guest|user|client_|partner_)/.test(role)]);
    stream.close();
  }
});

it('gives no several-item answer away: a hidden one is a missing one [SCOP-09]', async () => {
  for (const [role, caller] of roles) {
    if (expectationOf('POST /v1/bulk')?.cell(role) !== 'Y') continue;
    for (const { id, number } of hiddenFrom(role)) {
      const { body } = await caller.post('/v1/bulk', { ids: [id, number, 'TICK-999999'], command: { type: 'take' } });
      const results = body.results as { id: string; ok: boolean; code: string }[];
      expect([role, results.map(({ id: _id, ...told }) => told)]).toEqual([
        role,
        Array.from({ length: 3 }, () => ({ ok: false, code: 'ticket-not-found' })),
      ]);
    }
  }
});
