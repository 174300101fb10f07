import type { Chance } from '../../../bench/generator/chance.js';
import type { Stack } from '../stack.js';
import type { Violation } from '../violation.js';
import type { Writers } from '../writers.js';

export interface Struck {
  readonly stack: Stack;
  readonly writers: Writers;
  readonly chance: Chance;
  readonly say: (line: string) => void;
}

interface Any {
  readonly name: string;
  /** one line, for `--list` */
  readonly what: string;
  /** Why it cannot be played on this machine; null: it can. */
  readonly missing?: () => string | null;
}

/** Happens to a desk at work. */
export interface Strike extends Any {
  /** what the desk must have, or have been */
  readonly needs?: 'redis' | 'clock' | 'release';
  /** Nobody writes meanwhile. */
  readonly quiet?: true;
  /**
   * Strikes while writers write, and takes back what nobody else would: a disk that is full stays full until somebody makes
   * room. @throws Violated
   */
  readonly strike: (struck: Struck) => Promise<void>;
}

/** Needs a desk of its own, or none. */
export interface Proof extends Any {
  /** `root`: the directory that holds the `dist` to run */
  readonly proof: (root: string, chance: Chance, say: Struck['say']) => Promise<readonly Violation[]>;
}

export type Fault = Strike | Proof;
