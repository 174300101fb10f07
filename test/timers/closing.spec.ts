// Tickets close by themselves, on both stores: exactly once, never early, soon after.
import { setTimeout as sleep } from 'node:timers/promises';
import { storesHere } from '../../libs/jobs/test/stores.js';
import { at, closed, closingsOf, resolvedAt, startDesk, until, type Desk, type RunningWorker } from './desk.js';

const second = 1_000;

describe.each(storesHere)('with queues in %s', (store) => {
  let desk: Desk;
  let worker: RunningWorker;
  beforeAll(async () => {
    desk = await startDesk(store);
    worker = await desk.startWorker();
  });
  afterAll(async () => {
    await worker?.stop();
    await desk?.stop();
  });
  const alarms = async () => (await worker.parts.queue.getDelayed()).map(({ id }) => id ?? '');
  const alarmOf = async (ticketId: string) => (await alarms()).find((id) => id.includes(ticketId));

  it('closes a resolved ticket as System when the window ends, and no moment before [REOP-06] [REOP-07] [LIFE-21]', async () => {
    await desk.window('PT2S');
    const ticket = await desk.resolved();
    const event = await closed(desk, ticket);
    expect(event).toMatchObject({
      data: { from: 'resolved', to: 'closed', cause: 'timer' },
      metadata: { actor: { id: 'system', kind: 'system' }, origin: 'live' },
    });
    expect(at(event)).toBeGreaterThanOrEqual((await resolvedAt(desk, ticket)) + 2 * second);
    const [, resolving] = await desk.historyOf(ticket);
    expect(event.metadata.$causationId).toBe(resolving?.id);
  });

  it('leaves a ticket that was reopened in time open, and calls its alarm off [REOP-08]', async () => {
    await desk.window('PT2S');
    const ticket = await desk.resolved();
    await until(() => alarmOf(ticket));
    await desk.act(ticket, { type: 'ReopenTicket', data: {} });
    await until(async () => ((await alarmOf(ticket)) === undefined ? true : undefined));
    await sleep(3 * second);
    expect(await closingsOf(desk, ticket)).toEqual([]);
  });

  it('counts anew from the second resolution [REOP-08]', async () => {
    await desk.window('PT3S');
    const ticket = await desk.resolved();
    await sleep(2 * second);
    await desk.act(ticket, { type: 'ReopenTicket', data: {} });
    await desk.act(ticket, { type: 'ResolveTicket', data: {} });
    const event = await closed(desk, ticket);
    expect(at(event)).toBeGreaterThanOrEqual((await resolvedAt(desk, ticket)) + 3 * second);
    expect((await desk.historyOf(ticket)).at(-1)?.id).toBe(event.id);
  });

  it('closes at once what a person closes, and nothing twice [REOP-16]', async () => {
    await desk.window('PT2S');
    const ticket = await desk.resolved();
    await until(() => alarmOf(ticket));
    await desk.act(ticket, { type: 'CloseTicket', data: {} });
    await until(async () => ((await alarmOf(ticket)) === undefined ? true : undefined));
    await sleep(2_500);
    expect(await closingsOf(desk, ticket)).toMatchObject([{ data: { cause: 'action' } }]);
  });

  it('follows a policy that gives less time, counted from the resolution [REOP-18]', async () => {
    await desk.window('P7D');
    const ticket = await desk.resolved();
    await until(() => alarmOf(ticket));
    await desk.window('PT1S');
    const event = await closed(desk, ticket);
    expect(at(event)).toBeGreaterThanOrEqual((await resolvedAt(desk, ticket)) + second);
  });

  it('follows a policy that gives more time [REOP-18]', async () => {
    await desk.window('PT2S');
    const ticket = await desk.resolved();
    await until(() => alarmOf(ticket));
    await desk.window('PT5S');
    const event = await closed(desk, ticket);
    expect(at(event)).toBeGreaterThanOrEqual((await resolvedAt(desk, ticket)) + 5 * second);
  });

  it('closes nothing while auto-close is off, and what is overdue when it is on again', async () => {
    await desk.window('PT2S');
    const ticket = await desk.resolved();
    await desk.publish({ reopen: { window: 'PT1S' }, autoClose: { enabled: false, after: null } });
    await sleep(3 * second);
    expect(await closingsOf(desk, ticket)).toEqual([]);
    await desk.window('PT1S');
    await closed(desk, ticket);
  });

  it('closes an imported ticket only once it is live, counted from then', async () => {
    await desk.window('PT1S');
    const imported = { occurredAt: '2019-05-04T12:00:00.000Z', by: 'importer' };
    const [untouched, adopted, noted] = [
      await desk.resolved({ imported }),
      await desk.resolved({ imported }),
      await desk.resolved({ imported }),
    ];
    await desk.act(adopted, { type: 'AdoptTicket', data: {} });
    await desk.act(noted, { type: 'TagTicket', data: { tag: 'seen' } });
    for (const ticket of [adopted, noted]) {
      const event = await closed(desk, ticket);
      const live = (await desk.historyOf(ticket)).find(({ metadata }) => metadata.origin === 'live');
      expect(at(event)).toBeGreaterThanOrEqual(Date.parse(live?.metadata.occurredAt ?? '') + second);
    }
    expect(await closingsOf(desk, untouched)).toEqual([]);
  });
});
