import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { verifyChain, type StoredEvent } from '#event-store';
import { linksStream, ticketStream, type LedgerEvent } from '#ledger';
import type { LinkType } from '#ticket';
import { InvalidReferences, KeyReused, RevisionMismatch, type ResolveRequested } from '../src/index.js';
import { actor, startDesk, type Writer } from './desk.js';

let desk: Awaited<ReturnType<typeof startDesk>>;
let first: Writer;
let second: Writer;
const agent = actor('agent');
const user = actor('user');

beforeAll(async () => {
  desk = await startDesk();
  first = desk.writer;
  second = await desk.another();
});
afterAll(async () => {
  await second?.close();
  await desk?.stop();
});

const opened = (count: number, by: Actor = user): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, async () => (await first.open(by)).id));
const three = async () => (await opened(3)) as [string, string, string];

async function load(stream: string, log = first.log): Promise<LedgerEvent[]> {
  const events: LedgerEvent[] = [];
  for await (const event of log.load(stream)) events.push(event);
  return events;
}
async function raw(stream: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of first.log.loadRaw(stream)) events.push(event);
  return events;
}
const linksOf = async (...ids: string[]) =>
  (await load(linksStream('acme'))).filter(
    ({ data }) =>
      ids.includes((data as { source: string }).source) || ids.includes((data as { target: string }).target),
  );

