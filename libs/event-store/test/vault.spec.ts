import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { freePort, startPostgres, type Postgres } from '#embedded';
import {
  ERASED,
  KeyDestroyed,
  parseMasterKey,
  UnknownKey,
  Vault,
  VaultUnavailable,
  verifyChain,
  WrongMasterKey,
  type EventLog,
} from '#event-store';
import { migrate } from '#read-side';
import type { TestEvents } from './events.js';
import { all, context, someStream, TestNode, until } from './support.js';

const masterKey = randomBytes(32);
let directory: string;
let postgres: Postgres;
let pool: Pool;
/** Texts of the statements sent since the test began. */
const sent: string[] = [];
const sentLike = (start: string) => sent.filter((text) => text.startsWith(start)).length;
/** Answers to selects arrive only after this. */
let selectsHeldBy: Promise<unknown> | null = null;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'vault-'));
  postgres = await startPostgres({ dataDir: join(directory, 'pg') });
  await migrate(postgres.url);
  pool = new Pool({ connectionString: postgres.url, max: 4 });
  pool.on('error', () => undefined); // an idle connection that breaks is replaced
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    client.query = ((text: string, ...rest: unknown[]) => {
      sent.push(text);
      const [callback] = rest.slice(-1);
      if (!selectsHeldBy || !text.startsWith('select') || typeof callback !== 'function') return query(text, ...rest);
      const held = selectsHeldBy;
      return query(text, ...rest.slice(0, -1), (...answer: unknown[]) => {
        void held.then(() => (callback as (...args: unknown[]) => void)(...answer));
      });
    }) as typeof client.query;
  });
});
beforeEach(() => void (sent.length = 0));
afterAll(async () => {
  await pool.end();
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
});

const newVault = (more: Partial<ConstructorParameters<typeof Vault>[0]> = {}) =>
  new Vault({ pool, masterKey, ...more });
const rowsInVault = async () =>
  Number((await pool.query<{ n: string }>('select count(*) as n from vault.keys')).rows[0]?.n);

