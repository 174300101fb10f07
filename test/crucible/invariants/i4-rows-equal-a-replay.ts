// I4: the read models are what a replay of the log into empty tables makes, both ways, and badges are what counting makes.
import { Pool, Client } from 'pg';
import { ModelSession } from '#projection';
import { migrate } from '#read-side';
import { cellColumns, countedCells } from '../../../libs/read-side/test/counted-cells.js';
import { models } from '../../../projections/index.js';
import type { Stack } from '../stack.js';
import type { Violation } from '../violation.js';
import type { Check } from './facts.js';

const database = 'crucible_replay';
const batchSize = 1_000;

const tablesOf = (model: (typeof models)[number]): string[] => model.tables.tables.map(({ name }) => name);

export const rowsEqualAReplay: Check = async ({ stack, history }) => {
  const url = await emptyDatabase(stack);
  const replayed = new Pool({ connectionString: url, max: 1 });
  try {
    const events = [];
    for await (const batch of stack.ledger.readAll()) events.push(...batch.events);
    const found: Violation[] = [];
    for (const model of models) {
      const session = await ModelSession.open(url, model, () => undefined);
      await session.resume();
      for (let from = 0; from < events.length; from += batchSize) {
        const batch = events.slice(from, from + batchSize);
        await session.takeIn({ events: batch, position: batch.at(-1)?.position ?? null, caughtUp: false });
      }
      await session.close();
      for (const table of tablesOf(model)) {
        const [live, again] = [await rowsOf(stack.pool, `read.${table}`), await rowsOf(replayed, `read.${table}`)];
        found.push(...differences(`read.${table}, live and replayed,`, live, again));
      }
    }
    const counted = await rowsOf(stack.pool, `(${countedCells})`);
    const cells = await rowsOf(stack.pool, `(select ${cellColumns} from read.ticket_badge_cells)`);
    found.push(...differences('badges, kept and counted,', cells, counted));
    const { rows } = await stack.pool.query<{ model: string; position: string | null }>(
      'select model, position from read.bookmarks where live',
    );
    for (const { model, position } of rows)
      if (BigInt(position ?? 0) < (history.head ?? 0n))
        found.push({ invariant: 'I4', what: `${model} is at ${position}` });
    return found;
  } finally {
    await replayed.end();
  }
};

async function rowsOf(pool: Pool, source: string): Promise<string[]> {
  const { rows } = await pool.query<{ row: string }>(`select to_jsonb(t)::text as row from ${source} t`);
  return rows.map(({ row }) => row);
}

/** EXCEPT, both ways. */
function differences(what: string, one: readonly string[], other: readonly string[]): Violation[] {
  const [left, right] = [new Set(one), new Set(other)];
  const only = [one.filter((row) => !right.has(row)), other.filter((row) => !left.has(row))];
  if (only.every((rows) => rows.length === 0)) return [];
  const shown = only.map((rows) => `${rows.length} only there, like ${rows[0]?.slice(0, 400)}`).join('; ');
  return [{ invariant: 'I4', what: `${what} differ: ${shown}` }];
}

/** On the same server; made once, emptied every time. */
async function emptyDatabase({ postgres, pool }: Stack): Promise<string> {
  const url = new URL(postgres.url);
  url.pathname = `/${database}`;
  const { rowCount } = await pool.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 0) {
    await pool.query(`create database ${database}`);
    await migrate(url.href);
  }
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(
    `truncate read.bookmarks, ${models
      .flatMap(tablesOf)
      .map((table) => `read.${table}`)
      .join(', ')}`,
  );
  await client.end();
  return url.href;
}
