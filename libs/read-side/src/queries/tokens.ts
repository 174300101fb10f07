// What the question handlers are given by the process they run in.

/** provides a `Database` of the role that asks */
export const DATABASE = Symbol('Database');
/** provides the secret (Uint8Array) that seals cursors; the same in every process that serves lists */
export const CURSOR_SECRET = Symbol('CursorSecret');
