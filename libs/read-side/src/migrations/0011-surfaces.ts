// A reply is found by its id alone. A database that has its threads already gets the index here, without a rebuild.
import { sql, type Kysely } from 'kysely';

export const surfaces = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`do $$ begin
      if to_regclass('read.ticket_thread') is not null then
        create index if not exists ticket_thread_entry on read.ticket_thread (tenant, entry_id) where kind = 'reply';
      end if;
    end $$`.execute(db);
  },
};
