// A model's rows, counts and bookmark in PostgreSQL, through one connection: a lost lock is a lost connection. What a
// session asks of them is an interface, so that the simulation can put a database of its own in this place.
import { DatabaseError } from 'pg';
import { asRole, heartbeatMs } from '#read-side';
import {
  loadRows,
  moveCounts,
  PipelinedClient,
  run,
  shapeOf,
  writeRows,
  type Statement,
  type Table,
} from './batch-sql.js';
import type { Changes } from './fold.js';
import type { LogEvent, Row, RowModel } from './row-model.js';

/** Listeners wake up when a model has moved; the payload is `{model, position}`, for those who wait for a position. */
export const wakeChannel = 'ledgerdesk_projection';

/** The tables readers see, or those of the next version that is built beside them. */
export type Place = 'live' | 'next';
/** What the names of the next version's tables end with. */
export const suffixOf = { live: '', next: '__next' } as const;

/** Silent for longer than this, a projector is taken for dead even if its lock is still held. */
const presumedDeadMs = 3 * heartbeatMs;

/** Compare-and-set: nothing moves where the bookmark is not at `from`. */
export interface Move {
  readonly from: bigint | null;
  readonly to: bigint | null;
  readonly caughtUp: boolean;
  /** when the last event moved over was recorded; undefined: there is none */
  readonly recordedAt: string | undefined;
}

/** Every call is one round trip, where nothing else is said. All of them throw what the database says. */
export interface ModelTables {
  /** False: another projector works on this model, and does not look dead. The bookmark alone keeps rows right. */
  mayWork(): Promise<boolean>;
  /** The bookmark, placed before everything where there is none. */
  bookmark(): Promise<{ readonly version: number; readonly position: bigint | null } | null>;
  /** A transaction of its own, with a wake-up call to those who wait for the position. False: nothing moved. */
  move(move: Move): Promise<boolean>;
  /**
   * Opens a transaction that others who want to move the bookmark wait for, and whose end wakes those who wait for the
   * position; the rows there are of these keys. null: the bookmark is elsewhere.
   */
  begin(move: Move, keys: readonly Row[]): Promise<readonly Row[] | null>;
  /** The rows there are of these keys, outside of any transaction. */
  load(keys: readonly Row[]): Promise<readonly Row[]>;
  /** Rows, counts, and the transaction's end, in some round trips. @throws RowsAstray also; nothing is committed then */
  finish(changes: Changes): Promise<void>;
  /**
   * All of it: where rows are few, in one round trip. False: the bookmark is elsewhere, or another table has taken the name
   * of the one that was opened; nothing was written then, and what was begun is to be rolled back. @throws RowsAstray also
   */
  apply(move: Move, changes: Changes): Promise<boolean>;
  rollback(): Promise<void>;
  /** Leaves the reason where health checks and people find it. */
  halt(reason: string): Promise<void>;
  close(): Promise<void>;
}

export type OpenTables = (
  url: string,
  model: RowModel<LogEvent>,
  onLost: () => void,
  place?: Place,
) => Promise<ModelTables>;

/** `onLost` is told once when the connection is gone. */
export const openTables: OpenTables = async (url, model, onLost, place = 'live') => {
  const login = asRole(url, 'ledgerdesk_projector');
  const client = new PipelinedClient({
    ...login,
    // Rows and bookmark are lost together, if the server crashes in that moment, and come again from the log.
    options: `${login.options} -c synchronous_commit=off`,
    application_name: `ledgerdesk projection ${model.name}`,
    connectionTimeoutMillis: 10_000,
    query_timeout: 60_000,
    // A projector that froze in the middle of a batch must not hold the bookmark against the one that takes over.
    idle_in_transaction_session_timeout: 30_000,
  });
  client.on('error', onLost);
  client.on('end', onLost);
  try {
    await client.connect();
    const { counts } = model;
    const table = async (live: string, key: readonly string[]): Promise<Table> => {
      const name = live + suffixOf[place];
      return { name, key, ...(await shapeOf(client, name)) };
    };
    return new PostgresTables(
      client,
      model,
      await table(model.table, model.key),
      counts ? await table(counts.table, ['tenant', 'cell']) : null,
      place,
    );
  } catch (error) {
    client.end().catch(() => undefined);
    throw error;
  }
};

class PostgresTables implements ModelTables {
  constructor(
    private readonly client: PipelinedClient,
    private readonly model: Pick<RowModel<LogEvent>, 'name' | 'version'>,
    private readonly rows: Table,
    private readonly cells: Table | null,
    private readonly place: Place,
  ) {}

  async mayWork(): Promise<boolean> {
    const { rows } = await this.client.query<{ free: boolean; silent: boolean }>(
      `select pg_try_advisory_lock(hashtextextended('ledgerdesk.projection.' || $1, 0)) as free,
        coalesce((select updated_at < now() - $2 * interval '1 ms' from read.bookmarks where model = $1 and live), true) as silent`,
      [this.model.name, presumedDeadMs],
    );
    return rows[0]?.free === true || rows[0]?.silent === true;
  }

