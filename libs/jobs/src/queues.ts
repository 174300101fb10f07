// Where queues are kept: in Redis when there is one, else in PostgreSQL. Nothing but this file knows which.
import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  Worker,
  type BackendFactory,
  type IQueueBackend,
  type Job,
  type JobProgress,
} from 'bullmq';

export type QueueStore =
  | { readonly redisUrl: string }
  /** a role that may use schema `bullmq` (`migrateQueues`), and a login that may act as it */
  | { readonly databaseUrl: string; readonly role: string };

export type JobQueue<D> = Queue<D, string, string, D, string, string, IQueueBackend, QueueStore>;
export type JobWorker<D> = Worker<D, string, string, IQueueBackend, JobProgress, QueueStore>;

export const schema = 'bullmq';
const prefix = 'ledgerdesk';

const backend: BackendFactory<IQueueBackend, QueueStore> = (name, { connection, ...options }, factory) => {
  if ('redisUrl' in connection) {
    return createRedisBackend(name, { ...options, connection: redis(connection.redisUrl) }, factory);
  }
  const { databaseUrl: connectionString, role } = connection;
  const max = factory?.withBlockingConnection ? 8 : 2;
  const postgres = { connectionString, options: `-c role=${role}`, schema, max, keepAlive: true };
  return createPostgresBackend(name, { ...options, connection: postgres }, factory);
};

const redis = (url: string) => ({
  url,
  maxRetriesPerRequest: null, // what is asked waits until the server is back
  retryStrategy: (times: number) => Math.min(50 * 2 ** times, 2_000),
});

/**
 * A job that fails is tried again after growing pauses, for about half an hour. Then it is parked: it keeps its id and
 * its reason until it is retried.
 */
const defaultJobOptions = { attempts: 32, backoff: { type: 'custom' }, removeOnComplete: true };
const longestPauseMs = 60_000;
/** Whole milliseconds, which is all that PostgreSQL takes. */
const backoffStrategy = (failures: number): number =>
  Math.round(Math.min(500 * 2 ** failures, longestPauseMs) * (0.5 + Math.random() / 2));

export interface WorkOptions {
  /** jobs at a time */
  readonly concurrency: number;
  /** told of connections that broke, which are made again by themselves */
  readonly onError: (error: Error) => void;
}

export function openQueue<D>(name: string, store: QueueStore, onError: (error: Error) => void): JobQueue<D> {
  const queue: JobQueue<D> = new Queue(name, { connection: store, prefix, defaultJobOptions }, backend);
  return queue.on('error', onError);
}

/** Does not begin before `run()`. `work` gets a job and the token of its lock; what it returns is told with `completed`. */
export function openWorker<D>(
  name: string,
  store: QueueStore,
  work: (job: Job<D, string>, token: string) => Promise<string>,
  { concurrency, onError }: WorkOptions,
): JobWorker<D> {
  const worker: JobWorker<D> = new Worker(
    name,
    (job: Job<D, string>, token?: string) => work(job, token ?? ''),
    {
      connection: store,
      prefix,
      autorun: false,
      concurrency,
      // How long the jobs of a killed worker lie before another takes them up: the lock's time, and one look.
      lockDuration: 5_000,
      stalledInterval: 2_500,
      // Jobs may be done twice, and know it: a worker that is killed again and again loses none.
      maxStalledCount: 1_000_000,
      runRetryDelay: 1_000,
      settings: { backoffStrategy },
    },
    backend,
  );
  return worker.on('error', onError);
}
