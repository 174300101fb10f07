// Who is alive, told so that a reused pid, a zombie or a shell standing in the directory is never taken for one of ours.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isCode } from './file-errors.js';

const procfs = existsSync('/proc/self/stat');
const bootId = readOrEmpty('/proc/sys/kernel/random/boot_id').slice(0, 8);

/** Tells two processes of one pid apart, also over a reboot. `undefined`: no such process; a zombie counts as none. */
export function birthOf(pid: number): string | undefined {
  if (procfs) {
    // The command name stands in brackets and may hold anything; the state and the start time come after the last one.
    const fields = readOrEmpty(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
    const [state, startedAtTick] = [fields[0], fields[19]];
    return startedAtTick === undefined || state === 'Z' || state === 'X' ? undefined : `${bootId}.${startedAtTick}`;
  }
  const [state, ...started] = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
    .stdout.trim()
    .split(/\s+/);
  return !state || state.startsWith('Z') ? undefined : started.join('.').replaceAll(':', '.');
}

/**
 * The pids of the PostgreSQL processes that work in `dataDir`: the server and, while it lives or after it was killed,
 * its backends. Without /proc only the server named in postmaster.pid is found.
 */
export function serverProcessesIn(dataDir: string): number[] {
  if (!procfs) {
    const pid = postmasterOf(dataDir);
    if (pid === undefined) return [];
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return stdout.includes(dataDir) ? [pid] : [];
  }
  const place = statSync(dataDir, { throwIfNoEntry: false });
  if (!place) return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      if (!(pid > 0) || readOrEmpty(`/proc/${pid}/comm`).trim() !== 'postgres') return false;
      try {
        const cwd = statSync(`/proc/${pid}/cwd`);
        return cwd.dev === place.dev && cwd.ino === place.ino;
      } catch {
        return false; // gone meanwhile, or somebody else's
      }
    });
}

/** The pid in `postmaster.pid`, which may be long dead. */
export function postmasterOf(dataDir: string): number | undefined {
  const pid = Number.parseInt(readOrEmpty(join(dataDir, 'postmaster.pid')), 10);
  return pid > 0 ? pid : undefined;
}

/** Whoever is gone already is passed over. */
export function signalAll(pids: number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if (!isCode(error, 'ESRCH')) throw error;
    }
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
