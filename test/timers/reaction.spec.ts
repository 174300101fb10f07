// How the worker follows the log: what it has seen it remembers only once the alarms are set, and it says when it cannot go on.
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '../../apps/worker/src/log.js';
import { openParts } from '../../apps/worker/src/parts.js';
import { Bookmark } from '../../apps/worker/src/reactions/bookmarks.js';
import { timersReaction } from '../../apps/worker/src/reactions/timers.js';
import { closed, closingsOf, startDesk, until, type Desk } from './desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk('PostgreSQL');
});
afterEach(() => desk.stopWorkers());
afterAll(() => desk?.stop());

it('does not pass an event before the read model shows what it means', async () => {
  await desk.window('PT1S');
  const { parts } = await desk.startWorker();
  const bookmark = new Bookmark(parts.database, 'timers');
  const head = async () => (await parts.ledger.head(['ticket-', 'policy-'])) ?? -1n;
  await until(async () => ((await bookmark.read()) === (await head()) ? true : undefined));
  const before = await bookmark.read();

  await desk.projector.stop();
  const ticket = await desk.resolved();
  await sleep(2_000);
  expect(await bookmark.read()).toBe(before);
  expect(await closingsOf(desk, ticket)).toEqual([]);

  desk.projector.start();
  await closed(desk, ticket);
  await until(async () => ((await bookmark.read()) === (await head()) ? true : undefined));
});

it('sets, far behind as after a restore, only what clocks still show at the end of the log [REOP-07]', async () => {
  await desk.window('P1D');
  const parts = await openParts(desk.settings, createLog('silent'));
  try {
    const [reopened, resolved] = [await desk.resolved(), await desk.resolved()];
    const events = [...(await desk.historyOf(reopened)), ...(await desk.historyOf(resolved))];
    const { position } = events.at(-1) ?? {};
    expect(await parts.freshness.waitFor(['due-timers'], String(position), 20_000)).toBe(true);
    await desk.projector.stop();
    await desk.act(reopened, { type: 'ReopenTicket', data: {} });

    const { signal } = new AbortController();
    const enqueued = timersReaction(parts).enqueue({ events, caughtUp: false }, signal);
    const alarms = async () =>
      (await parts.queue.getDelayed()).flatMap(({ data }) => ('ticketId' in data ? data.ticketId : []));
    await sleep(1_000);
    expect(await alarms()).toEqual([]);
    desk.projector.start();
    await enqueued;
    expect(await alarms()).toEqual([resolved]);
  } finally {
    await parts.close();
  }
});

it('refuses a bookmark beyond the end of the log and says so; what the sweep finds still rings', async () => {
  await desk.window('PT1S');
  const worker = await desk.startWorker();
  const bookmark = new Bookmark(worker.parts.database, 'timers');
  await bookmark.move(10n ** 15n);
  await worker.stop();

  const ticket = await desk.resolved();
  const { parts } = await desk.startWorker();
  const halted = () =>
    parts.database.db
      .selectFrom('worker.bookmarks')
      .select('halted')
      .where('halted', 'is not', null)
      .executeTakeFirst();
  expect((await until(halted)).halted).toContain('beyond the log');
  await closed(desk, ticket);
});
