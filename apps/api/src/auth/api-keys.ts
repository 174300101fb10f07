// Keys of programs, in PostgreSQL: `ldk_<tenant>_<id>_<secret>`. The secret is told once and kept as SHA-256.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#read-side';

export interface ApiKeyText {
  readonly tenant: string;
  readonly id: string;
  readonly hash: Buffer;
}

export interface LiveKey {
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
}

export interface ApiKey {
  readonly id: string;
  /** what the key begins with */
  readonly prefix: string;
  readonly last4: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly owner: { readonly id: string; readonly name: string };
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
}

const keyText = /^ldk_([a-z0-9]{1,32})_([0-9a-f]{16})_([0-9a-f]{64})$/;
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export const looksLikeKey = (text: string): boolean => text.startsWith('ldk_');

export function readKey(text: string): ApiKeyText | null {
  const [, tenant, id, secret] = keyText.exec(text) ?? [];
  return tenant && id && secret ? { tenant, id, hash: hashOf(secret) } : null;
}

const unexpired = sql<boolean>`(expires_at is null or expires_at > now())`;
const nobodys = Buffer.alloc(32);

/** null: wrong, unknown, revoked or expired, which take the same time. Finding it is using it. */
export async function findKey(tx: Tx, { tenant, id, hash }: ApiKeyText): Promise<LiveKey | null> {
  const row = await tx
    .selectFrom('directory.api_keys')
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where(unexpired)
    .select(['user_id', 'scopes', 'expires_at', 'hash'])
    .select(sql<boolean>`coalesce(last_used_at < now() - interval '1 minute', true)`.as('unmarked'))
    .executeTakeFirst();
  if (!timingSafeEqual(row?.hash ?? nobodys, hash) || !row) return null;
  if (row.unmarked) {
    await tx
      .updateTable('directory.api_keys')
      .set({ last_used_at: sql<string>`now()` })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .execute();
  }
  const expiresAt = row.expires_at === null ? null : new Date(row.expires_at);
  return { userId: row.user_id, scopes: row.scopes, expiresAt };
}

/** Which of the keys are good, by id, with their scopes. */
export async function keysAmong(
  tx: Tx,
  tenant: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('directory.api_keys')
    .where('tenant', '=', tenant)
    .where('id', 'in', ids)
    .where(unexpired)
    .select(['id', 'scopes'])
    .execute();
  return new Map(rows.map(({ id, scopes }) => [id, scopes]));
}

export interface KeyWanted {
  readonly tenant: string;
  readonly userId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string | null;
}

/** Answers its id, and the key as its owner has to keep it. */
export async function addKey(tx: Tx, { tenant, userId, name, scopes, expiresAt }: KeyWanted) {
  const [id, secret] = [randomBytes(8).toString('hex'), randomBytes(32).toString('hex')];
  await tx
    .insertInto('directory.api_keys')
    .values({
      tenant,
      id,
      user_id: userId,
      hash: hashOf(secret),
      last4: secret.slice(-4),
      name,
      scopes: [...scopes],
      expires_at: expiresAt,
    })
    .execute();
  return { id, key: `ldk_${tenant}_${id}_${secret}` };
}

const rowsOf = (tx: Tx, tenant: string) =>
  tx
    .selectFrom('directory.api_keys as k')
    .innerJoin('directory.users as u', (join) =>
      join.onRef('u.tenant', '=', 'k.tenant').onRef('u.id', '=', 'k.user_id'),
    )
    .where('k.tenant', '=', tenant)
    .select(['k.id', 'k.last4', 'k.name', 'k.scopes', 'k.user_id', 'u.name as owner'])
    .select(['k.created_at', 'k.expires_at', 'k.last_used_at'])
    .select(sql<string>`k.created_at::text`.as('sort_key'));

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>;

const told = (tenant: string, row: Row): ApiKey => ({
  id: row.id,
  prefix: `ldk_${tenant}_${row.id}`,
  last4: row.last4,
  name: row.name,
  scopes: row.scopes,
  owner: { id: row.user_id, name: row.owner },
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
});

/** `userId`: of this owner only. */
export async function getKey(tx: Tx, tenant: string, id: string, userId?: string): Promise<ApiKey | null> {
  const row = await rowsOf(tx, tenant)
    .where('k.id', '=', id)
    .$if(userId !== undefined, (query) => query.where('k.user_id', '=', userId ?? ''))
    .executeTakeFirst();
  return row ? told(tenant, row) : null;
}

/** The newest first; `after`: the last one of the page before. */
export async function listKeys(
  tx: Tx,
  tenant: string,
  page: { readonly userId?: string; readonly limit: number; readonly after: readonly [string, string] | null },
): Promise<{ readonly items: readonly ApiKey[]; readonly next: readonly [string, string] | null }> {
  const { userId, limit, after } = page;
  const rows = await rowsOf(tx, tenant)
    .$if(userId !== undefined, (query) => query.where('k.user_id', '=', userId ?? ''))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(k.created_at, k.id) < (${after?.[0]}::timestamptz, ${after?.[1]})`),
    )
    .orderBy('k.created_at', 'desc')
    .orderBy('k.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => told(tenant, row)),
    next: rows.length > limit && last ? [last.sort_key, last.id] : null,
  };
}

/** Counts from the next request on, on every API process. */
export async function removeKey(tx: Tx, tenant: string, id: string): Promise<void> {
  await tx.deleteFrom('directory.api_keys').where('tenant', '=', tenant).where('id', '=', id).execute();
}
