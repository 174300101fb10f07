// Builds a model anew from the whole log, beside the tables readers see, and changes over once it shows as much as they
// do. Memory is bounded: rows are held while they are hot and written when they are many, those that come back later are
// read again. What is built survives a crash, and nothing but the tables is touched.
import { setTimeout as sleep } from 'node:timers/promises';
import { BuildingSite, type Held } from './building-site.js';
import { isLasting } from './failures.js';
import type { FollowedLog, Following, Rebuilt } from './follow.js';
import { ampleRoom, HotRows } from './hot-rows.js';
import { ModelSession, type Batch } from './model-session.js';
import type { LogEvent } from './row-model.js';

export interface RebuiltLog<E> extends FollowedLog<E> {
  /** Position of the last event the models follow; null: there is none. */
  head(): Promise<bigint | null>;
}

export interface Rebuilding<E extends LogEvent> extends Pick<Following<E>, 'model' | 'url' | 'signal'> {
  readonly log: RebuiltLog<E>;
  /** after each transaction: how far it is, and where the log ended when that was last looked at */
  readonly onProgress?: (progress: { readonly position: bigint | null; readonly goal: bigint | null }) => void;
  readonly onTrouble?: (error: unknown, retryInMs: number) => void;
  /** events per transaction at most, about (32,000: rows that change often are then written seldom) */
  readonly window?: number;
}

/** How long readers may queue behind the change of tables, in milliseconds; more each time it did not come through. */
const lockTimesMs = [200, 400, 800, 1_600, 3_000];
/** How long the live model may stand still for the last stretch. */
const maxHoldMs = 5_000;
const pauseMs = 2_000;
/** Of a rebuild's time: commands and readers have the machine to themselves meanwhile. */
const restShare = 0.2;

/**
 * Ends when the new tables are the live ones. Goes on where an interrupted run of the same order stopped.
 * @throws RebuildRunning, the signal's reason, and what `isLasting` tells from what passes
 */
export async function rebuild<E extends LogEvent>(rebuilding: Rebuilding<E>): Promise<Rebuilt> {
  const { model, url, signal } = rebuilding;
  const lost = new AbortController();
  const onLost = (): void => lost.abort(new Error('the connection to PostgreSQL is lost'));
  const site = await BuildingSite.open(url, model, onLost);
  try {
    await site.prepare();
    const session = await ModelSession.open(url, model, onLost, 'next');
    try {
      const given = { ...rebuilding, signal: AbortSignal.any([signal, lost.signal]) };
      return await build(site, session, given).catch(async (error: unknown) => {
        if (!isLasting(error)) throw error;
        // Once more from the bookmark, batch by batch: the event at fault is named, and what comes before it is taken in.
        await site.release();
        return build(site, session, given, 'batch by batch');
      });
    } catch (error) {
      throw lost.signal.aborted && !signal.aborted ? lost.signal.reason : error;
    } finally {
      await session.close();
    }
  } finally {
    await site.close();
  }
}

/** Throws away what an unfinished rebuild has built. @throws RebuildRunning */
export async function discardRebuild({ url, model }: Pick<Rebuilding<LogEvent>, 'url' | 'model'>): Promise<void> {
  const site = await BuildingSite.open(url, model, () => undefined);
  try {
    await site.discard();
  } finally {
    await site.close();
  }
}

async function build<E extends LogEvent>(
  site: BuildingSite,
  session: ModelSession<E>,
  { model, log, signal, onProgress, onTrouble, window = ampleRoom.events }: Rebuilding<E>,
  how: 'hot' | 'batch by batch' = 'hot',
): Promise<Rebuilt> {
  const started = performance.now();
  await session.resume();
  let events = 0;
  let goal: bigint | null = null;
  const lookAhead = async (): Promise<void> => {
    goal = await log.head();
    await site.setGoal(goal);
  };
  const reaches = (end: bigint | null): boolean =>
    end === null || (session.position !== null && session.position >= end);
  /** The end of the log as it was when the rows were there: from here on batches are taken in as they come. */
  let near = false;
  let held: (Held & { readonly since: number }) | undefined;
  const release = async (): Promise<void> => {
    held = undefined;
    await site.release();
  };

  await lookAhead();
  const hot = new HotRows(model, session, { ...ampleRoom, events: window });
  const isLast = ({ caughtUp, position }: Batch<E>): boolean =>
    caughtUp || goal === null || (position !== null && position >= goal);
  let worked = performance.now();
  for await (const batch of log.follow({ after: session.position, signal, onTrouble })) {
    events += batch.events.length;
    if (near || how === 'batch by batch') await session.takeIn(batch);
    else if (!(await hot.takeIn(batch, isLast(batch)))) continue;
    onProgress?.({ position: session.position, goal });
    if (!reaches(goal)) {
      await sleep(((performance.now() - worked) * restShare) / (1 - restShare), undefined, { signal });
      worked = performance.now();
      continue;
    }
    if (!near) {
      await site.finishTables();
      await lookAhead();
      near = true;
    }
    while (reaches(goal)) {
      held ??= { ...(await site.holdLive()), since: performance.now() };
      // The live bookmark also moves over what is no event of ours: then the log's end says that nothing is missing.
      if (!reaches(held.position) && !reaches(await log.head())) {
        if (performance.now() - held.since > maxHoldMs) await release();
        break; // what is missing is on its way
      }
      if (await changeOver(site, held)) return { position: session.position, events, ms: performance.now() - started };
      await release();
      await sleep(pauseMs, undefined, { signal });
      await lookAhead();
    }
  }
  signal.throwIfAborted();
  throw new Error('the log ended');
}

async function changeOver(site: BuildingSite, held: Held): Promise<boolean> {
  for (const lockMs of lockTimesMs) if (await site.swap(held, lockMs)) return true;
  return false;
}
