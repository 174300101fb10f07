// The durable log: what is answered is flushed, what is published is flushed, positions come in commit order.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Expected } from './append-rules.js';
import { lockDataDir } from './data-dir-lock.js';
import { LogView } from './log-view.js';
import { sizeOf, type ProposedEvent } from './stored-event.js';
import { flush, LOG_FILE, openStores, type Stores } from './stores.js';
import { WriteBatch, type WriteOutcome } from './write-batch.js';

/** The write failed: nothing of it was kept or, when the disk failed at the last step, nobody can say. */
export class LogWriteError extends Error {}

/** The log cannot be read or written just now. */
export class LogUnavailable extends Error {}

/** What one transaction takes; more wait for the next, so that no caller waits for all the others. */
const GROUP_SIZE = 512;
const GROUP_BYTES = 8 * 1024 * 1024;

/** One of several appends that are written together or not at all. */
export interface Append {
  stream: string;
  expected: Expected;
  events: readonly ProposedEvent[];
}

interface Queued {
  bytes: number;
  run(batch: WriteBatch): WriteOutcome;
  resolve(outcome: WriteOutcome): void;
  reject(error: Error): void;
}

export class EventLog {
  private readonly queue: Queued[] = [];
  private readonly listeners = new Set<() => void>();
  private committing: Promise<void> | undefined;
  /** Copies being made; LMDB must stay open under them. */
  private readonly backups = new Set<Promise<void>>();
  private closed = false;
  /** Absent after a failed write, until the next use opens it again. */
  private stores: Stores | undefined;
  private detaching = false;
  private tail = 0;
  private streamCount = 0;

  private constructor(
    private readonly dataDir: string,
    private readonly unlock: () => Promise<void>,
  ) {
    this.opened();
  }

  /** Opens or makes the log in `dataDir`. Throws `DataDirInUse` when a process has it open already. */
  static async open(dataDir: string): Promise<EventLog> {
    mkdirSync(dataDir, { recursive: true });
    const unlock = await lockDataDir(dataDir);
    try {
      return new EventLog(dataDir, unlock);
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
    const bytes = events.reduce((sum, event) => sum + sizeOf(event), 0);
    return this.write(bytes, (batch) =>
      abandoned() ? { outcome: 'abandoned' } : batch.append(stream, expected, events),
    );
  }

  /** All of them in one transaction. Rejects with `LogWriteError` when one is refused; then none is kept. */
  async load(appends: readonly Append[]): Promise<void> {
    const bytes = appends.reduce((sum, { events }) => events.reduce((of, event) => of + sizeOf(event), sum), 0);
    await this.write(bytes, (batch) => {
      for (const { stream, expected, events } of appends) {
        const { outcome } = batch.append(stream, expected, events);
        if (outcome !== 'written') throw new Error(`an append to ${stream} was refused: ${outcome}`);
      }
      return { outcome: 'written', revision: -1 };
    });
  }

  delete(stream: string, expected: Expected): Promise<WriteOutcome> {
    return this.write(0, (batch) => batch.delete(stream, expected));
  }

  tombstone(stream: string, expected: Expected): Promise<WriteOutcome> {
    return this.write(0, (batch) => batch.tombstone(stream, expected));
  }

  /** Settles after the flush of the transaction that held the write. Rejects with `LogWriteError`. */
  private write(bytes: number, run: (batch: WriteBatch) => WriteOutcome): Promise<WriteOutcome> {
    if (this.closed) return Promise.reject(new LogUnavailable('The log is closed'));
    return new Promise((resolve, reject) => {
      this.queue.push({ bytes, run, resolve, reject });
      this.committing ??= this.commitGroups();
    });
  }

  /** One transaction at a time; whoever comes during its flush shares the next one. */
  private async commitGroups(): Promise<void> {
    while (this.queue.length > 0) await this.commitGroup();
    this.committing = undefined;
  }

  private async commitGroup(): Promise<void> {
    let group: Queued[] = [];
    let done: { batch: WriteBatch; outcomes: WriteOutcome[] };
    try {
      const stores = this.opened();
      // A child transaction, because lmdb commits the rest when a plain one throws half-way.
      done = await stores.root.childTransaction(() => {
        group = this.takeGroup();
        const batch = new WriteBatch(stores, this.tail, this.streamCount);
        const outcomes = group.map((queued) => queued.run(batch));
        batch.finish();
        return { batch, outcomes };
      });
    } catch (error) {
      const cause = causeOf(error);
      await this.detach();
      if (group.length === 0) group = this.queue.splice(0);
      const failure = new LogWriteError(`The log could not be written: ${await cause}`);
      for (const queued of group) queued.reject(failure);
      return;
    }
    this.tail = done.batch.tail;
    this.streamCount = done.batch.streamCount;
    group.forEach((queued, index) => queued.resolve(done.outcomes[index]!));
    for (const listener of this.listeners) listener();
  }

  private takeGroup(): Queued[] {
    let bytes = 0;
    const full = this.queue.findIndex((queued, index) => {
      bytes += queued.bytes;
      return index > 0 && (index >= GROUP_SIZE || bytes > GROUP_BYTES);
    });
    return this.queue.splice(0, full < 0 ? this.queue.length : full);
  }

  private opened(): Stores {
    if (this.stores) return this.stores;
    if (this.closed || this.detaching) throw new LogUnavailable('The log is not open');
    const stores = openStores(this.dataDir);
    this.tail = lastKey(stores.events);
    this.streamCount = lastKey(stores.heads);
    return (this.stores = stores);
  }

  /**
   * After a failed write LMDB may refuse everything, or hang on the next transaction. What is on disk is sound, so the
   * next use opens the log afresh.
   */
  private async detach(): Promise<void> {
    const { stores } = this;
    this.stores = undefined;
    this.detaching = true;
    await Promise.allSettled(this.backups);
    await stores?.root.close();
    this.detaching = false;
  }

  /** Reads what is committed now. The transaction ends with `read`: one that stays open makes the file grow for ever. */
  read<T>(read: (view: LogView) => T): T {
    const stores = this.opened();
    stores.root.resetReadTxn();
    try {
      return read(new LogView(stores));
    } finally {
      stores.root.resetReadTxn();
    }
  }

  /** Writes a consistent copy into the new directory `path`, flushed, while appends go on. */
  async backup(path: string): Promise<void> {
    const copy = this.opened().root.backup(join(path, LOG_FILE), false);
    this.backups.add(copy);
    await copy.finally(() => this.backups.delete(copy));
    for (const written of [join(path, LOG_FILE), path, dirname(path)]) flush(written);
  }

  /** Lets queued writes finish, then closes. */
  async close(): Promise<void> {
    this.closed = true;
    await this.committing;
    await this.detach();
    await this.unlock();
  }
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
