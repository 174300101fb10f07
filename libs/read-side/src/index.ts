// PostgreSQL as the product uses it: tables and migrations, the connection under a role, and the questions screens ask.
export * from './database.js';
export * from './migrate.js';
export * from './tables/bookmarks.js';
export * from './tables/database.js';
export * from './tables/directory.js';
export * from './tables/read-model.js';
export * from './tables/read-models.js';
export * from './tables/ticket-list.js';
export * from './tables/ticket-thread.js';
export * from './tables/vault.js';
