// The event log: EventStoreDB behind load, append and follow, and how an event is written down.
export { decode, encode, eventIdOf, hashOf, linkOf, verifyChain } from './codec.js';
export type { Appending, ChainBreak, Encoded, Link, Verdict } from './codec.js';
export {
  AppendTooLarge,
  BookmarkBeyondHead,
  InvalidText,
  KeyDestroyed,
  LogUnavailable,
  OutcomeUnknown,
  UnknownKey,
  UnreadableEvent,
  VaultUnavailable,
  WrongMasterKey,
  WrongVersion,
} from './errors.js';
export type { Unreadable } from './errors.js';
export { connectEventLog, eventLogOn } from './event-log.js';
export type { Append, Appended, Batch, EventLog, EventLogOptions, Follow } from './event-log.js';
export { mergeEventTypes } from './event-types.js';
export type { AnyEvents, EventTypes, NewEvent, Recorded, StoredEvent } from './event-types.js';
export type { LogServer } from './log-server.js';
export type { Reading, StoredBatch } from './subscription.js';
export type { ActorRef, AppendContext, EventMetadata } from './metadata.js';
export { ERASED } from './sealing.js';
export { parseMasterKey, Vault } from './vault.js';
export type { KeyRing, VaultOptions } from './vault.js';
