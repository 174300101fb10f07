// Rows stay in memory while events keep coming for them, and are written when enough have changed or when no more events
// are there: once for many events, and without being read again. Rows nobody touched lately are forgotten; their next event
// fetches them. As long as the bookmark is where it was left, in the tables that were opened, nobody else has written any.
import { difference, idOf, keysOf, matches, type Changes } from './fold.js';
import { folding } from './failures.js';
import type { Batch, ModelSession } from './model-session.js';
import type { LogEvent, Row, RowModel } from './row-model.js';

/** What is held at most, about. */
export interface Room {
  /** events before something is written */
  readonly events: number;
  /** rows that have changed, before they are written */
  readonly changed: number;
  /** rows remembered after that */
  readonly known: number;
  /** characters of event data whose rows are in memory */
  readonly weight: number;
}

/** Of a rebuild, alone with the machine's memory. */
export const ampleRoom: Room = { events: 32_000, changed: 8_000, known: 16_000, weight: 16_000_000 };
/** Of a model among others; and readers are to see how far it has come. */
export const sharedRoom: Room = { events: 8_000, changed: 4_000, known: 4_000, weight: 4_000_000 };

export class HotRows<E extends LogEvent> {
  /** As they are now, touched last last; null: there is none. */
  readonly #rows = new Map<string, Row | null>();
  /** Of those that have changed: as they stand in the table, once `#clears` are carried out. */
  readonly #stored = new Map<string, Row | null>();
  #clears: Row[] = [];
  #weight = 0;
  #events = 0;
  #last: E | undefined;

  constructor(
    private readonly model: RowModel<E>,
    private readonly session: Pick<ModelSession<E>, 'load' | 'write' | 'heartbeat'>,
    private readonly room: Room,
  ) {}

  /** True: all is written up to the end of the batch, because `must` or because it was time. @throws as `ModelSession.takeIn`, but names no event */
  async takeIn(batch: Batch<E>, must: boolean): Promise<boolean> {
    const { events } = batch;
    const unknown = folding(() => keysOf(this.model, events)).filter((key) => !this.#rows.has(idOf(this.model, key)));
    if (unknown.length > 0) this.#know(unknown, await this.session.load(unknown));
    try {
      folding(() => events.forEach((event) => this.#fold(event)));
    } catch (error) {
      // Rows that were read after another projector went on need not fit these events: then that is what happened.
      await this.session.heartbeat({ reachesLog: true });
      throw error;
    }
    this.#events += events.length;
    this.#last = events.at(-1) ?? this.#last;
    const { room } = this;
    const isTime = this.#events >= room.events || this.#stored.size >= room.changed || this.#weight >= room.weight;
    if (!must && !isTime) return false;
    await this.session.write(this.#changes(), { ...batch, events: this.#last ? [this.#last] : [] });
    this.#written();
    return true;
  }

  #know(keys: readonly Row[], stored: readonly Row[]): void {
    for (const key of keys) this.#rows.set(idOf(this.model, key), null);
    for (const row of stored) {
      if (!this.#clears.some((cleared) => matches(row, cleared))) this.#rows.set(idOf(this.model, row), row);
    }
  }

  #fold(event: E): void {
    const { model } = this;
    this.#weight += weightOf(event.data);
    const cleared = model.clears?.(event);
    if (cleared) this.#clear(cleared);
    for (const key of model.keys(event)) {
      const id = idOf(model, key);
      const row = this.#rows.get(id) ?? null;
      this.#rows.delete(id);
      this.#set(id, row, model.evolve(row, event, key));
    }
  }

  #set(id: string, before: Row | null, row: Row | null): void {
    this.#rows.set(id, row);
    if (row !== before && !this.#stored.has(id)) this.#stored.set(id, before);
  }

  #clear(cleared: Row): void {
    this.#clears.push(cleared);
    for (const [id, row] of this.#rows) if (row && matches(row, cleared)) this.#set(id, row, null);
    // What stands in the table like that is gone by then, whatever has become of it here.
    for (const [id, row] of this.#stored) if (row && matches(row, cleared)) this.#stored.set(id, null);
  }

  #changes(): Changes {
    const after = new Map<string, Row | null>();
    for (const id of this.#stored.keys()) after.set(id, this.#rows.get(id) ?? null);
    return { clears: this.#clears, ...difference(this.model, this.#stored, after) };
  }

  #written(): void {
    this.#events = 0;
    this.#stored.clear();
    this.#clears = [];
    if (this.#weight >= this.room.weight) {
      this.#rows.clear();
      this.#weight = 0;
    }
    for (const id of this.#rows.keys()) {
      if (this.#rows.size <= this.room.known) break;
      this.#rows.delete(id);
    }
  }
}

function weightOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let weight = 8;
  for (const child of Object.values(value)) weight += weightOf(child);
  return weight;
}
