// Rebuilds on real parts: whatever happens meanwhile, they come to what following has come to, and readers notice nothing.
import * as fc from 'fast-check';
import { sql } from 'kysely';
import type { LedgerEvent } from '#ledger';
import {
  HotRows,
  keep,
  rebuild,
  RebuildRunning,
  sharedRoom,
  type News,
  type RebuiltLog,
  type RowModel,
} from '#projection';
import { connectDatabase } from '#read-side';
import { models, ticketList } from '../index.js';
import { startLog, until, type TestLog } from './log.js';
import { steps, writeLog } from './random-log.js';
import { batchesOf, startTables, type Tables } from './tables.js';

let tables: Tables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  await tables.empty();
  await tables.pool.query('truncate read.rebuilds');
});

const running = new AbortController().signal;
const nothing = (): void => undefined;

/** A log of these events that ends there. */
const logOf = (
  events: readonly LedgerEvent[],
  size: number,
  onBatch: () => void = nothing,
): RebuiltLog<LedgerEvent> => ({
  head: () => Promise.resolve(events.at(-1)?.position ?? null),
  async *follow({ after, signal }) {
    const batches = batchesOf(events, size, after);
    for (const batch of batches.length > 0 ? batches : [{ events: [], position: after, caughtUp: true }]) {
      await Promise.resolve();
      if (signal?.aborted) return;
      yield batch;
      onBatch();
    }
  },
});
const takeIn = async (model: RowModel<LedgerEvent>, events: readonly LedgerEvent[]): Promise<void> => {
  const session = await tables.open(model);
  for (const batch of batchesOf(events, 1000)) await session.takeIn(batch);
  await session.close();
};
const leftOver = async (): Promise<unknown[]> => {
  const { rows } = await tables.pool.query(
    `select relname from pg_class where relnamespace = 'read'::regnamespace and relname like '%\\_\\_next%'
      union all select model from read.bookmarks where not live`,
  );
  return rows;
};
// Never cut short by time: a run that fast-check gives up goes on in the background and writes into the next test.
const random = { numRuns: 8 };

it('comes to the rows and counts that following came to, also when it was stopped at any batch [I4]', async () => {
  await fc.assert(
    fc.asyncProperty(
      steps(60),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(8),
      fc.constantFrom(1, 20, 1_000),
      async (drawn, size, stopAfter, window) => {
        const { events } = writeLog(drawn);
        for (const model of models) {
          await tables.empty();
          await tables.pool.query('truncate read.rebuilds');
          await takeIn(model, events);
          const live = await tables.dump(model);
          const stopping = new AbortController();
          let batches = 0;
          const log = logOf(events, size, () => {
            batches += 1;
            if (batches > stopAfter) stopping.abort(new Error('killed'));
          });
          const common = { model, url: tables.url, window };
          const first = await rebuild({ ...common, log, signal: stopping.signal }).catch(
            (error: Error) => error.message,
          );
          if (first === 'killed') {
            const { events: rest } = await rebuild({ ...common, log: logOf(events, size), signal: running });
            if (window === 1) expect(rest).toBeLessThan(events.length); // it went on where it was
          }
          expect(await tables.dump(model)).toEqual(live);
          expect(await leftOver()).toEqual([]);
        }
      },
    ),
    random,
  );
});

it('is the only one of its model, and can be given up', async () => {
  const { events } = writeLog(openings(3));
  await takeIn(ticketList, events);
  const live = await tables.dump(ticketList);
  const stopping = new AbortController();
  let reached = nothing;
  const half = new Promise<void>((resolve) => (reached = resolve));
  const stalled: RebuiltLog<LedgerEvent> = {
    ...logOf(events, 1),
    async *follow(options) {
      yield* logOf(events.slice(0, 2), 1).follow(options);
      reached();
      await new Promise<void>((resolve) => options.signal?.addEventListener('abort', () => resolve()));
    },
  };
  const common = { model: ticketList, url: tables.url, window: 1 };
  const first = rebuild({ ...common, log: stalled, signal: stopping.signal });
  await half;
  await expect(rebuild({ ...common, log: logOf(events, 1), signal: running })).rejects.toThrow(RebuildRunning);
  expect(await order(ticketList)).toBe(false);
  stopping.abort(new Error('enough'));
  await expect(first).rejects.toThrow('enough');

  expect(await leftOver()).not.toEqual([]);
  await tables.pool.query(`select read.discard_rebuild('ticket-list')`);
  const projector = start([ticketList], logOf(events, 1));
  await until(async () => (await leftOver()).length === 0);
  await projector.stop();
  expect(await tables.dump(ticketList)).toEqual(live);
  expect(await order(ticketList)).toBe(true);
});

