// Stored events of every released version, read as today's. A version's step is written once and never changed.
import { schemaVersions, type TicketEvent } from './events.js';

export interface Stored {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
}

/** An event this code is too old, or too foreign, to read: its reader halts and says so; skipping it would be a lie. */
export class UnknownEvent extends Error {
  constructor(
    readonly type: string,
    readonly schemaVersion: number,
  ) {
    super(`cannot read event ${type} of schema version ${schemaVersion}`);
    this.name = 'UnknownEvent';
  }
}

type Step = (data: unknown) => unknown;
/** `steps[type][n]` makes version n + 2 of version n + 1. */
export type Steps = Readonly<Record<string, readonly Step[]>>;

/** The data at its current version. @throws UnknownEvent for a type or version that is not in `versions` */
export function upcastData(versions: Readonly<Record<string, number>>, steps: Steps, stored: Stored): unknown {
  const { type, schemaVersion, data } = stored;
  const current = Object.hasOwn(versions, type) ? versions[type] : undefined;
  if (current === undefined || !Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > current) {
    throw new UnknownEvent(type, schemaVersion);
  }
  const missing = Object.hasOwn(steps, type) ? (steps[type] ?? []).slice(schemaVersion - 1) : [];
  return missing.reduce((older, step) => step(older), data);
}

/** None yet: every ticket event is at its first version. */
const ticketSteps: Steps = {};

export const upcast = (stored: Stored): TicketEvent =>
  ({ type: stored.type, data: upcastData(schemaVersions, ticketSteps, stored) }) as TicketEvent;
