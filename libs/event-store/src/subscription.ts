// One subscription to the log, as batches of what has arrived. Checkpoints travel through the same bounded queue as the
// events, so a bookmark cannot overtake an event that was not delivered.
import type { ReadableOptions } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { START, streamNameFilter } from '@eventstore/db-client';
import type { AllStreamResolvedEvent, EventStoreDBClient, Position } from '@eventstore/db-client';
import { BookmarkBeyondHead, unavailable } from './errors.js';
import type { StoredEvent } from './event-types.js';
import { ignore, storedEvent } from './read.js';

export interface Reading {
  /** resume strictly after this position; null: from the beginning */
  readonly after: bigint | null;
  /** beginnings of stream names; none: every stream that is not the server's own */
  readonly streamPrefixes: readonly string[];
  /** events in a batch at most, and events waiting in memory */
  readonly maxBatch: number;
  readonly signal?: AbortSignal | undefined;
}

export interface StoredBatch {
  readonly events: StoredEvent[];
  /** The bookmark: all that was asked for up to here is delivered. Always some event's position; null before the first. */
  readonly position: bigint | null;
  readonly caughtUp: boolean;
}

type Item = AllStreamResolvedEvent | { readonly checkpoint: bigint } | { readonly live: boolean };

/** A checkpoint after each 32 × 32 events considered. */
const checkpointInterval = 32;

/**
 * Ends only when the signal aborts.
 * @throws BookmarkBeyondHead, LogUnavailable
 */
export async function* subscribe(
  client: EventStoreDBClient,
  { after, streamPrefixes, maxBatch, signal }: Reading,
  end: () => Promise<bigint | null>,
): AsyncGenerator<StoredBatch> {
  if (after !== null) {
    const last = await end();
    if (last === null || after > last) throw new BookmarkBeyondHead(after, last);
  }
  const mark = (item: Item): void => void subscription.push(item);
  const common = {
    checkpointInterval,
    checkpointReached: (_: unknown, { commit }: Position) => mark({ checkpoint: commit }),
  };
  const filter =
    streamPrefixes.length > 0
      ? streamNameFilter({ ...common, prefixes: [...streamPrefixes] })
      : streamNameFilter({ ...common, regex: '^[^$]' });
  const fromPosition = after === null ? START : { commit: after, prepare: after };
  const buffer: ReadableOptions & { readableHighWaterMark: number } = { readableHighWaterMark: maxBatch };
  const subscription = client.subscribeToAll({ fromPosition, filter }, buffer);
  subscription.on('error', ignore);
  subscription.on('caughtUp', () => mark({ live: true }));
  subscription.on('fellBehind', () => mark({ live: false }));
  const stop = (): void => void subscription.destroy();
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();

  let position = after;
  let checkpoint: bigint | null = null;
  let live = false;
  let events: StoredEvent[] = [];
  try {
    for await (const item of subscription as AsyncIterable<Item>) {
      if ('checkpoint' in item) checkpoint = item.checkpoint;
      else if ('live' in item) live = item.live;
      else if (item.event) {
        events.push(storedEvent(item.event));
        position = item.event.position.commit;
        checkpoint = null;
      }
      if (!live && subscription.readableLength === 0) await setImmediate(); // more is already on its way
      if (subscription.readableLength > 0 && events.length < maxBatch) continue;
      if (checkpoint !== null) position = await bookmarkAt(checkpoint, position, end);
      yield { events, position, caughtUp: live && subscription.readableLength === 0 };
      checkpoint = null;
      events = [];
    }
    if (!signal?.aborted) throw new Error('the log ended the subscription');
  } catch (error) {
    if (!signal?.aborted) throw unavailable(error);
  } finally {
    signal?.removeEventListener('abort', stop);
    subscription.destroy();
    subscription.unsubscribe().catch(ignore);
  }
}

/** At the log's end a server may name a checkpoint behind its last event; later that would look like a lost tail. */
async function bookmarkAt(
  checkpoint: bigint,
  position: bigint | null,
  end: () => Promise<bigint | null>,
): Promise<bigint | null> {
  const last = await end();
  if (last === null) return position;
  const reached = checkpoint < last ? checkpoint : last;
  return position !== null && position > reached ? position : reached;
}