describe('LinkTickets', () => {
  it('stores one event for both tickets and answers the unchanged revision [LINK-01] [LINK-02] [LINK-03]', async () => {
    const [a, b] = await three();
    await first.act(agent, { type: 'ResolveTicket', data: {} }, { ticketId: a });
    await first.act(agent, { type: 'CloseTicket', data: {} }, { ticketId: a });
    const receipt = await first.link(agent, [a, 'caused_by', b]);
    expect(receipt).toMatchObject({ id: a, state: 'closed', revision: 2n, changed: true, replayed: false });
    const [event] = await linksOf(a);
    expect(event).toMatchObject({ type: 'LinkAdded', data: { type: 'caused_by', source: a, target: b } });
    expect(event?.position).toBe(receipt.position);
    expect(await raw(ticketStream('acme', a))).toHaveLength(3);
    // Removed from the other side, it is gone from both.
    await second.link(agent, [b, 'causes', a], { type: 'RemoveLink' });
    expect((await linksOf(a)).map(({ type }) => type)).toEqual(['LinkAdded', 'LinkRemoved']);
  });

  it('refuses a link to itself, the same one twice, from either side and either process [LINK-06]', async () => {
    const [a, b] = await three();
    await expect(first.link(agent, [a, 'related_to', a])).rejects.toMatchObject({ code: 'link-to-self' });
    await first.link(agent, [a, 'parent_of', b]);
    for (const writer of [first, second]) {
      await expect(writer.link(agent, [a, 'parent_of', b])).rejects.toMatchObject({ code: 'link-exists' });
      await expect(writer.link(agent, [b, 'child_of', a])).rejects.toMatchObject({ code: 'link-exists' });
    }
  });

  it('lets one of two processes win whose links would close a cycle together [LINK-07]', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [a, b, c] = await three();
      await first.link(agent, [b, 'parent_of', c]);
      const outcomes = await Promise.allSettled([
        first.link(agent, [a, 'parent_of', b]),
        second.link(agent, [a, 'child_of', c]),
      ]);
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(['link-cycle']);
      expect(await linksOf(a)).toHaveLength(1);
    }
  });

  it('stores each of many links that race in two processes once, in an unbroken chain', async () => {
    const [hub = '', ...others] = await opened(17);
    const pairs = others.flatMap((other): [Writer, string][] => [
      [first, other],
      [second, other],
    ]);
    const outcomes = await Promise.allSettled(
      pairs.map(([writer, other]) => writer.link(agent, [hub, 'causes', other])),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(16);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'link-exists' });
    expect(await linksOf(hub)).toHaveLength(16);
    expect(await verifyChain(await raw(linksStream('acme')))).toMatchObject({ ok: true });
  });

  it('answers a repeated key with the first receipt, though both tickets have moved on [APIC-13]', async () => {
    const [a, b] = await three();
    const commandId = randomUUID();
    const receipts = await Promise.all(
      [first, second].map((writer) => writer.link(agent, [a, 'related_to', b], { commandId })),
    );
    expect(receipts.filter(({ replayed }) => replayed)).toHaveLength(1);
    await first.act(agent, { type: 'ResolveTicket', data: {} }, { ticketId: a });
    for (const writer of [first, second, await desk.another()]) {
      const again = await writer.link(agent, [a, 'related_to', b], { commandId });
      expect(again).toMatchObject({ revision: 0n, state: 'new', position: receipts[0]?.position, replayed: true });
      await expect(writer.link(agent, [a, 'causes', b], { commandId })).rejects.toThrow(KeyReused);
      if (writer !== first && writer !== second) await writer.close();
    }
    expect(await linksOf(a)).toHaveLength(1);
  });

  it('refuses a key that a command to the ticket itself has bound', async () => {
    const [a, b] = await three();
    const commandId = randomUUID();
    await second.act(agent, { type: 'ResolveTicket', data: {} }, { ticketId: a, commandId });
    await expect(first.link(agent, [a, 'related_to', b], { commandId })).rejects.toThrow(KeyReused);
  });

  it('takes away what is not there without storing anything, and binds no key to it', async () => {
    const [a, b] = await three();
    const commandId = randomUUID();
    const removed = await first.link(agent, [a, 'related_to', b], { type: 'RemoveLink', commandId });
    expect(removed).toMatchObject({ changed: false, revision: 0n });
    expect(await linksOf(a)).toHaveLength(0);
    expect(await first.link(agent, [a, 'related_to', b], { commandId })).toMatchObject({ changed: true });
  });

  it('never decides on what another process has changed [LINK-06]', async () => {
    const [a, b] = await three();
    await first.link(agent, [a, 'related_to', b]);
    await second.link(agent, [a, 'related_to', b], { type: 'RemoveLink' });
    expect(await first.link(agent, [a, 'related_to', b])).toMatchObject({ changed: true });
    expect(await second.link(agent, [a, 'related_to', b], { type: 'RemoveLink' })).toMatchObject({ changed: true });
  });

  it('asks for scope, then rights, then the other ticket, then the revision [LINK-04] [NENU-01]', async () => {
    const [a, b] = await three();
    const narrow: Actor = { ...agent, scope: [{ requesterId: [user.id] }] };
    const { id: hidden } = await first.open(actor('user'));
    const link = (by: Actor, from: string, to: string | null, ifMatch?: bigint) =>
      first.link(by, [from, 'related_to', to], ifMatch === undefined ? {} : { ifMatch });
    for (const path of [hidden, randomUUID()])
      await expect(link(narrow, path, a)).rejects.toMatchObject({ code: 'ticket-not-found' });
    await expect(link(user, a, hidden)).rejects.toMatchObject({ code: 'not-allowed' });
    const refusals = await Promise.all(
      [hidden, randomUUID(), null].map((target) => link(narrow, a, target, 9n).catch((error: unknown) => error)),
    );
    for (const refusal of refusals) {
      expect(refusal).toBeInstanceOf(InvalidReferences);
      expect((refusal as InvalidReferences).errors).toEqual([
        { field: 'target', code: 'not-found', message: 'is not known' },
      ]);
    }
    for (const other of [hidden, randomUUID()]) {
      await expect(first.link(narrow, [a, 'related_to', other], { type: 'RemoveLink' })).rejects.toMatchObject({
        code: 'ticket-not-found',
      });
    }
    await second.act(agent, { type: 'SetPriority', data: { priority: 'high' } }, { ticketId: a });
    await expect(link(narrow, a, b, 0n)).rejects.toThrow(RevisionMismatch);
    expect(await link(narrow, a, b, 1n)).toMatchObject({ revision: 1n });
  });

  it('reaches what staff may open outside their queue [SCOP-06]', async () => {
    const [a, b] = await three();
    const queue: Actor = { ...agent, scope: [], reach: 'tenant' };
    expect(await first.link(queue, [a, 'related_to', b])).toMatchObject({ changed: true });
    expect(await first.act(queue, { type: 'TakeTicket', data: {} }, { ticketId: a })).toMatchObject({ changed: true });
  });
});

