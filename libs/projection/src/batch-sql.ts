// Rows in and out of PostgreSQL, a whole batch per statement. The table's own row type turns JSON into columns, so no
// column is listed by hand and arrays, times and documents need no special case.
import { escapeIdentifier, type Client, type QueryResult } from 'pg';
import type { Changes } from './fold.js';
import type { Row } from './row-model.js';

export interface Table {
  /** in schema `read` */
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
}

/** JSON of one statement at most, in characters: well below what jsonb takes. */
const chunkSize = 8_000_000;

const names = (columns: readonly string[], of = ''): string =>
  columns.map((column) => of + escapeIdentifier(column)).join(', ');
const same = (columns: readonly string[], a: string, b: string): string =>
  columns.map((column) => `${a}.${escapeIdentifier(column)} = ${b}.${escapeIdentifier(column)}`).join(' and ');
const given = ({ name }: Table): string => `jsonb_populate_recordset(null::read.${name}, $1)`;

/** Those that are written. */
export async function columnsOf(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [`read.${table}`],
  );
  return rows.map(({ name }) => name);
}

export function loadRows(client: Client, table: Table, keys: readonly Row[]): Promise<QueryResult<Row>> {
  return client.query<Row>(
    `select t.* from ${given(table)} as k join read.${table.name} as t on ${same(table.key, 't', 'k')}`,
    [JSON.stringify(keys)],
  );
}

/** Queues all of it at once; the caller's transaction and pipeline keep the order. */
export async function writeRows(
  client: Client,
  table: Table,
  { clears, deletes, inserts, updates, changed }: Omit<Changes, 'cells'>,
): Promise<void> {
  const target = `read.${table.name}`;
  const set = changed.map((column) => `${escapeIdentifier(column)} = d.${escapeIdentifier(column)}`).join(', ');
  const written = [...new Set([...table.key, ...changed])];
  const keyed = (rows: readonly Row[], columns: readonly string[]): Row[] =>
    rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
  await Promise.all([
    ...clears.map((values) => {
      const columns = Object.keys(values);
      const where = columns.map((column, i) => `${escapeIdentifier(column)} = $${i + 1}`).join(' and ');
      return client.query(`delete from ${target} where ${where}`, Object.values(values));
    }),
    ...chunks(keyed(deletes, table.key)).map((chunk) =>
      chunk.run(client, `delete from ${target} as t using ${given(table)} as d where ${same(table.key, 't', 'd')}`),
    ),
    ...chunks(keyed(updates, written)).map((chunk) =>
      chunk.run(
        client,
        `update ${target} as t set ${set} from ${given(table)} as d where ${same(table.key, 't', 'd')}`,
      ),
    ),
    ...chunks(inserts).map((chunk) =>
      chunk.run(
        client,
        `insert into ${target} (${names(table.columns)}) select ${names(table.columns)} from ${given(table)}`,
      ),
    ),
  ]);
}

/** Moves counts by their differences: cells that come are inserted, those that reach zero go, none goes below. */
export async function moveCounts(client: Client, table: Table, cells: readonly Row[]): Promise<void> {
  const match = same(table.key, 'c', 'd');
  await Promise.all(
    chunks(cells).map(({ json }) =>
      client.query(
        `with d as materialized (select * from ${given(table)}),
        gone as (delete from read.${table.name} as c using d where ${match} and c.count + d.count = 0
          returning ${names(table.key, 'c.')}),
        moved as (update read.${table.name} as c set count = c.count + d.count from d
          where ${match} and c.count + d.count <> 0 returning ${names(table.key, 'c.')})
        insert into read.${table.name} (${names(table.columns)}) select ${names(table.columns)} from d
          where not exists (select from gone as c where ${match}) and not exists (select from moved as c where ${match})`,
        [json],
      ),
    ),
  );
}

interface Chunk {
  readonly json: string;
  readonly run: (client: Client, statement: string) => Promise<void>;
}

function chunks(rows: readonly Row[]): Chunk[] {
  const made: Chunk[] = [];
  let texts: string[] = [];
  let size = 0;
  const close = (): void => {
    if (texts.length === 0) return;
    const json = `[${texts.join(',')}]`;
    const expected = texts.length;
    const run = async (client: Client, statement: string): Promise<void> => {
      const { rowCount } = await client.query(statement, [json]);
      if (rowCount !== expected) throw new RowsAstray(statement, expected, rowCount ?? 0);
    };
    made.push({ json, run });
    texts = [];
    size = 0;
  };
  for (const row of rows) {
    const text = JSON.stringify(row);
    texts.push(text);
    size += text.length;
    if (size >= chunkSize) close();
  }
  close();
  return made;
}

/** The table does not hold the rows it was just seen to hold: somebody else writes it, and no result may stand on that. */
export class RowsAstray extends Error {
  constructor(statement: string, expected: number, actual: number) {
    super(`${actual} of ${expected} rows: ${statement.slice(0, 120)}`);
  }
}
