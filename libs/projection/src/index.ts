// How any read model runs: fold a batch, write its rows, counts and bookmark in one transaction, go on.
export { follow, type FollowedLog, type Following, type News } from './follow.js';
export { foldBatch, keysOf, type Changes } from './fold.js';
export { ModelSession, wakeChannel, type Batch } from './model-session.js';
export { rowModel, type LogEvent, type Row, type RowModel } from './row-model.js';