it('leaves names, indexes, owners, grants and policies as they were, and every tenant to itself [I7]', async () => {
  const { events } = writeLog(openings(2));
  const shapes = () =>
    tables.pool
      .query(
        `select c.relname, c.relkind, c.relowner::regrole::text, c.relacl::text, c.relrowsecurity, c.relforcerowsecurity,
            pg_get_indexdef(c.oid) as index,
            (select array_agg(row(polname, polcmd, polroles::regrole[], pg_get_expr(polqual, c.oid))::text order by polname)
              from pg_policy where polrelid = c.oid) as policies,
            (select array_agg(pg_get_constraintdef(k.oid) order by pg_get_constraintdef(k.oid)) from pg_constraint k where conrelid = c.oid) as checks
          from pg_class c where c.relnamespace = 'read'::regnamespace and c.relkind in ('r', 'i') order by c.relname`,
      )
      .then(({ rows }) => rows);
  const before = await shapes();
  const api = connectDatabase({ url: tables.url, role: 'ledgerdesk_api', max: 1 });
  try {
    for (const model of models) {
      await takeIn(model, events);
      await rebuild({ model, url: tables.url, log: logOf(events, 1), signal: running });
    }
    expect(await shapes()).toEqual(before);
    const list = api.db.selectFrom('read.ticket_list').select('tenant');
    expect(await list.execute()).toEqual([]);
    const seen = await api.inTenant('globex', (tx) => tx.selectFrom('read.ticket_list').select('tenant').execute());
    expect(seen).toEqual([{ tenant: 'globex' }]);
    await expect(api.db.deleteFrom('read.ticket_list').execute()).rejects.toThrow('permission denied');
    await expect(api.db.deleteFrom('read.rebuilds').execute()).rejects.toThrow('permission denied');
  } finally {
    await api.close();
  }
});

