/** The event log, for those few who read it past the read models. */
export const LEDGER = Symbol('LEDGER');
/** How long an export waits for a reader that takes nothing, in milliseconds. */
export const EXPORT_PATIENCE = Symbol('EXPORT_PATIENCE');
