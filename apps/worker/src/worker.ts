// Puts the worker together on the parts of its process. As many as you like may run.
import { setMaxListeners } from 'node:events';
import type { Job } from 'bullmq';
import { openWorker, timers, type TimerJob } from '#jobs';
import type { LedgerEvent } from '#ledger';
import { shareLog } from '#projection';
import { settledWithin } from '#write-side';
import { keepCounting } from './figures.js';
import { autoClose } from './jobs/auto-close.js';
import type { Ringing } from './jobs/ring.js';
import { keepSweeping, sweep } from './jobs/sweep.js';
import { wake } from './jobs/wake.js';
import type { Parts } from './parts.js';
import { eraseReaction } from './reactions/erase-deleted.js';
import { react, streamPrefixes } from './reactions/react.js';
import { mergeReaction } from './reactions/merge.js';
import { resolveChildrenReaction } from './reactions/resolve-children.js';
import { splitReaction } from './reactions/split.js';
import { timersReaction } from './reactions/timers.js';

const concurrency = 32;
/** How long the end may take; what waits for a server that is away would wait for ever. */
const patienceMs = 6_000;

/** Works until the returned function is called, which finishes the jobs in hand. The parts belong to the caller. */
export async function startWorker(parts: Parts): Promise<() => Promise<void>> {
  const { log, ledger, store, onQueueTrouble } = parts;
  const work = (job: Job<TimerJob, string>, token: string): Promise<string> => {
    const { data } = job;
    const ringing: Ringing = [job, token];
    if (data.kind === 'sweep') return sweep(parts, data);
    return data.kind === 'wake' ? wake(parts, data, ringing) : autoClose(parts, data, ringing);
  };

  const worker = openWorker<TimerJob>(timers, store, work, { concurrency, onError: onQueueTrouble });
  worker.on('completed', ({ id }, result) => log.debug({ job: id, result }, 'done'));
  worker.on('failed', (job, error) => {
    const told = { job: job?.id, err: error, failures: job?.attemptsMade };
    if (job?.finishedOn === undefined) log.warn(told, 'failed, and tried again');
    else log.error(told, 'parked');
  });
  await worker.waitUntilReady();

  const stopping = new AbortController();
  const { signal } = stopping;
  setMaxListeners(32, signal); // each reaction has one for its place in the log, and one while it pauses
  const reactions = [
    timersReaction(parts),
    resolveChildrenReaction(parts),
    mergeReaction(parts),
    splitReaction(parts),
    eraseReaction(parts),
  ];
  const followed = shareLog<LedgerEvent>({ follow: (options) => ledger.follow({ ...options, streamPrefixes }) });
  const running = [
    worker.run(),
    ...reactions.map((reaction) => react(reaction, followed, parts, signal)),
    keepSweeping(parts, signal),
    keepCounting(parts, signal),
  ];
  return async () => {
    stopping.abort();
    const done = await settledWithin(patienceMs, Promise.all([worker.close(), ...running]));
    if (!done)
      log.warn('something is left undone, another worker will do it again: a job, or what waits for the queue');
  };
}
