// A cursor is where a list goes on: the last row's sort key and id, sealed so that it can neither be forged nor be used
// for another list. What it is bound to is authenticated, not repeated in it.
import { createHmac, timingSafeEqual } from 'node:crypto';
import canonicalize from 'canonicalize';
import { QueryRefusal } from '../refusal.js';

/** Sort key as PostgreSQL's text, which is exact, and the row's id. */
export type CursorKey = readonly [key: string, id: string];

/** Everything that must be the same when the next page is asked for. */
export interface CursorBinding {
  readonly list: string;
  readonly tenant: string;
  readonly caller: string;
  readonly filters: unknown;
  readonly sort: string;
}

const seal = (secret: Uint8Array, binding: CursorBinding, payload: string): string =>
  createHmac('sha256', secret)
    .update(`${canonicalize(binding)}\n${payload}`)
    .digest('base64url');

export function sealCursor(secret: Uint8Array, binding: CursorBinding, key: CursorKey): string {
  const payload = Buffer.from(JSON.stringify(key)).toString('base64url');
  return `${payload}.${seal(secret, binding, payload)}`;
}

/** Throws `bad-cursor` for anything that this secret did not seal for this very list. */
export function openCursor(secret: Uint8Array, binding: CursorBinding, cursor: string): CursorKey {
  const [payload = '', given = '', ...more] = cursor.split('.');
  const expected = Buffer.from(seal(secret, binding, payload));
  // Compared as text: base64 decodes some different texts to the same bytes.
  const actual = Buffer.from(given);
  const genuine = more.length === 0 && actual.length === expected.length && timingSafeEqual(actual, expected);
  if (!genuine) throw new QueryRefusal('bad-cursor');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as CursorKey;
}
