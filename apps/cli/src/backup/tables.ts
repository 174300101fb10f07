// The database's half of a back-up: every table but those that can be made again, a row a line, as PostgreSQL itself
// writes rows, all at one moment. The packaged PostgreSQL has no pg_dump.
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Client } from 'pg';
import { Failed } from '../exit.js';
import { flush, type Manifest, type TableDump } from './contents.js';

/**
 * Left out: read models are folded from the log again, alarms are set again by the sweep, counts of the last minute and
 * the worker's figures are of the moment, and who was signed in (and may have left since) signs in again.
 */
const madeAgain = ['read', 'bullmq', 'limits', 'migrations', 'worker.figures', 'directory.sessions'];
const batch = 1_000;

export type OnRows = (rows: number) => void;
type Dump = Pick<Manifest, 'tables' | 'sequences' | 'migrations'>;

/** Writes one file a table into `directory`. `onTotal` is told how many rows to expect, roughly. */
export async function dumpTables(url: string, directory: string, onTotal: OnRows, onRows: OnRows): Promise<Dump> {
  return connected(url, async (client) => {
    await client.query('begin isolation level repeatable read, read only');
    const tables = await tablesIn(client);
    onTotal(tables.reduce((sum, { estimate }) => sum + estimate, 0));
    mkdirSync(join(directory, 'tables'), { mode: 0o700 });
    const dumps: TableDump[] = [];
    for (const { table, columns } of tables) {
      const file = `tables/${table}.gz`;
      const path = join(directory, file);
      let rows = 0;
      const lines = rowsOf(client, table, (more) => {
        rows += more;
        onRows(more);
      });
      await pipeline(Readable.from(lines), createGzip({ level: 1 }), createWriteStream(path, { mode: 0o600 }));
      flush(path);
      dumps.push({ table, file, columns, rows });
    }
    const { rows: sequences } = await client.query<{ name: string; last: string }>(
      `select format('%I.%I', schemaname, sequencename) as name, last_value::text as last from pg_sequences
        where last_value is not null and not schemaname = any($1)`,
      [madeAgain],
    );
    const { rows: migrations } = await client.query<{ name: string }>(
      'select name from migrations.kysely_migration order by name',
    );
    await client.query('commit');
    return {
      tables: dumps,
      sequences: Object.fromEntries(sequences.map(({ name, last }) => [name, last])),
      migrations: migrations.map(({ name }) => name),
    };
  });
}

/** Into a database of the same shape. All rows or none. @throws Failed when the shapes differ */
export async function restoreTables(url: string, directory: string, dump: Dump, onRows: OnRows): Promise<void> {
  await connected(url, async (client) => {
    await client.query('begin');
    // References were sound when all rows were read at one moment, and are so again when all are there.
    await client.query('set local session_replication_role = replica');
    const shapes = new Map((await tablesIn(client)).map(({ table, columns }) => [table, columns]));
    for (const { table, file, columns, rows } of dump.tables) {
      if (shapes.get(table)?.join() !== columns.join()) throw new Failed(`${table} of the back-up has another shape`);
      await client.query(`delete from ${table}`);
      const restored = await putRows(client, join(directory, file), table, columns, onRows);
      if (restored !== rows) throw new Failed(`${file} of the back-up holds ${restored} rows, not ${rows}`);
    }
    for (const [sequence, last] of Object.entries(dump.sequences)) {
      await client.query('select setval($1::regclass, $2)', [sequence, last]);
    }
    await client.query('commit');
  });
}

/**
 * What reacts to the log was further on than the restored log is: its bookmarks go back to that log's end, never on,
 * so that nothing is skipped. What it does twice has the same id, and is done once.
 */
export async function bookmarksUpTo(url: string, head: bigint): Promise<void> {
  await connected(url, (client) =>
    client.query('update worker.bookmarks set position = least(position, $1), halted = null', [String(head)]),
  );
}

/** A key that seals something, to try the master key on; null: there is none. */
export async function someKey(url: string): Promise<string | null> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ key_id: string }>(
      'select key_id from vault.keys where wrapped is not null limit 1',
    );
    return rows[0]?.key_id ?? null;
  });
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    // How values are written must not depend on the server's settings.
    options: '-c timezone=UTC -c datestyle=ISO -c intervalstyle=postgres -c extra_float_digits=1 -c bytea_output=hex',
  });
  client.on('error', () => undefined); // the statement at hand fails
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Names come quoted where they must be, from PostgreSQL itself. */
async function tablesIn(client: Client): Promise<{ table: string; columns: string[]; estimate: number }[]> {
  const { rows } = await client.query<{ table: string; columns: string[]; estimate: number }>(
    `select format('%I.%I', nspname, relname) as table, greatest(reltuples, 0)::int as estimate,
        array(select quote_ident(attname) from pg_attribute where attrelid = c.oid and attnum > 0
          and not attisdropped and attgenerated = '' order by attnum) as columns
      from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind = 'r' and nspname !~ '^pg_' and nspname <> 'information_schema'
        and not nspname = any($1) and not nspname || '.' || relname = any($1)
      order by 1`,
    [madeAgain],
  );
  return rows;
}

async function* rowsOf(client: Client, table: string, onRows: OnRows): AsyncGenerator<string> {
  await client.query(`declare reading no scroll cursor for select t::text as row from ${table} t`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${batch} from reading`);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => `${JSON.stringify(row)}\n`).join('');
    onRows(rows.length);
  }
  await client.query('close reading');
}

async function putRows(
  client: Client,
  path: string,
  table: string,
  columns: readonly string[],
  onRows: OnRows,
): Promise<number> {
  const names = columns.join(', ');
  const insert = `insert into ${table} (${names}) overriding system value select ${names} from unnest($1::${table}[])`;
  let count = 0;
  let rows: string[] = [];
  const put = async (): Promise<void> => {
    await client.query(insert, [rows]);
    count += rows.length;
    onRows(rows.length);
    rows = [];
  };
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    rows.push(JSON.parse(line) as string);
    if (rows.length === batch) await put();
  }
  if (rows.length > 0) await put();
  return count;
}
