// What only the worker can count, for the one page of figures that the API shows.
import { sql, type Kysely } from 'kysely';

export const figures = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create table worker.figures (
          name text collate "C" not null,
          label text collate "C" not null,
          value double precision not null,
          updated_at timestamptz not null,
          primary key (name, label)
        );
        alter table worker.figures owner to ledgerdesk_worker;
        grant usage on schema worker to ledgerdesk_api;
        grant select on worker.figures to ledgerdesk_api;`,
      )
      .execute(db);
  },
};
