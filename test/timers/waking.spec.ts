// Snoozed tickets wake by themselves, on both stores: exactly once, never early, soon after.
import { storesHere } from '../../libs/jobs/test/stores.js';
import { at, startDesk, until, type Desk } from './desk.js';

const second = 1_000;

describe.each(storesHere)('with queues in %s', (store) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk(store);
  });
  afterEach(() => desk.stopWorkers());
  afterAll(() => desk?.stop());

  const ahead = (ms: number): string => new Date(Date.now() + ms).toISOString();
  const snoozed = async (moment: string): Promise<string> => {
    const ticket = await desk.open();
    await desk.act(ticket, { type: 'SnoozeTicket', data: { until: moment } });
    return ticket;
  };
  const wakings = async (ticket: string) =>
    (await desk.historyOf(ticket)).filter((event) => event.type === 'TicketWoke');
  const woken = (ticket: string, patienceMs?: number) => until(async () => (await wakings(ticket))[0], patienceMs);

  it('wakes as System when the moment has come, and not before, once for several workers', async () => {
    const workers = await Promise.all([desk.startWorker(), desk.startWorker()]);
    const moment = ahead(2 * second);
    const tickets = await Promise.all(Array.from({ length: 8 }, () => snoozed(moment)));
    for (const ticket of tickets) {
      const event = await woken(ticket);
      expect(event).toMatchObject({
        data: { until: moment, cause: 'timer' },
        metadata: { actor: { id: 'system', kind: 'system' }, origin: 'live' },
      });
      expect(at(event)).toBeGreaterThanOrEqual(Date.parse(moment));
      const [, setting] = await desk.historyOf(ticket);
      expect(event.metadata.$causationId).toBe(setting?.id);
    }
    for (const { stop } of workers) await stop(); // once the jobs in hand are done
    for (const ticket of tickets) expect(await wakings(ticket)).toHaveLength(1);
  });

  it('counts the last snooze, and calls off the alarm of what was woken before', async () => {
    const { parts } = await desk.startWorker();
    const alarmOf = async (ticket: string) => (await parts.queue.getDelayed()).find(({ id }) => id?.includes(ticket));
    const put = await snoozed(ahead(3_600 * second));
    await until(() => alarmOf(put));
    await desk.act(put, { type: 'WakeTicket', data: {} });
    await until(async () => ((await alarmOf(put)) ? undefined : true));
    expect((await wakings(put)).map(({ data }) => data)).toMatchObject([{ cause: 'action' }]);

    const moved = await snoozed(ahead(second));
    const moment = ahead(3 * second);
    await desk.act(moved, { type: 'SnoozeTicket', data: { until: moment } });
    expect(at(await woken(moved))).toBeGreaterThanOrEqual(Date.parse(moment));
  });

  it('finds alarms again that were lost, and wakes what came due while nobody worked', async () => {
    const moment = ahead(500);
    const [overdue, lost] = [await snoozed(moment), await snoozed(ahead(6 * second))];
    await until(async () => (Date.now() > Date.parse(moment) ? true : undefined));
    await desk.startWorker();
    await woken(overdue);
    await desk.flush();
    await woken(lost, 40 * second);
    for (const ticket of [overdue, lost]) expect(await wakings(ticket)).toHaveLength(1);
  });

  it('leaves asleep what sleeps on where nothing closes by itself', async () => {
    await desk.publish({ autoClose: { enabled: false } });
    await desk.startWorker();
    const [soon, later] = [await snoozed(ahead(second)), await snoozed(ahead(3_600 * second))];
    await woken(soon);
    expect(await wakings(later)).toEqual([]);
  });
});
