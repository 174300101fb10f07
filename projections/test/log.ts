// For specs: an event node of their own, with somebody who opens tickets.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEventNode } from '#event-node';
import { Vault, type AppendContext, type KeyRing } from '#event-store';
import { openLedger, ticketStream, type Ledger } from '#ledger';
import type { Tables } from './tables.js';

export const context = (): AppendContext => ({
  correlationId: randomUUID(),
  causationId: randomUUID(),
  commandId: randomUUID(),
  requestHash: '',
  actor: { id: 'abe', role: 'agent', kind: 'user' },
  policyVersion: 0,
  occurredAt: new Date().toISOString(),
  origin: 'live',
  importedBy: null,
  keyId: null,
});

/** Fails by the test's own time limit. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(10);
}

export interface TestLog {
  readonly url: string;
  readonly ledger: Ledger;
  readonly keys: KeyRing;
  /** Opens a ticket with a tag. */
  readonly openTicket: (number?: string) => Promise<{ readonly id: string; readonly position: bigint }>;
  /** For as long as `absence` takes, nobody reaches the log. */
  readonly without: (absence: () => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startLog({ pool }: Pick<Tables, 'pool'>): Promise<TestLog> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ledgerdesk-projections-'));
  let node = await startEventNode({ dataDir, port: 0 });
  const { url, port } = node;
  const keys = new Vault({ pool, masterKey: randomBytes(32) });
  const ledger = openLedger({ url, keys });
  let numbers = 1001;
  return {
    url,
    ledger,
    keys,
    openTicket: async (number = `TICK-${numbers++}`) => {
      const id = randomUUID();
      const { position } = await ledger.append(ticketStream('acme', id), {
        expected: 'no-stream',
        prevHash: null,
        context: context(),
        events: [
          {
            type: 'TicketOpened',
            data: {
              ticketId: id,
              number,
              subject: 'Printer on fire',
              description: 'It burns.',
              requesterId: 'nora',
              clientId: 'northwind',
              projectId: null,
              categoryId: null,
              typeId: null,
              itemId: null,
              status: 'new',
              state: 'new',
              priority: 'normal',
              assignee: { userId: null, groupId: null },
              recipients: [],
              references: [],
              customFields: {},
              tags: [],
              context: {},
              department: null,
              attachmentUrls: [],
              guest: null,
            },
          },
          { type: 'TagAdded', data: { tag: 'fire' } },
        ],
      });
      return { id, position };
    },
    without: async (absence) => {
      await node.close();
      await absence();
      node = await startEventNode({ dataDir, port });
    },
    stop: async () => {
      await ledger.close();
      await node.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
