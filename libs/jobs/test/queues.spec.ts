// What the product builds on must hold on both stores.
import { setTimeout as sleep } from 'node:timers/promises';
import { DelayedError, UnrecoverableError, type Job } from 'bullmq';
import { openQueue, openWorker, type JobQueue, type JobWorker } from '../src/index.js';
import { startStore, storesHere, type TestStore } from './stores.js';

interface Note {
  readonly text: string;
}
type Work = (job: Job<Note, string>, token: string) => Promise<string>;

const ignore = (): void => undefined;

describe.each(storesHere)('a queue in %s', (name) => {
  let kept: TestStore;
  let queue: JobQueue<Note>;
  let worker: JobWorker<Note> | undefined;
  let turn = 0;
  beforeAll(async () => {
    kept = await startStore(name);
  });
  afterAll(() => kept?.stop());
  beforeEach(() => {
    turn += 1;
    queue = openQueue<Note>(`test-${turn}`, kept.store, ignore);
  });
  afterEach(async () => {
    await worker?.close();
    worker = undefined;
    await queue.close();
  });

  const work = async (doing: Work): Promise<JobWorker<Note>> => {
    const started = openWorker<Note>(queue.name, kept.store, doing, { concurrency: 2, onError: ignore });
    worker = started;
    await started.waitUntilReady();
    void started.run();
    return started;
  };
  const until = async (so: () => Promise<boolean> | boolean): Promise<void> => {
    for (const end = Date.now() + 20_000; !(await so()); await sleep(20))
      if (Date.now() > end) throw new Error('never so');
  };

  it('takes a job of the same id once while it waits, and again when it is done', async () => {
    const done: string[] = [];
    const note = { name: 'note', data: { text: 'one' }, opts: { jobId: 'a.1' } };
    await queue.addBulk([note, note]);
    await queue.addBulk([{ ...note, data: { text: 'two' } }]);
    expect(await queue.getWaitingCount()).toBe(1);
    await work(async ({ data }) => String(done.push(data.text)));
    await until(() => done.length === 1);
    await until(async () => (await queue.getJob('a.1')) === undefined);
    await queue.addBulk([{ ...note, data: { text: 'three' } }]);
    await until(() => done.length === 2);
    expect(done).toEqual(['one', 'three']);
  });

  it('holds a job back until its time', async () => {
    const begun = Date.now();
    let at = 0;
    await work(async () => String((at = Date.now())));
    await queue.add('note', { text: 'later' }, { jobId: 'b', delay: 700 });
    await until(() => at > 0);
    expect(at - begun).toBeGreaterThanOrEqual(700);
  });

  it('removes a job that was not begun', async () => {
    await queue.add('note', { text: 'never' }, { jobId: 'c', delay: 60_000 });
    await queue.remove('c');
    expect(await queue.getJob('c')).toBeUndefined();
    await queue.remove('c');
  });

  it('lets a job put itself off, which is no failure', async () => {
    const seen: number[] = [];
    await work(async (job, token) => {
      seen.push(job.attemptsMade);
      if (seen.length < 3) {
        await job.moveToDelayed(Date.now() + 50, token);
        throw new DelayedError();
      }
      return 'done';
    });
    await queue.add('note', { text: 'not yet' }, { jobId: 'd' });
    await until(() => seen.length === 3);
    expect(seen).toEqual([0, 0, 0]);
  });

  it('tries a job again that failed, after a pause', async () => {
    const at: number[] = [];
    await work(async () => {
      at.push(Date.now());
      if (at.length === 1) throw new Error('out of reach');
      return 'done';
    });
    await queue.add('note', { text: 'hard' }, { jobId: 'e' });
    await until(() => at.length === 2);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(490);
    expect(await queue.getFailedCount()).toBe(0);
  });

  it('parks a job that cannot succeed, with its reason, until it is retried', async () => {
    let wrong = true;
    const done: string[] = [];
    await work(async ({ data }) => {
      if (wrong) throw new UnrecoverableError('not-allowed');
      return String(done.push(data.text));
    });
    await queue.add('note', { text: 'odd' }, { jobId: 'f' });
    await until(async () => (await queue.getFailedCount()) === 1);
    expect(await queue.getFailed()).toMatchObject([{ id: 'f', failedReason: 'not-allowed', data: { text: 'odd' } }]);
    await queue.add('note', { text: 'odd' }, { jobId: 'f' });
    expect(await queue.getFailedCount()).toBe(1);
    wrong = false;
    await queue.retryJobs({ state: 'failed' });
    await until(() => done.length === 1);
  });

  it('works on after everything in it was lost', async () => {
    const done: string[] = [];
    await work(async ({ data }) => String(done.push(data.text)));
    await queue.add('note', { text: 'lost' }, { jobId: 'g', delay: 60_000 });
    await kept.flush();
    await queue.add('note', { text: 'found' }, { jobId: 'g' });
    await until(() => done.length === 1);
    expect(done).toEqual(['found']);
  });
});
