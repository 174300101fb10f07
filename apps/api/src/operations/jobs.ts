// The worker's queue as administrators see it: their tenant's parked jobs, and another try for them. The connection is
// opened by the first who asks: most processes never need it.
import type { Logger } from 'pino';
import { openQueue, timers, type Alarm, type JobQueue, type QueueStore, type TimerJob } from '#jobs';
import { Problem } from '../http/problem.js';
import { within } from './readiness.js';

export interface FailedJob {
  readonly id: string;
  readonly kind: string;
  readonly ticketId: string;
  readonly error: string;
  readonly attempts: number;
  readonly failedAt: string | null;
}

/** Parked jobs that are looked through for a tenant's: more are an accident, and figures tell of it. */
const lookedThrough = 1_000;

export class Jobs {
  #queue: JobQueue<TimerJob> | undefined;

  constructor(
    private readonly store: QueueStore,
    private readonly log: Logger,
  ) {}

  /** Of all tenants, by state. @throws Problem 503 */
  counts(): Promise<Record<string, number>> {
    return this.#ask((queue) => queue.getJobCounts('waiting', 'delayed', 'active', 'failed'));
  }

  /** The tenant's parked jobs, the newest first. @throws Problem 503 */
  failed(tenant: string): Promise<FailedJob[]> {
    return this.#ask(async (queue) => {
      const jobs = await queue.getFailed(0, lookedThrough - 1);
      return jobs.flatMap(({ id, data, failedReason, attemptsMade, finishedOn }) =>
        id === undefined || !isAlarmOf(tenant, data)
          ? []
          : [
              {
                id,
                kind: data.kind,
                ticketId: data.ticketId,
                error: failedReason ?? 'unknown',
                attempts: attemptsMade,
                failedAt: finishedOn === undefined ? null : new Date(finishedOn).toISOString(),
              },
            ],
      );
    });
  }

  /**
   * Tries a parked job again; `record` comes first: what history does not know has not happened.
   * @throws Problem 404 for jobs of others and for those that are not there; 409 when it is not parked; 503
   */
  async retry(tenant: string, id: string, record: () => Promise<void>): Promise<void> {
    const job = await this.#ask(async (queue) => {
      const found = await queue.getJob(id);
      if (!found || !isAlarmOf(tenant, found.data)) {
        throw new Problem(404, 'job-not-found', 'There is no such job.');
      }
      if (!(await found.isFailed())) throw notParked();
      return found;
    });
    await record();
    await this.#ask(async () => {
      try {
        await job.retry('failed');
      } catch (error) {
        // Another administrator was faster.
        if (await job.isFailed()) throw error;
        throw notParked();
      }
    });
  }

  async close(): Promise<void> {
    if (this.#queue) await within(this.#queue.close());
  }

  async #ask<T>(question: (queue: JobQueue<TimerJob>) => Promise<T>): Promise<T> {
    const queue = (this.#queue ??= openQueue<TimerJob>(timers, this.store, (error) =>
      this.log.warn({ err: error }, 'the queue is out of reach'),
    ));
    let refused: Problem | undefined;
    const answer = await within(
      question(queue).catch((error: unknown) => {
        if (error instanceof Problem) refused = error;
        throw error;
      }),
    );
    if (refused) throw refused;
    if ('value' in answer) return answer.value;
    // One that could not begin never will: the next who asks opens another.
    if (this.#queue === queue) {
      this.#queue = undefined;
      void queue.close().catch(() => undefined);
    }
    throw new Problem(503, 'queue-unavailable', 'The queue cannot be asked right now.', {
      headers: { 'Retry-After': '1' },
    });
  }
}

/** Sweeps are nobody's. */
const isAlarmOf = (tenant: string, data: TimerJob): data is Alarm => data.kind !== 'sweep' && data.tenant === tenant;

const notParked = () => new Problem(409, 'job-not-failed', 'This job is not parked any more.');
