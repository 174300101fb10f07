// One process per directory, without anything to clean up after kill -9. Each contender first leaves its own claim (pid
// and birth in the file's name) and then looks for others: of two that arrive together at least one sees the other. A
// claim of a dead process can be removed by anybody at any time, because that pid and birth never come again.
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { birthOf } from './processes.js';

/**
 * Takes `directory` for this process; claims are kept in the folder `claims`. Resolves with the release.
 * Rejects when a living process holds it (naming the pid) or when this user may not write there (saying what to do).
 */
export async function lock(directory: string, claims: string): Promise<() => void> {
  const mine = `${process.pid}-${birthOf(process.pid)}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      mkdirSync(claims, { recursive: true });
      closeSync(openSync(join(claims, mine), 'wx', 0o600));
    } catch (error) {
      if (isCode(error, 'EEXIST')) throw new Error(`${directory} is already in use by this process`, { cause: error });
      if (isCode(error, 'EACCES', 'EPERM', 'EROFS')) throw notWritable(directory, error);
      throw error;
    }
    const holder = readdirSync(claims).find((claim) => claim !== mine && !removeIfDead(join(claims, claim)));
    if (holder === undefined) return () => rmSync(join(claims, mine), { force: true });
    rmSync(join(claims, mine), { force: true });
    // Two that start together see each other; a second look after a random pause lets one of them through.
    if (attempt === 3) throw new Error(`${directory} is in use by process ${Number.parseInt(holder, 10)}`);
    await sleep(50 + Math.random() * 200);
  }
}

/** What to do about a directory of another user, in one sentence. */
export function notWritable(directory: string, cause?: unknown): Error {
  const existing = nearest(directory);
  const uid = process.getuid?.();
  return new Error(
    `${existing} belongs to uid ${statSync(existing).uid} and cannot be used by uid ${uid}: ` +
      `start as the owner, hand it over with "sudo chown -R ${uid} ${existing}", or choose another data directory`,
    { cause },
  );
}

export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

function removeIfDead(claim: string): boolean {
  const [pid, birth] = claim.slice(claim.lastIndexOf('/') + 1).split('-');
  if (birthOf(Number(pid)) === birth) return false;
  rmSync(claim, { force: true });
  return true;
}

function nearest(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) ? path : nearest(dirname(path));
}
