// The key that wraps the tickets' keys: made once, readable by its owner only. Without it every text in the log is lost.
import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMasterKey } from '#event-store';

/** Base64. @throws WrongMasterKey naming the file when what it holds is no key */
export function vaultKeyIn(dataDir: string): string {
  const file = join(dataDir, 'vault.key');
  const draft = `${file}.${process.pid}`;
  // Written aside and linked: a crash leaves a whole key or none, and a key that is there is never replaced.
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  chmodSync(file, 0o600);
  const key = readFileSync(file, 'utf8').trim();
  try {
    parseMasterKey(key);
  } catch (cause) {
    throw new Error(`${file} does not hold a vault key`, { cause });
  }
  return key;
}
