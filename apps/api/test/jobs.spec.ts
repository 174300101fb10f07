// The worker's queue as administrators see it: what failed for good, by tenant, and another try that history knows of.
import { migrateQueues, openQueue, openWorker, timers, type AutoClose, type JobQueue, type TimerJob } from '#jobs';
import { UnrecoverableError } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import { startStack, type Stack } from '../../../test/stack.js';
import { signIn, type Client } from './client.js';

const route = '/v1/admin/jobs';
const ticketId = '0190a1b2-0000-7000-8000-000000000001';
const alarm = (tenant: string): AutoClose => ({
  kind: 'auto-close',
  tenant,
  ticketId,
  generation: '3',
  eventId: ticketId,
  clockFrom: '2026-01-01T00:00:00.000Z',
  policyVersion: 0,
});

let stack: Stack;
let queue: JobQueue<TimerJob>;
let ada: Client;
let gus: Client;

beforeAll(async () => {
  stack = await startStack();
  const [url = ''] = stack.urls;
  [ada, gus] = [await signIn(url, 'ada@acme.test'), await signIn(url, 'gus@globex.test')];
});
afterAll(async () => {
  await queue?.close();
  await stack?.stop();
});

const failed = async (by: Client) => (await by.get(route)).body.failed as { id: string; error: string }[];

it('answers 503 where there is no queue, and is for administrators', async () => {
  const refused = await ada.get(route);
  expect([refused.status, refused.body.code]).toEqual([503, 'queue-unavailable']);
  const [url = ''] = stack.urls;
  expect((await (await signIn(url, 'abe@acme.test')).get(route)).status).toBe(403);
});

it("shows a tenant's parked jobs only, and tries them again once, as history tells", async () => {
  const { databaseUrl } = stack.parts.settings;
  await migrateQueues(databaseUrl);
  const store = { databaseUrl, role: 'ledgerdesk_worker' };
  const onError = () => undefined;
  queue = openQueue<TimerJob>(timers, store, onError);
  let done = 0;
  let broken = true;
  const work = async () => {
    if (broken) throw new UnrecoverableError('the ticket would not close');
    done += 1;
    return 'closed';
  };
  const worker = openWorker<TimerJob>(timers, store, work, { concurrency: 2, onError });
  const running = worker.run();
  try {
    await queue.add('auto-close', alarm('acme'), { jobId: 'acme.job' });
    await queue.add('auto-close', alarm('globex'), { jobId: 'globex.job' });
    await until(async () => (await failed(ada)).length === 1 && (await failed(gus)).length === 1);
    const { kind: _kind, clockFrom, policyVersion: _version, ...ticket } = alarm('acme');
    await queue.add('wake', { kind: 'wake', ...ticket, until: clockFrom }, { jobId: 'acme.wake' });
    await until(async () => (await failed(ada)).length === 2);
    expect(await failed(ada)).toMatchObject([
      { id: 'acme.wake', kind: 'wake', ticketId },
      { id: 'acme.job', kind: 'auto-close', ticketId, error: 'the ticket would not close', attempts: 1 },
    ]);
    const { queues } = (await ada.get(route)).body as { queues: { counts: Record<string, number> }[] };
    expect(queues[0]?.counts).toMatchObject({ failed: 3, active: 0 });

    for (const id of ['globex.job', 'nothing']) {
      const hidden = await ada.post(`${route}/${id}/retry`, {});
      expect([hidden.status, hidden.body.code]).toEqual([404, 'job-not-found']);
    }
    broken = false;
    for (const id of ['acme.wake', 'acme.job']) expect((await ada.post(`${route}/${id}/retry`, {})).status).toBe(202);
    await until(async () => done === 2);
    expect(await failed(ada)).toEqual([]);
    expect(await failed(gus)).toHaveLength(1);

    const { text } = (await ada.get('/v1/audit/events?type=DirectoryChanged')).body;
    const told = String(text)
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { data?: object }).data);
    expect(told).toContainEqual({
      entity: 'job',
      id: 'acme.job',
      change: 'changed',
      fields: { state: { from: 'failed', to: 'waiting' } },
    });
  } finally {
    await worker.close();
    await running;
  }
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; !(await holds()); await sleep(50)) {
    if (Date.now() > end) throw new Error('it did not come about within 15 s');
  }
}
