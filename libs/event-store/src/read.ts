// One read of the log, a stream or all of it, in chunks of what has arrived.
import { StreamNotFoundError, type RecordedEvent, type ResolvedEvent, type StreamingRead } from '@eventstore/db-client';
import { LogUnavailable, unavailable } from './errors.js';
import type { StoredEvent } from './event-types.js';

const maxChunk = 500;
/** what the client shows where the server sent no position */
const noPosition = 2n ** 64n - 1n;
export const ignore = (): void => undefined;

/**
 * Nothing for a missing stream. Stopping early cancels the call, and a server closes a connection that cancels often:
 * what is read often is read to its end.
 * @throws LogUnavailable
 */
export async function* read(source: StreamingRead<ResolvedEvent>, patienceMs: number): AsyncGenerator<StoredEvent[]> {
  source.on('error', ignore); // one more may come when nobody is iterating any longer
  let pulling = true;
  const watchdog = setTimeout(() => {
    if (pulling) source.destroy(new LogUnavailable(`nothing read within ${patienceMs} ms`));
    else watchdog.refresh();
  }, patienceMs);
  let chunk: StoredEvent[] = [];
  let over = false;
  try {
    for await (const { event } of source.iterator({ destroyOnReturn: false })) {
      watchdog.refresh();
      if (event) chunk.push(storedEvent(event));
      if (source.readableLength > 0 && chunk.length < maxChunk) continue;
      pulling = false;
      yield chunk;
      pulling = true;
      chunk = [];
    }
    over = true;
  } catch (error) {
    over = error instanceof StreamNotFoundError;
    if (!over) throw unavailable(error);
  } finally {
    clearTimeout(watchdog);
    if (!over) {
      // What has arrived is let through: a call that was complete already would wait for its reader for ever, and with it
      // whoever closes the client.
      source.resume();
      source.cancel().catch(ignore);
    }
  }
}

/** A read of one event. */
export async function readOne(source: StreamingRead<ResolvedEvent>, patienceMs: number): Promise<StoredEvent | null> {
  let found: StoredEvent | null = null;
  for await (const [event] of read(source, patienceMs)) found ??= event ?? null;
  return found;
}

export function storedEvent({ streamId, revision, position, id, type, data, metadata }: RecordedEvent): StoredEvent {
  if (!position || position.commit === noPosition)
    throw new Error('the log gives no positions: EventStoreDB 23.10 or later is needed');
  return { stream: streamId, revision, position: position.commit, id, type, data, metadata };
}
