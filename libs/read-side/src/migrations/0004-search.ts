// Search by text. LIKE is not leakproof, so row-level security keeps it from every index: this function runs as the role
// that may read all tenants' texts, looks at those of the transaction's tenant only, and tells nothing but ids.
import { sql, type Kysely } from 'kysely';

export const search = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create function read.tickets_mentioning(part text, kinds text[], at_most integer) returns setof uuid
          language plpgsql stable security definer
          set search_path = pg_catalog, pg_temp
          -- A pattern is only looked up in an index when it is known at planning.
          set plan_cache_mode = force_custom_plan
          as $$
          declare
            pattern constant text := '%' || regexp_replace(part, '([\\\\%_])', '\\\\\\1', 'g') || '%';
          begin
            return query select s.ticket_id from read.ticket_search s
              where s.tenant = current_setting('ledgerdesk.tenant', true)
                and s.kind <> 'label' and s.kind = any (kinds) and s.text ilike pattern
              limit at_most;
          end $$;
        alter function read.tickets_mentioning owner to ledgerdesk_projector;
        revoke all on function read.tickets_mentioning from public;
        grant execute on function read.tickets_mentioning to ledgerdesk_api;`,
      )
      .execute(db);
  },
};
