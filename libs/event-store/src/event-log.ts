// EventStoreDB behind load, append and follow. Events go in sealed and chained, and come out opened and upcast.
import { setTimeout as sleep } from 'node:timers/promises';
import { decode, encode, keyIdOf } from './codec.js';
import { LogUnavailable, OutcomeUnknown, UnknownKey, UnreadableEvent, VaultUnavailable } from './errors.js';
import type { AnyEvents, EventTypes, NewEvent, Recorded, StoredEvent } from './event-types.js';
import { connectServer, type LogServer } from './log-server.js';
import type { AppendContext } from './metadata.js';
import { ignore } from './read.js';
import type { StoredBatch } from './subscription.js';
import type { KeyRing } from './vault.js';

const firstWaitMs = 100;
const longestWaitMs = 5_000;

export interface EventLogOptions<E extends object> {
  /** `esdb://host:port?tls=false`, or whatever else the client takes */
  readonly url: string;
  readonly types: EventTypes<E>;
  readonly keys: KeyRing;
  /** Beginnings of the product's stream names, what a reader gets unless it asks otherwise; none: every stream. */
  readonly streamPrefixes?: readonly string[];
  readonly clock?: () => Date;
  /** how long an append, and each step of a read, may take (5 s) */
  readonly deadlineMs?: number;
}

export interface Append<E extends object> {
  /** revision of the last event known */
  readonly expected: bigint | 'no-stream';
  /** that event's hash */
  readonly prevHash: string | null;
  readonly events: readonly NewEvent<E>[];
  readonly context: AppendContext;
}

export interface Appended<E extends object> {
  /** of the last event, like `position` and `hash` */
  readonly revision: bigint;
  readonly position: bigint;
  readonly hash: string;
  readonly recorded: Recorded<E>[];
}

export interface Follow {
  /** resume strictly after this position; null: from the beginning */
  readonly after: bigint | null;
  readonly streamPrefixes?: readonly string[];
  /** 1000 */
  readonly maxBatch?: number;
  readonly signal?: AbortSignal;
  /** told about each interruption, and when the next try is due */
  readonly onTrouble?: (error: unknown, retryInMs: number) => void;
}

export interface Batch<E extends object> extends Omit<StoredBatch, 'events'> {
  readonly events: Recorded<E>[];
}

