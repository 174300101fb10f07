// One model at work: takes batches in, each in one transaction with the bookmark, as long as nobody else moves that
// bookmark.
import { folding, isLasting, OtherVersion, Overtaken, PoisonEvent } from './failures.js';
import { foldBatch, keysOf, type Changes } from './fold.js';
import { openTables, type ModelTables, type Move, type Place } from './model-tables.js';
import type { LogEvent, Row, RowModel } from './row-model.js';

export interface Batch<E> {
  readonly events: readonly E[];
  /** The bookmark once the batch is taken in; null: the log is empty so far. */
  readonly position: bigint | null;
  readonly caughtUp: boolean;
}

export class ModelSession<E extends LogEvent> {
  #position: bigint | null = null;
  #caughtUp = false;
  #busy = false;

  private constructor(
    private readonly model: RowModel<E>,
    private readonly tables: ModelTables,
  ) {}

  /** `onLost` is told once when the connection is gone. */
  static async open<E extends LogEvent>(
    url: string,
    model: RowModel<E>,
    onLost: () => void,
    place: Place = 'live',
    open = openTables,
  ): Promise<ModelSession<E>> {
    return new ModelSession(model, await open(url, model, onLost, place));
  }

  get position(): bigint | null {
    return this.#position;
  }

  /** False: another projector works on this model, and does not look dead. The bookmark alone keeps rows right. */
  mayWork(): Promise<boolean> {
    return this.tables.mayWork();
  }

  /** Reads the bookmark, or places it before everything. @throws OtherVersion */
  async resume(): Promise<void> {
    const { name, version } = this.model;
    const bookmark = await this.tables.bookmark();
    if (!bookmark || bookmark.version !== version) throw new OtherVersion(name, bookmark?.version ?? 0, version);
    this.#position = bookmark.position;
    this.#caughtUp = false;
  }

  /** Rows, counts, bookmark and wake-up call, or nothing. @throws Overtaken, PoisonEvent, what PostgreSQL says */
  async takeIn(batch: Batch<E>): Promise<void> {
    const { events, position, caughtUp } = batch;
    if (events.length === 0 && position === this.#position && caughtUp === this.#caughtUp) return;
    this.#busy = true;
    try {
      await this.#transaction(batch);
    } catch (error) {
      const [event] = events;
      if (!event || !isLasting(error)) throw error;
      if (events.length === 1) throw new PoisonEvent(event, error);
      // What comes before the one at fault is taken in; that one is named.
      for (const one of events) await this.takeIn({ events: [one], position: one.position, caughtUp: false });
      await this.takeIn({ events: [], position, caughtUp });
    } finally {
      this.#busy = false;
    }
  }

  /** The rows there are of these keys. */
  load(keys: readonly Row[]): Promise<readonly Row[]> {
    return this.tables.load(keys);
  }

  /** What events up to the batch's end have made of rows, all at once. @throws Overtaken, what PostgreSQL says */
  async write(changes: Changes, batch: Batch<E>): Promise<void> {
    const { tables } = this;
    const { position, caughtUp } = batch;
    if (position === this.#position && caughtUp === this.#caughtUp) return;
    this.#busy = true;
    try {
      if (!(await tables.apply(this.#moveOver(batch), changes))) throw new Overtaken(this.model.name);
      this.#position = position;
      this.#caughtUp = caughtUp;
    } catch (error) {
      await tables.rollback().catch(() => undefined);
      throw error;
    } finally {
      this.#busy = false;
    }
  }

  /** Says that the model is alive, and whether it still knows of nothing before it. @throws Overtaken */
  async heartbeat({ reachesLog }: { reachesLog: boolean }): Promise<void> {
    if (this.#busy) return;
    if (!reachesLog) this.#caughtUp = false;
    const still = this.#moveOver({ events: [], position: this.#position, caughtUp: this.#caughtUp });
    if (!(await this.tables.move(still))) throw new Overtaken(this.model.name);
  }

  /** Leaves the reason where health checks and people find it. */
  halt(reason: string): Promise<void> {
    return this.tables.halt(reason);
  }

  close(): Promise<void> {
    return this.tables.close();
  }

  async #transaction(batch: Batch<E>): Promise<void> {
    const { model, tables } = this;
    const { events, position, caughtUp } = batch;
    const keys = folding(() => keysOf(model, events));
    try {
      const stored = await tables.begin(this.#moveOver(batch), keys);
      if (!stored) throw new Overtaken(model.name);
      await tables.finish(folding(() => foldBatch(model, stored, events)));
    } catch (error) {
      await tables.rollback().catch(() => undefined);
      throw error;
    }
    this.#position = position;
    this.#caughtUp = caughtUp;
  }

  #moveOver({ events, position, caughtUp }: Batch<E>): Move {
    return { from: this.#position, to: position, caughtUp, recordedAt: events.at(-1)?.metadata.recordedAt };
  }
}
