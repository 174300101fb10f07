// A desk is backed up while it is written to, and again when it is stopped; what is restored is the same desk. With
// `bookmarksUpTo` taken out the reactions of the restored desk halt, and the last test of the first group goes red.
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runningPostgres } from '#embedded';
import { query } from '../../libs/embedded/test/query.js';
import { ledgerdesk } from '../support/ledgerdesk.js';
import { RunningDesk, scratch } from '../support/running-desk.js';

const nina = 'nina@northwind.test';
const abe = 'abe@acme.test';
const audra = 'audra@acme.test';
const resolvedForMs = 25_000;

interface Receipt {
  id: string;
  number: string;
  revision: string;
  position: string;
}
interface Item {
  id: string;
  number: string;
  subject: string;
  state: string;
  revision: string;
}

const { dataDir, remove } = scratch();
const place = (name: string): string => join(dirname(dataDir), name);
const desks: RunningDesk[] = [];
const start = async (directory: string, env?: Record<string, string>): Promise<RunningDesk> => {
  const desk = await RunningDesk.start(directory, env);
  desks.push(desk);
  return desk;
};
const backup = (...args: string[]) => ledgerdesk(['backup', ...args], { DATA_DIR: dataDir });
const restore = (from: string, to: string, env: Record<string, string> = {}) =>
  ledgerdesk(['restore', from, '--data-dir', to], env);

const open = (desk: RunningDesk, subject: string, key: string) =>
  desk.as<Receipt>(
    nina,
    'POST',
    '/v1/tickets',
    { subject, description: `${subject}, é東🛠` },
    { 'idempotency-key': key },
  );

async function listed(desk: RunningDesk, after: string): Promise<Map<string, Item>> {
  const items = new Map<string, Item>();
  let cursor: string | null = '';
  while (cursor !== null) {
    const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await desk.as<{ items: Item[]; nextCursor: string | null }>(
      abe,
      'GET',
      `/v1/tickets?limit=100&after=${after}${from}`,
    );
    expect(page.status).toBe(200);
    for (const item of page.body.items) items.set(item.id, item);
    cursor = page.body.nextCursor;
  }
  return items;
}

/** The chain is whole, and every ticket stands in the list as folding its events up to there says. */
async function agrees(desk: RunningDesk, after: string): Promise<Map<string, Item>> {
  expect(await desk.as(audra, 'POST', '/v1/audit/verify', {})).toMatchObject({ status: 200, body: { ok: true } });
  const items = await listed(desk, after);
  for (const { id, subject, state, revision } of items.values()) {
    const replayed = await desk.as(audra, 'GET', `/v1/audit/tickets/${id}?revision=${revision}`);
    expect(replayed.body).toMatchObject({ state: { subject, state } });
  }
  const counts = await desk.as<{ views: { all: number } }>(abe, 'GET', '/v1/counts');
  expect(counts.body.views.all).toBe(items.size);
  return items;
}

const before: Receipt[] = [];
let resolved: Receipt;
const during: string[] = [];

beforeAll(async () => {
  const desk = await start(dataDir, {
    LEDGERDESK_POLICY: JSON.stringify({ reopen: { window: `PT${resolvedForMs / 1_000}S` } }),
  });
  for (let index = 0; index < 12; index += 1) {
    const { status, body } = await open(desk, `Before ${index}`, `before-${index}`);
    expect(status).toBe(201);
    before.push(body);
  }
  const answered = await desk.as<Receipt>(abe, 'POST', `/v1/tickets/${before[0]?.id}/resolve`, { notes: 'Done.' });
  expect(answered.status).toBe(200);
  resolved = answered.body;

  const enough = new AbortController();
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let index = 0; !enough.signal.aborted; index += 1) {
      const { status } = await open(desk, `During ${writer}.${index}`, `during-${writer}-${index}`);
      if (status === 201) during.push(`During ${writer}.${index}`);
      await pause(50);
    }
  });
  const { code, said } = await backup(place('running'));
  enough.abort();
  await Promise.all(writers);
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('up to position') as string });
  await desk.end();
});
afterAll(async () => {
  for (const desk of desks) await desk.end();
  remove();
});

