// Lets a projector send its writes and its commit together: what touches other rows than it should fails by itself.
import { sql, type Kysely } from 'kysely';

export const expectedRows = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create function read.expect_rows(touched bigint, wanted bigint) returns void
          language plpgsql
          as $$
            begin
              if touched <> wanted then
                raise exception using errcode = 'LD001', message = format('%s of %s rows', touched, wanted);
              end if;
            end
          $$;
        revoke execute on function read.expect_rows(bigint, bigint) from public;
        grant execute on function read.expect_rows(bigint, bigint) to ledgerdesk_projector;`,
      )
      .execute(db);
  },
};
