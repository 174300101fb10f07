// For specs: the samples of every event shape ever released, read by the codec that reads the log.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '#event-store';
import {
  personalFields,
  schemaVersions,
  upcasts,
  type EventData,
  type Happening,
  type TicketFact,
} from '../src/index.js';

export interface Stored extends Omit<Happening, 'revision'> {
  readonly type: string;
  readonly schemaVersion: number;
  /** opened: no field of it is sealed any more */
  readonly data: unknown;
}

const folder = join(import.meta.dirname, 'stored');
export const storedFiles: readonly string[] = readdirSync(folder);
export const histories: readonly string[] = storedFiles.filter((file) => file.startsWith('ticket.'));
export const readStored = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** @throws UnreadableEvent */
export const factsOf = (stored: readonly Stored[]): TicketFact[] =>
  stored.map(({ type, schemaVersion, data, by, at, origin }, index) => {
    const metadata = { hash: '', keyId: null, schemaVersion };
    const event = { stream: 'ticket-acme.t-1', revision: BigInt(index), position: BigInt(index), id: '', metadata };
    const read = decode<EventData>({ schemaVersions, personalFields, upcast: upcasts }, { ...event, type, data }, null);
    return { type: read.type, data: read.data, by, at, origin, revision: event.revision } as TicketFact;
  });
