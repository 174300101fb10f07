// One process per directory, with nothing to clean up after kill -9. A contender first leaves its claim and then looks
// for others, so that of two that arrive together at least one sees the other.
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claim, claimants } from './claims.js';
import { anothersDirectory, isCode } from './file-errors.js';

/**
 * Takes `directory` for this process; the claims are kept in the folder `claims`. Resolves with the release.
 * Rejects when a living process holds it (naming the pid) or when this user may not write there (saying what to do).
 */
export async function lock(directory: string, claims: string): Promise<() => void> {
  for (let attempt = 1; ; attempt += 1) {
    const release = claimOrExplain(directory, claims);
    const other = claimants(claims).find((pid) => pid !== process.pid);
    if (other === undefined) return release;
    release();
    // Two that start together see each other; a second look after a random pause lets one of them through.
    if (attempt === 3) throw new Error(`${directory} is in use by process ${other}`);
    await sleep(50 + Math.random() * 200);
  }
}

/** The living process that has taken `claims`, if there is one. */
export const holderOf = (claims: string): number | undefined => claimants(claims)[0];

function claimOrExplain(directory: string, claims: string): () => void {
  try {
    return claim(claims, process.pid);
  } catch (error) {
    if (isCode(error, 'EEXIST')) throw new Error(`${directory} is already in use by this process`, { cause: error });
    const foreign = [dirname(claims), claims].map(nearest).find((path) => statSync(path).uid !== process.getuid?.());
    throw isCode(error, 'EACCES', 'EPERM') && foreign ? anothersDirectory(foreign, error) : error;
  }
}

function nearest(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) ? path : nearest(dirname(path));
}
