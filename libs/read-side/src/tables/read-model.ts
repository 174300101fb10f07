// What all read models' tables have in common. A read model is never migrated: its DDL is a function of the table's name,
// so that a rebuild can create the next version beside the live one, with grants and row-level security in place.
import { sql, type Kysely } from 'kysely';

/** Slugs, ids and codes: compared byte by byte, whatever the database's language. */
export const code = 'text collate "C"';

export interface ReadModelTables {
  readonly model: string;
  /** `ddl(table)` creates the table in schema `read` under that name; its indexes' names begin with it. */
  readonly tables: readonly { readonly name: string; readonly ddl: (table: string) => string }[];
}

/** Every process but the projector sees the rows of one tenant: the one set for the transaction. */
export const readPolicies = (table: string): string => `
  alter table read.${table} enable row level security, force row level security;
  create policy tenant on read.${table} for select to ledgerdesk_api, ledgerdesk_worker
    using (tenant = current_setting('ledgerdesk.tenant', true));
  create policy projector on read.${table} to ledgerdesk_projector using (true) with check (true);
  alter table read.${table} owner to ledgerdesk_projector;
  grant select on read.${table} to ledgerdesk_api, ledgerdesk_worker;`;

/** Creates the tables that are missing, under their names plus `suffix` (live ones have none). */
export async function createReadModel(db: Kysely<unknown>, { tables }: ReadModelTables, suffix = ''): Promise<void> {
  for (const { name, ddl } of tables) {
    const table = name + suffix;
    const { rows } = await sql<{ there: boolean }>`select to_regclass(${`read.${table}`}) is not null as there`.execute(
      db,
    );
    if (rows[0]?.there === false) await sql.raw(ddl(table)).execute(db);
  }
}
