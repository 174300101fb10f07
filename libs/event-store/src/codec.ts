// How an event is written down for ever, and read again: checked text, sealed personal fields, a hash over what is
// stored that binds it to the event before it, and an id made from that hash. Pure: keys, clock and chance are given.
import { hash } from 'node:crypto';
import { canonicalJson } from './canonical.js';
import { InvalidText, UnreadableEvent, type Unreadable } from './errors.js';
import type { EventTypes, NewEvent, Recorded, StoredEvent } from './event-types.js';
import type { AppendContext, EventMetadata } from './metadata.js';
import { open, randomIv, seal, sealMark } from './sealing.js';

export interface Appending<E extends object> {
  readonly stream: string;
  /** revision of the first event */
  readonly revision: bigint;
  /** hash of the event before it; null when there is none */
  readonly prevHash: string | null;
  readonly events: readonly NewEvent<E>[];
  readonly context: AppendContext;
  readonly recordedAt: string;
}

export interface Encoded<E extends object> {
  readonly id: string;
  readonly type: keyof E & string;
  readonly revision: bigint;
  /** as stored: sealed */
  readonly data: unknown;
  readonly metadata: EventMetadata;
}

/**
 * The events of one append, chained inside it. `key` is that of `context.keyId`, null when it was destroyed.
 * @throws InvalidText, KeyDestroyed (only where something is to be sealed)
 */
export function encode<E extends object>(
  types: EventTypes<E>,
  { stream, revision, prevHash, events, context, recordedAt }: Appending<E>,
  key: Buffer | null,
  iv: () => Buffer = randomIv,
): Encoded<E>[] {
  const { correlationId, causationId, ...shared } = context;
  const { keyId } = context;
  const common = { $correlationId: correlationId, $causationId: causationId, ...shared, recordedAt };
  checkStorable(stream, 'stream');
  checkStorable(common, 'metadata');
  let link = prevHash;
  return events.map(({ type, data }, i) => {
    checkStorable(type, 'type');
    checkStorable(data, 'data');
    const schemaVersion = own(types.schemaVersions, type);
    if (schemaVersion === undefined) throw new TypeError(`no event type is called ${type}`);
    const personal: readonly PropertyKey[] = own(types.personalFields, type) ?? [];
    const stored =
      keyId === null || personal.length === 0
        ? data
        : Object.fromEntries(
            Object.entries(data as object).map(([field, value]) => [
              field,
              personal.includes(field) ? seal(value, field, { keyId, key, type }, iv) : (value as unknown),
            ]),
          );
    const metadata = { ...common, schemaVersion, prevHash: link };
    const at = revision + BigInt(i);
    link = hashOf({ stream, revision: at, type, data: stored, metadata });
    return { id: eventIdOf(link), type, revision: at, data: stored, metadata: { ...metadata, hash: link } };
  });
}

/**
 * Opens and upcasts. Checks no hash (see `verifyChain`).
 * @throws UnreadableEvent
 */
export function decode<E extends object>(
  types: EventTypes<E>,
  stored: StoredEvent,
  key: Buffer | null | undefined,
): Recorded<E> {
  const { stream, revision, position, id, type } = stored;
  const metadata = stored.metadata as EventMetadata;
  const version = readableMetadata(stored.metadata) ? metadata.schemaVersion : null;
  const refuse = (reason: Unreadable, cause?: unknown): never => {
    throw new UnreadableEvent(reason, { stream, revision, position, type, schemaVersion: version }, { cause });
  };
  const current = own(types.schemaVersions, type as keyof E & string);
  if (current === undefined) return refuse('unknown-type');
  if (version === null || stored.data === null || typeof stored.data !== 'object') return refuse('malformed');
  if (version > current) return refuse('newer-schema');

  let data: unknown = stored.data;
  const { keyId } = metadata;
  if (keyId !== null) {
    if (key === undefined) return refuse('unknown-key');
    try {
      data = open(data, '', { keyId, key, type });
    } catch (cause) {
      return refuse('broken-seal', cause);
    }
  }
  for (let from = version; from < current; from += 1) {
    const step = types.upcast && own(types.upcast, type as keyof E)?.[from];
    if (!step) return refuse('no-upcast');
    data = step(data as never);
  }
  return { stream, revision, position, id, type, data, metadata } as Recorded<E>;
}

/** The key an event's personal fields are sealed with; null where there is none to fetch. */
export const keyIdOf = ({ metadata }: StoredEvent): string | null =>
  readableMetadata(metadata) ? (metadata as EventMetadata).keyId : null;

