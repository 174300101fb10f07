// The way into PostgreSQL: every process under its own role, every tenant's rows inside a transaction of that tenant.
import { CompiledQuery, Kysely, PostgresDialect, Transaction, type KyselyProps } from 'kysely';
import {
  escapeLiteral,
  Pool,
  TypeOverrides,
  types as pgTypes,
  type ClientConfig,
  type PoolClient,
  type PoolConfig,
  type QueryResult,
} from 'pg';
import type { Tables } from './tables/database.js';

export type Role = 'ledgerdesk_api' | 'ledgerdesk_projector' | 'ledgerdesk_worker';
export type Tx = Transaction<Tables>;

export interface Database {
  /** Without a tenant: tables of tenants look empty here to all but the projector. */
  readonly db: Kysely<Tables>;
  readonly pool: Pool;
  /** One transaction that sees and touches this tenant only. Rolled back when `work` throws. */
  readonly inTenant: <T>(tenant: string, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** What this tenant's rows answer. It is one round trip, and the statement is planned once for each connection. */
  readonly ask: <Row extends object>(
    tenant: string,
    question: Question<Row>,
    values: readonly string[],
  ) => Promise<Row[]>;
  readonly close: () => Promise<void>;
}

/** One reading statement. Its parameters are text; what else it needs it casts. */
export interface Question<Row extends object> {
  /** unique in the product */
  readonly name: string;
  readonly text: string;
  /** never there: the shape of an answer's rows */
  readonly row?: Row;
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

/** The server ends a statement that takes too long, so that nothing goes on for nobody; only on a server that does not is it given up. */
const patience = (ms: number): PoolConfig => ({
  connectionTimeoutMillis: ms,
  statement_timeout: ms,
  query_timeout: ms + 500,
});

export function connectDatabase({ url, role, max, patienceMs = 0 }: Connecting): Database {
  const pool = new Pool({ ...asRole(url, role), max, ...(patienceMs > 0 && patience(patienceMs)) });
  pool.on('error', () => undefined); // an idle connection broke: the pool opens another when one is needed
  // Where even its rollback got no answer in time, a transaction is open: the next user's commit would be its commit too.
  pool.on('release', (_error, client) => {
    if (client.getTransactionStatus() !== 'I') void client.end();
  });
  const config = { dialect: new PostgresDialect({ pool }) };
  const db = new Kysely<Tables>(config);
  const executor = db.getExecutor();
  const driver = config.dialect.createDriver(); // only names the dialect's driver in a Transaction; queries go through `executor`

  const inTenant: Database['inTenant'] = async (tenant, work) => {
    const begin = beginAs(tenant);
    return executor.provideConnection(async (connection) => {
      const run = (text: string) => connection.executeQuery(CompiledQuery.raw(text));
      const props: KyselyProps = {
        config,
        driver,
        dialect: config.dialect,
        executor: executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) }),
      };
      try {
        await run(begin);
        const result = await work(new Transaction<Tables>(props));
        await run('commit');
        return result;
      } catch (error) {
        await run('rollback').catch(() => undefined);
        throw error;
      }
    });
  };

  const prepared = new WeakMap<PoolClient, Set<string>>();
  const ask: Database['ask'] = async (tenant, { name, text }, values) => {
    const begin = beginAs(tenant);
    const client = await pool.connect();
    const there = prepared.get(client) ?? new Set();
    prepared.set(client, there);
    const steps = [begin, `execute ${name}(${values.map(escapeLiteral).join(', ')})`, 'commit'];
    if (!there.has(name)) steps.unshift(`prepare ${name} as ${text}`);
    try {
      // Several statements in one message are several results.
      const results = (await client.query(steps.join('; '))) as unknown as QueryResult[];
      there.add(name);
      client.release();
      return (results.at(-2)?.rows ?? []) as never;
    } catch (error) {
      client.release(true); // half a transaction, or a statement that may or may not be prepared, ends with its connection
      throw error;
    }
  };
  return { db, pool, inTenant, ask, close: () => db.destroy() };
}

/** One simple query, so one round trip for both. */
function beginAs(tenant: string): string {
  if (!/^[a-z0-9]{1,32}$/.test(tenant)) throw new TypeError(`not a tenant: ${JSON.stringify(tenant)}`);
  return `begin; select set_config('ledgerdesk.tenant', '${tenant}', true)`;
}
