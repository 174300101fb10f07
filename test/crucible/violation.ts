// What the crucible looks for. The invariants are described in docs/crucible.md.
export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9' | 'I10';

export interface Violation {
  readonly invariant: Invariant;
  readonly what: string;
}

/** Thrown where going on makes no sense; otherwise violations are collected. */
export class Violated extends Error {
  constructor(readonly violation: Violation) {
    super(`${violation.invariant}: ${violation.what}`);
  }
}
