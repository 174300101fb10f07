// Starts the built program, as the supervisor does, and ends it in every way a process can end.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(process.cwd(), 'dist/libs/event-node/src/main.js');

export interface Program {
  url: string;
  port: number;
  process: ChildProcess;
  stderr: () => string;
  /** Resolves to the exit code, or null after a signal that cannot be caught. */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
}

const running = new Set<ChildProcess>();

interface Output {
  child: ChildProcess;
  stdout: () => string;
  stderr: () => string;
}

/** `prelude` is shell text that runs before the program, in its process. */
function launch(env: Record<string, string>, prelude = ''): Output {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: npm run build`);
  const child = spawn('sh', ['-c', `${prelude}exec "$0" "$1"`, process.execPath, MAIN], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  return { child, stdout: () => stdout, stderr: () => stderr };
}

export async function startProgram(env: Record<string, string>, prelude = ''): Promise<Program> {
  const { child, stdout, stderr } = launch({ PORT: '0', ...env }, prelude);
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (): void => {
      const ready = /^event node is ready on (\S+)\n/.exec(stdout());
      if (ready) resolve(ready[1]!);
    };
    child.stdout!.on('data', listen);
    void exited.then(([code]) => reject(new Error(`The event node ended with ${code}: ${stderr()}`)));
  });
  return {
    url,
    port: Number(/:(\d+)\?/.exec(url)![1]),
    process: child,
    stderr,
    end: async (signal) => {
      child.kill(signal);
      return (await exited)[0];
    },
  };
}

/** For starts that must fail. */
export async function runProgram(env: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  const { child, stderr } = launch(env);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr: stderr() };
}

export function endPrograms(): void {
  for (const child of running) child.kill('SIGKILL');
}
