// Personal data at rest: AES-256-GCM, leaf by leaf, so that an event keeps its shape when its key is gone.
import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import { KeyDestroyed } from './errors.js';

/** What a leaf reads as once its key is destroyed. */
export const ERASED = '[erased]';
export const sealMark = '$sealed';

const ivBytes = 12;
const tagBytes = 16;
const pool = Buffer.alloc(ivBytes * 256);
let drawn = pool.length;

/** A random initialisation vector; drawn from a pool, because a system call for each leaf is felt. */
export function randomIv(): Buffer {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += ivBytes;
  return Buffer.from(pool.subarray(drawn - ivBytes, drawn));
}

/** iv | ciphertext | tag */
export function encrypt(key: Buffer, plain: string | Buffer, context: string, iv: Buffer = randomIv()): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  return Buffer.concat([iv, body, cipher.final(), cipher.getAuthTag()]);
}

/** @throws when the box was not made with this key in this context */
export function decrypt(key: Buffer, box: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, ivBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(context))
    .setAuthTag(box.subarray(-tagBytes));
  return Buffer.concat([decipher.update(box.subarray(ivBytes, -tagBytes)), decipher.final()]);
}

interface Sealer {
  readonly keyId: string;
  /** null: destroyed */
  readonly key: Buffer | null;
  readonly type: string;
}

export function seal(value: unknown, path: string, by: Sealer, iv: () => Buffer): unknown {
  if (value === null || value === undefined) return value;
  if (typeof value === 'object') return mapChildren(value, path, (child, at) => seal(child, at, by, iv));
  if (!by.key) throw new KeyDestroyed(by.keyId);
  const box = encrypt(by.key, JSON.stringify(value), `${by.keyId}|${by.type}|${path}`, iv());
  return { [sealMark]: box.toString('base64url') };
}

export function open(value: unknown, path: string, by: Sealer): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (!(sealMark in value)) return mapChildren(value, path, (child, at) => open(child, at, by));
  if (!by.key) return ERASED;
  const box = Buffer.from(String(value[sealMark]), 'base64url');
  return JSON.parse(decrypt(by.key, box, `${by.keyId}|${by.type}|${path}`).toString('utf8'));
}

/** `Object.fromEntries` and not assignment: a key named `__proto__` stays a key. */
export function mapChildren(
  value: object,
  path: string,
  map: (child: unknown, path: string) => unknown,
): unknown[] | Record<string, unknown> {
  const at = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  if (Array.isArray(value)) return value.map((child: unknown, i) => map(child, at(i)));
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, map(child as unknown, at(key))]));
}
