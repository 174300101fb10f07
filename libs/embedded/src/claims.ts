// A claim is an empty file named by a process's pid and birth. It outlives a kill -9 without harm: a claim whose process
// is gone means nothing and may be removed by anybody at any time, because that pid and birth never come again.
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf } from './processes.js';

/** Claims `folder` for the process `pid` and returns the way to take the claim back. Throws EEXIST when it has one. */
export function claim(folder: string, pid: number): () => void {
  const file = join(folder, `${pid}-${birthOf(pid)}`);
  mkdirSync(folder, { recursive: true });
  closeSync(openSync(file, 'wx', 0o600));
  return () => rmSync(file, { force: true });
}

/** The pids of the living processes that have a claim. */
export function claimants(folder: string): number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => {
    const [pid, birth] = file.split('-');
    if (birthOf(Number(pid)) === birth) return [Number(pid)];
    rmSync(join(folder, file), { force: true });
    return [];
  });
}
