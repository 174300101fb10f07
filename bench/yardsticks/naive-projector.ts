// The projector everybody writes first: a transaction for each event, which finds the row, folds, writes the row and moves
// the bookmark. It has the same fold, table and role as ours, and prepared statements; it counts no badges. Its commits wait
// for the disk, as PostgreSQL's do unless told otherwise; ours need not, so it can also be told not to.
import pg from 'pg';
import type { LedgerEvent } from '#ledger';
import type { Row, RowModel } from '#projection';
import { asRole } from '#read-side';
import type { Bench } from '../bench.js';

export class NaiveProjector {
  private constructor(
    private readonly client: pg.Client,
    private readonly model: RowModel<LedgerEvent>,
    private readonly upsert: string,
  ) {}

  static async open(
    url: string,
    model: RowModel<LedgerEvent>,
    { atEnd }: Pick<Bench, 'atEnd'>,
    commits: 'flushed' | 'unflushed' = 'flushed',
  ): Promise<NaiveProjector> {
    const login = asRole(url, 'ledgerdesk_projector');
    const client = new pg.Client({
      ...login,
      options: `${login.options} -c synchronous_commit=${commits === 'flushed' ? 'on' : 'off'}`,
    });
    await client.connect();
    atEnd(() => client.end());
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(attname) as name from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [`read.${model.table}`],
    );
    const columns = rows.map(({ name }) => name);
    const set = columns.map((name) => `${name} = excluded.${name}`).join(', ');
    const upsert = `insert into read.${model.table} (${columns.join(', ')})
      select ${columns.join(', ')} from jsonb_populate_record(null::read.${model.table}, $1)
      on conflict (${model.key.join(', ')}) do update set ${set}`;
    return new NaiveProjector(client, model, upsert);
  }

  /** Before everything; the rows are the caller's to take away. */
  async restart(): Promise<void> {
    await this.client.query(
      `insert into read.bookmarks (model, live, version, updated_at) values ('naive', true, 1, now())
        on conflict (model, live) do update set position = null`,
    );
  }

  async project(event: LedgerEvent): Promise<void> {
    const { client, model } = this;
    await client.query('begin');
    for (const key of model.keys(event)) {
      const named = Object.entries(key);
      const { rows } = await client.query<Row>({
        name: 'find',
        text: `select * from read.${model.table} where ${named.map(([column], i) => `${column} = $${i + 1}`).join(' and ')} for update`,
        values: named.map(([, value]) => value),
      });
      const row = model.evolve(rows[0] ?? null, event, key);
      await client.query({ name: 'upsert', text: this.upsert, values: [JSON.stringify(row)] });
    }
    await client.query({
      name: 'bookmark',
      text: `update read.bookmarks set position = $1, updated_at = now() where model = 'naive'`,
      values: [event.position.toString()],
    });
    await client.query('commit');
  }
}
