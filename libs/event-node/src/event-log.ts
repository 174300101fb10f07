// The durable log: what is answered is flushed, what is published is flushed, positions come in commit order.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Expected } from './append-rules.js';
import { lockDataDir } from './data-dir-lock.js';
import { fromRow, LINK, sizeOf, type Entry, type ProposedEvent, type StoredEvent } from './stored-event.js';
import { LOG_FILE, nameKey, openStores, type Head, type Stores } from './stores.js';
import { firstVisible, isExpired, isSoftDeleted } from './stream-limits.js';
import { uuidText } from './uuid.js';
import { WriteBatch, type WriteOutcome } from './write-batch.js';

export type Direction = 'forwards' | 'backwards';

/** A piece of a stream read in one go. `next` continues it; `end` says that nothing more was committed in that direction. */
export interface Page {
  entries: Entry[];
  next: number;
  end: boolean;
}
export type StreamPage = (Page & { state: 'there' }) | { state: 'absent' | 'deleted' };

/** The log could not be written; nothing of the write was kept, or nobody can say. */
export class LogWriteError extends Error {}

const PAGE_EVENTS = 256;
const PAGE_BYTES = 512 * 1024;
/** Appends in one transaction; more wait for the next, so that no caller waits for all the others. */
const GROUP_SIZE = 512;

interface Queued {
  run(batch: WriteBatch): WriteOutcome;
  resolve(outcome: WriteOutcome): void;
  reject(error: Error): void;
}

export class EventLog {
  private readonly queue: Queued[] = [];
  private readonly listeners = new Set<() => void>();
  private committing: Promise<void> | undefined;
  private closed = false;
  private tail: number;
  private streamCount: number;

  private constructor(
    private readonly stores: Stores,
    private readonly unlock: () => Promise<void>,
  ) {
    this.tail = lastKey(stores.events);
    this.streamCount = lastKey(stores.heads);
  }

