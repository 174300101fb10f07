// A process of the built product that is started again whenever it ends, as an orchestrator would: that is all the help
// the crucible gives. Every line it says is handed on.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

export interface Program {
  readonly name: string;
  /** the directory that holds `dist` */
  readonly root: string;
  /** inside `root` */
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly execArgv?: readonly string[];
}

const restartMs = 100;
const lastLines = 30;

export class KeptProcess {
  readonly name: string;
  /** what it said last, for reports */
  readonly lines: string[] = [];
  #child: ChildProcess | undefined;
  #ready = Promise.resolve();
  #wanted = true;
  #ended = false;
  #living: Promise<void>;

  constructor(
    private readonly program: Program,
    private readonly onLine: (line: string) => void = () => undefined,
  ) {
    this.name = program.name;
    this.#living = this.#live();
  }

  /** undefined: it is away */
  get pid(): number | undefined {
    return this.#child?.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
  }

  /** Until it says that it does its work. */
  async ready(patienceMs: number): Promise<void> {
    for (const end = Date.now() + patienceMs; ;) {
      const late = pause(Math.max(0, end - Date.now()), 'late', { ref: false });
      if ((await Promise.race([this.#ready, late])) !== 'late' && this.pid !== undefined) return;
      if (Date.now() >= end) throw new Error(`${this.name} is not ready:\n${this.lines.join('\n')}`);
      await pause(20); // it is away, and its last word was that it is ready
    }
  }

  /** -9. It comes back by itself. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || this.pid === undefined) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** -9, and it stays away until `release`. */
  async hold(): Promise<void> {
    this.#wanted = false;
    await this.kill();
  }

  release(): void {
    this.#wanted = true;
  }

  signal(name: NodeJS.Signals): void {
    this.#child?.kill(name);
  }

  async end(): Promise<void> {
    this.#ended = true;
    this.#child?.kill('SIGCONT');
    this.#child?.kill('SIGTERM');
    const impatient = setTimeout(() => this.#child?.kill('SIGKILL'), 10_000);
    await this.#living;
    clearTimeout(impatient);
  }

  /** Resident memory in bytes, and how many files and sockets it holds but for its callers' connections; null: it is away. */
  weight(): { readonly bytes: number; readonly files: number } | null {
    try {
      const place = `/proc/${this.pid}`;
      const pages = Number(readFileSync(join(place, 'statm'), 'utf8').split(' ')[1]);
      return { bytes: pages * 4_096, files: filesOf(place) };
    } catch {
      return null;
    }
  }

  async #live(): Promise<void> {
    while (!this.#ended) {
      if (this.#wanted) {
        const child = this.#launch();
        await once(child, 'exit');
      }
      await pause(restartMs);
    }
  }

  #launch(): ChildProcess {
    const { root, entry, env, execArgv = [] } = this.program;
    const child = fork(join(root, entry), {
      cwd: root,
      env: { PATH: process.env.PATH, ...env },
      execArgv: [...execArgv],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    this.#ready = new Promise((resolve) => child.once('message', () => resolve()));
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        this.lines.push(line);
        if (this.lines.length > lastLines) this.lines.shift();
        this.onLine(line);
      });
    }
    return child;
  }
}

/** `place`: the process in /proc. */
function filesOf(place: string): number {
  const files = readdirSync(join(place, 'fd')).map((fd) => {
    try {
      return readlinkSync(join(place, 'fd', fd));
    } catch {
      return ''; // closed meanwhile
    }
  });
  const sockets = ['tcp', 'tcp6'].flatMap((kind) =>
    readFileSync(join(place, 'net', kind), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .map(([, local = '', , state = '', , , , , , inode = '']) => ({
        port: local.split(':')[1],
        listens: state === '0A',
        file: `socket:[${inode}]`,
      })),
  );
  const own = new Set(files);
  const mine = sockets.filter(({ file }) => own.has(file));
  const doors = new Set(mine.filter(({ listens }) => listens).map(({ port }) => port));
  return files.length - mine.filter(({ port, listens }) => !listens && doors.has(port)).length;
}
