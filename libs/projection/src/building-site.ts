// Where a model's next tables are built: made without the indexes that only readers need, and put in the place of the
// live ones in one short transaction. One process builds at a time; what it built so far outlives it.
import { Client, DatabaseError, escapeIdentifier } from 'pg';
import { asRole } from '#read-side';
import { suffixOf, wakeChannel } from './model-tables.js';
import type { LogEvent, RowModel } from './row-model.js';

/** Another process builds this model anew. */
export class RebuildRunning extends Error {
  constructor(model: string) {
    super(`${model} is being rebuilt by another process`);
  }
}

/** The live bookmark as it was found. */
export interface Held {
  /** null: the live model has taken in nothing */
  readonly position: bigint | null;
  readonly halted: boolean;
}

export class BuildingSite {
  private constructor(
    private readonly client: Client,
    private readonly model: Pick<RowModel<LogEvent>, 'name' | 'version' | 'tables'>,
  ) {}

  /** `onLost` is told when the connection is gone, and with it the right to build. @throws RebuildRunning */
  static async open(url: string, model: BuildingSite['model'], onLost: () => void): Promise<BuildingSite> {
    const client = new Client({
      ...asRole(url, 'ledgerdesk_projector'),
      application_name: `ledgerdesk rebuild ${model.name}`,
    });
    client.on('error', onLost);
    client.on('end', onLost);
    try {
      await client.connect();
      const { rows } = await client.query<{ free: boolean }>(
        `select pg_try_advisory_lock(hashtextextended('ledgerdesk.rebuild.' || $1, 0)) as free`,
        [model.name],
      );
      if (!rows[0]?.free) throw new RebuildRunning(model.name);
      return new BuildingSite(client, model);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
  }

  /** Leaves what an interrupted rebuild of this order and version has built; else there are empty tables afterwards. */
  async prepare(): Promise<void> {
    const { name, version, tables } = this.model;
    await this.#transaction(async () => {
      const { rowCount: begun } = await this.client.query(
        `select from read.rebuilds as r join read.bookmarks as b using (model)
          where model = $1 and r.started_at is not null and not b.live and b.version = $2`,
        [name, version],
      );
      if (begun) return;
      await this.#clear();
      for (const { name: table, ddl } of tables.tables) await this.client.query(ddl(table + suffixOf.next));
      const postponed = await this.#dropIndexes();
      await this.client.query(
        'insert into read.bookmarks (model, live, version, updated_at) values ($1, false, $2, now())',
        [name, version],
      );
      await this.client.query(
        `insert into read.rebuilds (model, ordered_at, started_at, postponed) values ($1, now(), now(), $2)
          on conflict (model) do update
            set started_at = now(), finished_at = null, error = null, goal = null, postponed = excluded.postponed`,
        [name, postponed],
      );
    });
  }

  /** Makes the indexes that are still missing, and lets the planner know the tables. True: there was something to do. */
  async finishTables(): Promise<boolean> {
    const { rows } = await this.client.query<{ statement: string }>(
      'select unnest(postponed) as statement from read.rebuilds where model = $1',
      [this.model.name],
    );
    for (const { statement } of rows) {
      await this.#transaction(async () => {
        await this.client.query(statement);
        await this.client.query(`update read.rebuilds set postponed = array_remove(postponed, $2) where model = $1`, [
          this.model.name,
          statement,
        ]);
      });
    }
    if (rows.length > 0) for (const table of this.#nextTables) await this.client.query(`analyze read.${table}`);
    return rows.length > 0;
  }

  async setGoal(position: bigint | null): Promise<void> {
    await this.client.query('update read.rebuilds set goal = $2 where model = $1', [this.model.name, position]);
  }

  /** From here to `swap` or `release` the live bookmark stands still, whoever follows. */
  async holdLive(): Promise<Held> {
    await this.client.query('begin');
    const { rows } = await this.client.query<{ position: string | null; halted: string | null }>(
      'select position, halted from read.bookmarks where model = $1 and live for update',
      [this.model.name],
    );
    const { position = null, halted = null } = rows[0] ?? {};
    return { position: position === null ? null : BigInt(position), halted: halted !== null };
  }

  /**
   * True: the next tables are the live ones. False: readers kept the live tables busy for `lockMs`; all is as it was, and
   * the live bookmark still held.
   */
  async swap({ position, halted }: Held, lockMs: number): Promise<boolean> {
    const { client, model } = this;
    const { name } = model;
    await client.query(`set local lock_timeout = ${lockMs}; savepoint quick`);
    try {
      const live = model.tables.tables.map((table) => table.name);
      for (const table of [...this.#nextTables, ...live]) {
        const { rowCount } = await client.query('select to_regclass($1) where to_regclass($1) is not null', [
          `read.${table}`,
        ]);
        if (rowCount) await client.query(`lock table read.${table} in access exclusive mode`);
      }
      for (const table of live) {
        await client.query(
          `drop table if exists read.${table}; alter table read.${table}${suffixOf.next} rename to ${table}`,
        );
      }
      await this.#renameIndexes(live);
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== '55P03') throw error;
      await client.query('rollback to savepoint quick');
      return false;
    }
    // Deleted, not changed: whoever waits to move the bookmark that was live finds none, and looks again.
    await client.query('delete from read.bookmarks where model = $1 and live', [name]);
    const { rows } = await client.query<{ position: string | null }>(
      `update read.bookmarks set live = true, position = greatest(position, $2), updated_at = clock_timestamp()
        where model = $1 and not live returning position`,
      // Nothing goes back for those who wait for a position; but one that lies beyond the log is left behind.
      [name, halted ? null : position],
    );
    await client.query('update read.rebuilds set finished_at = clock_timestamp(), error = null where model = $1', [
      name,
    ]);
    const wake = JSON.stringify({ model: name, position: rows[0]?.position ?? '0' });
    await client.query('select pg_notify($1, $2)', [wakeChannel, wake]);
    await client.query('commit');
    return true;
  }

  /** Lets the live model go on. */
  async release(): Promise<void> {
    await this.client.query('rollback');
  }

  /** Throws away what was built, and the order for it. */
  async discard(): Promise<void> {
    await this.#transaction(async () => {
      await this.#clear();
      await this.client.query('delete from read.rebuilds where model = $1 and discarded', [this.model.name]);
    });
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }

  get #nextTables(): string[] {
    return this.model.tables.tables.map(({ name }) => name + suffixOf.next);
  }

  async #clear(): Promise<void> {
    for (const table of this.#nextTables) await this.client.query(`drop table if exists read.${table}`);
    await this.client.query('delete from read.bookmarks where model = $1 and not live', [this.model.name]);
  }

  /** All but what constraints need: rows are found by their keys while they are built. */
  async #dropIndexes(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string; statement: string }>(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as statement from pg_index as i
        where i.indrelid = any ($1::regclass[])
          and not exists (select from pg_constraint as c where c.conindid = i.indexrelid) order by i.indexrelid`,
      [this.#nextTables.map((table) => `read.${table}`)],
    );
    for (const { name } of rows) await this.client.query(`drop index ${name}`);
    return rows.map(({ statement }) => statement);
  }

  /** Indexes take the names they would have had, or the next rebuild would find its own taken. */
  async #renameIndexes(tables: readonly string[]): Promise<void> {
    const { rows } = await this.client.query<{ name: string; wanted: string }>(
      `select c.relname as name, replace(c.relname, $2, '') as wanted
        from pg_index as i join pg_class as c on c.oid = i.indexrelid
        where i.indrelid = any ($1::regclass[]) and position($2 in c.relname) > 0`,
      [tables.map((table) => `read.${table}`), suffixOf.next],
    );
    for (const { name, wanted } of rows)
      await this.client.query(`alter index read.${escapeIdentifier(name)} rename to ${escapeIdentifier(wanted)}`);
  }

  async #transaction(work: () => Promise<void>): Promise<void> {
    await this.client.query('begin');
    try {
      await work();
      await this.client.query('commit');
    } catch (error) {
      await this.client.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}
