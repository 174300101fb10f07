// The domain of a ticket, pure: commands in, events out, state folded from events. It knows no clock, no store, no HTTP.
export type { Priority, State } from '#policy';
export * from './events.js';
export * from './state.js';
export * from './replies.js';
export * from './command.js';
export * from './rejection.js';
export { defaultReferenceLimits, limits } from './limits.js';
export * from './evolve.js';
export * from './decider.js';
export * from './allowed.js';
export * from './upcast.js';
export * from './links.js';
export * from './picture.js';
export * from './changes.js';
export { autoCloseDue } from './actions/close-by-timer.js';
export { tagNamed } from './tags.js';
export { visibleReply } from './thread.js';
export { isOpen, isRequesterSide, withinWindow } from './policies.js';
