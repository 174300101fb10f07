// How the worker follows the log: what it has seen it remembers only once the alarms are set, and it says when it cannot go on.
import { setTimeout as sleep } from 'node:timers/promises';
import { Bookmark } from '../../apps/worker/src/reactions/bookmarks.js';
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
