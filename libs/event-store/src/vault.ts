// The keys personal data is sealed with: one per ticket, kept in PostgreSQL wrapped by the master key, never in the log.
// Destroying a key erases what it sealed, everywhere and for good; the events stay where they are.
import { randomBytes, randomUUID } from 'node:crypto';
import type { ClientConfig, Pool, QueryResultRow } from 'pg';
import { destroyedChannel, hearOfDestroyedKeys } from './destroyed-keys.js';
import { UnknownKey, VaultUnavailable, WrongMasterKey } from './errors.js';
import { decrypt, encrypt } from './sealing.js';

export interface KeyRing {
  /** Id of a key nobody has used. */
  fresh(): Promise<string>;
  /** 32-byte keys by id; null for a destroyed one, no entry for one that never was. */
  get(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer | null>>;
  /** For good, and not to be waited for: what the key sealed is unreadable when this returns. */
  destroy(id: string): Promise<void>;
  /** Another process destroyed it: ask the vault again. */
  forget(id: string): void;
}

const keyBytes = 32;
const refillAt = 16;

/** @throws WrongMasterKey when the text is not 32 bytes in base64 */
export function parseMasterKey(base64: string): Buffer {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(base64.trim()))
    throw new WrongMasterKey(
      'the vault key must be 32 bytes in base64 (44 characters), as `openssl rand -base64 32` prints it',
    );
  return Buffer.from(base64, 'base64');
}

export interface VaultOptions {
  readonly pool: Pool;
  /** 32 bytes */
  readonly masterKey: Buffer;
  /** unwrapped keys held in memory (10 000) */
  readonly capacity?: number;
  /** keys made at once (64) */
  readonly blockSize?: number;
}

/** @throws VaultUnavailable, WrongMasterKey, UnknownKey (from its methods) */
export class Vault implements KeyRing {
  readonly #pool: Pool;
  readonly #masterKey: Buffer;
  readonly #capacity: number;
  readonly #blockSize: number;
  /** Most recently used last; null: destroyed. */
  readonly #known = new Map<string, Buffer | null>();
  #unused: string[] = [];
  #refilling: Promise<void> | null = null;
  /** Grows with each key given up, so that an answer already on its way is not remembered. */
  #givenUp = 0;

  constructor({ pool, masterKey, capacity = 10_000, blockSize = 64 }: VaultOptions) {
    if (masterKey.length !== keyBytes) throw new WrongMasterKey(`the vault key must be ${keyBytes} bytes`);
    this.#pool = pool;
    this.#masterKey = masterKey;
    this.#capacity = capacity;
    this.#blockSize = blockSize;
  }

  async fresh(): Promise<string> {
    for (;;) {
      const id = this.#unused.pop();
      if (this.#unused.length < refillAt) {
        const refilling = this.#refill();
        if (id === undefined) await refilling;
        else refilling.catch(() => undefined); // whoever finds the block empty tries again and hears of it
      }
      if (id !== undefined) return id;
    }
  }

  async get(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer | null>> {
    const found = new Map<string, Buffer | null>();
    const missing: string[] = [];
    for (const id of ids) {
      const key = this.#known.get(id);
      if (key === undefined) missing.push(id);
      else {
        found.set(id, key);
        this.#remember(id, key);
      }
    }
    if (missing.length === 0) return found;
    const asOf = this.#givenUp;
    const rows = await this.#query<{ key_id: string; wrapped: Buffer | null }>(
      'select key_id, wrapped from vault.keys where key_id = any($1::uuid[])',
      [missing],
    );
    for (const { key_id: id, wrapped } of rows) {
      const key = wrapped && this.#unwrap(id, wrapped);
      found.set(id, key);
      if (asOf === this.#givenUp) this.#remember(id, key);
    }
    return found;
  }

  async destroy(id: string): Promise<void> {
    const rows = await this.#query(
      `with gone as (
        update vault.keys set wrapped = null, destroyed_at = coalesce(destroyed_at, now()) where key_id = $1 returning key_id
      ) select pg_notify('${destroyedChannel}', key_id::text) from gone`,
      [id],
    );
    if (rows.length === 0) throw new UnknownKey(id);
    this.forget(id);
    this.#remember(id, null);
  }

  forget(id: string): void {
    this.#givenUp += 1;
    this.#known.delete(id);
  }

  /** Forgets what other processes destroy, as it happens, until the returned function is called. */
  listen(connection: ClientConfig): Promise<() => Promise<void>> {
    return hearOfDestroyedKeys(connection, {
      onDestroyed: (id) => this.forget(id),
      onGap: () => {
        this.#givenUp += 1;
        this.#known.clear();
      },
    });
  }

  #refill(): Promise<void> {
    this.#refilling ??= this.#makeBlock().finally(() => (this.#refilling = null));
    return this.#refilling;
  }

  async #makeBlock(): Promise<void> {
    const block = Array.from({ length: this.#blockSize }, () => ({ id: randomUUID(), key: randomBytes(keyBytes) }));
    await this.#query(
      'insert into vault.keys (key_id, wrapped, created_at) select id, wrapped, now() from unnest($1::uuid[], $2::bytea[]) as made (id, wrapped)',
      [block.map(({ id }) => id), block.map(({ id, key }) => encrypt(this.#masterKey, key, id))],
    );
    for (const { id, key } of block) {
      this.#remember(id, key);
      this.#unused.push(id);
    }
  }

  #unwrap(id: string, wrapped: Buffer): Buffer {
    try {
      // In memory of its own: what decrypting returns is a piece of Node's pool, and would hold 8 KiB of it.
      const key = Buffer.alloc(keyBytes);
      decrypt(this.#masterKey, wrapped, id).copy(key);
      return key;
    } catch (cause) {
      throw new WrongMasterKey(`key ${id} was not wrapped with this vault key`, { cause });
    }
  }

  #remember(id: string, key: Buffer | null): void {
    this.#known.delete(id);
    this.#known.set(id, key);
    if (this.#known.size <= this.#capacity) return;
    const [oldest] = this.#known.keys();
    if (oldest !== undefined) this.#known.delete(oldest);
  }

  async #query<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
    try {
      return (await this.#pool.query<Row>(text, values)).rows;
    } catch (cause) {
      throw new VaultUnavailable(cause instanceof Error ? cause.message : String(cause), { cause });
    }
  }
}
