// What this library is told about the events it stores. It knows none of them by name.
import type { EventMetadata } from './metadata.js';

/** Event data by type name. Without a table of one's own: any name, unknown data. */
export type AnyEvents = Record<string, unknown>;

export interface EventTypes<E extends object = AnyEvents> {
  /** the version written today; an older stored one is upcast, a newer one halts its reader */
  readonly schemaVersions: { readonly [T in keyof E]: number };
  /** top-level fields whose every leaf is sealed */
  readonly personalFields: { readonly [T in keyof E]: readonly (keyof E[T])[] };
  /** `{ Type: { 1: (data) => data of version 2, … } }`: one step each, over opened data in which erased leaves read `[erased]` */
  readonly upcast?: { readonly [T in keyof E]?: Readonly<Record<number, (data: never) => unknown>> };
}

export type NewEvent<E extends object = AnyEvents> = {
  [T in keyof E & string]: { readonly type: T; readonly data: E[T] };
}[keyof E & string];

interface Stamp {
  readonly stream: string;
  readonly revision: bigint;
  /** Commit position in the log. On what an append returns: that of its last event, which a reader must have passed. */
  readonly position: bigint;
  readonly id: string;
  readonly metadata: EventMetadata;
}

/** A stored event, opened and of the current schema version. */
export type Recorded<E extends object = AnyEvents> = NewEvent<E> & Stamp;

/** An event as it lies in the log: not opened, not upcast, believed in nothing. */
export interface StoredEvent extends Omit<Stamp, 'metadata'> {
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

type Intersection<U> = (U extends unknown ? (of: U) => void : never) extends (of: infer I) => void ? I : never;

/** One table of several; a type that two of them claim is a mistake. */
export function mergeEventTypes<E extends object[]>(
  ...tables: { [I in keyof E]: EventTypes<E[I]> }
): EventTypes<Intersection<E[number]> & object> {
  const names = tables.flatMap(({ schemaVersions }) => Object.keys(schemaVersions));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw new TypeError(`two tables describe ${twice}`);
  return {
    schemaVersions: Object.assign({}, ...tables.map((table) => table.schemaVersions)),
    personalFields: Object.assign({}, ...tables.map((table) => table.personalFields)),
    upcast: Object.assign({}, ...tables.map((table) => table.upcast)),
  };
}
