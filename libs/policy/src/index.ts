// A tenant's policy: one complete, versioned document. Pure; it travels inside every command.
export * from './policy.js';
export * from './events.js';
export * from './presets.js';
export * from './validate.js';
export * from './amend.js';
export { mergePatch } from './merge-patch.js';
export * from './catalogue.js';
export * from './duration.js';
export * from './number.js';
export * from './changes.js';
export * from './taken-away.js';
export { rolesTakenAway } from './roles.js';
export * from './with-preset.js';