describe('the vault', () => {
  it('hands each key out once, however many ask at once, and makes them in blocks', async () => {
    const vault = newVault();
    const ids = await Promise.all(Array.from({ length: 300 }, () => vault.fresh()));
    expect(new Set(ids).size).toBe(300);
    expect(sentLike('insert')).toBeLessThanOrEqual(6);
    const keys = await vault.get(ids);
    expect(sentLike('select')).toBe(0);
    expect(new Set([...keys.values()].map((key) => key?.toString('hex'))).size).toBe(300);
  });

  it('fetches the next block before the last is used up', async () => {
    const vault = newVault();
    for (let i = 0; i < 60; i += 1) await vault.fresh();
    const before = await until(async () => (sentLike('insert') === 2 ? sent.length : null));
    for (let i = 0; i < 40; i += 1) await vault.fresh();
    expect(sent.length).toBe(before);
  });

  it('gives every process the same key, with one query for all that are missing', async () => {
    const [here, there] = [newVault(), newVault()];
    const ids = await Promise.all(Array.from({ length: 50 }, () => here.fresh()));
    sent.length = 0;
    expect(await there.get(ids)).toEqual(await here.get(ids));
    expect(await there.get(ids)).toEqual(await here.get(ids));
    expect(await there.get([])).toEqual(new Map());
    expect(sentLike('select')).toBe(1);
  });

  it('stores keys only wrapped, each bound to its own id', async () => {
    const vault = newVault();
    const [a, b] = [await vault.fresh(), await vault.fresh()];
    const key = (await vault.get([a])).get(a);
    const { rows } = await pool.query<{ wrapped: Buffer }>('select wrapped from vault.keys where key_id = $1', [a]);
    expect(rows[0]?.wrapped).toHaveLength(12 + 32 + 16);
    expect(rows[0]?.wrapped.includes(key as Buffer)).toBe(false);
    await pool.query('update vault.keys set wrapped = $2 where key_id = $1', [b, rows[0]?.wrapped]);
    await expect(newVault().get([b])).rejects.toBeInstanceOf(WrongMasterKey);
    await expect(newVault({ masterKey: randomBytes(32) }).get([a])).rejects.toBeInstanceOf(WrongMasterKey);
  });

  it('knows a destroyed key as destroyed, here at once and elsewhere when told', async () => {
    const [here, there] = [newVault(), newVault()];
    const id = await here.fresh();
    await there.get([id]);
    await here.destroy(id);
    expect((await here.get([id])).get(id)).toBeNull();
    expect((await there.get([id])).get(id)).toBeInstanceOf(Buffer);
    there.forget(id);
    expect((await there.get([id])).get(id)).toBeNull();
    const { rows } = await pool.query('select wrapped, destroyed_at from vault.keys where key_id = $1', [id]);
    expect(rows[0]).toMatchObject({ wrapped: null, destroyed_at: expect.any(Date) as Date });
    await here.destroy(id);
    expect((await pool.query('select destroyed_at from vault.keys where key_id = $1', [id])).rows[0]).toEqual({
      destroyed_at: (rows[0] as { destroyed_at: Date }).destroyed_at,
    });
  });

  it('does not remember a key it was reading while the key was destroyed', async () => {
    const [here, there] = [newVault(), newVault()];
    const id = await here.fresh();
    let release = (): void => undefined;
    selectsHeldBy = new Promise<void>((resolve) => (release = resolve));
    const reading = there.get([id]);
    await there.destroy(id);
    release();
    selectsHeldBy = null;
    expect((await reading).get(id)).toBeInstanceOf(Buffer); // it was asked for before
    expect((await there.get([id])).get(id)).toBeNull();
  });

  it('tells an unknown key from a destroyed one', async () => {
    const id = randomUUID();
    expect((await newVault().get([id])).has(id)).toBe(false);
    await expect(newVault().destroy(id)).rejects.toBeInstanceOf(UnknownKey);
  });

  it('holds no more keys in memory than told', async () => {
    const vault = newVault({ capacity: 3 });
    const ids = await Promise.all(Array.from({ length: 10 }, () => vault.fresh()));
    for (const id of ids) await vault.get([id]);
    sent.length = 0;
    await vault.get(ids.slice(-3));
    expect(sentLike('select')).toBe(0);
    await vault.get(ids.slice(0, 1));
    expect(sentLike('select')).toBe(1);
  });

  it('holds no more memory for a key than the key [I9]', async () => {
    const id = await newVault().fresh();
    const key = (await newVault().get([id])).get(id);
    expect(key?.buffer.byteLength).toBe(32);
  });

  it('says so when PostgreSQL is away, and works again when it is back', async () => {
    const port = await freePort();
    const away = new Pool({ connectionString: `postgres://postgres@127.0.0.1:${port}/postgres` });
    const vault = newVault({ pool: away });
    await expect(vault.fresh()).rejects.toBeInstanceOf(VaultUnavailable);
    await expect(vault.get([randomUUID()])).rejects.toBeInstanceOf(VaultUnavailable);
    await expect(vault.destroy(randomUUID())).rejects.toBeInstanceOf(VaultUnavailable);
    await away.end();

    const here = newVault();
    const before = await rowsInVault();
    await pool.query('alter table vault.keys rename to keys_away');
    await expect(Promise.all([here.fresh(), here.fresh()])).rejects.toBeInstanceOf(VaultUnavailable);
    await pool.query('alter table vault.keys_away rename to keys');
    expect(await rowsInVault()).toBe(before);
    expect(await here.fresh()).toMatch(/^[0-9a-f-]{36}$/);
    expect(await rowsInVault()).toBe(before + 64);
  });

  it('takes a master key of 32 bytes in base64 and nothing else', () => {
    expect(parseMasterKey(masterKey.toString('base64'))).toEqual(masterKey);
    for (const text of ['', 'secret', masterKey.toString('hex'), randomBytes(31).toString('base64')])
      expect(() => parseMasterKey(text)).toThrow(WrongMasterKey);
    expect(() => newVault({ masterKey: randomBytes(16) })).toThrow(WrongMasterKey);
  });
});

