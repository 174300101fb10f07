// What the API is made of: the connections and books of one process, opened once and closed in order.
import { hkdfSync } from 'node:crypto';
import type { Logger } from 'pino';
import { Vault } from '#event-store';
import { directoryStream, openLedger, type Ledger } from '#ledger';
import { asRole, connectDatabase, ReadModelClock, type Database } from '#read-side';
import { Numbers, PolicyBook, TenantJournal } from '#write-side';
import { Counters } from './limits/counters.js';
import { countInPostgres, countInRedis } from './limits/shared-counts.js';
import { Jobs } from './operations/jobs.js';
import { Metrics } from './operations/metrics.js';
import { ReferenceKinds } from './references/kinds.js';
import type { Settings } from './settings.js';

export interface Parts {
  readonly settings: Settings;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly database: Database;
  readonly clock: ReadModelClock;
  readonly keys: Vault;
  readonly ledger: Ledger;
  readonly policies: PolicyBook;
  readonly numbers: Numbers;
  /** Who may what, as it changes. */
  readonly directoryJournal: TenantJournal;
  /** Seals the cursors of lists; every process with the same vault key opens the others'. */
  readonly cursorSecret: Uint8Array;
  readonly referenceKinds: ReferenceKinds;
  readonly counters: Counters;
  /** The worker's queue. */
  readonly jobs: Jobs;
  /** Makes digests of addresses: the same in every process with the same vault key. */
  readonly digestSecret: Uint8Array;
  readonly close: () => Promise<void>;
}

export async function openParts(settings: Settings, log: Logger): Promise<Parts> {
  const { databaseUrl: url, eventStoreUrl, vaultKey } = settings;
  const role = 'ledgerdesk_api';
  const secretFor = (use: string) => new Uint8Array(hkdfSync('sha256', vaultKey, '', use, 32));
  const database = connectDatabase({ url, role, max: 16, patienceMs: 5_000 });
  const clock = new ReadModelClock(database.pool, { url, role });
  const keys = new Vault({ pool: database.pool, masterKey: vaultKey });
  const metrics = new Metrics();
  const ledger = metrics.measureAppends(openLedger({ url: eventStoreUrl, keys }));
  const policies = new PolicyBook(ledger, (error) => log.error({ err: error }, 'policies are no longer followed'));
  const digestSecret = secretFor('ledgerdesk digests of addresses');
  const { redisUrl } = settings;
  const jobs = new Jobs(redisUrl === null ? { databaseUrl: url, role } : { redisUrl }, log);
  const counts = settings.redisUrl === null ? countInPostgres(url) : countInRedis(settings.redisUrl);
  const [hearNoMore] = await Promise.all([keys.listen(asRole(url, role)), clock.start(), policies.open()]);
  return {
    settings,
    log,
    metrics,
    database,
    clock,
    keys,
    ledger,
    policies,
    numbers: new Numbers(ledger),
    directoryJournal: new TenantJournal(ledger, policies, directoryStream),
    cursorSecret: secretFor('ledgerdesk list cursors'),
    referenceKinds: new ReferenceKinds(settings.references, database),
    counters: new Counters(settings.requestsPerMinute, counts, digestSecret, { log, told: metrics }),
    jobs,
    digestSecret,
    close: async () => {
      policies.close();
      await jobs.close();
      await counts.close();
      await clock.close();
      await hearNoMore();
      await ledger.close();
      await database.close();
    },
  };
}
