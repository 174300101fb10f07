// Keeps one model up with the log for as long as it is wanted: takes over, resumes, waits out what passes, and halts by
// name on what does not.
import { setTimeout as sleep } from 'node:timers/promises';
import { heartbeatMs } from '#read-side';
import { isLasting, Overtaken } from './failures.js';
import { HotRows, sharedRoom } from './hot-rows.js';
import { ModelSession, type Batch } from './model-session.js';
import type { OpenTables } from './model-tables.js';
import type { LogEvent, RowModel } from './row-model.js';

/** What a follower needs of the event log. */
export interface FollowedLog<E> {
  follow(options: {
    readonly after: bigint | null;
    readonly maxBatch?: number;
    readonly signal?: AbortSignal;
    readonly onTrouble?: (error: unknown, retryInMs: number) => void;
  }): AsyncIterable<Batch<E>>;
}

export type News =
  | { readonly model: string; readonly state: 'following'; readonly position: bigint | null }
  | { readonly model: string; readonly state: 'caught-up'; readonly position: bigint | null }
  /** another projector does the work; this one takes over when it falls silent */
  | { readonly model: string; readonly state: 'standing-by' }
  | { readonly model: string; readonly state: 'waiting'; readonly error: unknown; readonly retryInMs: number }
  | { readonly model: string; readonly state: 'halted'; readonly reason: string }
  /** the rows are of an older version of the model: readers keep them until it is rebuilt */
  | { readonly model: string; readonly state: 'outdated'; readonly stored: number; readonly version: number }
  | { readonly model: string; readonly state: 'rebuilding' }
  | ({ readonly model: string; readonly state: 'rebuilt' } & Rebuilt)
  | { readonly model: string; readonly state: 'rebuild-failed'; readonly reason: string };

export interface Rebuilt {
  /** what the new tables have come to */
  readonly position: bigint | null;
  /** events taken in by this run */
  readonly events: number;
  readonly ms: number;
}

export interface Following<E extends LogEvent> {
  readonly model: RowModel<E>;
  readonly log: FollowedLog<E>;
  /** of the database; the login may act as ledgerdesk_projector */
  readonly url: string;
  readonly signal: AbortSignal;
  readonly report: (news: News) => void;
  /** events read at once at most (1000) */
  readonly maxBatch?: number;
  /** what is at `url`; PostgreSQL unless given */
  readonly open?: OpenTables;
}

/** Batch by batch once more where something failed: the event at fault is named, and what comes before it is taken in. */
type Manner = 'hot' | 'batch by batch';

const firstWaitMs = 100;
const longestWaitMs = 5_000;

/** Ends when the signal aborts, after the batch in hand, or when the model has halted. Rejects never. */
export async function follow<E extends LogEvent>(following: Following<E>): Promise<void> {
  const { model, signal, report } = following;
  let failures = 0;
  let how: Manner = 'hot';
  const onProgress = (caughtUp: boolean): void => {
    failures = 0;
    if (caughtUp) how = 'hot';
  };
  while (!signal.aborted) {
    try {
      await work(following, how, onProgress);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Overtaken) continue;
      let cause = error;
      if (isLasting(error) && how === 'hot') {
        how = 'batch by batch';
        continue;
      }
      if (isLasting(error)) {
        const reason = error instanceof Error ? error.message : String(error);
        try {
          await markHalted(following, reason);
          report({ model: model.name, state: 'halted', reason });
          return;
        } catch (unsaid) {
          cause = unsaid; // it will halt again once the reason can be written down
        }
      }
      const retryInMs = Math.min(longestWaitMs, firstWaitMs * 2 ** failures) * (0.5 + Math.random() / 2);
      failures += 1;
      report({ model: model.name, state: 'waiting', error: cause, retryInMs });
      await sleep(retryInMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function work<E extends LogEvent>(
  { model, log, url, signal, report, open, maxBatch = 1_000 }: Following<E>,
  how: Manner,
  onProgress: (caughtUp: boolean) => void,
): Promise<void> {
  const given = new AbortController(); // up: the connection or the bookmark is lost
  const giveUp = (why: unknown): void => given.abort(why);
  const onLost = (): void => giveUp(new Error('the connection to PostgreSQL is lost'));
  const session = await ModelSession.open(url, model, onLost, 'live', open);
  const either = AbortSignal.any([signal, given.signal]);
  const { name, paceMs = 0 } = model;
  let reachesLog = false;
  let heart: NodeJS.Timeout | undefined;
  try {
    for (let announced = false; !(await session.mayWork()); announced = true) {
      if (!announced) report({ model: name, state: 'standing-by' });
      await sleep(heartbeatMs / 5, undefined, { signal: either });
    }
    await session.resume();
    heart = setInterval(() => void session.heartbeat({ reachesLog }).catch(giveUp), heartbeatMs);
    report({ model: name, state: 'following', position: session.position });
    const onTrouble = (error: unknown, retryInMs: number): void => {
      reachesLog = false;
      report({ model: name, state: 'waiting', error, retryInMs });
    };
    let told = false;
    const hot = new HotRows(model, session, sharedRoom);
    for await (const batch of log.follow({ after: session.position, maxBatch, signal: either, onTrouble })) {
      reachesLog = true;
      if (how === 'batch by batch') await session.takeIn(batch);
      else if (!(await hot.takeIn(batch, batch.caughtUp))) continue;
      onProgress(batch.caughtUp);
      if (batch.caughtUp && !told) report({ model: name, state: 'caught-up', position: batch.position });
      told = batch.caughtUp;
      if (paceMs > 0 && batch.caughtUp) await sleep(paceMs, undefined, { signal: either }).catch(() => undefined);
    }
    if (given.signal.aborted) throw given.signal.reason;
  } catch (error) {
    throw given.signal.aborted && !signal.aborted ? given.signal.reason : error;
  } finally {
    clearInterval(heart);
    await session.close();
  }
}

async function markHalted<E extends LogEvent>({ url, model, open }: Following<E>, reason: string): Promise<void> {
  const session = await ModelSession.open(url, model, () => undefined, 'live', open);
  try {
    await session.halt(reason);
  } finally {
    await session.close();
  }
}