export interface EventLog<E extends object = AnyEvents> {
  /** The stream's events in order; none when there is no such stream. @throws LogUnavailable, UnreadableEvent, VaultUnavailable */
  load(stream: string, options?: { readonly fromRevision?: bigint }): AsyncGenerator<Recorded<E>>;
  /** As stored, for verifying. @throws LogUnavailable */
  loadRaw(stream: string): AsyncGenerator<StoredEvent>;
  /** The stream's last event. */
  last(stream: string): Promise<Recorded<E> | null>;
  /** All events or none. @throws WrongVersion, OutcomeUnknown, LogUnavailable, InvalidText, AppendTooLarge, KeyDestroyed, VaultUnavailable */
  append(stream: string, append: Append<E>): Promise<Appended<E>>;
  /**
   * Every event after the bookmark once and in order, one at a time or up to `maxBatch` at once, for ever: interruptions
   * are reported and waited out. A batch without events moves the bookmark or says that the reader has caught up.
   * @throws BookmarkBeyondHead, UnreadableEvent (after what came before it was delivered)
   */
  follow(options: Follow): AsyncGenerator<Batch<E>>;
  /** Like `follow`, up to what was the log's end at the call; an interruption is an error. @throws LogUnavailable also */
  readAll(options?: Partial<Omit<Follow, 'onTrouble'>>): AsyncGenerator<Batch<E>>;
  /** Like `readAll`, as stored, for verifying. @throws BookmarkBeyondHead, LogUnavailable */
  readAllRaw(options?: Partial<Omit<Follow, 'onTrouble'>>): AsyncGenerator<StoredBatch>;
  /** Position of the last of the product's events; null when there is none. */
  head(streamPrefixes?: readonly string[]): Promise<bigint | null>;
  /** @throws LogUnavailable */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export const connectEventLog = <E extends object>({
  url,
  deadlineMs = 5_000,
  ...options
}: EventLogOptions<E>): EventLog<E> => eventLogOn(connectServer(url, deadlineMs), options);

export function eventLogOn<E extends object>(
  server: LogServer,
  {
    types,
    keys,
    streamPrefixes: ownStreams = [],
    clock = () => new Date(),
  }: Omit<EventLogOptions<E>, 'url' | 'deadlineMs'>,
): EventLog<E> {
  /** Where the server's answer to an append names no position, the stored event does. */
  async function positionOf(stream: string, revision: bigint): Promise<bigint> {
    const event = await server.readOne(stream, revision).catch((cause: unknown) => {
      throw new OutcomeUnknown('stored, but not found again', { cause });
    });
    if (!event) throw new OutcomeUnknown('stored, but not found again');
    return event.position;
  }

  async function sealingKey(keyId: string | null): Promise<Buffer | null> {
    if (keyId === null) return null;
    const key = (await keys.get([keyId])).get(keyId);
    if (key === undefined) throw new UnknownKey(keyId);
    return key;
  }

  /** Up to the first event that cannot be read; the keys of all of them in one query. */
  async function opened(events: StoredEvent[]): Promise<{ readable: Recorded<E>[]; broken?: UnreadableEvent }> {
    const keyIds = new Set(events.map(keyIdOf).filter((id) => id !== null));
    const found = await keys.get([...keyIds]);
    const readable: Recorded<E>[] = [];
    try {
      for (const event of events) readable.push(decode(types, event, found.get(keyIdOf(event) ?? '')));
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw error;
      return { readable, broken: error };
    }
    return { readable };
  }

  function stored(reading: Partial<Follow>): AsyncGenerator<StoredBatch> {
    const { after = null, streamPrefixes = ownStreams, maxBatch = 1_000, signal } = reading;
    return server.subscribe({ after, streamPrefixes, maxBatch, signal });
  }

  async function* batches(reading: Partial<Follow>): AsyncGenerator<Batch<E>> {
    for await (const batch of stored(reading)) {
      const { readable, broken } = await opened(batch.events);
      if (!broken) yield { ...batch, events: readable };
      else {
        const last = readable.at(-1);
        if (last) yield { events: readable, position: last.position, caughtUp: false };
        throw broken;
      }
    }
  }

  /** Up to what is the log's end now. */
  async function* toTheEnd<B extends Omit<StoredBatch, 'events'>>(
    after: bigint | null | undefined,
    batches: () => AsyncGenerator<B>,
  ): AsyncGenerator<B> {
    const last = (await server.last())?.position;
    if (last === undefined || after === last) return;
    for await (const batch of batches()) {
      yield batch;
      if (batch.caughtUp || (batch.position !== null && batch.position >= last)) return;
    }
  }

  return {
    async *load(stream, { fromRevision = 0n } = {}) {
      for await (const chunk of server.read(stream, fromRevision)) {
        const { readable, broken } = await opened(chunk);
        yield* readable;
        if (broken) throw broken;
      }
    },

    async *loadRaw(stream) {
      for await (const chunk of server.read(stream, 0n)) yield* chunk;
    },

    async last(stream) {
      const found = await server.readOne(stream, 'last');
      const { readable, broken } = await opened(found ? [found] : []);
      if (broken) throw broken;
      return readable[0] ?? null;
    },

    async append(stream, { expected, prevHash, events, context }) {
      if (events.length === 0) throw new TypeError('an append needs an event');
      if ((expected === 'no-stream') !== (prevHash === null))
        throw new TypeError('a first event, and only that, has no hash before it');
      const key = await sealingKey(context.keyId);
      const first = expected === 'no-stream' ? 0n : expected + 1n;
      const recordedAt = clock().toISOString();
      const encoded = encode(types, { stream, revision: first, prevHash, events, context, recordedAt }, key);
      const { position: answered } = await server.append(stream, encoded, expected);
      const revision = first + BigInt(events.length) - 1n;
      const position = answered ?? (await positionOf(stream, revision));
      const recorded = encoded.map(
        ({ id, type, revision, metadata }, i) =>
          ({ stream, revision, position, id, type, data: events[i]?.data, metadata }) as Recorded<E>,
      );
      return { revision, position, hash: encoded.at(-1)?.metadata.hash as string, recorded };
    },

    async *follow({ onTrouble, ...reading }) {
      const { signal } = reading;
      let { after } = reading;
      let failures = 0;
      const stopped = (): boolean => signal?.aborted === true;
      while (!stopped()) {
        try {
          for await (const batch of batches({ ...reading, after })) {
            failures = 0;
            after = batch.position;
            yield batch;
          }
        } catch (error) {
          if (stopped()) return;
          if (!(error instanceof LogUnavailable || error instanceof VaultUnavailable)) throw error;
          const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** failures) * (0.5 + Math.random() / 2);
          failures += 1;
          onTrouble?.(error, waitMs);
          await sleep(waitMs, undefined, { signal }).catch(ignore);
        }
      }
    },

    readAll: (reading = {}) => toTheEnd(reading.after, () => batches(reading)),

    readAllRaw: (reading = {}) => toTheEnd(reading.after, () => stored(reading)),

    async head(streamPrefixes = ownStreams) {
      const wanted = ({ stream }: StoredEvent): boolean =>
        streamPrefixes.length > 0
          ? streamPrefixes.some((prefix) => stream.startsWith(prefix))
          : !stream.startsWith('$');
      const newest = await server.last();
      if (!newest || wanted(newest)) return newest?.position ?? null;
      for await (const chunk of server.readBackwards()) {
        const last = chunk.find(wanted);
        if (last) return last.position;
      }
      return null;
    },

    async ping() {
      await server.last();
    },

    close: () => server.close(),
  };
}
