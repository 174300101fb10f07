export { freePort } from './free-port.js';
export { lock } from './lock.js';
export { type Ending, type Postgres, type PostgresOptions, startPostgres } from './postgres.js';