  /** Opens or makes the log in `dataDir`. Throws `DataDirInUse` when a process has it open already. */
  static async open(dataDir: string): Promise<EventLog> {
    mkdirSync(dataDir, { recursive: true });
    const unlock = await lockDataDir(dataDir);
    try {
      return new EventLog(openStores(dataDir), unlock);
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  /** Position of the last committed event, 0 when there is none. */
  get head(): number {
    return this.tail;
  }

  /** Calls `listener` after each commit, until the returned function is called. */
  onCommit(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** `abandoned` is asked once, when the append's turn comes: nothing is written for a caller who has left. */
  append(
    stream: string,
    expected: Expected,
    events: readonly ProposedEvent[],
    abandoned: () => boolean = () => false,
  ): Promise<WriteOutcome> {
    return this.write((batch) => (abandoned() ? { outcome: 'abandoned' } : batch.append(stream, expected, events)));
  }

  delete(stream: string, expected: Expected): Promise<WriteOutcome> {
    return this.write((batch) => batch.delete(stream, expected));
  }

  tombstone(stream: string, expected: Expected): Promise<WriteOutcome> {
    return this.write((batch) => batch.tombstone(stream, expected));
  }

  /** Settles after the flush of the transaction that held the write. Rejects with `LogWriteError`. */
  private write(run: (batch: WriteBatch) => WriteOutcome): Promise<WriteOutcome> {
    if (this.closed) return Promise.reject(new LogWriteError('The log is closed'));
    return new Promise((resolve, reject) => {
      this.queue.push({ run, resolve, reject });
      this.committing ??= this.commitGroups().finally(() => (this.committing = undefined));
    });
  }

  /** One transaction at a time; whoever comes during its flush shares the next one. */
  private async commitGroups(): Promise<void> {
    while (this.queue.length > 0) {
      let group: Queued[] = [];
      let batch: WriteBatch | undefined;
      let outcomes: WriteOutcome[];
      try {
        // A child transaction, because lmdb commits the rest when a plain one throws half-way.
        outcomes = await this.stores.root.childTransaction(() => {
          group = this.queue.splice(0, GROUP_SIZE);
          batch = new WriteBatch(this.stores, this.tail, this.streamCount);
          const decided = group.map((queued) => queued.run(batch!));
          batch.finish();
          return decided;
        });
      } catch (error) {
        const failure = new LogWriteError(`The log could not be written: ${await causeOf(error)}`, { cause: error });
        for (const queued of group.length > 0 ? group : this.queue.splice(0)) queued.reject(failure);
        continue;
      }
      this.tail = batch!.tail;
      this.streamCount = batch!.streamCount;
      group.forEach((queued, index) => queued.resolve(outcomes[index]!));
      for (const listener of this.listeners) listener();
    }
  }

  /** Events of the whole log from position `from` on, `from` included. */
  readAll(from: number, direction: Direction, limit = PAGE_EVENTS): Page {
    return this.snapshot(() => {
      const entries: Entry[] = [];
      const reverse = direction === 'backwards';
      const room = Math.min(limit, PAGE_EVENTS);
      let bytes = 0;
      let next = from;
      for (const { key, value } of this.stores.events.getRange({ start: from, reverse, limit: room })) {
        const event = fromRow(key, value);
        entries.push({ event });
        next = reverse ? key - 1 : key + 1;
        bytes += sizeOf(event);
        if (bytes >= PAGE_BYTES) break;
      }
      return { entries, next, end: entries.length < room && bytes < PAGE_BYTES };
    });
  }

  /** Visible events of one stream from revision `from` on, `from` included. */
  readStream(name: string, from: number, direction: Direction, limit = PAGE_EVENTS): StreamPage {
    return this.snapshot(() => {
      const stream = this.find(name);
      if (stream?.head.tombstoned) return { state: 'deleted' };
      if (!stream || stream.head.last < 0 || isSoftDeleted(stream.head)) return { state: 'absent' };
      return { state: 'there', ...this.streamPage(name, stream, from, direction, Math.min(limit, PAGE_EVENTS)) };
    });
  }

  private streamPage(name: string, stream: Found, from: number, direction: Direction, limit: number): Page {
    const { number, head } = stream;
    const first = firstVisible(name, head.last, head);
    const step = direction === 'forwards' ? 1 : -1;
    const now = Date.now();
    const entries: Entry[] = [];
    let revision = direction === 'forwards' ? Math.max(from, first) : Math.min(from, head.last);
    let bytes = 0;
    let considered = 0;
    // Expired events count too: a long run of them must not block the node.
    while (revision >= first && revision <= head.last && considered < limit && bytes < PAGE_BYTES) {
      const event = this.eventAt(number, revision);
      if (event.stream !== name) entries.push(this.linked(event, linkTo(event, name, revision)));
      else if (!isExpired(event, head, now)) entries.push({ event });
      bytes += sizeOf(event);
      considered += 1;
      revision += step;
    }
    return { entries, next: revision, end: revision < first || revision > head.last };
  }

  /** Last revision given in the stream, -1 when it holds no event. */
  lastRevision(name: string): number {
    return this.snapshot(() => this.find(name)?.head.last ?? -1);
  }

  /** Follows a link event to what it points at; `event` is absent when a reader may not see that any more. */
  resolve(link: StoredEvent): Entry {
    const target = /^(\d+)@(.+)$/s.exec(Buffer.from(link.data).toString('utf8'));
    if (!target) return { link };
    return this.snapshot(() => {
      const stream = this.find(target[2]!);
      const revision = Number(target[1]);
      if (!stream || revision > stream.head.last) return { link };
      return this.linked(this.eventAt(stream.number, revision), link);
    });
  }

  private linked(event: StoredEvent, link: StoredEvent): Entry {
    const head = this.find(event.stream)?.head;
    if (!head || head.tombstoned || isSoftDeleted(head)) return { link };
    const visible =
      event.revision >= firstVisible(event.stream, head.last, head) && !isExpired(event, head, Date.now());
    return visible ? { link, event } : { link };
  }

  /** Writes a consistent copy into the new directory `path`, flushed, while appends go on. */
  async backup(path: string): Promise<void> {
    await this.stores.root.backup(join(path, LOG_FILE), false);
    for (const written of [join(path, LOG_FILE), path, dirname(path)]) flush(written);
  }

  /** Lets queued writes finish, then closes. */
  async close(): Promise<void> {
    this.closed = true;
    await this.committing;
    await this.stores.root.close();
    await this.unlock();
  }

  private find(name: string): Found | undefined {
    const number = this.stores.names.get(nameKey(name));
    const head = number === undefined ? undefined : this.stores.heads.get(number);
    return number === undefined || !head ? undefined : { number, head };
  }

  private eventAt(stream: number, revision: number): StoredEvent {
    const position = this.stores.index.get([stream, revision]);
    const row = position === undefined ? undefined : this.stores.events.get(position);
    if (position === undefined || !row) throw new Error(`Revision ${revision} of stream ${stream} is missing`);
    return fromRow(position, row);
  }

  /** Reads what is committed now. The read transaction ends with the page: a long one would make the file grow. */
  private snapshot<T>(read: () => T): T {
    this.stores.root.resetReadTxn();
    try {
      return read();
    } finally {
      this.stores.root.resetReadTxn();
    }
  }
}

interface Found {
  number: number;
  head: Head;
}

/** The link event that a category or type stream shows for an event. It lives only in that stream, not in `$all`. */
function linkTo(event: StoredEvent, stream: string, revision: number): StoredEvent {
  return {
    id: createHash('sha256').update(`${revision}@${stream}`).digest().subarray(0, 16),
    type: LINK,
    isJson: false,
    data: Buffer.from(`${event.revision}@${event.stream}`),
    metadata: Buffer.from(JSON.stringify({ $causedBy: uuidText(event.id) })),
    stream,
    revision,
    position: event.position,
    created: event.created,
  };
}

function lastKey(store: Stores['events'] | Stores['heads']): number {
  for (const key of store.getKeys({ reverse: true, limit: 1 })) return key;
  return 0;
}

/** lmdb hides the reason of a failed commit in a promise that rejects. */
async function causeOf(error: unknown): Promise<string> {
  const cause: unknown = error instanceof Error && 'commitError' in error ? await caught(error.commitError) : error;
  return cause instanceof Error ? cause.message : String(cause);
}

async function caught(promise: unknown): Promise<unknown> {
  try {
    return await promise;
  } catch (error) {
    return error;
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
