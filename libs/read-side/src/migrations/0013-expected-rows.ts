// Lets a projector send a whole transaction at once: what touches other rows than it should fails by itself.
import { sql, type Kysely } from 'kysely';

export const expectedRows = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create function read.expect_rows(touched bigint, wanted bigint, otherwise text default 'LD001') returns void
          language plpgsql
          as $$
            begin
              if touched <> wanted then
                raise exception using errcode = otherwise, message = format('%s of %s rows', touched, wanted);
              end if;
            end
          $$;
        revoke execute on function read.expect_rows(bigint, bigint, text) from public;
        grant execute on function read.expect_rows(bigint, bigint, text) to ledgerdesk_projector;`,
      )
      .execute(db);
  },
};
