// Runs the programs beside this file with a build of the library as it stands, the way the product runs it.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../../..');

export interface Program {
  process: ChildProcess;
  lines: string[];
  /** Resolves with the first line that matches, said already or still to come; rejects when the program ends first. */
  line: (pattern: RegExp) => Promise<string>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

export interface Programs {
  path: (name: string) => string;
  run: (name: string, args: string[], as?: { uid?: number; env?: Record<string, string> }) => Program;
  /** Kills what still runs. */
  stop: () => Promise<void>;
  /** Removes the build as well. */
  close: () => Promise<void>;
}

export function buildPrograms(): Programs {
  const build = mkdtempSync(join(tmpdir(), 'ledgerdesk-build-'));
  chmodSync(build, 0o755);
  const library = join(build, 'embedded.mjs');
  const options = [
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--packages=external',
    '--log-level=warning',
    `--outfile=${library}`,
  ];
  execFileSync(join(root, 'node_modules/.bin/esbuild'), [join(root, 'libs/embedded/src/index.ts'), ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  const running: Program[] = [];
  const stop = async () => {
    for (const program of running) program.process.kill('SIGKILL');
    await Promise.all(running.splice(0).map(({ ended }) => ended));
  };
  const path = (name: string) => join(import.meta.dirname, 'programs', `${name}.mjs`);
  return {
    path,
    run: (name, args, as) => {
      const child = spawn(process.execPath, [path(name), ...args], {
        env: { PATH: process.env.PATH, LIBRARY: library, NODE_PATH: join(root, 'node_modules'), ...as?.env },
        stdio: ['ignore', 'pipe', 'inherit'],
        ...(as?.uid !== undefined && { uid: as.uid, gid: as.uid }),
      });
      const program = follow(child);
      running.push(program);
      return program;
    },
    stop,
    close: async () => {
      await stop();
      rmSync(build, { recursive: true, force: true });
    },
  };
}

function follow(child: ChildProcess): Program {
  const lines: string[] = [];
  let over = false;
  const waiting = new Set<() => void>();
  const wake = () => waiting.forEach((look) => look());
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      wake();
    });
  }
  const ended = (once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>).then(([code, signal]) => {
    over = true;
    wake();
    return { code, signal };
  });
  const line = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = lines.find((said) => pattern.test(said));
        if (found === undefined && !over) return;
        waiting.delete(look);
        if (found === undefined) reject(new Error(`ended without saying ${pattern}:\n${lines.join('\n')}`));
        else resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { process: child, lines, line, ended };
}

/** Resolves when `condition` holds; rejects after 20 s. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const patience = Date.now() + 20_000; !(await condition()); await sleep(25)) {
    if (Date.now() > patience) throw new Error('waited 20 s in vain');
  }
}
