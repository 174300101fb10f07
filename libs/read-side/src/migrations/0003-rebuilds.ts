// Who wants which read model built anew, and how far that is. The projector does it; the API may only ask.
import { sql, type Kysely } from 'kysely';

export const rebuilds = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create table read.rebuilds (
          model text collate "C" primary key,
          at_least integer,
          ordered_at timestamptz not null,
          started_at timestamptz,
          finished_at timestamptz,
          discarded boolean not null default false,
          goal numeric(20, 0),
          postponed text[] not null default '{}',
          error text
        );
        alter table read.rebuilds owner to ledgerdesk_projector;
        grant select on read.rebuilds to ledgerdesk_api, ledgerdesk_worker;

        -- False: one is under way.
        create function read.order_rebuild(wanted text, version integer default null) returns boolean
          language sql security definer set search_path = pg_catalog, pg_temp
          as $$
            with ordered as (
              insert into read.rebuilds as r (model, at_least, ordered_at) values (wanted, version, clock_timestamp())
              on conflict (model) do update
                set at_least = excluded.at_least, ordered_at = excluded.ordered_at, started_at = null, finished_at = null, discarded = false, goal = null,
                  error = null
                where r.finished_at is not null or r.error is not null
              returning 1
            )
            select exists (select from ordered)
          $$;
        -- False: there is nothing to give up.
        create function read.discard_rebuild(unwanted text) returns boolean
          language sql security definer set search_path = pg_catalog, pg_temp
          as $$
            with given_up as (
              update read.rebuilds set discarded = true where model = unwanted and finished_at is null returning 1
            )
            select exists (select from given_up)
          $$;
        alter function read.order_rebuild(text, integer) owner to ledgerdesk_projector;
        alter function read.discard_rebuild(text) owner to ledgerdesk_projector;
        revoke execute on function read.order_rebuild(text, integer), read.discard_rebuild(text) from public;
        grant execute on function read.order_rebuild(text, integer), read.discard_rebuild(text) to ledgerdesk_api;`,
      )
      .execute(db);
  },
};
