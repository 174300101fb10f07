// What the processes of a desk hold on to, read from /proc, and whether it grows.
import { readdirSync, readFileSync } from 'node:fs';
import { median, short } from '../bench.js';

interface Held {
  /** MiB */
  readonly memory: number;
  readonly files: number;
  readonly processes: number;
}
export interface Sample {
  readonly seconds: number;
  readonly held: ReadonlyMap<string, Held>;
}

/** What the processes below `root` hold, by what they are; those of PostgreSQL together. */
export function heldBy(root: number): Map<string, Held> {
  const held = new Map<string, Held>();
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map<number, number>();
  for (const pid of all) {
    const stat = read(`/proc/${pid}/stat`);
    if (stat) parents.set(Number(pid), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  for (const pid of parents.keys()) {
    let above: number | undefined = pid;
    while (above !== undefined && above !== root) above = parents.get(above);
    if (above === undefined) continue;
    const words = read(`/proc/${pid}/cmdline`).split('\0');
    const name = words[0]?.startsWith('postgres') || words[0]?.includes('/postgres') ? 'postgres' : nameOf(words);
    const before = held.get(name) ?? { memory: 0, files: 0, processes: 0 };
    // Pages of files are the system's to take back; of pages that several processes share each has its part.
    const rollup = read(`/proc/${pid}/smaps_rollup`);
    const pages = (kind: string) => Number(new RegExp(`^Pss_${kind}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0) / 1_024;
    held.set(name, {
      memory: before.memory + pages('Anon') + pages('Shmem'),
      files: before.files + count(`/proc/${pid}/fd`),
      processes: before.processes + 1,
    });
  }
  return held;
}

const nameOf = (words: readonly string[]): string =>
  (words.find((word) => word.includes('main.js')) ?? words[0] ?? '')
    .replace(/^.*dist\/(?:apps\/|libs\/)?/, '')
    .split('/')[0] ?? '';

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
}

function count(directory: string): number {
  try {
    return readdirSync(directory).length;
  } catch {
    return 0;
  }
}

/** The slope of the least squares, in units an hour. */
function slopeOf(points: readonly (readonly [seconds: number, value: number])[]): number {
  const mean = (of: 0 | 1) => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0);
  const variance = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  return (covariance / variance) * 3_600;
}

/** A process's highest point may rise by this part from one half to the next: heaps are saws, and their teeth are long. */
const flatWithin = 0.1;
const parts = 5;

/** To stdout; answers whether everything is flat. */
export function report(samples: readonly Sample[]): boolean {
  const names = [...(samples.at(-1)?.held.keys() ?? [])].sort();
  const lines = [
    `| process | MiB, median of each ${parts}th | MiB, most in each half | slope, MiB an hour | files and sockets, most in each half | processes, most | |`,
    '|---|---|---|---|---|---|---|',
  ];
  let flat = true;
  for (const name of names) {
    const of = (what: keyof Held) =>
      samples.flatMap(({ seconds, held }) => {
        const one = held.get(name);
        return one ? [[seconds, one[what]] as const] : [];
      });
    const inParts = (what: keyof Held, amount: number) => {
      const values = of(what).map(([, value]) => value);
      return Array.from({ length: amount }, (_, part) =>
        values.slice((part * values.length) / amount, ((part + 1) * values.length) / amount),
      );
    };
    const halves = (what: keyof Held) => inParts(what, 2).map((values) => Math.max(...values));
    const rises = (what: keyof Held) => {
      const [before = 0, after = 0] = halves(what);
      return after > before * (1 + flatWithin);
    };
    const good = !rises('memory') && !rises('files');
    flat &&= good;
    const cells = [
      name,
      inParts('memory', parts)
        .map((values) => short(median(values)))
        .join(' '),
      halves('memory').map(short).join(' '),
      short(slopeOf(of('memory'))),
      halves('files').join(' '),
      Math.max(...of('processes').map(([, value]) => value)),
      good ? 'flat' : '**GROWS**',
    ];
    lines.push(`| ${cells.join(' | ')} |`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  return flat;
}
