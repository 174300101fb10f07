// The way into PostgreSQL: every process under its own role, every tenant's rows inside a transaction of that tenant.
import { CompiledQuery, Kysely, PostgresDialect, Transaction, type KyselyProps } from 'kysely';
import { Pool, TypeOverrides, types as pgTypes, type ClientConfig } from 'pg';
import type { Tables } from './tables/database.js';

export type Role = 'ledgerdesk_api' | 'ledgerdesk_projector' | 'ledgerdesk_worker';
export type Tx = Transaction<Tables>;

export interface Database {
  /** Without a tenant: tables of tenants look empty here to all but the projector. */
  readonly db: Kysely<Tables>;
  readonly pool: Pool;
  /** One transaction that sees and touches this tenant only. Rolled back when `work` throws. */
  readonly inTenant: <T>(tenant: string, work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Times are ISO 8601 UTC strings with milliseconds; counts are numbers; numeric(20), that is positions and revisions, stays text. */
export const types = new TypeOverrides();
types.setTypeParser(pgTypes.builtins.TIMESTAMPTZ, (text: string) =>
  text.endsWith('infinity') ? text : new Date(text).toISOString(),
);
types.setTypeParser(pgTypes.builtins.INT8, exactNumber);

function exactNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit into a number`);
  return value;
}

/** What a connection needs to work under `role` from its first statement on: a connection without the role does not come about. */
export const asRole = (url: string, role: Role): ClientConfig => ({
  connectionString: url,
  options: `-c role=${role} -c timezone=UTC`,
  types,
  keepAlive: true,
});

export interface Connecting {
  readonly url: string;
  readonly role: Role;
  /** connections at most; nothing is connected before the first query */
  readonly max: number;
  /** how long a connection and each statement may take before they fail; for ever unless given */
  readonly patienceMs?: number;
}

export function connectDatabase({ url, role, max, patienceMs = 0 }: Connecting): Database {
  const patience = { connectionTimeoutMillis: patienceMs, ...(patienceMs > 0 && { query_timeout: patienceMs }) };
  const pool = new Pool({ ...asRole(url, role), max, ...patience });
  pool.on('error', () => undefined); // an idle connection broke: the pool opens another when one is needed
  const config = { dialect: new PostgresDialect({ pool }) };
  const db = new Kysely<Tables>(config);
  const executor = db.getExecutor();
  const driver = config.dialect.createDriver(); // only names the dialect's driver in a Transaction; queries go through `executor`

  const inTenant: Database['inTenant'] = async (tenant, work) => {
    if (!/^[a-z0-9]{1,32}$/.test(tenant)) throw new TypeError(`not a tenant: ${JSON.stringify(tenant)}`);
    return executor.provideConnection(async (connection) => {
      const run = (text: string) => connection.executeQuery(CompiledQuery.raw(text));
      const props: KyselyProps = {
        config,
        driver,
        dialect: config.dialect,
        executor: executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) }),
      };
      // One simple query, so one round trip for both.
      await run(`begin; select set_config('ledgerdesk.tenant', '${tenant}', true)`);
      try {
        const result = await work(new Transaction<Tables>(props));
        await run('commit');
        return result;
      } catch (error) {
        await run('rollback').catch(() => undefined);
        throw error;
      }
    });
  };
  return { db, pool, inTenant, close: () => db.destroy() };
}