/** Hex SHA-256 over the canonical form (RFC 8785) of the event as stored; a hash in the metadata is not part of it. */
export function hashOf(event: {
  readonly stream: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: object;
}): string {
  const { hash: _hash, ...metadata } = event.metadata as Partial<EventMetadata>;
  const { stream, revision, type, data } = event;
  const form = { stream, revision: revision.toString(), type, metadata, data, prevHash: metadata.prevHash };
  return hash('sha256', canonicalJson(form), 'hex');
}

/** A UUID (version 8) of the hash's first 16 bytes: the same id means the same content. */
export function eventIdOf(hash: string): string {
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0b0011) | 0b1000).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

export type ChainBreak = 'malformed' | 'revision' | 'link' | 'hash' | 'id';
export interface Verdict {
  readonly ok: boolean;
  /** events found sound before the first broken one */
  readonly checked: number;
  readonly firstBroken?: { readonly revision: bigint; readonly reason: ChainBreak };
}

/**
 * Recomputes a whole stream: revisions without a gap from 0, each link, hash and id. It proves that nothing in it was
 * changed, left out or put in between; a cut tail shows only against a hash kept elsewhere.
 */
export async function verifyChain(events: AsyncIterable<StoredEvent> | Iterable<StoredEvent>): Promise<Verdict> {
  let checked = 0;
  let link: Link | null = null;
  for await (const event of events) {
    const next = linkOf(event, link);
    if (typeof next === 'string')
      return { ok: false, checked, firstBroken: { revision: event.revision, reason: next } };
    link = next;
    checked += 1;
  }
  return { ok: true, checked };
}

/** What the next event of a stream is checked against. */
export interface Link {
  readonly revision: bigint;
  readonly hash: string;
}

/** The event as the next one's link, or why it does not follow `before` (null: nothing came before). */
export function linkOf(event: StoredEvent, before: Link | null): Link | ChainBreak {
  const reason = brokenBy(event, before);
  return reason ?? { revision: event.revision, hash: (event.metadata as EventMetadata).hash };
}

function brokenBy(event: StoredEvent, before: Link | null): ChainBreak | null {
  const metadata = event.metadata as EventMetadata;
  if (event.revision !== (before?.revision ?? -1n) + 1n) return 'revision';
  if (!readableMetadata(metadata)) return 'malformed';
  try {
    if (hashOf({ ...event, metadata }) !== metadata.hash) return 'hash';
  } catch {
    return 'malformed'; // what has no canonical form was not written here
  }
  if (metadata.prevHash !== (before?.hash ?? null)) return 'link';
  return eventIdOf(metadata.hash) === event.id ? null : 'id';
}

const readableMetadata = (metadata: unknown): boolean =>
  typeof metadata === 'object' &&
  metadata !== null &&
  'hash' in metadata &&
  'keyId' in metadata &&
  'schemaVersion' in metadata &&
  Number.isInteger(metadata.schemaVersion);

const own = <T extends object, K extends keyof T>(table: T, key: K): T[K] | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** In a `u` expression a well-formed pair is one character, so this matches halves only. */
const unstorable = /[\0\p{Surrogate}]/u;

/** @throws InvalidText, TypeError naming the place below `root` */
function checkStorable(value: unknown, root: string): void {
  const flaw = flawIn(value);
  if (!flaw) return;
  const path = root + flaw.below;
  throw flaw.why === null ? new InvalidText(path) : new TypeError(`${path} ${flaw.why}`);
}

/** `below`: the way down to it; `why` null: text that cannot be stored. */
interface Flaw {
  readonly below: string;
  readonly why: string | null;
}

function flawIn(value: unknown): Flaw | null {
  switch (typeof value) {
    case 'string':
      return unstorable.test(value) ? { below: '', why: null } : null;
    case 'number':
      return Number.isFinite(value) ? null : { below: '', why: 'is not a number JSON knows' };
    case 'object':
      return value === null ? null : flawInside(value);
    case 'boolean':
    case 'undefined':
      return null;
    default:
      return unknownToJson;
  }
}

const unknownToJson: Flaw = { below: '', why: 'is not a value JSON knows' };

function flawInside(value: object): Flaw | null {
  if ('toJSON' in value) return unknownToJson;
  for (const key of Object.keys(value)) {
    if (unstorable.test(key)) return { below: `.${JSON.stringify(key)}`, why: null };
    if (key === sealMark) return { below: '', why: 'looks like a sealed leaf' };
    const flaw = flawIn((value as Record<string, unknown>)[key]);
    if (flaw) return { ...flaw, below: `.${key}${flaw.below}` };
  }
  return null;
}