describe('A back-up of a running desk', () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    const { code, said } = await restore(place('running'), place('restored'));
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('start it with') as string });
    desk = await start(place('restored'));
  });

  it('holds everything that was acknowledged before it began, and nothing by halves', async () => {
    const items = await agrees(desk, resolved.position);
    for (const { id, number } of before) expect(items.get(id)).toMatchObject({ number });
    expect(during.length).toBeGreaterThan(0);
    const numbers = [...items.values()].map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('can be read: texts, keys and people are those of before', async () => {
    const [, second] = before;
    const ticket = await desk.as(abe, 'GET', `/v1/tickets/${second?.id}`);
    expect(ticket.body).toMatchObject({ subject: 'Before 1', description: 'Before 1, é東🛠' });
  });

  it('knows what was done with a key, and gives no number twice', async () => {
    const again = await open(desk, 'Before 3', 'before-3');
    expect(again.body).toMatchObject({ id: before[3]?.id, number: before[3]?.number });
    const fresh = await open(desk, 'After', 'after');
    expect(fresh.status).toBe(201);
    const items = await agrees(desk, fresh.body.position);
    expect([...items.values()].filter(({ number }) => number === fresh.body.number)).toHaveLength(1);
  });

  it('still closes what was resolved, once', async () => {
    for (const end = Date.now() + 60_000; Date.now() < end;) {
      const ticket = await desk.as<Item>(abe, 'GET', `/v1/tickets/${resolved.id}`);
      if (ticket.body.state === 'closed') break;
      await pause(250);
    }
    const history = await desk.as<{ items: { type: string }[] }>(
      audra,
      'GET',
      `/v1/audit/tickets/${resolved.id}/events?limit=100`,
    );
    expect(history.body.items.filter(({ type }) => type === 'TicketClosed')).toHaveLength(1);
  });

  it('has reactions that go on where the restored log ends', async () => {
    const { body } = await open(desk, 'The last one', 'last');
    const bookmarks = () =>
      query(
        runningPostgres(join(place('restored'), 'postgres')),
        `select reaction, halted, position >= ${body.position} as there from worker.bookmarks order by 1`,
      ) as Promise<{ halted: string | null; there: boolean }[]>;
    let seen = await bookmarks();
    for (const end = Date.now() + 20_000; Date.now() < end && seen.some(({ there }) => !there);) {
      await pause(200);
      seen = await bookmarks();
    }
    expect(seen.length).toBeGreaterThan(0);
    for (const one of seen) expect(one).toMatchObject({ halted: null, there: true });
  });
});

describe('A back-up of a stopped desk', () => {
  it('holds all of it, and leaves the desk as it was', async () => {
    expect(await backup(place('stopped'))).toMatchObject({ code: 0 });
    expect(await restore(place('stopped'), place('second'))).toMatchObject({ code: 0 });
    const desk = await start(place('second'));
    const last = await open(desk, 'And on', 'and-on');
    const subjects = [...(await agrees(desk, last.body.position)).values()].map(({ subject }) => subject);
    for (const subject of during) expect(subjects).toContain(subject);
    await desk.end();

    const own = await start(dataDir);
    expect((await open(own, 'Still here', 'still')).status).toBe(201);
    await own.end();
  });
});

describe('Restoring', () => {
  const from = () => place('running');
  const refused = async (source: string, says: RegExp, to = place('refused'), env = {}): Promise<void> => {
    const { code, said } = await restore(source, to, env);
    expect(said).toMatch(says);
    expect(code).toBeGreaterThan(0);
  };
  const changed = (name: string, change: (directory: string) => void): string => {
    cpSync(from(), place(name), { recursive: true });
    change(place(name));
    return place(name);
  };

  it('overwrites nothing', async () => {
    mkdirSync(place('taken'));
    writeFileSync(join(place('taken'), 'letter.txt'), 'Dear');
    await refused(from(), /is not empty \(letter\.txt\)/, place('taken'));
    await refused(from(), /is not empty/, dataDir);
    expect(readdirSync(place('taken'))).toEqual(['letter.txt']);
  });

  it('refuses what is not what was written', async () => {
    await refused(
      changed('longer', (directory) => appendFileSync(join(directory, 'events/events.mdb'), 'x')),
      /events\.mdb in the back-up is not what was written/,
    );
    await refused(
      changed('unfinished', (directory) => rmSync(join(directory, 'SHA256SUMS'))),
      /never finished/,
    );
    await refused(
      changed('thinner', (directory) => rmSync(join(directory, 'tables/vault.keys.gz'))),
      /vault\.keys\.gz is missing/,
    );
    await refused(place('nowhere'), /is no back-up/);
  });

  it('asks for the vault key where the back-up lacks it, and knows a wrong one', async () => {
    expect(await ledgerdesk(['backup', place('keyless'), '--no-keys'], { DATA_DIR: dataDir })).toMatchObject({
      code: 0,
      said: expect.stringContaining('does not hold the vault key') as string,
    });
    expect(readdirSync(place('keyless'))).not.toContain('vault.key');
    await refused(place('keyless'), /LEDGERDESK_VAULT_KEY must name it/, place('wrong'));
    const wrong = { LEDGERDESK_VAULT_KEY: Buffer.alloc(32, 1).toString('base64') };
    await refused(place('keyless'), /not the back-up's vault key/, place('wrong'), wrong);

    // Half made as it is, nobody starts a desk there; the right key makes it whole.
    await expect(RunningDesk.start(place('wrong'))).rejects.toThrow('unfinished restore');
    const right = { LEDGERDESK_VAULT_KEY: readFileSync(join(dataDir, 'vault.key'), 'utf8').trim() };
    expect(await restore(place('keyless'), place('wrong'), right)).toMatchObject({ code: 0 });
    expect(readdirSync(place('wrong')).toSorted()).toEqual(['events', 'lock', 'postgres', 'postgres.lock']);
  });
});
