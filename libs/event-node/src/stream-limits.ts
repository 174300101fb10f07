// Stream metadata the node obeys: $maxCount, $maxAge (seconds), $tb. Limits hide events from reads of the stream;
// the log itself keeps everything, so $all shows them still.
import type { StoredEvent } from './stored-event.js';

export interface Limits {
  maxCount?: number;
  maxAge?: number;
  truncateBefore?: number;
}

/** `$tb` with the largest 64-bit number is EventStoreDB's mark of a deleted stream that may come back. */
const DELETED = 2 ** 63;
export const DELETED_METADATA = Buffer.from('{"$tb":9223372036854775807}');

export const isSoftDeleted = (limits: Limits): boolean => limits.truncateBefore === DELETED;

/** What a `$metadata` event says. Anything unreadable sets no limit, as in EventStoreDB. */
export function parseLimits(isJson: boolean, data: Uint8Array): Limits {
  const json = isJson ? parseObject(data) : undefined;
  if (!json) return {};
  const limits: Limits = {};
  const maxCount = positive(json['$maxCount']);
  const maxAge = positive(json['$maxAge']);
  const truncateBefore = json['$tb'];
  if (maxCount !== undefined) limits.maxCount = maxCount;
  if (maxAge !== undefined) limits.maxAge = maxAge;
  if (typeof truncateBefore === 'number' && truncateBefore >= 0) limits.truncateBefore = truncateBefore;
  return limits;
}

/** The metadata of a deleted stream that comes back: all it said, but visible from `revision` on. */
export function undeletedMetadata(data: Uint8Array, revision: number): Buffer {
  return Buffer.from(JSON.stringify({ ...parseObject(data), $tb: revision }));
}

/** First revision a reader of the stream may see. */
export function firstVisible(name: string, last: number, limits: Limits): number {
  // A metadata stream shows its newest event only.
  const maxCount = limits.maxCount ?? (name.startsWith('$$') ? 1 : undefined);
  return Math.max(limits.truncateBefore ?? 0, maxCount === undefined ? 0 : last - maxCount + 1);
}

export const isExpired = (event: StoredEvent, limits: Limits, now: number): boolean =>
  limits.maxAge !== undefined && event.created < now - limits.maxAge * 1000;

const positive = (value: unknown): number | undefined => (typeof value === 'number' && value > 0 ? value : undefined);

function parseObject(data: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(data).toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
