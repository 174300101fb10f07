// Stored events of every released version, read as today's. A step is written once and never changed: the events it
// reads are in the log for ever. The codec of the event log walks them, and halts its reader at what it does not know.
import type { EventType } from './events.js';

/** `{ Type: { 1: (data) => data of version 2 } }` */
export const upcasts: { readonly [T in EventType]?: Readonly<Record<number, (data: never) => unknown>> } = {};