describe('beside a projector on a real log', () => {
  let log: TestLog;
  beforeEach(async () => {
    log = await startLog(tables);
  });
  afterEach(async () => {
    await Promise.all(projectors.splice(0).map(({ stop }) => stop()));
    await log.stop();
  });

  it('shows readers neither less nor two things at once while tickets are opened, and positions never go back', async () => {
    const projector = start([ticketList], log.ledger);
    const api = connectDatabase({ url: tables.url, role: 'ledgerdesk_api', max: 2 });
    const over = new AbortController();
    let last = 0n;
    const write = async (): Promise<void> => {
      while (!over.signal.aborted) ({ position: last } = await log.openTicket());
    };
    let looks = 0;
    const look = async (): Promise<void> => {
      let shown = 0;
      let position = 0n;
      while (!over.signal.aborted) {
        const [bookmark, seen] = await api.inTenant('acme', async (tx) => [
          await tx.selectFrom('read.bookmarks').select('position').where('live', '=', true).executeTakeFirst(),
          await tx
            .selectFrom('read.ticket_list')
            .select(({ fn }) => [
              fn.countAll<number>().as('rows'),
              sql<number>`(select coalesce(sum(count), 0)::int from read.ticket_badge_cells where roll_up = 'tenant')`.as(
                'counted',
              ),
            ])
            .executeTakeFirstOrThrow(),
        ]);
        const at = BigInt(bookmark?.position ?? 0);
        expect(seen.rows).toBe(seen.counted);
        expect(seen.rows).toBeGreaterThanOrEqual(shown);
        expect(at >= position).toBe(true);
        shown = seen.rows;
        position = at;
        looks += 1;
      }
    };
    const busy = Promise.all([write(), write(), look(), look()]);
    try {
      for (let turn = 1; turn <= 3; turn += 1) {
        expect(await order(ticketList)).toBe(true);
        await Promise.race([busy, projector.told('rebuilt', turn)]);
      }
    } finally {
      over.abort();
      await busy;
      await api.close();
    }
    expect(looks).toBeGreaterThan(10);
    await until(async () => (await bookmarkOf(ticketList)).position >= last);
    const followed = await tables.dump(ticketList);
    await tables.empty();
    await tables.pool.query('truncate read.rebuilds');
    await projectors.pop()?.stop();
    start([ticketList], log.ledger);
    await until(async () => (await bookmarkOf(ticketList)).position >= last);
    expect((await tables.dump(ticketList)).rows).toEqual(followed.rows);
  });

  it('[I4] lets nothing that a follower remembers of the old tables into the new ones', async () => {
    const tag = (position: bigint, name: string): LedgerEvent => ({
      ...opening,
      type: 'TagAdded',
      data: { tag: name },
      revision: 1n,
      position,
    });
    await log.openTicket();
    const openings: LedgerEvent[] = [];
    for await (const { events } of log.ledger.readAll({ streamPrefixes: ['ticket-'] })) openings.push(...events);
    const [opening] = openings as [LedgerEvent];
    const end = opening.position;
    const session = await tables.open(ticketList);
    const hot = new HotRows(ticketList, session, sharedRoom);
    const take = (event: LedgerEvent) =>
      hot.takeIn({ events: [event], position: event.position, caughtUp: true }, true);
    await take(opening);
    // Somebody else's hand, which the follower's memory knows nothing of; a rebuild takes it away.
    await tables.pool.query(`update read.ticket_list set state = 'closed', status = 'closed'`);
    await rebuild({ model: ticketList, url: tables.url, log: logOf([opening], 1), signal: running });
    expect(await bookmarkOf(ticketList)).toMatchObject({ position: end });
    await expect(take(tag(end + 1n, 'hot'))).rejects.toThrow('another projector moved the bookmark');
    expect(await bookmarkOf(ticketList)).toMatchObject({ position: end });
    await session.close();
    const next = await tables.open(ticketList);
    await new HotRows(ticketList, next, sharedRoom).takeIn(
      { events: [tag(end + 1n, 'hot')], position: end + 1n, caughtUp: true },
      true,
    );
    expect(await tables.rowsOf('ticket_list')).toMatchObject([{ state: 'new', tags: ['hot'] }]);
    await next.close();
  });

  it('waits for readers that keep the tables busy, and lets the model go on meanwhile', async () => {
    await log.openTicket();
    const projector = start([ticketList], log.ledger);
    await projector.told('caught-up');
    const reader = await tables.client();
    await reader.query('begin; select from read.ticket_list');
    await order(ticketList);
    await projector.told('rebuilding');
    const { position } = await log.openTicket();
    await until(async () => (await bookmarkOf(ticketList)).position >= position);
    expect(projector.news).not.toContainEqual(expect.objectContaining({ state: 'rebuilt' }));
    await reader.query('commit');
    await projector.told('rebuilt');
    await reader.end();
    expect(await tables.rowsOf('ticket_list')).toHaveLength(2);
  });

  it('is done by itself when the program knows a newer version, and not by one that knows the old', async () => {
    await log.openTicket();
    const old = start([ticketList], log.ledger);
    await old.told('caught-up');
    const newer = { ...ticketList, version: ticketList.version + 1 };
    const next = start([newer], log.ledger);
    await next.told('rebuilt');
    const { position } = await log.openTicket();
    await until(async () => (await bookmarkOf(newer)).position >= position);
    expect(await bookmarkOf(newer)).toMatchObject({ version: newer.version });
    expect(old.news).not.toContainEqual(expect.objectContaining({ state: 'rebuilding' }));
  });

  it('heals a halted model, which then goes on by itself; one that fails says why and changes nothing', async () => {
    let broken = true;
    const model: RowModel<LedgerEvent> = {
      ...ticketList,
      evolve: (row, event, key) => {
        if (broken && event.type === 'TicketOpened' && event.data.number === 'TICK-2') throw new Error('not that one');
        return ticketList.evolve(row, event, key);
      },
    };
    await log.openTicket('TICK-1');
    await log.openTicket('TICK-2');
    const projector = start([model], log.ledger);
    await projector.told('halted');
    await order(model);
    await projector.told('rebuild-failed');
    const { rows } = await tables.pool.query<{ error: string }>('select error from read.rebuilds');
    expect(rows[0]?.error).toContain('not that one');
    expect(await tables.rowsOf('ticket_list')).toHaveLength(1);

    broken = false;
    expect(await order(model)).toBe(true);
    await projector.told('rebuilt');
    await log.openTicket('TICK-3');
    await until(async () => (await tables.rowsOf('ticket_list')).length === 3);
  });
});

const openings = (count: number) =>
  Array.from({ length: count }, (_, ticket) => ({ ticket, wish: 0, by: 0, n: 0, word: 'hello' }));

const order = async ({ name }: RowModel<LedgerEvent>): Promise<boolean> => {
  const { rows } = await tables.pool.query<{ done: boolean }>('select read.order_rebuild($1) as done', [name]);
  return rows[0]?.done === true;
};

async function bookmarkOf({ name }: RowModel<LedgerEvent>): Promise<{ position: bigint; version: number }> {
  const { rows } = await tables.pool.query<{ position: string | null; version: number }>(
    'select position, version from read.bookmarks where model = $1 and live',
    [name],
  );
  return { position: BigInt(rows[0]?.position ?? 0), version: rows[0]?.version ?? 0 };
}

const projectors: { stop: () => Promise<void> }[] = [];

function start(own: readonly RowModel<LedgerEvent>[], log: RebuiltLog<LedgerEvent>) {
  const stopping = new AbortController();
  const news: News[] = [];
  const done = keep({
    models: own,
    log,
    url: tables.url,
    signal: stopping.signal,
    report: (one) => news.push(one),
  });
  const projector = {
    news,
    /** for the `times`th time */
    told: (state: News['state'], times = 1) =>
      until(() => Promise.resolve(news.filter((one) => one.state === state).length >= times)),
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
  projectors.push(projector);
  return projector;
}
