// The server behind the event log: bytes in and out, nothing sealed or opened here. An interface, so that the simulation
// can put a server of its own in this place.
import { BACKWARDS, END } from '@eventstore/db-client';
import { Appender, type Answer, type Expected, type Proposed } from './appender.js';
import { connectClient } from './client.js';
import type { StoredEvent } from './event-types.js';
import { read, readOne } from './read.js';
import { subscribe, type Reading, type StoredBatch } from './subscription.js';

export interface LogServer {
  /** A stream from a revision on, in chunks; nothing for a missing stream. @throws LogUnavailable */
  read(stream: string, fromRevision: bigint): AsyncGenerator<StoredEvent[]>;
  /** One event of a stream. @throws LogUnavailable */
  readOne(stream: string, revision: bigint | 'last'): Promise<StoredEvent | null>;
  /** The whole log from its end, the server's own events included. @throws LogUnavailable */
  readBackwards(): AsyncGenerator<StoredEvent[]>;
  /** The log's very last event. @throws LogUnavailable */
  last(): Promise<StoredEvent | null>;
  /** All or none. @throws WrongVersion, AppendTooLarge, OutcomeUnknown, LogUnavailable */
  append(stream: string, events: Proposed[], expected: Expected): Promise<Answer>;
  /** Ends only when the signal aborts. @throws BookmarkBeyondHead, LogUnavailable */
  subscribe(reading: Reading): AsyncGenerator<StoredBatch>;
  close(): Promise<void>;
}

/** `deadlineMs`: how long an append, and each step of a read, may take */
export function connectServer(url: string, deadlineMs: number): LogServer {
  const client = connectClient(url);
  const appender = new Appender(client);
  const backwards = { direction: BACKWARDS, fromPosition: END } as const;
  const last = () => readOne(client.readAll({ ...backwards, maxCount: 1 }), deadlineMs);
  return {
    read: (stream, fromRevision) => read(client.readStream(stream, { fromRevision }), deadlineMs),
    readOne: (stream, revision) => {
      const place =
        revision === 'last' ? ({ direction: BACKWARDS, fromRevision: END } as const) : { fromRevision: revision };
      return readOne(client.readStream(stream, { ...place, maxCount: 1 }), deadlineMs);
    },
    readBackwards: () => read(client.readAll(backwards), deadlineMs),
    last,
    append: (stream, events, expected) => appender.append(stream, events, expected, deadlineMs),
    subscribe: (reading) => subscribe(client, reading, async () => (await last())?.position ?? null),
    close: () => client.dispose(),
  };
}
