// Every check that is made at the end of a round. I8 is made while something is behind (faults/freeze-projector.ts), I10 is
// the way there.
import { acknowledgedIsKept } from './i1-acknowledged-is-kept.js';
import { bounded } from './i9-bounded.js';
import type { Check } from './facts.js';
import { logOnlyGrows } from './i3-log-only-grows.js';
import { nothingOfOthers } from './i7-nothing-of-others.js';
import { nothingSkipped } from './i6-nothing-skipped.js';
import { once } from './i5-once.js';
import { refusedLeavesNothing } from './i2-refused-leaves-nothing.js';
import { rowsEqualAReplay } from './i4-rows-equal-a-replay.js';

export const checks: readonly Check[] = [
  acknowledgedIsKept,
  refusedLeavesNothing,
  logOnlyGrows,
  rowsEqualAReplay,
  once,
  nothingSkipped,
  nothingOfOthers,
  bounded,
];
