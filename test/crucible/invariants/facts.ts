// What a round leaves for the checks to look at, once everything has come to rest.
import type { History } from '../history.js';
import type { Stack } from '../stack.js';
import type { Violation } from '../violation.js';
import type { Asked } from '../writers.js';

export interface Facts {
  readonly stack: Stack;
  readonly history: History;
  /** the log as it was before the round */
  readonly before: History | null;
  /** everything that was asked of this stack */
  readonly asked: readonly Asked[];
  /** Clocks were set: what happened when says nothing. */
  readonly clockMoved: boolean;
}

export type Check = (facts: Facts) => readonly Violation[] | Promise<readonly Violation[]>;
