// Brings a database to the shape this version expects. The one file that knows kysely's Migrator: it moves in 0.29.
import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { foundation } from './migrations/0001-foundation.js';
import { worker } from './migrations/0002-worker.js';
import { rebuilds } from './migrations/0003-rebuilds.js';
import { search } from './migrations/0004-search.js';
import { figures } from './migrations/0005-figures.js';
import { directory } from './migrations/0006-directory.js';
import { identity } from './migrations/0007-identity.js';
import { limits } from './migrations/0009-limits.js';
import { catalogues } from './migrations/0010-catalogues.js';
import { surfaces } from './migrations/0011-surfaces.js';
import { refusedCommands } from './migrations/0012-refusals.js';
import { expectedRows } from './migrations/0013-expected-rows.js';
import { createReadModel } from './tables/read-model.js';
import { readModels } from './tables/read-models.js';

/** In order, append-only. */
const migrations = {
  '0001-foundation': foundation,
  '0002-worker': worker,
  '0003-rebuilds': rebuilds,
  '0004-search': search,
  '0005-figures': figures,
  '0006-directory': directory,
  '0007-identity': identity,
  '0011-surfaces': surfaces,
  '0009-limits': limits,
  '0010-catalogues': catalogues,
  '0012-refusals': refusedCommands,
  '0013-expected-rows': expectedRows,
};

/**
 * Runs what is missing, as a role that may create schemas and roles. Safe to call again, and from several processes at
 * once: all but the first wait. Throws what PostgreSQL says; nothing is left half done.
 */
export const migrate = (url: string): Promise<void> =>
  migrating(url, async (migrator, db) => {
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    for (const model of readModels) await createReadModel(db, model);
  });

/**
 * Gives a fresh database the shape of an older version, for rows of that time to be put into; `migrate` then takes both
 * on. `names`: all that had run there, in order. @throws UnknownShape when this program never had that shape
 */
export async function migrateAsFarAs(url: string, names: readonly string[]): Promise<void> {
  const known = Object.keys(migrations).toSorted();
  const last = names.at(-1);
  if (last === undefined || names.some((name, index) => name !== known[index])) {
    throw new UnknownShape('it was made by a newer version of Ledgerdesk, or by none that was released');
  }
  await migrating(url, async (migrator) => {
    const { error } = await migrator.migrateTo(last);
    if (error !== undefined) throw error;
  });
}

export class UnknownShape extends Error {}

async function migrating(url: string, run: (migrator: Migrator, db: Kysely<unknown>) => Promise<void>): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1 });
  pool.on('error', () => undefined); // a server that goes away meanwhile fails the statement at hand, not the process
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await sql`select pg_advisory_lock(hashtext('ledgerdesk.migrate'))`.execute(db);
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(migrations) },
      migrationTableSchema: 'migrations',
    });
    await run(migrator, db);
  } finally {
    await db.destroy();
  }
}
