/** An event as its writer proposes it. `id` is the 16 bytes of its UUID. */
export interface ProposedEvent {
  id: Uint8Array;
  type: string;
  isJson: boolean;
  data: Uint8Array;
  metadata: Uint8Array;
}

/** An event as the log holds it. `created` is in milliseconds since 1970. */
export interface StoredEvent extends ProposedEvent {
  stream: string;
  revision: number;
  position: number;
  created: number;
}

/** What one reader gets for one place in a stream: the event, and the link that led to it when links are resolved. */
export interface Entry {
  event?: StoredEvent;
  link?: StoredEvent;
}

export const originalOf = (entry: Entry): StoredEvent | undefined => entry.link ?? entry.event;

/** The revision EventStoreDB gives a tombstone: the largest there is. */
export const TOMBSTONE_REVISION = 2 ** 63;

export const LINK = '$>';

/** The value stored under a position. A tuple, because it is written and read for every event. */
export type EventRow = [string, number, string, boolean, number, Uint8Array, Uint8Array, Uint8Array];

export const toRow = (e: Omit<StoredEvent, 'position'>): EventRow => [
  e.stream,
  e.revision,
  e.type,
  e.isJson,
  e.created,
  e.id,
  e.data,
  e.metadata,
];

export function fromRow(position: number, row: EventRow): StoredEvent {
  const [stream, revision, type, isJson, created, id, data, metadata] = row;
  return { position, stream, revision, type, isJson, created, id, data, metadata };
}

/** Bytes an event counts for in the append limit and in a page, as EventStoreDB counts them. */
export const sizeOf = (e: ProposedEvent): number => e.data.length + e.metadata.length + 2 * e.type.length;
