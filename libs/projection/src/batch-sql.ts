// Rows in and out of PostgreSQL, a whole batch per statement. The table's own row type turns JSON into columns, so no
// column is listed by hand and arrays, times and documents need no special case.
import { Client, escapeIdentifier, type ClientConfig, type QueryResult } from 'pg';
import type { Changes } from './fold.js';
import type { Row } from './row-model.js';

export interface Table {
  /** in schema `read` */
  readonly name: string;
  readonly oid: number;
  readonly key: readonly string[];
  readonly columns: readonly Column[];
}

export interface Column {
  readonly name: string;
  /** as SQL writes it */
  readonly type: string;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** How many rows it must touch, where that is known. */
  readonly touches?: number;
}

/** The table does not hold the rows it was just seen to hold: somebody else writes it, and no result may stand on that. */
export class RowsAstray extends Error {
  constructor({ text, touches }: Statement, touched: number | null) {
    super(`${touched} of ${touches} rows: ${text.slice(0, 120)}`);
  }
}

/** JSON of one statement at most, in characters: well below what jsonb takes. */
const chunkSize = 8_000_000;

const names = (columns: readonly string[], of = ''): string =>
  columns.map((column) => of + escapeIdentifier(column)).join(', ');
const same = (columns: readonly string[], a: string, b: string): string =>
  columns.map((column) => `${a}.${escapeIdentifier(column)} = ${b}.${escapeIdentifier(column)}`).join(' and ');
const namesOf = ({ columns }: Table): string[] => columns.map(({ name }) => name);
const given = ({ name }: Table): string => `jsonb_populate_recordset(null::read.${name}, $1)`;

/** Of one connection: which columns change together makes many, and each is kept with its plan. */
const mostPrepared = 200;

/**
 * Statements go out without waiting for the answers to those before. Those about few rows are planned once, as planning is
 * most of their work: to find each row by its key, however few rows there were in the table then.
 */
export class PipelinedClient extends Client {
  readonly #names = new Map<string, string>();

  constructor({ options = '', ...config }: ClientConfig) {
    super({
      ...config,
      pipeline: true,
      options: `${options} -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off`,
    });
  }

  /** undefined: it is planned each time */
  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= mostPrepared) return known;
    const name = `batch_${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}

/** Sends all of them at once; the first that fails is what is thrown, not what it drags along. */
export async function run(client: PipelinedClient, statements: readonly Statement[]): Promise<QueryResult<Row>[]> {
  const answers = await Promise.allSettled(
    statements.map(({ text, values }) => {
      const name = isSmall(values) ? client.nameOf(text) : undefined;
      return client.query<Row>({ text, values: [...values], ...(name && { name }) });
    }),
  );
  return answers.map((answer, i) => {
    const statement = statements[i];
    if (answer.status === 'rejected') throw answer.reason;
    const { rowCount } = answer.value;
    if (statement?.touches !== undefined && statement.touches !== rowCount) throw new RowsAstray(statement, rowCount);
    return answer.value;
  });
}

const isSmall = (values: readonly unknown[]): boolean =>
  values.length > 0 &&
  values.every((value) =>
    Array.isArray(value) ? value.length < 100 : typeof value !== 'string' || value.length < 50_000,
  );

/** Which table goes by the name, and the columns that are written. */
export async function shapeOf(client: Client, table: string): Promise<Pick<Table, 'oid' | 'columns'>> {
  const { rows } = await client.query<Column & { oid: number }>(
    `select attrelid as oid, attname as name, format_type(atttypid, null) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [`read.${table}`],
  );
  return { oid: rows[0]?.oid ?? 0, columns: rows.map(({ name, type }) => ({ name, type })) };
}

export const loadRows = (table: Table, keys: readonly Row[]): Statement => ({
  text: `select ${names(namesOf(table), 't.')} from ${given(table)} as k join read.${table.name} as t on ${same(table.key, 't', 'k')}`,
  values: [JSON.stringify(keys)],
});

/** `checks`: who sees to it that as many rows are touched as were seen to be there. */
export function writeRows(
  table: Table,
  { clears, deletes, inserts, updates, changed }: Omit<Changes, 'cells'>,
  checks: 'here' | 'there',
): Statement[] {
  const checked = (statements: Statement[]): Statement[] => (checks === 'here' ? statements : statements.map(sureOf));
  const target = `read.${table.name}`;
  const set = changed.map((column) => `${escapeIdentifier(column)} = d.${escapeIdentifier(column)}`).join(', ');
  return [
    ...clears.map((wanted) => ({
      text: `delete from ${target} where ${Object.keys(wanted)
        .map((column, i) => `${escapeIdentifier(column)} = $${i + 1}`)
        .join(' and ')}`,
      values: Object.values(wanted),
    })),
    ...checked(
      inChunks(
        only(deletes, table.key),
        `delete from ${target} as t using ${given(table)} as d where ${same(table.key, 't', 'd')}`,
      ),
    ),
    ...checked(
      inChunks(
        only(updates, [...new Set([...table.key, ...changed])]),
        `update ${target} as t set ${set} from ${given(table)} as d where ${same(table.key, 't', 'd')}`,
      ),
    ),
    ...inChunks(
      inserts,
      `insert into ${target} (${names(namesOf(table))}) select ${names(namesOf(table))} from ${given(table)}`,
    ),
  ];
}

/** Fails on the server, and with it all that comes after it in the transaction, where it touches other rows. */
const sureOf = ({ text, values, touches }: Statement): Statement => ({
  text: `with touched as (${text} returning 1) select read.expect_rows(count(*), $${values.length + 1}) from touched`,
  values: [...values, touches],
});

/** Moves counts by their differences: cells that come are inserted, those that reach zero go, none goes below. */
export function moveCounts(table: Table, cells: readonly Row[]): Statement[] {
  if (cells.length === 0) return [];
  const columns = namesOf(table);
  // Arrays of plain values take half the time of JSON to read, and there are more cells than rows.
  const arrays = table.columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ');
  return [
    {
      text: `merge into read.${table.name} as c using unnest(${arrays}) as d (${names(columns)}) on ${same(table.key, 'c', 'd')}
        when matched and c.count + d.count = 0 then delete
        when matched then update set count = c.count + d.count
        when not matched then insert (${names(columns)}) values (${names(columns, 'd.')})`,
      values: columns.map((column) => cells.map((cell) => cell[column] ?? null)),
    },
  ];
}

/** The statement for all rows, which it gets as JSON. */
function inChunks(rows: readonly Row[], text: string): Statement[] {
  const statements: Statement[] = [];
  let chunk: string[] = [];
  let size = 0;
  rows.forEach((row, i) => {
    const json = JSON.stringify(row);
    chunk.push(json);
    size += json.length;
    if (size < chunkSize && i < rows.length - 1) return;
    statements.push({ text, values: [`[${chunk.join(',')}]`], touches: chunk.length });
    chunk = [];
    size = 0;
  });
  return statements;
}

const only = (rows: readonly Row[], columns: readonly string[]): Row[] =>
  rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
