import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { lock, startPostgres } from '#embedded';
import { startEventNode } from '#event-node';
import { linkOf, parseMasterKey, Vault, WrongMasterKey, type Link } from '#event-store';
import { migrateQueues } from '#jobs';
import { openLedger } from '#ledger';
import { connectDatabase, migrate, migrateAsFarAs, UnknownShape } from '#read-side';
import { home } from '../arguments.js';
import { withBar } from '../backup/bars.js';
import { bytesIn, check, flush, keyFiles, logFile, logFolder, sumsIn, type Manifest } from '../backup/contents.js';
import { bookmarksUpTo, restoreTables, someKey } from '../backup/tables.js';
import { vaultKeyIn } from '../embedded/secrets.js';
import { readEmbeddedSettings } from '../embedded/settings.js';
import { Failed, WrongUsage } from '../exit.js';

interface Options {
  readonly dataDir?: string;
}

/** What is being made lies here until it is whole; `up` refuses a directory that has it. */
export const unfinished = 'restoring';

export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('Make a desk of a back-up, in an empty data directory. Its read models are built when it starts.')
    .argument('<directory>', 'the back-up')
    .option('--data-dir <directory>', 'the new data directory; DATA_DIR otherwise')
    .action(restore);
}

async function restore(from: string, options: Options): Promise<void> {
  const settings = readEmbeddedSettings(process.env);
  const source = resolve(home(), from);
  const dataDir = options.dataDir === undefined ? settings.dataDir : resolve(home(), options.dataDir);
  const strangers = existsSync(dataDir)
    ? readdirSync(dataDir).filter((entry) => !['lock', 'children', unfinished].includes(entry))
    : [];
  if (strangers.length > 0) throw new WrongUsage(`${dataDir} is not empty (${strangers[0]}): nothing is overwritten`);
  const files = sumsIn(source);
  const manifest = await withBar('checksums', bytesIn(source, files.keys()), (add) => check(source, add));

  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const release = await lock(dataDir, join(dataDir, 'lock'));
  const making = join(dataDir, unfinished);
  try {
    rmSync(making, { recursive: true, force: true });
    mkdirSync(join(making, logFolder), { recursive: true });
    for (const file of [logFile, ...keyFiles.filter((name) => files.has(name))]) {
      copyFileSync(join(source, file), join(making, file));
      flush(join(making, file));
    }
    const masterKey = masterKeyFor(making, settings.vaultKey);
    const head = await verifiedLog(making, manifest);
    await database(source, making, manifest, head, masterKey);
    for (const entry of readdirSync(making)) renameSync(join(making, entry), join(dataDir, entry));
    rmSync(making, { recursive: true });
    flush(dataDir);
  } finally {
    release();
  }
  console.log(`The desk of ${manifest.madeAt} is in ${dataDir}: start it with DATA_DIR=${dataDir}.`);
  console.log('Whoever had something erased since then must have it erased again; sessions are over.');
}

function masterKeyFor(making: string, given: string | undefined): Buffer {
  if (given === undefined && !existsSync(join(making, 'vault.key'))) {
    throw new WrongUsage('the back-up does not hold the vault key: LEDGERDESK_VAULT_KEY must name it');
  }
  return parseMasterKey(given ?? vaultKeyIn(making));
}

/** Every event's hash, and its link to the one before, computed anew. Answers the position of the last event. */
async function verifiedLog(making: string, { head }: Manifest): Promise<bigint> {
  const node = await startEventNode({ dataDir: join(making, logFolder), port: 0 });
  const keys = {
    fresh: () => Promise.reject(new Error('nothing is written here')),
    get: () => Promise.resolve(new Map<string, Buffer>()),
    destroy: () => Promise.reject(new Error('nothing is written here')),
    forget: () => undefined,
  };
  const ledger = openLedger({ url: node.url, keys });
  try {
    return await withBar('hash chain', Number(head), async (add) => {
      const links = new Map<string, Link>();
      let last = 0n;
      for await (const { events } of ledger.readAllRaw()) {
        for (const event of events) {
          const next = linkOf(event, links.get(event.stream) ?? null);
          if (typeof next === 'string') {
            throw new Failed(`revision ${event.revision} of ${event.stream} in the back-up is broken: ${next}`);
          }
          links.set(event.stream, next);
          add(Number(event.position - last));
          last = event.position;
        }
      }
      return last;
    });
  } finally {
    await ledger.close();
    await node.close();
  }
}

async function database(
  source: string,
  making: string,
  manifest: Manifest,
  head: bigint,
  masterKey: Buffer,
): Promise<void> {
  const server = await startPostgres({ dataDir: join(making, 'postgres') });
  try {
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    await withBar('database', rows, async (add) => {
      await migrateAsFarAs(server.url, manifest.migrations);
      await restoreTables(server.url, source, manifest, add);
      await migrate(server.url);
      await migrateQueues(server.url);
    });
    await bookmarksUpTo(server.url, head);
    await tryKey(server.url, masterKey);
  } catch (error) {
    throw error instanceof UnknownShape ? new Failed(`the back-up cannot be used: ${error.message}`) : error;
  } finally {
    await server.stop();
  }
}

async function tryKey(url: string, masterKey: Buffer): Promise<void> {
  const id = await someKey(url);
  if (id === null) return;
  const api = connectDatabase({ url, role: 'ledgerdesk_api', max: 1 });
  try {
    await new Vault({ pool: api.pool, masterKey }).get([id]);
  } catch (error) {
    throw error instanceof WrongMasterKey ? new Failed(`this is not the back-up's vault key: ${error.message}`) : error;
  } finally {
    await api.close();
  }
}

/** @throws Failed when a restore into this directory did not come to its end */
export function refuseUnfinished(dataDir: string): void {
  if (statSync(join(dataDir, unfinished), { throwIfNoEntry: false })) {
    throw new Failed(`${dataDir} holds an unfinished restore: run it again, or empty the directory`);
  }
}
