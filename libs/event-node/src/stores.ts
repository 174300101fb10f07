// How the log lies in LMDB. Everything of one stream has its number first in the key, so an append touches few pages.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { open, type Database, type RootDatabase } from 'lmdb';
import type { EventRow } from './stored-event.js';
import type { Limits } from './stream-limits.js';

export interface Head extends Limits {
  /** Last revision given, -1 before the first. */
  last: number;
  tombstoned?: boolean;
}

export interface Stores {
  root: RootDatabase;
  /** position → event */
  events: Database<EventRow, number>;
  /** stream name → stream number */
  names: Database<number, Buffer>;
  /** stream number → head */
  heads: Database<Head, number>;
  /** [stream number, revision] → position, and [stream number, event id] → revision */
  index: Database<number, [number, number | string]>;
}

const FORMAT = 1;
export const LOG_FILE = 'events.mdb';

export function openStores(dataDir: string): Stores {
  const path = join(dataDir, LOG_FILE);
  const isNew = !existsSync(path);
  const root = open({
    path,
    noSubdir: true,
    maxDbs: 8,
    // The default answers before the flush. Never noSync, noMetaSync or useWritemap here.
    overlappingSync: false,
    // The log makes its own groups; and lmdb's would end the process when a commit fails, by a promise nobody holds.
    eventTurnBatching: false,
  });
  const format = root.openDB<number, string>('format', {});
  if (format.get('format') === undefined) format.putSync('format', FORMAT);
  if (format.get('format') !== FORMAT) {
    throw new Error(`The data directory ${dataDir} was written by another version of the event node`);
  }
  // LMDB flushes what is in the file; that there is a file must be flushed too.
  if (isNew) for (const dir of [dataDir, dirname(dataDir)]) flush(dir);
  return {
    root,
    events: root.openDB('events', {}),
    names: root.openDB('names', { keyEncoding: 'binary' }),
    heads: root.openDB('heads', {}),
    index: root.openDB('index', {}),
  };
}

const LONGEST_KEY = 1024;

/** LMDB keys are short and stream names need not be. 0xff starts no UTF-8 text, so a digest never equals a name. */
export function nameKey(stream: string): Buffer {
  const name = Buffer.from(stream, 'utf8');
  if (name.length <= LONGEST_KEY) return name;
  return Buffer.concat([Buffer.of(0xff), createHash('sha256').update(name).digest()]);
}

export const idKey = (id: Uint8Array): string => Buffer.from(id.buffer, id.byteOffset, id.length).toString('base64url');

export function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
