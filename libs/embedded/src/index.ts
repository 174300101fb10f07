export { type Ready, announceReady, exitWithParent } from './child.js';
export { freePort } from './free-port.js';
export { holderOf, lock } from './lock.js';
export { type Ending, type Postgres, type PostgresOptions, runningPostgres, startPostgres } from './postgres.js';
export { type NodeChild, nodeFlags } from './run.js';
export { type SuperviseOptions, type Supervisor, supervise } from './supervise.js';
