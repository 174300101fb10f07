// A tenant's policy: one complete, versioned document. Pure; it travels inside every command.
export * from './policy.js';
export * from './presets.js';
export * from './validate.js';
export * from './merge-patch.js';
