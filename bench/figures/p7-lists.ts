import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { presets } from '#policy';
import { listTickets, type TicketListParams, type Tx } from '#read-side';
import { plansOf, rowsTouched } from '../../libs/read-side/test/plans.js';
import { inTurns, median, oursOverTheirs, row, short, timed, type Figure, type Pair, type Row } from '../bench.js';
import { demoActor } from '../servers.js';
import { filledLists, type FilledList } from './filled-lists.js';

const limit = 25;
const deep = 5_000;
const policy = { version: 0, ...presets.unified };
const secret = randomBytes(32);
const actor = demoActor('abe@acme.test', 'agent', policy);
const page = (tx: Tx, params: TicketListParams) => listTickets(tx, actor, params, policy, secret);

export const lists: Figure = {
  id: 'P7',
  title: 'one page of the agent’s list in the big store, first and deep, beside the first page of the small one',
  measure: async (bench) => {
    const { small, big } = await filledLists(bench);
    const number = Math.min(deep, Math.floor(big.tickets / limit) - 1);
    const cursor = await cursorOf(big, number);
    const p50 = (list: FilledList, params: TicketListParams) => async (): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < (bench.quick ? 20 : 100); i += 1)
        times.push(await timed(() => list.database.inTenant('acme', (tx) => page(tx, params))));
      return median(times);
    };
    const found = await inTurns(bench, {
      first: p50(big, { limit }),
      deep: p50(big, { limit, cursor }),
      small: p50(small, { limit }),
    });
    const yardstick = `page 1 of ${small.tickets.toLocaleString('en')}`;
    const of = `of ${big.tickets.toLocaleString('en')} tickets`;
    const reach = { atMost: 1.3 };
    const pairs = (which: 'first' | 'deep'): Pair[] =>
      found.map(({ [which]: ours, small: theirs }) => ({ ours, theirs }));
    return [
      row({ id: 'P7', what: `list, page 1 ${of}`, yardstick, reach }, pairs('first'), oursOverTheirs, 'ms'),
      row({ id: 'P7', what: `list, page ${number} ${of}`, yardstick, reach }, pairs('deep'), oursOverTheirs, 'ms'),
      await touched(big, 'page 1', { limit }),
      await touched(big, `page ${number}`, { limit, cursor }),
      await taken(big),
    ];
  },
};

/** Of the page after `number` pages, walked to in long strides. */
async function cursorOf({ database }: FilledList, number: number): Promise<string> {
  let left = number * limit - limit;
  let cursor: string | undefined;
  while (left > 0) {
    const stride = Math.min(left, 2_500);
    const from = cursor;
    const { nextCursor } = await database.inTenant('acme', (tx) =>
      page(tx, { limit: stride, ...(from === undefined ? {} : { cursor: from }) }),
    );
    cursor = nextCursor ?? undefined;
    left -= stride;
  }
  if (cursor === undefined) throw new Error('there are too few tickets for a deep page');
  return cursor;
}

async function touched({ database }: FilledList, which: string, params: TicketListParams): Promise<Row> {
  const plans = await database.inTenant('acme', (tx) => plansOf(tx, (seen) => page(seen, params)));
  const rows = plans.reduce((sum, plan) => sum + rowsTouched(plan, 'ticket_list'), 0);
  return {
    id: 'P7',
    what: `rows touched by ${which}, EXPLAIN`,
    yardstick: 'limit + 1',
    reach: { atMost: 1 },
    ratios: [rows / (limit + 1)],
    ours: `${rows} rows`,
    theirs: `${limit + 1} rows`,
  };
}

/** Of all tenants, as it lies after the rebuild. */
async function taken({ database, all }: FilledList): Promise<Row> {
  const { rows } = await sql<{ table: number; indexes: number }>`
    select (pg_table_size('read.ticket_list') / 1048576.0)::float8 as table, (pg_indexes_size('read.ticket_list') / 1048576.0)::float8 as indexes
  `.execute(database.db);
  const [{ table, indexes } = { table: 0, indexes: 0 }] = rows;
  const perMillion = ((table + indexes) / all) * 1_000_000;
  return {
    id: 'P7',
    what: 'disk of the list, per million tickets',
    yardstick: '–',
    reach: null,
    ratios: [perMillion],
    unit: 'MiB',
    ours: `${short(table)} MiB of rows, ${short(indexes)} MiB of indexes`,
    theirs: `${all.toLocaleString('en')} tickets`,
  };
}
