// How any read model runs: fold a batch, write its rows, counts and bookmark in one transaction, go on.
export { follow, type FollowedLog, type Following, type News, type Rebuilt } from './follow.js';
export { foldBatch, keysOf, type Changes } from './fold.js';
export { HotRows, sharedRoom } from './hot-rows.js';
export { keep, type Keeping } from './keep.js';
export { ModelSession, type Batch } from './model-session.js';
export { wakeChannel, type ModelTables, type Move, type OpenTables } from './model-tables.js';
export { discardRebuild, rebuild, type Rebuilding, type RebuiltLog } from './rebuild.js';
export { RebuildRunning } from './building-site.js';
export { rowModel, type LogEvent, type Row, type RowModel } from './row-model.js';
export { shareLog } from './share-log.js';