describe('an event log with a vault', () => {
  let node: TestNode;
  let vault: Vault;
  let log: EventLog<TestEvents>;
  beforeAll(async () => {
    node = await TestNode.start();
    vault = newVault();
    log = node.connect({ keys: vault });
  });
  afterAll(() => node.close());

  const write = async (stream: string, text: string, keyId: string) =>
    log.append(stream, {
      expected: 'no-stream',
      prevHash: null,
      events: [{ type: 'NoteWritten', data: { author: 'abe', text, extra: { phone: text } } }],
      context: context({ keyId }),
    });
  const textIn = async (reader: EventLog<TestEvents>, stream: string) => (await reader.last(stream))?.data;

  it('stores no personal text, and shows an erased marker everywhere once the key is destroyed', async () => {
    const [stream, keyId] = [someStream(), await vault.fresh()];
    const { recorded } = await write(stream, 'geheim', keyId);
    const [raw] = await all(log.loadRaw(stream));
    expect(JSON.stringify([raw?.data, raw?.metadata])).not.toContain('geheim');
    const other = node.connect({ keys: newVault() });
    expect(await all(other.load(stream))).toEqual(recorded);

    await vault.destroy(keyId);
    const erased = { author: 'abe', text: ERASED, extra: { phone: ERASED } };
    expect(await textIn(log, stream)).toEqual(erased);
    expect(await textIn(node.connect({ keys: newVault() }), stream)).toEqual(erased);
    expect(await verifyChain(log.loadRaw(stream))).toEqual({ ok: true, checked: 1 });
    await expect(write(someStream(), 'again', keyId)).rejects.toBeInstanceOf(KeyDestroyed);
    await expect(write(someStream(), 'again', randomUUID())).rejects.toBeInstanceOf(UnknownKey);
  });

  it('asks the vault once for all the keys of a batch', async () => {
    const streams = Array.from({ length: 40 }, () => someStream('batch'));
    for (const stream of streams) await write(stream, stream, await vault.fresh());
    const reader = node.connect({ keys: newVault() });
    sent.length = 0;
    let batches = 0;
    const texts: unknown[] = [];
    for await (const { events } of reader.readAll({ streamPrefixes: ['batch-'] })) {
      batches += events.length > 0 ? 1 : 0;
      texts.push(...events.map(({ data }) => (data as { text: string }).text));
    }
    expect(texts).toEqual(streams);
    expect(sentLike('select')).toBeLessThanOrEqual(batches);
  });

  it('waits for the vault while following, and misses nothing', async () => {
    const streams = Array.from({ length: 5 }, () => someStream('waits'));
    for (const stream of streams) await write(stream, stream, await vault.fresh());
    await pool.query('alter table vault.keys rename to keys_away');
    const stop = new AbortController();
    const troubles: unknown[] = [];
    const texts: unknown[] = [];
    const follow = {
      after: null,
      streamPrefixes: ['waits-'],
      signal: stop.signal,
      onTrouble: (e: unknown) => troubles.push(e),
    };
    const following = (async () => {
      for await (const { events, caughtUp } of node.connect({ keys: newVault() }).follow(follow)) {
        texts.push(...events.map(({ data }) => (data as { text: string }).text));
        if (caughtUp) stop.abort();
      }
    })();
    await until(() => Promise.resolve(troubles.length > 0));
    await pool.query('alter table vault.keys_away rename to keys');
    await following;
    expect(troubles[0]).toBeInstanceOf(VaultUnavailable);
    expect(texts).toEqual(streams);
  });
});
