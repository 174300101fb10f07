// One client and one connection per process and log, however many callers: the client keeps the appends that wait for
// an answer in one list for the whole process, and fails all of them when any of its connections breaks.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AccessDeniedError,
  EventStoreDBClient,
  isCommandError,
  MaxAppendSizeExceededError,
  NO_STREAM,
  NotLeaderError,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type AppendResult,
  type EventData,
  type RecordedEvent,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import { AppendTooLarge, LogUnavailable, OutcomeUnknown, WrongVersion } from './errors.js';
import type { StoredEvent } from './event-types.js';

/** From its 16th unsent message on, the client queues in a way that ends the process when the connection breaks. */
const maxInFlight = 15;
/** After an append ran out of time: by then keep-alive (10 s, then 10 s more) has failed it, or nothing ever will. */
const forgottenAfterMs = 30_000;
const goodbyeMs = 1_000;
const maxChunk = 500;
/** what the client shows where the server sent no position */
const noPosition = 2n ** 64n - 1n;

const connections = new Map<string, Connection>();
export const ignore = (): void => undefined;

export class Connection {
  #client: EventStoreDBClient;
  #users = 0;
  #inFlight = 0;
  readonly #waiting = new Set<() => void>();

  private constructor(private readonly url: string) {
    this.#client = EventStoreDBClient.connectionString(url);
  }

  static open(url: string): Connection {
    // The client would report a refused append as a success, at a wrong revision.
    if (/throwOnAppendFailure=false/i.test(url)) throw new TypeError('throwOnAppendFailure must not be switched off');
    const connection = connections.get(url) ?? new Connection(url);
    connections.set(url, connection);
    connection.#users += 1;
    return connection;
  }

  get client(): EventStoreDBClient {
    return this.#client;
  }

  async close(): Promise<void> {
    this.#users -= 1;
    if (this.#users > 0) return;
    connections.delete(this.url);
    // After a broken connection the client's own goodbye may never come.
    await Promise.race([this.#client.dispose(), sleep(goodbyeMs, undefined, { ref: false })]);
  }

  /** @throws WrongVersion, AppendTooLarge, OutcomeUnknown, LogUnavailable */
  append(
    stream: string,
    events: EventData[],
    expected: bigint | 'no-stream',
    deadlineMs: number,
  ): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      let state: 'waiting' | 'sent' | 'gone' = 'waiting';
      const gone = (): void => {
        if (state === 'gone') return;
        state = 'gone';
        this.#inFlight -= 1;
        const [next] = this.#waiting;
        if (next) next();
      };
      const send = (): void => {
        this.#waiting.delete(send);
        state = 'sent';
        this.#inFlight += 1;
        const expectedRevision = expected === 'no-stream' ? NO_STREAM : expected;
        void this.#client
          .appendToStream(stream, events, { expectedRevision, deadline: deadlineMs })
          .then(resolve, (error: unknown) => reject(this.#meaningOf(error, stream, expected)))
          .finally(() => {
            clearTimeout(timer);
            gone();
          });
      };
      const timer = setTimeout(() => {
        if (this.#waiting.delete(send)) reject(new LogUnavailable(`not sent within ${deadlineMs} ms`));
        else reject(new OutcomeUnknown(`no answer within ${deadlineMs} ms`));
        if (state === 'sent') setTimeout(gone, forgottenAfterMs).unref();
      }, deadlineMs);
      if (this.#inFlight < maxInFlight) send();
      else this.#waiting.add(send);
    });
  }

  /** In chunks of what has arrived; nothing for a missing stream. Stopping early ends the call on the server too. */
  async *read(
    start: (client: EventStoreDBClient) => StreamingRead<ResolvedEvent>,
    patienceMs: number,
  ): AsyncGenerator<StoredEvent[]> {
    const source = start(this.#client);
    source.on('error', ignore); // one more may come when nobody is iterating any longer
    let pulling = true;
    const watchdog = setTimeout(() => {
      if (pulling) source.destroy(new LogUnavailable(`nothing read within ${patienceMs} ms`));
      else watchdog.refresh();
    }, patienceMs);
    let chunk: StoredEvent[] = [];
    try {
      for await (const { event } of source) {
        watchdog.refresh();
        if (event) chunk.push(storedEvent(event));
        if (source.readableLength > 0 && chunk.length < maxChunk) continue;
        pulling = false;
        yield chunk;
        pulling = true;
        chunk = [];
      }
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw unavailable(error);
    } finally {
      clearTimeout(watchdog);
      source.destroy();
      source.cancel().catch(ignore);
    }
  }

  #meaningOf(error: unknown, stream: string, expected: bigint | 'no-stream'): unknown {
    if (error instanceof WrongExpectedVersionError) {
      const { actualVersion: actual } = error;
      return new WrongVersion(stream, expected, typeof actual === 'bigint' ? actual : 'no-stream');
    }
    if (error instanceof MaxAppendSizeExceededError) return new AppendTooLarge(stream, error.maxAppendSize);
    if (error instanceof StreamDeletedError) return error;
    if (error instanceof NotLeaderError || error instanceof AccessDeniedError) return unavailable(error);
    if (!(error instanceof Error)) return error;
    if (!isCommandError(error)) {
      // Raised before the append was sent, while finding the server or asking it what it can do.
      if (!('code' in error) || error.message.includes('No connection established')) return unavailable(error);
      this.#renew();
    }
    return new OutcomeUnknown(error.message, { cause: error });
  }

  /** The client remembers a failed question about what the server can do, and would fail every append from then on. */
  #renew(): void {
    const worn = this.#client;
    this.#client = EventStoreDBClient.connectionString(this.url);
    worn.dispose().catch(ignore);
  }
}

export const unavailable = (error: unknown): Error =>
  error instanceof LogUnavailable
    ? error
    : new LogUnavailable(error instanceof Error ? error.message : String(error), { cause: error });

export function storedEvent({ streamId, revision, position, id, type, data, metadata }: RecordedEvent): StoredEvent {
  if (!position || position.commit === noPosition)
    throw new Error('the log gives no positions: EventStoreDB 23.10 or later is needed');
  return { stream: streamId, revision, position: position.commit, id, type, data, metadata };
}
