import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { holderOf, lock, runningPostgres, startPostgres } from '#embedded';
import { copyLog } from '#event-node';
import { home } from '../arguments.js';
import { withBar } from '../backup/bars.js';
import {
  bytesIn,
  flush,
  format,
  keyFiles,
  logFile,
  logFolder,
  manifestFile,
  seal,
  type Manifest,
} from '../backup/contents.js';
import { dumpTables } from '../backup/tables.js';
import { readEmbeddedSettings } from '../embedded/settings.js';
import { WrongUsage } from '../exit.js';

interface Options {
  readonly keys: boolean;
}

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description(
      'Copy the desk of DATA_DIR into a new directory, whether it runs or not; `restore` makes a desk of it.',
    )
    .argument('<directory>', 'is made; must not be there yet')
    .option('--no-keys', 'leave out the vault key: whoever restores it must have LEDGERDESK_VAULT_KEY')
    .action(backup);
}

async function backup(to: string, { keys }: Options): Promise<void> {
  const { dataDir, eventStoreUrl, databaseUrl, vaultKey } = readEmbeddedSettings(process.env);
  if (eventStoreUrl !== undefined || databaseUrl !== undefined) {
    throw new WrongUsage('EVENTSTORE_URL and DATABASE_URL name servers with back-ups of their own: see docs/backup.md');
  }
  if (!existsSync(join(dataDir, 'events')) || !existsSync(join(dataDir, 'postgres'))) {
    throw new WrongUsage(`${dataDir} holds no desk: DATA_DIR must name its data directory`);
  }
  const target = resolve(home(), to);
  if (existsSync(target) && readdirSync(target).length > 0) throw new WrongUsage(`${target} is not empty`);
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });

  // The log first: whatever the database knows of it is then as new or newer, and all keys its events need are there.
  const head = await withBar('log', statSync(join(dataDir, logFile)).size, async (add) => {
    const watch = growing(join(partial, logFile), add);
    return copyLog(join(dataDir, logFolder), join(partial, logFolder)).finally(watch);
  });
  const dump = await withBar('database', 1, (add, expect) =>
    withDatabase(dataDir, (url) => dumpTables(url, partial, expect, add)),
  );
  const kept = keys ? keyFiles.filter((file) => existsSync(join(dataDir, file))) : [];
  for (const file of kept) {
    copyFileSync(join(dataDir, file), join(partial, file));
    flush(join(partial, file));
  }
  const manifest: Manifest = {
    format,
    ledgerdesk: ownVersion(),
    madeAt: new Date().toISOString(),
    head: String(head),
    ...dump,
  };
  writeFileSync(join(partial, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  const files = [manifestFile, logFile, ...dump.tables.map(({ file }) => file), ...kept];
  await withBar('checksums', bytesIn(partial, files), (add) => seal(partial, files, add));
  renameSync(partial, target);
  flush(dirname(target));

  console.log(`The back-up is in ${target}, up to position ${head}.`);
  if (kept.includes('vault.key') && vaultKey === undefined) {
    console.log('It holds the vault key: whoever has it can read everything. Keep it as you keep the data.');
  } else {
    console.log('It does not hold the vault key: without that, kept elsewhere, every text in it is lost.');
  }
}

/** A running desk's server is used as it is; a stopped desk is kept from starting meanwhile. */
async function withDatabase<T>(dataDir: string, work: (url: string) => Promise<T>): Promise<T> {
  const claims = join(dataDir, 'lock');
  if (holderOf(claims) !== undefined) return work(runningPostgres(join(dataDir, 'postgres')));
  const release = await lock(dataDir, claims);
  try {
    const server = await startPostgres({ dataDir: join(dataDir, 'postgres') });
    try {
      return await work(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    release();
  }
}

/** Tells how much a file has grown, until the returned function is called. */
function growing(path: string, add: (bytes: number) => void): () => void {
  let before = 0;
  const timer = setInterval(() => {
    const now = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    add(now - before);
    before = now;
  }, 250);
  return () => clearInterval(timer);
}

const ownVersion = (): string => (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
