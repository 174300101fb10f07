// What the worker keeps of its own. Its jobs are BullMQ's: those tables come with it (libs/jobs).
import { sql, type Kysely } from 'kysely';

export const worker = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create table worker.bookmarks (
          reaction text collate "C" primary key,
          position numeric(20, 0),
          updated_at timestamptz not null,
          halted text
        );
        alter table worker.bookmarks owner to ledgerdesk_worker;`,
      )
      .execute(db);
  },
};
