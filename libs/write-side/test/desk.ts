// For specs: the write side on real parts — an event node, a PostgreSQL with a vault, several processes' worth of handlers.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { capabilitiesOf, sideOf, type Actor, type Role } from '#access';
import { startEventNode } from '#event-node';
import { Vault } from '#event-store';
import { openLedger } from '#ledger';
import { presets } from '#policy';
import { migrate } from '#read-side';
import { startTestPostgres } from '../../embedded/test/postgres.js';
import type { LinkType } from '#ticket';
import {
  ActOnTicket,
  ActOnTicketHandler,
  LinkBook,
  LinkTickets,
  LinkTicketsHandler,
  Numbers,
  PolicyBook,
  ResolveChildrenHandler,
  ResolveChildrenOf,
  type ActRequest,
  type CommandInput,
  type LinkRequest,
} from '../src/index.js';

export const actor = (role: Role, id: string = randomUUID()): Actor => ({
  id,
  tenant: 'acme',
  role,
  like: role,
  kind: 'user',
  side: sideOf(role),
  clientId: null,
  clientIds: [],
  groupIds: [],
  capabilities: capabilitiesOf(role),
  scope: sideOf(role) === 'customer' ? [{ requesterId: [id] }] : 'tenant',
});

export interface Asking extends Partial<Omit<ActRequest, 'command' | 'by' | 'ticketId'>> {
  readonly ticketId?: string;
}

/** One process: its own connection, caches and numbers. `url` may lead through a proxy. */
export async function startWriter(url: string, pool: pg.Pool, masterKey: Buffer) {
  const keys = new Vault({ pool, masterKey });
  const log = openLedger({ url, keys, deadlineMs: 3_000 });
  const policies = new PolicyBook(log);
  await policies.open();
  const handler = new ActOnTicketHandler({ log, keys, policies, numbers: new Numbers(log) });
  const act = (by: Actor, command: CommandInput, asking: Asking = {}) => {
    const commandId = asking.commandId ?? randomUUID();
    return handler.execute(
      new ActOnTicket({
        ticketId: commandId,
        requestHash: JSON.stringify(command),
        correlationId: randomUUID(),
        ...asking,
        commandId,
        command,
        by,
      }),
    );
  };
  const open = (by: Actor, asking: Asking = {}) => {
    const ticketId = asking.ticketId ?? asking.commandId ?? randomUUID();
    return act(
      by,
      { type: 'OpenTicket', data: { ticketId, subject: 'Printer on fire', description: 'It burns.' } },
      { ...asking, ticketId },
    );
  };
  const links = new LinkBook(log);
  const linking = new LinkTicketsHandler({ log, links, policies });
  const link = (
    by: Actor,
    [ticketId, linkType, otherId]: readonly [string, LinkType, string | null],
    asking: Partial<Pick<LinkRequest, 'commandId' | 'ifMatch' | 'requestHash'>> & { type?: 'RemoveLink' } = {},
  ) => {
    const { type = 'AddLink', ...more } = asking;
    return linking.execute(
      new LinkTickets({
        commandId: randomUUID(),
        requestHash: JSON.stringify([type, linkType, otherId]),
        correlationId: randomUUID(),
        ...more,
        ticketId,
        command: { type, linkType, otherId },
        by,
      }),
    );
  };
  const resolving = new ResolveChildrenHandler({ log, links, act: handler });
  const resolveChildren = (by: Actor, ticketId: string, { notes, ...asking }: Asking & { notes?: string } = {}) =>
    resolving.execute(
      new ResolveChildrenOf({
        commandId: randomUUID(),
        requestHash: JSON.stringify({ notes }),
        correlationId: randomUUID(),
        ...asking,
        ticketId,
        notes,
        by,
      }),
    );
  return {
    log,
    keys,
    links,
    policies,
    act,
    open,
    link,
    resolveChildren,
    finish: (...request: Parameters<typeof resolving.finish>) => resolving.finish(...request),
    close: async () => {
      policies.close();
      await log.close();
    },
  };
}
export type Writer = Awaited<ReturnType<typeof startWriter>>;

export async function startDesk() {
  const directory = mkdtempSync(join(tmpdir(), 'ledgerdesk-write-side-'));
  const [node, postgres] = await Promise.all([
    startEventNode({ dataDir: join(directory, 'events'), port: 0 }),
    startTestPostgres(),
  ]);
  await migrate(postgres.url);
  const pool = new pg.Pool({ connectionString: postgres.url, max: 4 });
  pool.on('error', () => undefined); // an idle connection that breaks at the end
  const masterKey = randomBytes(32);
  const writer = await startWriter(node.url, pool, masterKey);
  const { version: _version, ...unified } = { version: 0, ...presets.unified };
  await writer.policies.publish('acme', unified, { by: { id: 'system', role: 'system', kind: 'system' } });
  return {
    node,
    pool,
    masterKey,
    writer,
    another: (url = node.url) => startWriter(url, pool, masterKey),
    stop: async () => {
      await writer.close();
      await pool.end();
      await node.close();
      await postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
