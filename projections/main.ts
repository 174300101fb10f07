// The projector: follows the log once for each read model. As many as you like may run; one of them works on each model.
import { pino } from 'pino';
import { announceReady, exitWithParent } from '#embedded';
import { parseMasterKey, Vault } from '#event-store';
import { openLedger } from '#ledger';
import { keep, type News } from '#projection';
import { asRole, connectDatabase } from '#read-side';
import { models } from './index.js';
import { readSettings } from './settings.js';

const log = pino({ name: 'projector', level: process.env.LOG_LEVEL ?? 'info' });

function start(): void {
  const { databaseUrl, eventStoreUrl, vaultKey } = readSettings(process.env);
  const database = connectDatabase({ url: databaseUrl, role: 'ledgerdesk_projector', max: 2 });
  const keys = new Vault({ pool: database.pool, masterKey: parseMasterKey(vaultKey) });
  const hearing = keys.listen(asRole(databaseUrl, 'ledgerdesk_projector'));
  const ledger = openLedger({ url: eventStoreUrl, keys });
  const stopping = new AbortController();
  const { signal } = stopping;
  const unheard = new Set(models.map(({ name }) => name));
  const report = (news: News): void => {
    tell(news);
    // Waiting for a server is no work; standing by or halted is as far as this process gets.
    if (news.state === 'waiting' || !unheard.delete(news.model)) return;
    if (unheard.size === 0) announceReady();
  };
  const running = keep({ models, log: ledger, url: databaseUrl, signal, report });
  exitWithParent(async () => {
    stopping.abort();
    await running;
    await ledger.close();
    await (
      await hearing
    )();
    await database.close();
  });
}

function tell(news: News): void {
  const { model, state } = news;
  switch (news.state) {
    case 'following':
    case 'caught-up':
      return log.info({ model, position: (news.position ?? 0n).toString() }, state);
    case 'standing-by':
      return log.info({ model }, state);
    case 'waiting':
      return log.warn({ model, why: messageOf(news.error), retryInMs: Math.round(news.retryInMs) }, state);
    case 'outdated':
      return log.warn({ model, stored: news.stored, version: news.version }, state);
    case 'rebuilding':
      return log.info({ model }, state);
    case 'rebuilt': {
      const { position, events, ms } = news;
      return log.info({ model, position: (position ?? 0n).toString(), events, ms: Math.round(ms) }, state);
    }
    case 'halted':
    case 'rebuild-failed':
      return log.error({ model, why: news.reason }, state);
  }
}

// No stack and no `detail`: PostgreSQL puts values there.
const messageOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));

try {
  start();
} catch (error) {
  log.fatal(messageOf(error));
  process.exit(1);
}
