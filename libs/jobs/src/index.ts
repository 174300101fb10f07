// Queues: their names, what their jobs carry, and where they are kept. Nothing here knows what a job does.
export { migrateQueues } from './migrate-queues.js';
export { openQueue, openWorker, type JobQueue, type JobWorker, type QueueStore, type WorkOptions } from './queues.js';
export { alarmId, timers, type Alarm, type AutoClose, type Sweep, type TimerJob, type Wake } from './timers.js';
