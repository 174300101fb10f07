// Who may: actors, roles as bundles of capabilities, and scope. Pure; the API and the queries derive everything from here.
export * from './roles.js';
export * from './actor.js';
export * from './features.js';
export * from './key-scopes.js';
export * from './scope.js';
export * from './scope-of.js';
