// A database in memory for the read models: rows, counts and bookmarks with transactions, the bookmark's row lock, the
// advisory lock, and connections that break before or after a commit. What does not fit the rows there are is told.
import type { LedgerEvent } from '#ledger';
import type { Changes, ModelTables, Move, OpenTables, Row, RowModel } from '#projection';
import type { Process, Timer, World } from './world.js';

/** of the product: heartbeats, and how long a silent projector is waited for, and one that is idle in a transaction */
const presumedDeadMs = 15_000;
const idleMs = 30_000;

export interface Stored {
  readonly model: RowModel<LedgerEvent>;
  /** rows and counts by key, as JSON */
  readonly rows: Map<string, string>;
  readonly cells: Map<string, string>;
  bookmark: { version: number; position: bigint | null; updatedAt: number } | null;
  /** who holds the bookmark's row lock, and who waits for it */
  locked: Connection | null;
  readonly waiting: (() => void)[];
  /** who holds the advisory lock */
  worker: Connection | null;
}

export const keyOf = (key: readonly string[], row: Row): string => key.map((column) => String(row[column])).join('|');
const cellKey = ['tenant', 'cell'];

/** What a planted bug makes of this database. */
export interface Disobedience {
  /** the bookmark is saved before the rows, by itself */
  readonly bookmarkOutside?: boolean;
  /** whoever comes moves the bookmark, and nobody waits */
  readonly comparesNothing?: boolean;
}

type Apply = () => void;

export class SimulatedTables {
  readonly models = new Map<string, Stored>();

  constructor(
    readonly world: World,
    models: readonly RowModel<LedgerEvent>[],
    /** told of each transaction that moved the bookmark, as it is committed */
    readonly onCommit: (stored: Stored, from: bigint | null) => void,
    readonly disobedience: Disobedience = {},
  ) {
    for (const model of models) {
      this.models.set(model.name, {
        model,
        rows: new Map(),
        cells: new Map(),
        bookmark: null,
        locked: null,
        waiting: [],
        worker: null,
      });
    }
  }

  /** How one process opens connections. */
  for(process: Process): OpenTables {
    return async (_url, { name }, onLost) => {
      const stored = this.models.get(name);
      if (!stored) throw new Error(`no tables of ${name}`);
      await this.world.call(process, `${name} opened`, () => {
        if (this.world.strikes('lostConnection')) throw new Error('the database is away');
      });
      return new Connection(this, process, stored, onLost);
    };
  }
}

class Connection implements ModelTables {
  #lost = false;
  #transaction: { readonly from: bigint | null; readonly writes: Apply[] } | null = null;
  #served = 0;
  #idle: Timer | undefined;
  readonly #forget: () => void;

  constructor(
    private readonly database: SimulatedTables,
    private readonly process: Process,
    private readonly stored: Stored,
    private readonly onLost: () => void,
  ) {
    // The server finds out in its own time.
    const { world } = database;
    this.#forget = process.onDeath(
      () => void world.later(null, world.chance.below(40_000), 'a connection ends', () => this.#end(), false),
    );
  }

