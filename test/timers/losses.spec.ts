// What may be lost, late, double or wrong around a timer, and that every ticket still closes exactly once and not early.
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestRedis } from '../../libs/jobs/test/redis.js';
import { storesHere } from '../../libs/jobs/test/stores.js';
import { at, closed, closingsOf, resolvedAt, startDesk, until, type Desk } from './desk.js';
import { buildWorker, type BuiltWorker } from './worker-process.js';

const second = 1_000;
const day = 86_400 * second;

describe.each(storesHere)('with queues in %s', (store) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk(store);
  });
  afterEach(() => desk.stopWorkers());
  afterAll(() => desk?.stop());

  /** Each was closed once, by its timer, not before `windowMs` were over. Answers how late each was, sorted. */
  const expectClosedOnce = async (tickets: readonly string[], windowMs: number): Promise<number[]> => {
    const late: number[] = [];
    for (const ticket of tickets) {
      const closings = await closingsOf(desk, ticket);
      expect(closings).toHaveLength(1);
      expect(closings[0]?.data.cause).toBe('timer');
      late.push(closings[0] ? at(closings[0]) - (await resolvedAt(desk, ticket)) - windowMs : Number.NaN);
    }
    late.sort((a, b) => a - b);
    expect(late[0]).toBeGreaterThanOrEqual(0);
    return late;
  };
  const allClosed = async (tickets: readonly string[], patienceMs: number): Promise<void> => {
    const open = new Set(tickets);
    await until(async () => {
      for (const ticket of open) if ((await closingsOf(desk, ticket)).length > 0) open.delete(ticket);
      return open.size === 0 ? true : undefined;
    }, patienceMs);
  };

  it('finds every alarm again that the queue has lost, while it works and when it starts [REOP-07]', async () => {
    await desk.window('PT3S');
    const worker = await desk.startWorker();
    const tickets = [await desk.resolved(), await desk.resolved()];
    await until(async () => ((await worker.parts.queue.getDelayedCount()) >= 2 ? true : undefined));
    await desk.flush();
    await allClosed(tickets, 40 * second);
    await worker.stop();

    const later = await desk.resolved();
    await sleep(100);
    await desk.flush();
    await desk.startWorker();
    await closed(desk, later);
    await expectClosedOnce([...tickets, later], 3 * second);
  });

  it('closes once what several workers are reminded of at the same time [REOP-07]', async () => {
    await desk.window('PT2S');
    await Promise.all([desk.startWorker(), desk.startWorker(), desk.startWorker()]);
    const tickets = await Promise.all(Array.from({ length: 30 }, () => desk.resolved()));
    await allClosed(tickets, 20 * second);
    await desk.stopWorkers(); // once the jobs in hand are done
    await expectClosedOnce(tickets, 2 * second);
  });

  it('does what came due while no worker ran', async () => {
    await desk.window('PT1S');
    const ticket = await desk.resolved();
    await sleep(1_500);
    await desk.startWorker();
    await closed(desk, ticket);
    await expectClosedOnce([ticket], second);
  });

  it('waits while the log is away, and loses nothing', async () => {
    await desk.window('PT2S');
    const worker = await desk.startWorker();
    const ticket = await desk.resolved();
    const alarm = async () => (await worker.parts.queue.getDelayed()).find(({ id }) => id?.includes(ticket));
    await until(alarm);
    await desk.eventNode.stop();
    await until(async () => (((await alarm())?.attemptsMade ?? 0) > 0 ? true : undefined));
    await desk.eventNode.start();
    await closed(desk, ticket, 30 * second);
    await expectClosedOnce([ticket], 2 * second);
  });

  describe('under a clock that moved', () => {
    it('closes what the clock says is due', async () => {
      await desk.window('P7D');
      const ticket = await desk.resolved();
      await desk.startWorker(() => Date.now() + 7 * day);
      expect(at(await closed(desk, ticket))).toBeGreaterThanOrEqual((await resolvedAt(desk, ticket)) + 7 * day);
    });

    it('lets an alarm wait that was set by a clock ahead of its time', async () => {
      await desk.window('PT4S');
      let ahead = 3_500;
      const worker = await desk.startWorker(() => Date.now() + ahead);
      const ticket = await desk.resolved();
      const alarm = await until(async () =>
        (await worker.parts.queue.getDelayed()).find(({ id }) => id?.includes(ticket)),
      );
      expect(alarm.delay).toBeLessThan(second);
      ahead = 0;
      const event = await closed(desk, ticket);
      expect(at(event)).toBeGreaterThanOrEqual((await resolvedAt(desk, ticket)) + 4 * second);
      expect(Date.now()).toBeGreaterThanOrEqual((await resolvedAt(desk, ticket)) + 4 * second);
    });

    it('never asks a clock that lags behind to close early', async () => {
      await desk.window('PT1S');
      await desk.startWorker(() => Date.now() - 2 * second);
      const ticket = await desk.resolved();
      const event = await closed(desk, ticket);
      expect(at(event)).toBeGreaterThanOrEqual((await resolvedAt(desk, ticket)) + second);
    });
  });

  describe('as a process', () => {
    let program: BuiltWorker;
    beforeAll(() => {
      program = buildWorker();
    });
    afterAll(() => program?.remove());

    it('finishes what it has in hand when it is told to end', async () => {
      await desk.window('PT1S');
      const worker = await program.start(desk.settings);
      const ticket = await desk.resolved();
      await closed(desk, ticket);
      expect(await worker.end('SIGTERM')).toBe(0);
      expect(worker.lines.join('\n')).not.toMatch(/"level":(40|50|60)/);
    });

    it('closes each of many tickets exactly once and none early, flushed half-way and killed twice [REOP-07]', async () => {
      await desk.window('PT3S');
      let worker = await program.start(desk.settings);
      const tickets: string[] = [];
      const resolve = async (count: number) => {
        const batch = Array.from({ length: count }, () => desk.resolved());
        tickets.push(...(await Promise.all(batch)));
      };
      const closedSoFar = async (share: number) =>
        until(async () => {
          let count = 0;
          for (const ticket of tickets) count += (await closingsOf(desk, ticket)).length;
          return count >= share * tickets.length ? true : undefined;
        }, 30 * second);
      await resolve(100);
      await desk.flush();
      await resolve(100);
      await closedSoFar(0.1);
      await worker.end('SIGKILL');
      worker = await program.start(desk.settings);
      await closedSoFar(0.4);
      await worker.end('SIGKILL');
      worker = await program.start(desk.settings);
      await allClosed(tickets, 60 * second);
      await sleep(2 * second);
      expect(await worker.end('SIGTERM')).toBe(0);
      await expectClosedOnce(tickets, 3 * second);
    }, 120_000);
  });
});

const onRedis = storesHere.includes('Redis') ? it : it.skip;
onRedis('ends in good order while Redis is away', async () => {
  const desk = await startDesk('PostgreSQL');
  const redis = await startTestRedis();
  const program = buildWorker();
  try {
    const worker = await program.start({ ...desk.settings, redisUrl: redis.url });
    await redis.kill();
    await desk.resolved(); // whose alarm waits for the queue
    await sleep(second);
    expect(await worker.end('SIGTERM')).toBe(0);
  } finally {
    await program.remove();
    await redis.stop();
    await desk.stop();
  }
});
