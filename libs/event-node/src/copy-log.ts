// A back-up's copy of the log, made from outside: LMDB lets another process read while the node writes.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import { flush, LOG_FILE } from './stores.js';

/**
 * Writes what is committed at this moment in the log of `dataDir` into the new directory `path`, flushed, whether a node
 * is running on it or not. A node can be started on the copy. Answers the position of the last event, 0 without one.
 * @throws Error when there is no log
 */
export async function copyLog(dataDir: string, path: string): Promise<number> {
  const source = join(dataDir, LOG_FILE);
  if (!existsSync(source)) throw new Error(`${dataDir} holds no event log`);
  mkdirSync(path, { recursive: true });
  const copy = join(path, LOG_FILE);
  const root = openToRead(source);
  try {
    await root.backup(copy, false);
  } finally {
    await root.close();
  }
  const copied = openToRead(copy);
  try {
    for (const key of copied.openDB<unknown, number>('events', {}).getKeys({ reverse: true, limit: 1 })) return key;
    return 0;
  } finally {
    await copied.close();
    rmSync(`${copy}-lock`, { force: true });
    for (const written of [copy, path, dirname(path)]) flush(written);
  }
}

const openToRead = (path: string): RootDatabase => open({ path, noSubdir: true, maxDbs: 8, readOnly: true });
