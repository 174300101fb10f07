// What every figure is given: how much to measure, where to tell how far it is, and what to undo when it is over.
import { profiled } from './profiles.js';

export interface Bench {
  /** of ours and the yardstick, interleaved */
  readonly rounds: number;
  /** Small amounts: to see that a figure works, not what it is. */
  readonly quick: boolean;
  /** of the big stores that P5, P7, P8 and P10 look at */
  readonly tickets: number;
  readonly timers: number;
  /** that P5 and P10 look at instead of making their own; null: none was named */
  readonly dataDir: string | null;
  /** One line of progress. */
  readonly say: (text: string) => void;
  /** Made once for all figures that ask for it; what `make` undoes is undone after the last figure. */
  readonly shared: <T>(name: string, make: (ends: Pick<Bench, 'atEnd' | 'say'>) => Promise<T>) => Promise<T>;
  /** Undone in reverse order when the figure is over, however it ends. */
  readonly atEnd: (undo: () => unknown) => void;
}

export type Reach = { readonly atLeast: number } | { readonly atMost: number };

/** One line of the table. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly yardstick: string;
  /** null: it is only told */
  readonly reach: Reach | null;
  /** one of each round; empty: skipped, and the note says why */
  readonly ratios: readonly number[];
  /** of the ratios, where they are figures of their own; times the yardstick unless given */
  readonly unit?: string;
  /** absolute figures, medians of the rounds */
  readonly ours: string;
  readonly theirs: string;
  readonly note?: string;
}

export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly measure: (bench: Bench) => Promise<readonly Row[]>;
}

/** Figures of one round, both in the same unit. */
export interface Pair {
  readonly ours: number;
  readonly theirs: number;
}

/** Each of them unrecorded, unless there is but one round; then round by round, a different one beginning each time. */
export async function inTurns<K extends string>(
  { rounds, say }: Pick<Bench, 'rounds' | 'say'>,
  works: Readonly<Record<K, () => Promise<number>>>,
): Promise<Record<K, number>[]> {
  const names = Object.keys(works) as K[];
  if (rounds > 1) for (const name of names) await works[name]();
  const found: Record<K, number>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begins = round % names.length;
    const figures = {} as Record<K, number>;
    for (const name of [...names.slice(begins), ...names.slice(0, begins)])
      figures[name] = await profiled(name, works[name]);
    say(`round ${round + 1} of ${rounds}: ${names.map((name) => `${name} ${short(figures[name])}`).join(', ')}`);
    found.push(figures);
  }
  return found;
}

export const interleave = (
  bench: Pick<Bench, 'rounds' | 'say'>,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<Pair[]> => inTurns(bench, { ours, theirs });

export const quantile = (values: readonly number[], q: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
};
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

export const oursOverTheirs = ({ ours, theirs }: Pair): number => ours / theirs;
export const theirsOverOurs = ({ ours, theirs }: Pair): number => theirs / ours;

export function row(
  about: Pick<Row, 'id' | 'what' | 'yardstick' | 'reach' | 'note'>,
  pairs: readonly Pair[],
  ratio: (pair: Pair) => number,
  unit: string,
): Row {
  const told = (values: number[]) => `${short(median(values))} ${unit}`;
  return {
    ...about,
    ratios: pairs.map(ratio),
    ours: told(pairs.map(({ ours }) => ours)),
    theirs: told(pairs.map(({ theirs }) => theirs)),
  };
}

/** Three digits are more than such figures are worth. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** How often per second `work` is done, `amount` times by `callers` at once. */
export async function perSecond(
  amount: number,
  callers: number,
  work: (index: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (next < amount) {
        const index = next;
        next += 1;
        await work(index);
      }
    }),
  );
  return (amount * 1_000) / (performance.now() - started);
}

/** Of callers of their own, each doing one thing after the other. */
export type Caller = () => Promise<unknown>;

/** How often per second `callers` at once do what they do. */
export function byCallers(amount: number, callers: number, start: () => Caller): Promise<number> {
  const free = Array.from({ length: callers }, start);
  return perSecond(amount, callers, async () => {
    const caller = free.pop();
    if (!caller) throw new Error('more work at once than callers');
    await caller();
    free.push(caller);
  });
}

/** The same for a while instead of for an amount. */
export async function byCallersFor(ms: number, callers: number, start: () => Caller): Promise<number> {
  const started = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      const call = start();
      for (; performance.now() - started < ms; done += 1) await call();
    }),
  );
  return (done * 1_000) / (performance.now() - started);
}

/** in milliseconds */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
