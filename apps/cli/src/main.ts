// `ledgerdesk <command>`. Each command is one file in commands/ and one entry of the list below.
import { Command, CommanderError } from 'commander';
import { Refused, Unreachable } from './client.js';
import { addAdopt } from './commands/adopt.js';
import { addBackup } from './commands/backup.js';
import { addDirectory } from './commands/directory.js';
import { addExport } from './commands/export.js';
import { addImport } from './commands/import.js';
import { addMigrate } from './commands/migrate.js';
import { addRebuild } from './commands/rebuild.js';
import { addReplay } from './commands/replay.js';
import { addRestore } from './commands/restore.js';
import { addUp } from './commands/up.js';
import { addVerify } from './commands/verify.js';
import { BadSettings } from './embedded/settings.js';
import { Failed, WrongUsage } from './exit.js';

const program = new Command('ledgerdesk').description('Run Ledgerdesk, and work on it from outside.').exitOverride();
for (const add of [
  addUp,
  addImport,
  addAdopt,
  addReplay,
  addRebuild,
  addVerify,
  addExport,
  addMigrate,
  addDirectory,
  addBackup,
  addRestore,
])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = endOf(error);
}

function endOf(error: unknown): number {
  // Commander has said it already, and help is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const expected = error instanceof Failed || error instanceof WrongUsage;
  const known = expected || error instanceof BadSettings || error instanceof Refused || error instanceof Unreachable;
  console.error(known ? `ledgerdesk: ${error.message}` : error);
  return error instanceof WrongUsage ? 2 : 1;
}
