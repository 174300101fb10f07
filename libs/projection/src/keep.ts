// A projector's work on all its models: each follows the log, and what is ordered, or was made by an older version of this
// program, is built anew, one model at a time. Any number of projectors may run: locks and bookmarks keep them apart.
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { connectDatabase, type Database } from '#read-side';
import { RebuildRunning } from './building-site.js';
import { isLasting } from './failures.js';
import { follow, type Following } from './follow.js';
import { discardRebuild, rebuild, type RebuiltLog } from './rebuild.js';
import type { LogEvent, RowModel } from './row-model.js';
import { shareLog } from './share-log.js';

export interface Keeping<E extends LogEvent> extends Omit<Following<E>, 'model' | 'log'> {
  readonly models: readonly RowModel<E>[];
  readonly log: RebuiltLog<E>;
}

/** Between two looks at what is ordered, and at whether a model may go on. */
const lookMs = 1_000;

/** Ends when the signal aborts, after the batches in hand. Rejects never. */
export async function keep<E extends LogEvent>(keeping: Keeping<E>): Promise<void> {
  const { models, url, maxBatch } = keeping;
  const log = shareLog(keeping.log, { maxBatch });
  const database = connectDatabase({ url, role: 'ledgerdesk_projector', max: 2 });
  await Promise.all([
    ...models.map((model) => keepFollowing({ ...keeping, log }, database, model)),
    keepRebuilding(keeping, database),
  ]);
  await database.close();
}

async function keepFollowing<E extends LogEvent>(
  keeping: Omit<Keeping<E>, 'log'> & Pick<Following<E>, 'log'>,
  { db }: Database,
  model: RowModel<E>,
): Promise<void> {
  const { signal, report } = keeping;
  const { name, version } = model;
  const bookmark = () =>
    db
      .selectFrom('read.bookmarks')
      .select(['version', 'halted'])
      .where('model', '=', name)
      .where('live', '=', true)
      .executeTakeFirst();
  /** Looks until it holds; a database that is away is looked at again. */
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!signal.aborted && !(await holds().catch(() => false))) await pause(signal);
  };

  let ordered = false;
  await until(async () => {
    const found = await bookmark();
    if (found === undefined || found.version >= version) return true;
    if (!ordered) {
      await sql`select read.order_rebuild(${name}, ${version})`.execute(db);
      ordered = true;
      report({ model: name, state: 'outdated', stored: found.version, version });
    }
    return false;
  });
  while (!signal.aborted) {
    await follow({ ...keeping, model });
    await until(async () => (await bookmark())?.halted === null); // rebuilt, here or elsewhere
  }
}

async function keepRebuilding<E extends LogEvent>(keeping: Keeping<E>, database: Database): Promise<void> {
  const { models, signal, report } = keeping;
  while (!signal.aborted) {
    try {
      for (const { model: name, discarded, at_least } of await ordersIn(database)) {
        const model = models.find((one) => one.name === name && one.version >= (at_least ?? 0));
        if (!model || signal.aborted) continue;
        if (discarded) await discardRebuild({ ...keeping, model });
        else await carryOut(keeping, database, model);
      }
    } catch (error) {
      if (!(error instanceof RebuildRunning || signal.aborted)) {
        report({ model: 'rebuilds', state: 'waiting', error, retryInMs: lookMs });
      }
    }
    await pause(signal);
  }
}

const ordersIn = ({ db }: Database) =>
  db
    .selectFrom('read.rebuilds')
    .select(['model', 'discarded', 'at_least'])
    .where('finished_at', 'is', null)
    .where((where) => where.or([where('error', 'is', null), where('discarded', '=', true)]))
    .orderBy('ordered_at')
    .orderBy('model')
    .execute();

async function carryOut<E extends LogEvent>(
  { log, url, signal, report }: Keeping<E>,
  { db }: Database,
  model: RowModel<E>,
): Promise<void> {
  const { name } = model;
  const givenUp = new AbortController();
  const watch = setInterval(() => {
    void db
      .selectFrom('read.rebuilds')
      .select('discarded')
      .where('model', '=', name)
      .executeTakeFirst()
      .then((order) => order?.discarded !== false && givenUp.abort())
      .catch(() => undefined);
  }, lookMs);
  try {
    report({ model: name, state: 'rebuilding' });
    const { position, events, ms } = await rebuild({
      model,
      log,
      url,
      signal: AbortSignal.any([signal, givenUp.signal]),
      onTrouble: (error, retryInMs) => report({ model: name, state: 'waiting', error, retryInMs }),
    });
    report({ model: name, state: 'rebuilt', position, events, ms });
  } catch (error) {
    if (signal.aborted || givenUp.signal.aborted || error instanceof RebuildRunning) return;
    if (!isLasting(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    await db.updateTable('read.rebuilds').set({ error: reason }).where('model', '=', name).execute();
    report({ model: name, state: 'rebuild-failed', reason });
  } finally {
    clearInterval(watch);
  }
}

const pause = (signal: AbortSignal): Promise<void> => sleep(lookMs, undefined, { signal }).catch(() => undefined);
