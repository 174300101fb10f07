/** The event log, for those few who read it past the read models. */
export const LEDGER = Symbol('LEDGER');
