// What a process that ended in the middle of several streams left behind is finished by the worker.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import type { Actor } from '#access';
import { ERASED } from '#event-store';
import { migrateQueues } from '#jobs';
import { ticketStream, type LedgerEvent } from '#ledger';
import { loadActor } from '#read-side';
import { ActOnTicket, ActOnTicketHandler, type CommandInput } from '#write-side';
import { signIn, type Client } from '../../apps/api/test/client.js';
import { openParts } from '../../apps/worker/src/parts.js';
import { startWorker } from '../../apps/worker/src/worker.js';
import { startStack, type Stack } from '../stack.js';

let stack: Stack;
let abe: Client;
let nora: Client;
let sue: Client;
let worker: { stop: () => Promise<void> } | undefined;

beforeAll(async () => {
  stack = await startStack();
  const [url = ''] = stack.urls;
  [abe, nora, sue] = [await signIn(url, 'abe'), await signIn(url, 'nora@northwind.test'), await signIn(url, 'sue')];
  await migrateQueues(stack.parts.settings.databaseUrl);
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});
afterAll(() => stack.stop());

const work = async (): Promise<void> => {
  const { databaseUrl, eventStoreUrl, vaultKey } = stack.parts.settings;
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
  const parts = await openParts({ databaseUrl, eventStoreUrl, vaultKey, redisUrl: undefined }, log);
  const end = await startWorker(parts);
  worker = { stop: () => end().then(parts.close) };
};

const actor = async ({ userId }: Client): Promise<Actor> => {
  const policy = await stack.parts.policies.get('acme');
  const known = await stack.parts.database.inTenant('acme', (tx) => loadActor(tx, { tenant: 'acme', userId }, policy));
  if (!known) throw new Error(`${userId} is not known`);
  return known.actor;
};

/** The command to one ticket, by a process that does nothing after it. */
async function only(who: Client, ticketId: string, command: CommandInput): Promise<void> {
  const { ledger: log, keys, policies, numbers } = stack.parts;
  const lazy = {
    fresh: () => keys.fresh(),
    get: keys.get.bind(keys),
    forget: keys.forget.bind(keys),
    destroy: async () => undefined,
  };
  const commandId = randomUUID();
  await new ActOnTicketHandler({ log, keys: lazy, policies, numbers }).execute(
    new ActOnTicket({ ticketId, command, by: await actor(who), commandId, requestHash: '', correlationId: commandId }),
  );
}

async function historyOf(ticketId: string): Promise<LedgerEvent[]> {
  const events: LedgerEvent[] = [];
  for await (const event of stack.parts.ledger.load(ticketStream('acme', ticketId))) events.push(event);
  return events;
}
async function until(so: () => Promise<boolean>): Promise<void> {
  for (let left = 400; !(await so()); left -= 1) {
    if (left === 0) throw new Error('it did not come to that');
    await sleep(50);
  }
}
const isResolved = async (id: string) => (await historyOf(id)).some(({ type }) => type === 'TicketResolved');

async function family(count: number) {
  const parent = await nora.open();
  const children = await Promise.all(Array.from({ length: count }, () => nora.open()));
  for (const { id } of children)
    await abe.act('POST', `/v1/tickets/${parent.id}/links`, { type: 'parent_of', target: id });
  return { parent: parent.id, children: children.map(({ id }) => id) };
}

it('resolves the children that were asked for, in the name of whoever asked, once [LINK-08] [BULK-05]', async () => {
  const { parent, children } = await family(3);
  await only(abe, parent, { type: 'ResolveChildren', data: { notes: 'New cable', children } });
  expect(await isResolved(children[0] ?? '')).toBe(false);
  await work();
  for (const id of children) await until(() => isResolved(id));
  // The caller repeats it beside the worker: nothing is done twice.
  await abe.act('POST', `/v1/tickets/${parent}/resolve-children`, { notes: 'New cable' });
  const [request] = (await historyOf(parent)).slice(1);
  for (const id of children) {
    const resolved = (await historyOf(id)).filter(({ type }) => type === 'TicketResolved');
    expect(resolved).toMatchObject([
      { data: { notes: 'New cable' }, metadata: { actor: { id: abe.userId }, $causationId: request?.id } },
    ]);
  }
});

