// Follows the log for one reaction: what it enqueues stands before the bookmark moves, so that a crash repeats, and
// never skips. Not a projection: it is not rebuilt, and what it sets off is not undone.
import { setTimeout as sleep } from 'node:timers/promises';
import { BookmarkBeyondHead, UnreadableEvent } from '#event-store';
import type { LedgerEvent } from '#ledger';
import type { Batch, FollowedLog } from '#projection';
import type { Parts } from '../parts.js';
import { Bookmark } from './bookmarks.js';

/** Of the events that something is set off by. */
export const streamPrefixes = ['ticket-', 'policy-'];

export interface Reaction {
  readonly name: string;
  /** Enqueues what the events call for. May be given the same events again; rejects to be given them again. */
  readonly enqueue: (batch: Pick<Batch<LedgerEvent>, 'events' | 'caughtUp'>, signal: AbortSignal) => Promise<void>;
}

const longestPauseMs = 5_000;
/** From one bookmark to the next, where nothing is behind: nobody watches, and more events share it. */
const paceMs = 20;

/** Ends when the signal aborts, or when the log cannot be read on at all. Rejects never. */
export async function react(
  { name, enqueue }: Reaction,
  followed: FollowedLog<LedgerEvent>,
  parts: Pick<Parts, 'database' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  const log = parts.log.child({ reaction: name });
  const bookmark = new Bookmark(parts.database, name);
  const onTrouble = (error: unknown, retryInMs: number): void =>
    log.warn({ err: error, retryInMs }, 'the log is out of reach');
  for (let failures = 0; !signal.aborted;) {
    try {
      const after = await bookmark.read();
      for await (const batch of followed.follow({ after, signal, onTrouble })) {
        await enqueue(batch, signal);
        if (batch.position !== null) await bookmark.move(batch.position);
        failures = 0;
        if (batch.caughtUp) await sleep(paceMs, undefined, { signal });
      }
    } catch (error) {
      if (signal.aborted) return;
      if (isLasting(error)) {
        log.error({ err: error }, 'stands still');
        await bookmark.halt(error.message).catch(() => undefined);
        return;
      }
      const pauseMs = Math.min(100 * 2 ** failures, longestPauseMs);
      failures += 1;
      log.warn({ err: error, retryInMs: pauseMs }, 'trying again');
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Trying again meets the same: another program has to be started, or another copy of the log. */
const isLasting = (error: unknown): error is Error =>
  error instanceof BookmarkBeyondHead || error instanceof UnreadableEvent;
