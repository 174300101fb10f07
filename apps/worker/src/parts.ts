// What the worker is made of: the connections and books of one process, opened once and closed in order.
import type { Logger } from 'pino';
import { Vault } from '#event-store';
import { openQueue, timers, type JobQueue, type QueueStore, type TimerJob } from '#jobs';
import { openLedger, type Ledger } from '#ledger';
import { asRole, connectDatabase, ReadModelClock, type Database } from '#read-side';
import {
  ActOnTicketHandler,
  LinkBook,
  LinkTicketsHandler,
  MergeTicketsHandler,
  Numbers,
  PolicyBook,
  ResolveChildrenHandler,
  settledWithin,
  SplitTicketHandler,
} from '#write-side';
import type { Settings } from './settings.js';

export interface Parts {
  readonly log: Logger;
  /** epoch milliseconds */
  readonly now: () => number;
  readonly database: Database;
  /** waits for read models */
  readonly freshness: ReadModelClock;
  readonly ledger: Ledger;
  readonly keys: Vault;
  readonly policies: PolicyBook;
  /** the one door for commands */
  readonly door: ActOnTicketHandler;
  readonly children: ResolveChildrenHandler;
  readonly merging: MergeTicketsHandler;
  readonly splitting: SplitTicketHandler;
  readonly store: QueueStore;
  readonly queue: JobQueue<TimerJob>;
  /** told of connections to the queue that broke; they are made again by themselves */
  readonly onQueueTrouble: (error: Error) => void;
  readonly close: () => Promise<void>;
}

const role = 'ledgerdesk_worker';

export async function openParts(settings: Settings, log: Logger, now: () => number = Date.now): Promise<Parts> {
  const { databaseUrl: url, eventStoreUrl, redisUrl, vaultKey } = settings;
  const store: QueueStore = redisUrl === undefined ? { databaseUrl: url, role } : { redisUrl };
  const onQueueTrouble = (error: Error): void => log.warn({ err: error }, 'the queue is out of reach');
  const database = connectDatabase({ url, role, max: 8 });
  const freshness = new ReadModelClock(database.pool, { url, role });
  const keys = new Vault({ pool: database.pool, masterKey: vaultKey });
  const ledger = openLedger({ url: eventStoreUrl, keys });
  const policies = new PolicyBook(ledger, (error) => log.error({ err: error }, 'policies are no longer followed'));
  const queue = openQueue<TimerJob>(timers, store, onQueueTrouble);
  const links = new LinkBook(ledger);
  const door = new ActOnTicketHandler({
    log: ledger,
    keys,
    policies,
    numbers: new Numbers(ledger),
    clock: () => new Date(now()),
  });
  const [hearNoMore] = await Promise.all([
    keys.listen(asRole(url, role)),
    freshness.start(),
    policies.open(),
    queue.waitUntilReady(),
  ]);
  return {
    log,
    now,
    database,
    freshness,
    ledger,
    keys,
    policies,
    door,
    children: new ResolveChildrenHandler({ log: ledger, links, act: door }),
    merging: new MergeTicketsHandler({ links, act: door }),
    splitting: new SplitTicketHandler({
      log: ledger,
      act: door,
      link: new LinkTicketsHandler({ log: ledger, links, policies }),
    }),
    store,
    queue,
    onQueueTrouble,
    close: async () => {
      await settledWithin(1_000, queue.close()); // for ever, where the server is away
      policies.close();
      await freshness.close();
      await hearNoMore();
      await ledger.close();
      await database.close();
    },
  };
}