describe('ResolveChildrenOf', () => {
  const family = async (count: number, type: LinkType = 'child_of') => {
    const [parent = '', ...children] = await opened(count + 1);
    for (const child of children) await first.link(agent, [child, type, parent]);
    return { parent, children };
  };
  const resolve = { type: 'ResolveTicket', data: {} } as const;
  const stateOf = async (id: string) =>
    (await load(ticketStream('acme', id))).filter((event) => event.type === 'TicketResolved');

  it('resolves every child that is not, with the notes, and tells of each in order [LINK-08] [BULK-01]', async () => {
    const { parent, children } = await family(4);
    const [a, b, c, d] = children as [string, string, string, string];
    await second.act(agent, resolve, { ticketId: b });
    await first.link(agent, [parent, 'related_to', (await opened(1))[0] ?? '']);
    const { receipt, items, position } = await second.resolveChildren(agent, parent, { notes: 'Replaced the fuse' });
    expect(receipt).toMatchObject({ id: parent, revision: 1n, state: 'new' });
    expect(items).toMatchObject([
      { id: a, revision: 1n, unchanged: false },
      { id: b, revision: 1n, unchanged: true },
      { id: c, revision: 1n, unchanged: false },
      { id: d, revision: 1n, unchanged: false },
    ]);
    expect((await stateOf(c)).map(({ data }) => data)).toMatchObject([{ notes: 'Replaced the fuse' }]);
    expect(await first.log.head(['ticket-'])).toBe(position);
  });

  it('redoes only what is missing, asked by the same key or another, here or after a crash elsewhere [BULK-05]', async () => {
    const { parent, children } = await family(3);
    const commandId = randomUUID();
    // As far as a process comes that ends after the event and one child.
    const asked = await first.act(
      agent,
      { type: 'ResolveChildren', data: { notes: 'Done', children } },
      { ticketId: parent, commandId, requestHash: JSON.stringify({ notes: 'Done' }) },
    );
    const [, event] = await load(ticketStream('acme', parent));
    expect(event).toMatchObject({ type: 'ChildrenResolveRequested', revision: asked.revision });
    await first.finish(
      { ...event, data: { notes: 'Done', children: children.slice(0, 1) } } as ResolveRequested,
      agent,
    );

    const again = await second.resolveChildren(agent, parent, { notes: 'Done', commandId });
    expect(again.receipt.replayed).toBe(true);
    expect(again.items).toMatchObject(children.map((id) => ({ id, revision: 1n, unchanged: false })));
    const anew = await first.resolveChildren(agent, parent, { notes: 'Done' });
    expect(anew.receipt.changed).toBe(false);
    expect(anew.items).toMatchObject(children.map((id) => ({ id, revision: 1n, unchanged: true })));
    for (const id of children) expect(await stateOf(id)).toHaveLength(1);
  });

  it('does it once when caller and worker race', async () => {
    const { parent, children } = await family(3);
    await first.act(agent, { type: 'ResolveChildren', data: { children } }, { ticketId: parent });
    const [, event] = (await load(ticketStream('acme', parent))) as [LedgerEvent, ResolveRequested];
    const both = await Promise.all([first.finish(event, agent), second.finish(event, agent)]);
    expect(both[0]).toEqual(both[1]);
    for (const id of children) expect(await stateOf(id)).toHaveLength(1);
  });

  it('keeps what a child refuses with that child, and children out of reach out of it', async () => {
    const { parent, children } = await family(2);
    const [mine = '', taken = ''] = children;
    const { id: hidden } = await first.open(actor('user'));
    await first.link(agent, [parent, 'parent_of', hidden]);
    const narrow: Actor = { ...agent, scope: [{ requesterId: [user.id] }] };
    expect((await first.resolveChildren(narrow, parent)).items).toMatchObject([{ id: mine }, { id: taken }]);
    expect(await stateOf(hidden)).toHaveLength(0);

    const late = await family(1);
    await first.act(
      agent,
      { type: 'ResolveChildren', data: { children: [...late.children, randomUUID()] } },
      {
        ticketId: late.parent,
      },
    );
    const [, event] = (await load(ticketStream('acme', late.parent))) as [LedgerEvent, ResolveRequested];
    expect(await first.finish(event, agent)).toMatchObject([
      { id: late.children[0], unchanged: false },
      { error: { code: 'ticket-not-found' } },
    ]);
  });

  it('gives the notes the parent was resolved with where none are given', async () => {
    const { parent, children } = await family(1);
    await first.act(agent, { type: 'ResolveTicket', data: { notes: 'New cable' } }, { ticketId: parent });
    await first.resolveChildren(agent, parent);
    expect((await stateOf(children[0] ?? '')).map(({ data }) => data)).toMatchObject([{ notes: 'New cable' }]);
  });

  it('is not for requesters', async () => {
    const { parent } = await family(1);
    await expect(first.resolveChildren(user, parent)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(first.resolveChildren(actor('user'), parent)).rejects.toMatchObject({ code: 'ticket-not-found' });
  });
});
