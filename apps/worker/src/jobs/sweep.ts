// Looks for alarms that should be there. What a flushed or restored queue has lost, what was never set: it is found here.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sweep } from '#jobs';
import { NoPolicy } from '#write-side';
import type { Parts } from '../parts.js';
import { farAheadMs, setDueAlarms } from '../timers/alarms.js';
import { tenantsOf } from '../timers/clocks.js';

const second = 1_000;

/** At the start and hourly far ahead; in between, what is due before the look after the next. */
const plans = [
  { firstMs: 0, everyMs: 3_600 * second, withinMs: farAheadMs },
  { firstMs: 15 * second, everyMs: 15 * second, withinMs: 30 * second },
];

/**
 * Asks for sweeps until the signal aborts. By a timer of this process, because a schedule kept in the queue would be lost
 * with it; as a job, so that of several workers one does it. A job that comes in also makes the queue look at its clock.
 */
export async function keepSweeping({ queue, log }: Pick<Parts, 'queue' | 'log'>, signal: AbortSignal): Promise<void> {
  const keep = async ({ firstMs, everyMs, withinMs }: (typeof plans)[number]): Promise<void> => {
    const data: Sweep = { kind: 'sweep', withinMs };
    const opts = { jobId: `sweep.${withinMs}`, removeOnFail: true };
    for (let pauseMs = firstMs; ; pauseMs = everyMs) {
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      await queue.add(data.kind, data, opts).catch((error: unknown) => log.warn({ err: error }, 'no sweep'));
    }
  };
  await Promise.all(plans.map(keep));
}

export async function sweep(parts: Parts, { withinMs }: Sweep): Promise<string> {
  if (withinMs === farAheadMs) await parts.queue.retryJobs({ state: 'failed' }); // parked ones get another chance
  for (const tenant of await tenantsOf(parts.database)) {
    try {
      await setDueAlarms(parts, tenant, withinMs);
    } catch (error) {
      if (!(error instanceof NoPolicy)) throw error; // a tenant in the making has no tickets either
    }
  }
  return 'swept';
}
