// What PostgreSQL itself keeps apart, whatever a query forgets.
import { sql } from 'kysely';
import { Pool } from 'pg';
import { startTestPostgres } from '../../embedded/test/postgres.js';
import { connectDatabase, migrate, type Database, type Role } from '../src/index.js';

let server: Awaited<ReturnType<typeof startTestPostgres>>;
let owner: Pool;
const open: Database[] = [];
const connect = (role: Role, more: { max?: number; patienceMs?: number } = {}): Database => {
  const database = connectDatabase({ url: server.url, role, max: 2, ...more });
  open.push(database);
  return database;
};

beforeAll(async () => {
  server = await startTestPostgres();
  await migrate(server.url);
  owner = new Pool({ connectionString: server.url, max: 2 });
  owner.on('error', () => undefined); // the server may go before a connection does
  await owner.query(`
    insert into directory.tenants (id, name) values ('acme', 'Acme'), ('globex', 'Globex');
    insert into directory.users (tenant, id, login, name, role) values
      ('acme', 'abe', 'abe@acme.test', 'Abe', 'agent'), ('globex', 'gary', 'gary@globex.test', 'Gary', 'agent');
    insert into read.ticket_badge_cells
      (tenant, roll_up, status, state, needs_response, reopened, urgent, unassigned, cell, count) values
      ('acme', 'tenant', 'new', 'new', true, false, false, true, gen_random_uuid(), 3),
      ('globex', 'tenant', 'new', 'new', true, false, false, true, gen_random_uuid(), 5);`);
});
afterAll(async () => {
  await Promise.all(open.map(({ close }) => close()));
  await owner.end();
  await server.stop();
});

/** Every tenant that `tenant` can see anything of, in rows and in the directory. */
const seenBy = async ({ inTenant, db }: Database, tenant: string | null): Promise<string[]> => {
  const look = async (on: Pick<typeof db, 'selectFrom'>): Promise<string[]> => {
    const cells = await on.selectFrom('read.ticket_badge_cells').select('tenant').execute();
    const users = await on.selectFrom('directory.users').select('tenant').execute();
    return [...cells, ...users].map((row) => row.tenant);
  };
  return tenant === null ? look(db) : inTenant(tenant, look);
};

const namesIn = ({ inTenant }: Database) =>
  inTenant('acme', (tx) => tx.selectFrom('directory.users').select('name').execute());

