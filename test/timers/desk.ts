// For specs: a desk whose tickets close by themselves. Real PostgreSQL, event node and read model; queues on either store.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { actorOf } from '#access';
import { startEventNode } from '#event-node';
import { Vault } from '#event-store';
import { openLedger, ticketStream, type LedgerEvent } from '#ledger';
import { amend, presets, type Json, type PolicyDocument } from '#policy';
import { follow } from '#projection';
import { connectDatabase, migrate, seedDemo } from '#read-side';
import { ActOnTicket, ActOnTicketHandler, Numbers, PolicyBook, type ActRequest, type CommandInput } from '#write-side';
import { createLog } from '../../apps/worker/src/log.js';
import { openParts, type Parts } from '../../apps/worker/src/parts.js';
import type { Settings } from '../../apps/worker/src/settings.js';
import { startWorker } from '../../apps/worker/src/worker.js';
import { startTestPostgres } from '../../libs/embedded/test/postgres.js';
import { startStore, type StoreName } from '../../libs/jobs/test/stores.js';
import { dueTimers } from '../../projections/index.js';

const system = { id: 'system', role: 'system', kind: 'system' } as const;

export interface RunningWorker {
  readonly parts: Parts;
  readonly stop: () => Promise<void>;
}

export async function startDesk(store: StoreName) {
  const directory = mkdtempSync(join(tmpdir(), 'ledgerdesk-timers-'));
  const stops: (() => Promise<unknown>)[] = [async () => rmSync(directory, { recursive: true, force: true })];
  const postgres = await startTestPostgres();
  stops.push(postgres.stop);
  await migrate(postgres.url);
  const kept = await startStore(store, postgres.url);
  stops.push(kept.stop);
  const dataDir = join(directory, 'events');
  let node = await startEventNode({ dataDir, port: 0 });
  const workers = new Set<RunningWorker>();
  stops.push(() => node.close());

  const database = connectDatabase({ url: postgres.url, role: 'ledgerdesk_api', max: 4 });
  stops.push(database.close);
  await seedDemo(database);
  const vaultKey = randomBytes(32);
  const settings: Settings = {
    databaseUrl: postgres.url,
    eventStoreUrl: node.url,
    redisUrl: 'redisUrl' in kept.store ? kept.store.redisUrl : undefined,
    vaultKey,
  };
  const keys = new Vault({ pool: database.pool, masterKey: vaultKey });
  const ledger = openLedger({ url: node.url, keys });
  stops.push(() => ledger.close());
  const policies = new PolicyBook(ledger);
  const handler = new ActOnTicketHandler({ log: ledger, keys, policies, numbers: new Numbers(ledger) });
  const publish = async (patch: Json): Promise<void> => {
    await policies.publish('acme', amend(presets.unified, patch) as unknown as PolicyDocument, { by: system });
  };
  await publish({});

  let projecting = new AbortController();
  let projected: Promise<void> = Promise.resolve();
  const projector = {
    start: (): void => {
      const { signal } = (projecting = new AbortController());
      projected = follow({ model: dueTimers, log: ledger, url: postgres.url, signal, report: () => undefined });
    },
    stop: async (): Promise<void> => {
      projecting.abort();
      await projected;
    },
  };
  projector.start();
  stops.push(projector.stop);

  const person = { userId: randomUUID(), tenant: 'acme', clientIds: [], groupIds: [], groupScopes: [] };
  const admin = actorOf({ ...person, role: 'admin' }, presets.unified.visibility);
  const act = (ticketId: string, command: CommandInput, more: Partial<ActRequest> = {}) =>
    handler.execute(
      new ActOnTicket({
        ticketId,
        command,
        by: admin,
        commandId: randomUUID(),
        requestHash: JSON.stringify(command),
        correlationId: randomUUID(),
        ...more,
      }),
    );
  const open = async (more: Partial<ActRequest> = {}): Promise<string> => {
    const ticketId = randomUUID();
    await act(ticketId, { type: 'OpenTicket', data: { ticketId, subject: 'Printer', description: 'It burns' } }, more);
    return ticketId;
  };
  const historyOf = async (ticketId: string): Promise<LedgerEvent[]> => {
    const events: LedgerEvent[] = [];
    for await (const event of ledger.load(ticketStream('acme', ticketId))) events.push(event);
    return events;
  };

  return {
    settings,
    act,
    open,
    /** Opens and resolves; answers the ticket. */
    resolved: async (more: Partial<ActRequest> = {}): Promise<string> => {
      const ticketId = await open(more);
      await act(ticketId, { type: 'ResolveTicket', data: {} }, more);
      return ticketId;
    },
    historyOf,
    /** Lays the patch over the preset, not over what was published before. */
    publish,
    /** Auto-close after this time, which is the reopen window too. */
    window: (duration: string) => publish({ reopen: { window: duration }, autoClose: { after: null } }),
    startWorker: async (now?: () => number): Promise<RunningWorker> => {
      const parts = await openParts(settings, createLog(process.env['LOG_LEVEL'] ?? 'silent'), now);
      const end = await startWorker(parts);
      const worker = {
        parts,
        stop: async () => {
          if (!workers.delete(worker)) return;
          await end();
          await parts.close();
        },
      };
      workers.add(worker);
      return worker;
    },
    stopWorkers: async (): Promise<void> => {
      for (const worker of workers) await worker.stop();
    },
    projector,
    /** The queue loses everything it holds. */
    flush: kept.flush,
    eventNode: {
      stop: () => node.close(),
      start: async () => {
        node = await startEventNode({ dataDir, port: node.port });
      },
    },
    stop: async (): Promise<void> => {
      for (const stop of stops.toReversed()) await stop();
    },
  };
}
export type Desk = Awaited<ReturnType<typeof startDesk>>;

/** Asks until the answer is there. */
export async function until<T>(ask: () => Promise<T | undefined>, patienceMs = 20_000): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`not so within ${patienceMs} ms`);
    await sleep(50);
  }
}

export type Closing = Extract<LedgerEvent, { readonly type: 'TicketClosed' }>;

export const closingsOf = async (desk: Desk, ticketId: string): Promise<Closing[]> =>
  (await desk.historyOf(ticketId)).filter((event): event is Closing => event.type === 'TicketClosed');

export const closed = (desk: Desk, ticketId: string, patienceMs?: number): Promise<Closing> =>
  until(async () => (await closingsOf(desk, ticketId))[0], patienceMs);

/** When the ticket was resolved last, in epoch milliseconds. */
export const resolvedAt = async (desk: Desk, ticketId: string): Promise<number> =>
  Date.parse(
    (await desk.historyOf(ticketId)).findLast(({ type }) => type === 'TicketResolved')?.metadata.occurredAt ?? '',
  );

export const at = (event: LedgerEvent): number => Date.parse(event.metadata.occurredAt);
