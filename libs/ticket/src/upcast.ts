// Stored events of every released version, read as today's. A step is written once and never changed: the events it
// reads are in the log for ever.
import { schemaVersions, type EventType, type TicketEvent } from './events.js';

/** `{ Type: { 1: (data) => data of version 2 } }`. The codec of the event log takes its steps from here. */
export const upcasts: { readonly [T in EventType]?: Readonly<Record<number, (data: never) => unknown>> } = {};

export interface Stored {
  readonly type: string;
  readonly schemaVersion: number;
  /** opened: no field of it is sealed any more */
  readonly data: unknown;
}

/** An event this code is too old, or too foreign, to read. Its reader halts and says so; to skip it would be a lie. */
export class UnknownEvent extends Error {
  constructor(
    readonly type: string,
    readonly schemaVersion: number,
  ) {
    super(`cannot read event ${type} of schema version ${schemaVersion}`);
    this.name = 'UnknownEvent';
  }
}

const isEventType = (type: string): type is EventType => Object.hasOwn(schemaVersions, type);

/** @throws UnknownEvent */
export function upcast({ type, schemaVersion, data }: Stored): TicketEvent {
  if (!isEventType(type) || !(schemaVersion >= 1 && schemaVersion <= schemaVersions[type])) {
    throw new UnknownEvent(type, schemaVersion);
  }
  let current = data;
  for (let from = schemaVersion; from < schemaVersions[type]; from += 1) {
    const step = upcasts[type]?.[from];
    if (!step) throw new UnknownEvent(type, from);
    current = step(current as never);
  }
  return { type, data: current } as TicketEvent;
}
