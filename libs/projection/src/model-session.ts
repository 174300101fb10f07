// One model's connection to PostgreSQL: takes batches in, each in one transaction with the bookmark, as long as nobody
// else moves that bookmark. All of a model's work goes through this one connection, so a lost lock is a lost connection.
import { Client } from 'pg';
import { asRole, heartbeatMs } from '#read-side';
import { columnsOf, loadRows, moveCounts, run, writeRows, type Statement, type Table } from './batch-sql.js';
import { FoldFailed, isLasting, OtherVersion, Overtaken, PoisonEvent } from './failures.js';
import { foldBatch, keysOf } from './fold.js';
import type { LogEvent, RowModel } from './row-model.js';

export interface Batch<E> {
  readonly events: readonly E[];
  /** The bookmark once the batch is taken in; null: the log is empty so far. */
  readonly position: bigint | null;
  readonly caughtUp: boolean;
}

/** Listeners wake up when a model has moved; the payload is `{model, position}`, for those who wait for a position. */
export const wakeChannel = 'ledgerdesk_projection';

/** The tables readers see, or those of the next version that is built beside them. */
export type Place = 'live' | 'next';
/** What the names of the next version's tables end with. */
export const suffixOf = { live: '', next: '__next' } as const;

/** Silent for longer than this, a projector is taken for dead even if its lock is still held. */
const presumedDeadMs = 3 * heartbeatMs;

export class ModelSession<E extends LogEvent> {
  #position: bigint | null = null;
  #caughtUp = false;
  #busy = false;

  private constructor(
    private readonly client: Client,
    private readonly model: RowModel<E>,
    private readonly rows: Table,
    private readonly cells: Table | null,
    private readonly place: Place,
  ) {}

  /** `onLost` is told once when the connection is gone. */
  static async open<E extends LogEvent>(
    url: string,
    model: RowModel<E>,
    onLost: () => void,
    place: Place = 'live',
  ): Promise<ModelSession<E>> {
    const login = asRole(url, 'ledgerdesk_projector');
    const client = new Client({
      ...login,
      // Rows and bookmark are lost together, if the server crashes in that moment, and come again from the log.
      options: `${login.options} -c synchronous_commit=off`,
      application_name: `ledgerdesk projection ${model.name}`,
      pipeline: true,
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
        return { name, key, columns: await columnsOf(client, name) };
      };
      return new ModelSession(
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
  }

  get position(): bigint | null {
    return this.#position;
  }

  /** False: another projector works on this model, and does not look dead. The bookmark alone keeps rows right. */
  async mayWork(): Promise<boolean> {
    const { rows } = await this.client.query<{ free: boolean; silent: boolean }>(
      `select pg_try_advisory_lock(hashtextextended('ledgerdesk.projection.' || $1, 0)) as free,
        coalesce((select updated_at < now() - $2 * interval '1 ms' from read.bookmarks where model = $1 and live), true) as silent`,
      [this.model.name, presumedDeadMs],
    );
    return rows[0]?.free === true || rows[0]?.silent === true;
  }

  /** Reads the bookmark, or places it before everything. @throws OtherVersion */
  async resume(): Promise<void> {
    const { name, version } = this.model;
    await this.client.query(
      `insert into read.bookmarks (model, live, version, updated_at) values ($1, $3, $2, now()) on conflict do nothing`,
      [name, version, this.place === 'live'],
    );
    const { rows } = await this.client.query<{ version: number; position: string | null }>(
      'select version, position from read.bookmarks where model = $1 and live = $2',
      [name, this.place === 'live'],
    );
    const [bookmark] = rows;
    if (!bookmark || bookmark.version !== version) throw new OtherVersion(name, bookmark?.version ?? 0, version);
    this.#position = bookmark.position === null ? null : BigInt(bookmark.position);
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

  /** Says that the model is alive, and whether it still knows of nothing before it. @throws Overtaken */
  async heartbeat({ reachesLog }: { reachesLog: boolean }): Promise<void> {
    if (this.#busy) return;
    if (!reachesLog) this.#caughtUp = false;
    const still = this.#moveBookmark({ events: [], position: this.#position, caughtUp: this.#caughtUp });
    const [moved] = await run(this.client, [still]);
    if (moved?.rowCount !== 1) throw new Overtaken(this.model.name);
  }

  /** Leaves the reason where health checks and people find it. */
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

  async #transaction(batch: Batch<E>): Promise<void> {
    const { model, client, rows, cells } = this;
    const { events, position, caughtUp } = batch;
    const keys = folding(() => keysOf(model, events));
    try {
      // The bookmark first: its row lock keeps a second projector out until this one is done, and then refuses it.
      const [, moved, stored] = await run(client, [
        { text: 'begin', values: [] },
        this.#moveBookmark(batch),
        ...(keys.length > 0 ? [loadRows(rows, keys)] : []),
      ]);
      if (moved?.rowCount !== 1) throw new Overtaken(model.name);
      const changes = folding(() => foldBatch(model, stored?.rows ?? [], events));
      await run(client, [...writeRows(rows, changes), ...(cells ? moveCounts(cells, changes.cells) : [])]);
      const wake = JSON.stringify({ model: model.name, position: String(position ?? 0) });
      await run(client, [
        ...(this.place === 'live' ? [{ text: 'select pg_notify($1, $2)', values: [wakeChannel, wake] }] : []),
        { text: 'commit', values: [] },
      ]);
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
    this.#position = position;
    this.#caughtUp = caughtUp;
  }

  /** Compare-and-set: moves nothing when the bookmark is not where this session left it. */
  #moveBookmark({ events, position, caughtUp }: Batch<E>): Statement {
    const { name, version } = this.model;
    return {
      text: `update read.bookmarks set position = $4, caught_up = $5, updated_at = now(), halted = null,
          recorded_at = case when $5 then now() else greatest(recorded_at, $6) end
        where model = $1 and live = $7 and version = $2 and position is not distinct from $3::numeric`,
      values: [
        name,
        version,
        this.#position,
        position,
        caughtUp,
        events.at(-1)?.metadata.recordedAt,
        this.place === 'live',
      ],
    };
  }
}

/** The model's own code, so that its failures are told from those of servers. */
function folding<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new FoldFailed(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
