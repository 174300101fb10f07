// For specs: a database with the product's tables, seen as its owner sees it.
import { Client, Pool, TypeOverrides } from 'pg';
import type { LedgerEvent } from '#ledger';
import { ModelSession, type Batch, type RowModel } from '#projection';
import { migrate } from '#read-side';
import { startTestPostgres } from '../../libs/embedded/test/postgres.js';
import { countedCells } from '../../libs/read-side/test/counted-cells.js';

export async function startTables() {
  const server = await startTestPostgres();
  await migrate(server.url);
  const types = new TypeOverrides();
  const pool = new Pool({ connectionString: server.url, max: 4, types });
  pool.on('error', () => undefined);

  const rowsOf = async (table: string): Promise<unknown[]> => {
    const { rows } = await pool.query<{ row: unknown }>(
      `select to_jsonb(t) as row from read.${table} t order by t::text`,
    );
    return rows.map(({ row }) => row);
  };

  return {
    ...server,
    pool,
    rowsOf,
    /** Everything but when the bookmark was written. */
    dump: async (model: RowModel<LedgerEvent>) => ({
      rows: await rowsOf(model.table),
      cells: model.counts ? await rowsOf(model.counts.table) : [],
      bookmarks: (
        await pool.query('select version, position, halted from read.bookmarks where model = $1', [model.name])
      ).rows,
    }),
    empty: async (): Promise<void> => {
      await pool.query(
        'truncate read.bookmarks, read.ticket_list, read.ticket_badge_cells, read.ticket_thread, read.ticket_links, read.ticket_search, read.due_timers, read.deleted_tickets',
      );
    },
    open: async (model: RowModel<LedgerEvent>): Promise<ModelSession<LedgerEvent>> => {
      const session = await ModelSession.open(server.url, model, () => undefined);
      await session.resume();
      return session;
    },
    /** The counts as they ought to be: counted. */
    counted: async (): Promise<unknown[]> => {
      const { rows } = await pool.query<{ row: unknown }>(`select to_jsonb(t) as row from (${countedCells}) t`);
      return rows.map(({ row }) => row);
    },
    cells: async (): Promise<{ count: number }[]> => {
      const { rows } = await pool.query<{ row: { count: number } }>(
        `select to_jsonb(t) - 'cell' as row from read.ticket_badge_cells t`,
      );
      return rows.map(({ row }) => row);
    },
    client: async (): Promise<Client> => {
      const client = new Client({ connectionString: server.url });
      await client.connect();
      return client;
    },
    stop: async (): Promise<void> => {
      await pool.end();
      await server.stop();
    },
  };
}
export type Tables = Awaited<ReturnType<typeof startTables>>;

export function batchesOf(
  events: readonly LedgerEvent[],
  size: number,
  after: bigint | null = null,
): Batch<LedgerEvent>[] {
  const rest = events.filter(({ position }) => after === null || position > after);
  const batches: Batch<LedgerEvent>[] = [];
  for (let i = 0; i < rest.length; i += size) {
    const slice = rest.slice(i, i + size);
    batches.push({ events: slice, position: slice.at(-1)?.position ?? null, caughtUp: i + size >= rest.length });
  }
  return batches;
}
