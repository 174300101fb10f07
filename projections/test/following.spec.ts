// Models that follow a real log into a real database: they take over, wait out what passes, and halt by name on what
// does not.
import { randomUUID } from 'node:crypto';
import { connectEventLog } from '#event-store';
import { numbersStream, ticketStream, type LedgerEvent } from '#ledger';
import { follow, HotRows, sharedRoom, wakeChannel, type News, type RowModel } from '#projection';
import { ticketList, ticketThread } from '../index.js';
import { context, startLog, until, type TestLog } from './log.js';
import { startTables, type Tables } from './tables.js';

let tables: Tables;
let log: TestLog;
const followers: { stop: () => Promise<void> }[] = [];

beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  await tables.empty();
  log = await startLog(tables);
});
afterEach(async () => {
  for (const { stop } of followers.splice(0)) await stop();
  await log.stop();
});
const openTicket: TestLog['openTicket'] = (number) => log.openTicket(number);

function start(model: RowModel<LedgerEvent>) {
  const stopping = new AbortController();
  const news: News[] = [];
  const done = follow({
    model,
    log: log.ledger,
    url: tables.url,
    signal: stopping.signal,
    report: (one) => news.push(one),
  });
  const follower = {
    news,
    done,
    is: (state: News['state']) => until(() => Promise.resolve(news.some((one) => one.state === state))),
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
  followers.push(follower);
  return follower;
}

interface Bookmark {
  readonly position: string | null;
  readonly halted: string | null;
  readonly caught_up: boolean;
}
const bookmarkOf = async ({ name }: RowModel<LedgerEvent>): Promise<Bookmark> => {
  const { rows } = await tables.pool.query<Bookmark>(
    'select position, halted, caught_up from read.bookmarks where model = $1',
    [name],
  );
  return rows[0] ?? { position: null, halted: null, caught_up: false };
};
const reached = (model: RowModel<LedgerEvent>, position: bigint): Promise<void> =>
  until(async () => BigInt((await bookmarkOf(model)).position ?? 0) >= position);
/** Each ticket's thread begins with its first status, and has the one reply. */
const entries = async (): Promise<number> => (await tables.rowsOf('ticket_thread')).length;
const tickets = async (): Promise<number> => (await tables.rowsOf('ticket_list')).length;

it('takes in what there is and what comes, moves over what means nothing, and wakes those who wait', async () => {
  await openTicket();
  const listener = await tables.client();
  const wakes: unknown[] = [];
  listener.on('notification', ({ payload }) => wakes.push(JSON.parse(payload ?? '')));
  await listener.query(`listen ${wakeChannel}`);
  await start(ticketList).is('caught-up');
  await openTicket();
  const { position } = await log.ledger.append(numbersStream('acme'), {
    expected: 'no-stream',
    prevHash: null,
    events: [{ type: 'NumbersReserved', data: { from: 1, to: 16 } }],
    context: context(),
  });
  await reached(ticketList, position);
  expect(await tickets()).toBe(2);
  expect(await bookmarkOf(ticketList)).toEqual({ position: `${position}`, halted: null, caught_up: true });
  await until(() => Promise.resolve(wakes.length > 0));
  await until(() => Promise.resolve(JSON.stringify(wakes).includes(`${position}`)));
  expect(wakes.at(-1)).toEqual({ model: 'ticket-list', position: `${position}` });
  await listener.end();
});

it('halts by name on an event it does not know, with everything before it taken in', async () => {
  const { position } = await openTicket();
  const future = connectEventLog<{ TicketTeleported: object }>({
    url: log.url,
    types: { schemaVersions: { TicketTeleported: 1 }, personalFields: { TicketTeleported: [] } },
    keys: log.keys,
  });
  const stream = ticketStream('acme', randomUUID());
  await future.append(stream, {
    expected: 'no-stream',
    prevHash: null,
    events: [{ type: 'TicketTeleported', data: {} }],
    context: context(),
  });
  await future.close();
  await openTicket();
  const follower = start(ticketList);
  await follower.is('halted');
  await follower.done;
  const { halted, caught_up, position: at } = await bookmarkOf(ticketList);
  expect(halted).toContain(`unknown-type: TicketTeleported (schema 1) at revision 0 of ${stream}`);
  expect({ at, caught_up, tickets: await tickets() }).toEqual({ at: `${position}`, caught_up: false, tickets: 1 });
});

it('halts one model on an event that only it cannot take in', async () => {
  await openTicket('TICK-1');
  const poison = await openTicket('tick-1');
  const { position } = await openTicket('TICK-2');
  const list = start(ticketList);
  start(ticketThread);
  await list.is('halted');
  await reached(ticketThread, position);
  expect((await bookmarkOf(ticketList)).halted).toContain(`revision 0 of ${ticketStream('acme', poison.id)}`);
  expect((await bookmarkOf(ticketThread)).halted).toBeNull();
  expect(await entries()).toBe(2 * 3);
});

it('refuses a bookmark beyond the log, as after restoring an older copy of it', async () => {
  const { position } = await openTicket();
  await start(ticketList).is('caught-up');
  await reached(ticketList, position);
  await followers.pop()?.stop();
  const beyond = position + 1_000_000n;
  await tables.pool.query('update read.bookmarks set position = $1', [beyond.toString()]);
  const follower = start(ticketList);
  await follower.is('halted');
  expect(await bookmarkOf(ticketList)).toMatchObject({
    position: `${beyond}`,
    halted: expect.stringContaining(`the bookmark ${beyond} lies beyond the log`),
  });
});

it('does not write into rows that another version of the model made', async () => {
  await openTicket();
  const follower = start({ ...ticketList, version: ticketList.version + 1 });
  await follower.is('caught-up');
  await follower.stop();
  await openTicket();
  const older = start(ticketList);
  await older.is('halted');
  expect((await bookmarkOf(ticketList)).halted).toContain('rebuild it');
  expect(await tickets()).toBe(1);
});

it('stands by while another works, and takes over when that one is gone', async () => {
  const first = start(ticketList);
  await first.is('caught-up');
  const second = start(ticketList);
  await second.is('standing-by');
  await reached(ticketList, (await openTicket()).position);
  expect(second.news.map(({ state }) => state)).toEqual(['standing-by']);
  await first.stop();
  await second.is('caught-up');
  await reached(ticketList, (await openTicket()).position);
  expect(await tickets()).toBe(2);
});

it('takes over from one that holds the lock but has fallen silent', async () => {
  const frozen = await tables.client();
  await frozen.query(`select pg_advisory_lock(hashtextextended('ledgerdesk.projection.ticket-list', 0))`);
  await tables.pool.query(
    `insert into read.bookmarks (model, live, version, updated_at) values ('ticket-list', true, $1, now() - interval '1 minute')`,
    [ticketList.version],
  );
  start(ticketList);
  await reached(ticketList, (await openTicket()).position);
  expect(await tickets()).toBe(1);
  await frozen.end();
});

it('loses nothing when its connection to PostgreSQL breaks again and again', async () => {
  const follower = start(ticketList);
  start(ticketThread);
  await follower.is('caught-up');
  let last = 0n;
  for (let i = 0; i < 40; i += 1) {
    ({ position: last } = await openTicket());
    if (i % 8 === 0)
      await tables.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'ledgerdesk projection %'`,
      );
  }
  await Promise.all([reached(ticketList, last), reached(ticketThread, last)]);
  expect(follower.news.filter(({ state }) => state === 'waiting').length).toBeGreaterThan(0);
  expect(await tickets()).toBe(40);
  expect((await tables.cells()).map(({ count }) => count)).toEqual([40, 40, 40]); // one in each roll-up
  expect(await entries()).toBe(2 * 40);
});

it('waits for a log that is away, and says so', async () => {
  const follower = start(ticketList);
  await follower.is('caught-up');
  await openTicket();
  await log.without(() => follower.is('waiting'));
  let opened: { position: bigint } | undefined;
  await until(async () => {
    opened = await openTicket().catch(() => undefined);
    return opened !== undefined;
  });
  await reached(ticketList, opened?.position ?? 0n);
  expect((await tables.rowsOf('ticket_list')).length).toBeGreaterThanOrEqual(2);
});

it.each([3, 150])('[I4] halts where one of %i rows is not touched, as under a foreign trigger', async (many) => {
  const opened = await Promise.all(Array.from({ length: many }, () => openTicket()));
  const openings: LedgerEvent[] = [];
  for await (const { events } of log.ledger.readAll({ streamPrefixes: ['ticket-'] })) openings.push(...events);
  const end = openings.at(-1)?.position ?? 0n;
  const first = openings.filter(({ type }) => type === 'TicketOpened');
  const tagged = first.map((event, i): LedgerEvent => ({
    ...event,
    type: 'TagAdded',
    data: { tag: 'hot' },
    revision: 1n,
    position: end + BigInt(i + 1),
  }));
  const session = await tables.open(ticketList);
  const hot = new HotRows(ticketList, session, sharedRoom);
  const batchOf = (events: readonly LedgerEvent[]) => ({
    events,
    position: events.at(-1)?.position ?? null,
    caughtUp: true,
  });
  await hot.takeIn(batchOf(openings), true);
  const before = await tables.dump(ticketList);
  await tables.pool.query(`
    create function public.kept() returns trigger language plpgsql as 'begin return null; end';
    create trigger kept before update on read.ticket_list
      for each row when (old.id = '${opened.at(-1)?.id}') execute function public.kept();`);
  await expect(hot.takeIn(batchOf(tagged), true)).rejects.toThrow(`${many - 1} of ${many} rows`);
  expect(await tables.dump(ticketList)).toEqual(before);
  // Batch by batch, and then each by itself: the one that cannot be taken in is named.
  const untouched = tagged.find(({ stream }) => stream.endsWith(opened.at(-1)?.id ?? '?'));
  await expect(session.takeIn(batchOf(tagged))).rejects.toThrow(`position ${untouched?.position}: 0 of 1 rows`);
  const isHot = (row: unknown): boolean => JSON.stringify(row).includes('"hot"');
  expect((await tables.rowsOf('ticket_list')).filter(isHot)).toHaveLength(tagged.indexOf(untouched as LedgerEvent));
  await tables.pool.query('drop trigger kept on read.ticket_list; drop function public.kept()');
  await session.takeIn(batchOf(tagged.filter(({ position }) => position > (session.position ?? 0n))));
  expect((await tables.rowsOf('ticket_list')).filter(isHot)).toHaveLength(many);
  await session.close();
});