  async bookmark(): Promise<{ version: number; position: bigint | null } | null> {
    const { name, version } = this.model;
    await this.client.query(
      `insert into read.bookmarks (model, live, version, updated_at) values ($1, $3, $2, now()) on conflict do nothing`,
      [name, version, this.place === 'live'],
    );
    const { rows } = await this.client.query<{ version: number; position: string | null }>(
      'select version, position from read.bookmarks where model = $1 and live = $2',
      [name, this.place === 'live'],
    );
    const [found] = rows;
    return found ? { version: found.version, position: found.position === null ? null : BigInt(found.position) } : null;
  }

  async move(move: Move): Promise<boolean> {
    const [moved] = await run(this.client, [this.#moveBookmark(move)]);
    return moved?.rowCount === 1;
  }

  async begin(move: Move, keys: readonly Row[]): Promise<readonly Row[] | null> {
    // The bookmark first: its row lock keeps a second projector out until this one is done, and then refuses it.
    const [, moved, stored] = await run(this.client, [
      begin,
      this.#moveBookmark(move),
      ...(keys.length > 0 ? [loadRows(this.rows, keys)] : []),
    ]);
    return moved?.rowCount === 1 ? (stored?.rows ?? []) : null;
  }

  async load(keys: readonly Row[]): Promise<readonly Row[]> {
    const [found] = await run(this.client, [loadRows(this.rows, keys)]);
    return found?.rows ?? [];
  }

  async finish(changes: Changes): Promise<void> {
    for (const part of parts(changes)) await run(this.client, this.#written(part, 'here'));
    await run(this.client, [commit]);
  }

  async apply(move: Move, changes: Changes): Promise<boolean> {
    if (isNothing(changes)) return this.move(move);
    if (!isFew(changes)) {
      if ((await this.begin(move, [])) === null) return false;
      await this.finish(changes);
      return true;
    }
    try {
      await run(this.client, [begin, this.#moveBookmark(move, 'or fail'), ...this.#written(changes, 'there'), commit]);
      return true;
    } catch (error) {
      if (error instanceof DatabaseError && error.code === notMoved) return false;
      throw error;
    }
  }

  async rollback(): Promise<void> {
    await this.client.query('rollback');
  }

  async halt(reason: string): Promise<void> {
    await this.client.query(
      `update read.bookmarks set halted = $2, caught_up = false, updated_at = now()
        where model = $1 and live`,
      [this.model.name, reason],
    );
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }

  #written(changes: Changes, checks: 'here' | 'there'): Statement[] {
    return [...writeRows(this.rows, changes, checks), ...(this.cells ? moveCounts(this.cells, changes.cells) : [])];
  }

  /** Touches one row; or none, unless that is to fail. What is notified is delivered once it is committed. */
  #moveBookmark({ from, to, caughtUp, recordedAt }: Move, otherwise?: 'or fail'): Statement {
    const { name, version } = this.model;
    const isLive = this.place === 'live';
    const move = `update read.bookmarks set position = $4, caught_up = $5, updated_at = now(), halted = null,
          recorded_at = case when $5 then now() else greatest(recorded_at, $6) end
        where model = $1 and live = $7 and version = $2 and position is not distinct from $3::numeric
          and to_regclass($8) = $9::oid`;
    const values = [name, version, from, to, caughtUp, recordedAt, isLive, `read.${this.rows.name}`, this.rows.oid];
    const wakes = isLive && from !== to;
    const told = [
      ...(otherwise ? [`read.expect_rows(count(*), 1, '${notMoved}')`] : []),
      ...(wakes ? ['pg_notify($10, $11)'] : []),
    ];
    if (told.length === 0) return { text: move, values };
    const wake = [wakeChannel, JSON.stringify({ model: name, position: String(to ?? 0) })];
    return {
      text: `with moved as (${move} returning 1) select ${told.join(', ')} from moved`,
      values: [...values, ...(wakes ? wake : [])],
    };
  }
}

const begin: Statement = { text: 'begin', values: [] };
const commit: Statement = { text: 'commit', values: [] };
/** SQLSTATE of our own */
const notMoved = 'LD002';

const isNothing = ({ clears, inserts, updates, deletes, cells }: Changes): boolean =>
  [clears, inserts, updates, deletes, cells].every(({ length }) => length === 0);

/** Few enough for one round trip: the server itself then sees that they touch what they should. */
const isFew = ({ inserts, updates, deletes }: Changes): boolean =>
  inserts.length + updates.length + deletes.length <= 100;

/** Rows in one statement at most, about: others on this thread have their turn between them. */
const partSize = 2_000;

function* parts(changes: Changes): Generator<Changes> {
  const { inserts, updates } = changes;
  if (inserts.length + updates.length <= partSize) return yield changes;
  const none = { ...changes, clears: [], deletes: [], cells: [], inserts: [], updates: [] };
  yield { ...changes, inserts: [], updates: [] };
  for (let at = 0; at < updates.length; at += partSize) yield { ...none, updates: updates.slice(at, at + partSize) };
  for (let at = 0; at < inserts.length; at += partSize) yield { ...none, inserts: inserts.slice(at, at + partSize) };
}