it('resolves nothing for somebody who is no longer there, and goes on', async () => {
  const [gone, next] = [await family(1), await family(1)];
  await only(abe, gone.parent, { type: 'ResolveChildren', data: { children: gone.children } });
  const disable = (disabled: boolean) =>
    stack.parts.database.inTenant('acme', (tx) =>
      tx.updateTable('directory.users').set({ disabled }).where('id', '=', abe.userId).execute(),
    );
  await only(sue, next.parent, { type: 'ResolveChildren', data: { children: next.children } });
  await disable(true);
  try {
    await work();
    await until(() => isResolved(next.children[0] ?? ''));
    expect(await isResolved(gone.children[0] ?? '')).toBe(false);
  } finally {
    await disable(false);
  }
});

it('destroys the key of a deleted ticket, and other processes forget it [LIFE-19]', async () => {
  const { id } = await nora.open({ subject: 'My name is Nora' });
  await only(sue, id, { type: 'DeleteTicket', data: { reason: 'Asked for' } });
  expect((await historyOf(id))[0]?.data).toMatchObject({ subject: 'My name is Nora' });
  await work();
  // Read by the API's own process, which holds the key.
  await until(async () => JSON.stringify((await historyOf(id))[0]?.data).includes(`"subject":"${ERASED}"`));
  expect((await historyOf(id)).at(-1)?.data).toMatchObject({ reason: 'Asked for' });
});

describe('a merge that was cut off', () => {
  const absorb = async (primary: string, source: string) =>
    only(abe, primary, {
      type: 'AbsorbTicket',
      data: {
        source: { ticketId: source, clientId: 'northwind', requesterId: nora.userId },
        upToRevision: '0',
      },
    });
  const typesOf = async (id: string) => (await historyOf(id)).map(({ type }) => type);

  it('is carried on: the source ends, and goes on when the merge is undone [MRGE-01]', async () => {
    const [primary, source] = [await nora.open(), await nora.open()];
    await absorb(primary.id, source.id);
    expect(await typesOf(source.id)).toEqual(['TicketOpened']);
    await work();
    await until(async () => (await typesOf(source.id)).includes('TicketMergedInto'));
    const [, taken] = await historyOf(primary.id);
    const [, ended] = await historyOf(source.id);
    expect(ended).toMatchObject({
      data: { target: primary.id },
      metadata: { actor: { kind: 'system' }, $causationId: taken?.metadata.commandId },
    });
    await only(abe, primary.id, { type: 'ReleaseTicket', data: { source: source.id } });
    await until(async () => (await typesOf(source.id)).includes('MergeUndone'));
    expect(await typesOf(source.id)).toEqual(['TicketOpened', 'TicketMergedInto', 'MergeUndone']);
  });

  it('is given back where the source cannot follow: it has taken in another meanwhile [MRGE-06]', async () => {
    const [primary, source, third] = [await nora.open(), await nora.open(), await nora.open()];
    await absorb(primary.id, source.id);
    await absorb(source.id, third.id);
    await work();
    await until(async () => (await typesOf(primary.id)).includes('TicketReleased'));
    await until(async () => (await typesOf(third.id)).includes('TicketMergedInto'));
    expect(await typesOf(source.id)).toEqual(['TicketOpened', 'TicketAbsorbed']);
  });

  it('ends with its primary: what that had taken in goes on when it is deleted', async () => {
    const [primary, source] = [await nora.open(), await nora.open()];
    await abe.act('POST', `/v1/tickets/${primary.id}/merge`, { sources: [source.id] });
    await sue.act('DELETE', `/v1/tickets/${primary.id}?reason=test`);
    await work();
    await until(async () => (await typesOf(source.id)).includes('MergeUndone'));
    expect((await abe.act('POST', `/v1/tickets/${source.id}/replies`, { body: 'On we go' })).id).toBe(source.id);
  });
});

it('a split that was cut off is carried on: the ticket is opened, linked, and has what left the other one', async () => {
  const ticket = await nora.open();
  const { replyId } = await nora.act('POST', `/v1/tickets/${ticket.id}/replies`, { body: 'The printer' });
  const into = randomUUID();
  await only(abe, ticket.id, { type: 'SplitOff', data: { replyIds: [String(replyId)], subject: 'Printer', into } });
  expect(await historyOf(into)).toEqual([]);
  await work();
  await until(async () => (await historyOf(into)).length === 2);
  const [opened, taken] = await historyOf(into);
  expect(opened).toMatchObject({ data: { subject: 'Printer' }, metadata: { actor: { kind: 'system' } } });
  expect(taken).toMatchObject({ data: { body: 'The printer', by: { id: nora.userId } } });
  const linked = async () => ((await abe.ask(`/v1/tickets/${into}/links`)).items as unknown[]).length === 1;
  await until(async () => (await abe.get(`/v1/tickets/${into}`)).status === 200 && linked());
});
