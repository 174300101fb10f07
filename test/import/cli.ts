// The command line as people run it: a process of its own, made of today's sources.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildSync } from 'esbuild';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Cli {
  /** for `node` */
  readonly main: string;
  readonly run: (args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<Ran>;
  readonly remove: () => void;
}

export function buildCli(): Cli {
  const directory = mkdtempSync(join(tmpdir(), 'ledgerdesk-cli-'));
  const outfile = join(directory, 'main.mjs');
  symlinkSync(resolve('node_modules'), join(directory, 'node_modules'));
  // The asynchronous one leaves a process running that keeps this one alive.
  buildSync({
    entryPoints: ['apps/cli/src/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    conditions: ['source'],
    logLevel: 'silent',
  });
  return {
    main: outfile,
    run: async (args, env = {}) => {
      const child = spawn(process.execPath, [outfile, ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { PATH: process.env['PATH'], ...env },
      });
      const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
      return { code: child.exitCode, stdout, stderr };
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
