// Makes the files of a new PostgreSQL cluster.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { spawnProgram } from './server-programs.js';
import type { User } from './server-user.js';

/** initdb asks for the name of its user, which a container's arbitrary uid may not have: there it borrows nobody's. */
const asNobody = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];
const nameless = 'could not look up effective user ID';

/** Makes it beside its place and moves it there complete, so that an interruption leaves only a `<directory>.new`. */
export async function makeCluster(directory: string, initdb: string, user: User | undefined): Promise<void> {
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw new Error(
      `${directory} holds files but no PostgreSQL cluster: move them away or choose another data directory`,
    );
  }
  const fresh = `${directory}.new`;
  rmSync(fresh, { recursive: true, force: true, maxRetries: 10 });
  mkdirSync(fresh, { mode: 0o700 });
  if (user) chownSync(fresh, user.uid, user.gid);

  const password = randomBytes(24).toString('base64url');
  let problem = await runInitdb(initdb, fresh, user, password);
  if (problem?.includes(nameless)) problem = (await runInitdb(initdb, fresh, user, password, asNobody)) && problem;
  if (problem !== undefined) throw new Error(`PostgreSQL could not make its cluster in ${fresh}:\n${problem}`);

  writeSecret(join(fresh, 'password'), password, user);
  renameSync(fresh, directory);
}

/** A server without root's rights may be unable to walk to its directory (below a closed home), but it stands in it. */
export function placeOf(directory: string, user: User | undefined): string {
  return user && process.platform === 'linux' ? '/proc/self/cwd' : directory;
}

/** Resolves with what initdb complained about, if it failed. */
async function runInitdb(
  initdb: string,
  directory: string,
  user: User | undefined,
  password: string,
  prefix: string[] = [],
): Promise<string | undefined> {
  const passwordFile = `${directory}.password`;
  writeSecret(passwordFile, password, user);
  const stdin = openSync(passwordFile, 'r');
  rmSync(passwordFile); // readable through the open file only, and gone with us
  const args = ['-D', placeOf(directory, user), '--username=postgres', '--pwfile=/dev/stdin', '--auth=scram-sha-256'];
  const locale = process.platform === 'darwin' ? ['--locale=C', '--lc-ctype=UTF-8'] : ['--locale=C.UTF-8'];
  try {
    const child = spawnProgram(initdb, [...args, '--encoding=UTF8', ...locale], {
      cwd: directory,
      user,
      stdio: [stdin, 'ignore', 'pipe'],
      whenOrphaned: 'KILL',
      prefix,
    });
    const output: Buffer[] = [];
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
    const [code] = (await once(child, 'close')) as [number | null];
    return code === 0 ? undefined : Buffer.concat(output).toString().trim();
  } catch (error) {
    return String(error);
  } finally {
    closeSync(stdin);
  }
}

function writeSecret(file: string, secret: string, user: User | undefined): void {
  rmSync(file, { force: true });
  writeFileSync(file, secret, { mode: 0o600, flush: true });
  if (user) chownSync(file, user.uid, user.gid);
}