describe.each(['ledgerdesk_api', 'ledgerdesk_worker'] as const)('as %s [I7]', (role) => {
  it('sees nothing without a tenant, and with one that tenant only', async () => {
    const database = connect(role);
    expect(await seenBy(database, null)).toEqual([]);
    expect(await seenBy(database, 'acme')).toEqual(['acme', 'acme']);
    expect(await seenBy(database, 'initech')).toEqual([]);
    // The setting ends with its transaction: the same connection knows no tenant afterwards.
    expect(await seenBy(database, null)).toEqual([]);
  });

  it('answers a question with that tenant only, whoever else used the connection, and whatever it is asked for', async () => {
    const { ask, db, pool } = connect(role);
    const question = { name: 'everybody_called', text: `select tenant from directory.users where login like $1` };
    const asked = (tenant: string, login: string) => ask<{ tenant: string }>(tenant, question, [login]);
    for (const tenant of ['acme', 'globex', 'acme', 'initech'])
      expect((await asked(tenant, '%')).map((row) => row.tenant)).toEqual(tenant === 'initech' ? [] : [tenant]);
    expect(await asked('acme', `'; update directory.users set login = 'x'; --`)).toEqual([]);
    expect(await asked('acme', '\\_')).toEqual([]);
    expect(await db.selectFrom('directory.users').select('tenant').execute()).toEqual([]);
    expect(pool.totalCount).toBe(1);

    const failing = { name: 'never', text: `select 1 / length($1)` };
    await expect(ask('acme', failing, [''])).rejects.toThrow('division by zero');
    await expect(ask('acme', failing, [''])).rejects.toThrow('division by zero');
    expect(await ask('acme', failing, ['x'])).toHaveLength(1);
    await expect(asked('acme"; --', '%')).rejects.toThrow(TypeError);
  });

  it('cannot write read models, nor the directory of another tenant', async () => {
    const { inTenant } = connect(role);
    const writes = inTenant('acme', (tx) =>
      tx.updateTable('read.ticket_badge_cells').set({ count: 0 }).where('tenant', '=', 'acme').execute(),
    );
    await expect(writes).rejects.toThrow('permission denied');
    const strays = inTenant('acme', (tx) =>
      tx
        .insertInto('directory.users')
        .values({ tenant: 'globex', id: 'eve', login: 'eve@globex.test', name: 'Eve', role: 'admin' })
        .execute(),
    );
    await expect(strays).rejects.toThrow('row-level security');
    const changed = await inTenant('acme', (tx) =>
      tx.updateTable('directory.users').set({ role: 'admin' }).where('id', '=', 'gary').executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
  });
});

it('goes red where row-level security is dropped', async () => {
  const database = connect('ledgerdesk_api');
  await owner.query('alter table read.ticket_badge_cells disable row level security');
  try {
    expect(await seenBy(database, 'acme')).toContain('globex');
  } finally {
    await owner.query('alter table read.ticket_badge_cells enable row level security');
  }
});

it('guards every table that knows tenants, those of its owner too', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace in ('read'::regnamespace, 'directory'::regnamespace)
      and (a.attname = 'tenant' or c.relname = 'tenants' and a.attname = 'id')
      and not (c.relrowsecurity and c.relforcerowsecurity)`);
  expect(rows).toEqual([]);
});

it('lets nobody but the projector write read models, and nobody but it reach all tenants', async () => {
  expect(await seenBy(connect('ledgerdesk_projector'), null).catch((error: unknown) => String(error))).toContain(
    'permission denied for schema directory',
  );
  const { db } = connect('ledgerdesk_projector');
  expect(await db.selectFrom('read.ticket_badge_cells').select('tenant').execute()).toHaveLength(2);
});

it('has no connection that works under the login instead of the role', async () => {
  const { db } = connect('ledgerdesk_api');
  await expect(db.selectFrom('vault.keys').select('key_id').execute()).resolves.toEqual([]);
  await owner.query('alter role ledgerdesk_api rename to ledgerdesk_gone');
  try {
    const { db: refused } = connect('ledgerdesk_api');
    await expect(refused.selectFrom('vault.keys').select('key_id').execute()).rejects.toThrow('ledgerdesk_api');
  } finally {
    await owner.query('alter role ledgerdesk_gone rename to ledgerdesk_api');
  }
});

it('migrates again, and from several processes at once, without a change', async () => {
  await Promise.all([migrate(server.url), migrate(server.url), migrate(server.url)]);
  expect(await seenBy(connect('ledgerdesk_api'), 'acme')).toEqual(['acme', 'acme']);
});

it('takes nothing for a tenant that is none', async () => {
  const { inTenant } = connect('ledgerdesk_api');
  for (const tenant of ['', "x', true); --", 'ACME', 'a'.repeat(33)])
    await expect(inTenant(tenant, () => Promise.resolve())).rejects.toThrow('not a tenant');
});

it('keeps what a failed piece of work wrote out, and the connection usable', async () => {
  const database = connect('ledgerdesk_api');
  const rename = database.inTenant('acme', async (tx) => {
    await tx.updateTable('directory.users').set({ name: 'Nobody' }).execute();
    throw new Error('no');
  });
  await expect(rename).rejects.toThrow('no');
  expect(await namesIn(database)).toEqual([{ name: 'Abe' }]);
});

it('keeps out what was written before the server froze, whoever works on that connection next', async () => {
  const database = connect('ledgerdesk_api', { max: 1, patienceMs: 300 });
  let frozen = 0;
  const stuck = database.inTenant('acme', async (tx) => {
    await tx.updateTable('directory.users').set({ name: 'Nobody' }).execute();
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    frozen = rows[0]?.pid ?? 0;
    process.kill(frozen, 'SIGSTOP');
    // The rollback waits behind it for as long as anything may wait here, and is given up too.
    await sql`select 1`.execute(tx);
  });
  await expect(stuck)
    .rejects.toThrow('timeout')
    .finally(() => process.kill(frozen, 'SIGCONT'));
  expect(await namesIn(database)).toEqual([{ name: 'Abe' }]);
  expect(await namesIn(connect('ledgerdesk_api'))).toEqual([{ name: 'Abe' }]);
});

it('ends at the server what takes longer than anybody waits for', async () => {
  const { db } = connect('ledgerdesk_api', { patienceMs: 300 });
  await expect(sql`select pg_sleep(60)`.execute(db)).rejects.toMatchObject({ code: '57014' });
  const { rows } = await owner.query(
    `select from pg_stat_activity where query like '%pg_sleep(60)' and state = 'active'`,
  );
  expect(rows).toEqual([]);
});