  mayWork(): Promise<boolean> {
    return this.#call('may I work', () => {
      const { stored } = this;
      stored.worker ??= this;
      const { updatedAt = -Infinity } = stored.bookmark ?? {};
      return stored.worker === this || this.database.world.now - updatedAt > presumedDeadMs;
    });
  }

  bookmark(): Promise<{ version: number; position: bigint | null }> {
    return this.#call('bookmark read', () => {
      const { version } = this.stored.model;
      this.stored.bookmark ??= { version, position: null, updatedAt: this.database.world.now };
      return { ...this.stored.bookmark };
    });
  }

  async move(move: Move): Promise<boolean> {
    const moved = await this.#locking('bookmark moved', () => {
      if (!this.#moves(move)) return false;
      const { bookmark } = this.stored;
      if (bookmark) Object.assign(bookmark, { position: move.to, updatedAt: this.database.world.now });
      if (move.to !== move.from) this.database.onCommit(this.stored, move.from);
      return true;
    });
    return moved;
  }

  begin(move: Move, keys: readonly Row[]): Promise<readonly Row[] | null> {
    return this.#locking('begun', () => {
      const { stored } = this;
      this.#transaction = { from: move.from, writes: [] };
      if (!this.#moves(move)) return null;
      const { comparesNothing, bookmarkOutside } = this.database.disobedience;
      if (!comparesNothing) this.#lock();
      const moveIt = (): void => {
        if (stored.bookmark) Object.assign(stored.bookmark, { position: move.to, updatedAt: this.database.world.now });
      };
      if (bookmarkOutside) moveIt();
      else this.#write(moveIt);
      return this.#rowsOf(keys);
    });
  }

  load(keys: readonly Row[]): Promise<readonly Row[]> {
    return this.#call('rows read', () => this.#rowsOf(keys));
  }

  async finish({ clears, deletes, updates, inserts, changed, cells }: Changes): Promise<void> {
    const sent = JSON.parse(JSON.stringify({ clears, deletes, updates, inserts, cells })) as Omit<Changes, 'changed'>;
    await this.#call('rows written', () => {
      const { rows, model } = this.stored;
      const id = (row: Row): string => keyOf(model.key, row);
      this.#write(() => {
        for (const wanted of sent.clears) {
          for (const [key, json] of rows) if (matches(JSON.parse(json) as Row, wanted)) rows.delete(key);
        }
        for (const row of sent.deletes) if (!rows.delete(id(row))) this.#astray('deletes', id(row));
        for (const row of sent.updates) {
          const before = rows.get(id(row));
          if (before === undefined) this.#astray('updates', id(row));
          const after = { ...(JSON.parse(before ?? '{}') as Row) };
          rows.set(
            id(row),
            JSON.stringify(Object.assign(after, Object.fromEntries(changed.map((column) => [column, row[column]])))),
          );
        }
        for (const row of sent.inserts) {
          if (rows.has(id(row))) this.#astray('inserts', id(row));
          rows.set(id(row), JSON.stringify(row));
        }
        for (const cell of sent.cells) this.#count(cell);
      });
    });
    await this.#call('committed', () => {
      const { stored } = this;
      const transaction = this.#transaction;
      this.#transaction = null;
      if (!transaction) throw new Error('there is no transaction');
      for (const write of transaction.writes) write();
      this.#unlock();
      this.database.onCommit(stored, transaction.from);
    });
  }

  async apply(move: Move, changes: Changes): Promise<boolean> {
    if ((await this.begin(move, [])) === null) return false;
    await this.finish(changes);
    return true;
  }

  rollback(): Promise<void> {
    return this.#call('rolled back', () => {
      this.#transaction = null;
      this.#unlock();
    });
  }

  halt(reason: string): Promise<void> {
    this.database.world.fail('I6', `${this.stored.model.name} halts: ${reason}`);
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.database.world.call(this.process, 'closed', () => this.#end());
  }

  /** Takes part in the transaction, and is undone with it. */
  #rowsOf(keys: readonly Row[]): Row[] {
    const { rows, model } = this.stored;
    return keys
      .map((key) => rows.get(keyOf(model.key, key)))
      .filter((row) => row !== undefined)
      .map((row) => JSON.parse(row) as Row);
  }

  #write(apply: Apply): void {
    this.#transaction?.writes.push(apply);
  }

  #lock(): void {
    this.stored.locked = this;
    // It may be frozen.
    const look = (served: number): void => {
      const act = (): void => (this.#served === served ? this.#lose() : look(this.#served));
      this.#idle = this.database.world.later(null, idleMs, 'an idle transaction ends', act, false);
    };
    look(this.#served);
  }

  #unlock(): void {
    const { stored } = this;
    if (stored.locked !== this) return;
    stored.locked = null;
    if (this.#idle) this.#idle.cancelled = true;
    for (const again of stored.waiting.splice(0)) again();
  }

  #moves({ from }: Move): boolean {
    const { bookmark, model } = this.stored;
    if (this.database.disobedience.comparesNothing) return true;
    return bookmark !== null && bookmark.version === model.version && bookmark.position === from;
  }

  #count({ count, ...cell }: Row): void {
    const { cells, model } = this.stored;
    const id = keyOf(cellKey, cell);
    const before = cells.get(id);
    const now = Number(count) + (before === undefined ? 0 : Number((JSON.parse(before) as Row)['count']));
    if (now < 0) this.database.world.fail('I4', `${model.name} counts ${now} of ${id}`);
    if (now === 0) cells.delete(id);
    else cells.set(id, JSON.stringify({ ...cell, count: now }));
  }

  #astray(what: string, id: string): void {
    this.database.world.fail('I5', `${this.stored.model.name} ${what} ${id} against the rows there are`);
  }

  async #call<T>(what: string, serve: () => T): Promise<T> {
    const { world } = this.database;
    const { name } = this.stored.model;
    if (this.#lost) throw new Error('the connection is lost');
    if (!world.strikes('lostConnection')) return world.call(this.process, `${name} ${what}`, () => this.#serve(serve));
    // Before the statement came through, or after it.
    if (world.chance.is(0.5)) await world.call(this.process, `${name} ${what}, unanswered`, () => this.#serve(serve));
    this.#lose();
    throw new Error('the connection is lost');
  }

  #serve<T>(serve: () => T): T {
    if (this.#lost) throw new Error('the connection is lost');
    this.#served += 1;
    return serve();
  }

  /** As `#call`, once nobody else holds the bookmark's row. */
  async #locking<T>(what: string, serve: () => T): Promise<T> {
    const { stored } = this;
    const { world } = this.database;
    for (;;) {
      const served = await this.#call(what, () => {
        if (stored.locked === null || stored.locked === this) return { value: serve() };
        return null;
      });
      if (served) return served.value;
      await new Promise<void>((resolve) => {
        const go = (): void => world.turn(this.process, `${stored.model.name} is free`, resolve);
        if (stored.locked) stored.waiting.push(go);
        else go();
      });
    }
  }

  #lose(): void {
    if (this.#lost) return;
    this.#end();
    this.database.world.turn(this.process, `${this.stored.model.name} connection lost`, this.onLost);
  }

  #end(): void {
    this.#forget();
    this.#lost = true;
    this.#transaction = null;
    if (this.stored.worker === this) this.stored.worker = null;
    this.#unlock();
  }
}

const matches = (row: Row, values: Row): boolean =>
  Object.entries(values).every(([column, value]) => row[column] === value);
