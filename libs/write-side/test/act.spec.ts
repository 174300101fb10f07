import { randomUUID } from 'node:crypto';
import { verifyChain, type StoredEvent } from '#event-store';
import { ticketStream } from '#ledger';
import { CommandInProgress, KeyReused, RevisionMismatch } from '../src/index.js';
import { actor, startDesk, type Writer } from './desk.js';
import { startAnswerEater } from './answer-eater.js';

let desk: Awaited<ReturnType<typeof startDesk>>;
let second: Writer;
const agent = actor('agent');
const user = actor('user');

beforeAll(async () => {
  desk = await startDesk();
  second = await desk.another();
});
afterAll(async () => {
  await second?.close();
  await desk?.stop();
});

async function stored(ticketId: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of desk.writer.log.loadRaw(ticketStream('acme', ticketId))) events.push(event);
  return events;
}
const reply = (body: string) => ({ type: 'AddReply' as const, data: { replyId: randomUUID(), body } });

describe('ActOnTicket', () => {
  it('opens a ticket with the next number and answers where it stands [NUMB-01] [INTK-01]', async () => {
    const receipt = await desk.writer.open(user);
    expect(receipt).toMatchObject({ status: 'new', state: 'new', revision: 0n, changed: true, replayed: false });
    expect(receipt.number).toMatch(/^TICK-\d+$/);
    const [opened] = await stored(receipt.id);
    expect(opened).toMatchObject({ type: 'TicketOpened', position: receipt.position });
    // What people wrote lies sealed in the log.
    expect(JSON.stringify(opened?.data)).not.toContain('Printer');
  });

  it('gives every ticket its own number, whoever of 32 callers in two processes asks [NUMB-01]', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 64 }, (_, i) => (i % 2 === 0 ? desk.writer : second).open(user)),
    );
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(64);
  });

  it('says nothing twice that was said on a merged ticket, also once the merge is undone [APIC-13]', async () => {
    const admin = actor('super_admin');
    const { id: source } = await desk.writer.open(user);
    const { id: target } = await desk.writer.open(user);
    const asking = { ticketId: source, commandId: randomUUID() };
    const command = reply('It is the same fire');
    await desk.writer.act(admin, { type: 'MergeInto', data: { target } }, { ticketId: source });
    const first = await desk.writer.act(user, command, asking);
    expect(first).toMatchObject({ id: target, replayed: false });
    await desk.writer.act(admin, { type: 'UndoMerge', data: { target } }, { ticketId: source });
    for (const writer of [desk.writer, second])
      expect(await writer.act(user, command, asking)).toEqual({ ...first, replayed: true });
    const said = async (id: string) => (await stored(id)).filter(({ type }) => type === 'ReplyAdded').length;
    expect([await said(source), await said(target)]).toEqual([0, 1]);
    await expect(second.act(user, command, { ...asking, requestHash: 'another' })).rejects.toThrow(KeyReused);
  });

  it('answers a repeated key with the first receipt and adds nothing, from another process too [APIC-13] [INTK-23]', async () => {
    const commandId = randomUUID();
    const both = await Promise.all([desk.writer.open(user, { commandId }), second.open(user, { commandId })]);
    expect(both.map(({ replayed }) => replayed).filter(Boolean)).toHaveLength(1);
    expect(both[0].number).toBe(both[1].number);
    expect(both[0].position).toBe(both[1].position);
    expect(await stored(commandId)).toHaveLength(1);

    const ticketId = commandId;
    const key = randomUUID();
    const command = reply('Smoke, too');
    const first = await desk.writer.act(user, command, { ticketId, commandId: key });
    await desk.writer.act(agent, { type: 'ResolveTicket', data: {} }, { ticketId });
    const again = await second.act(user, command, { ticketId, commandId: key });
    expect(again).toEqual({ ...first, replayed: true });
    expect(await stored(ticketId)).toHaveLength(3);
  });

  it('refuses a key that is bound to another request [APIC-13]', async () => {
    const { id: ticketId } = await desk.writer.open(user);
    const commandId = randomUUID();
    await desk.writer.act(user, reply('one'), { ticketId, commandId });
    for (const writer of [desk.writer, second]) {
      await expect(writer.act(user, reply('two'), { ticketId, commandId })).rejects.toThrow(KeyReused);
    }
  });

  it('does not bind a key to a no-op', async () => {
    const { id: ticketId } = await desk.writer.open(user);
    const commandId = randomUUID();
    const normal = { type: 'SetPriority' as const, data: { priority: 'normal' as const } };
    const high = { type: 'SetPriority' as const, data: { priority: 'high' as const } };
    expect(await desk.writer.act(agent, normal, { ticketId, commandId })).toMatchObject({
      changed: false,
      revision: 0n,
    });
    expect(await desk.writer.act(agent, high, { ticketId, commandId })).toMatchObject({ changed: true, revision: 1n });
  });

  it('checks scope and rights on a replay too', async () => {
    const { id: ticketId } = await desk.writer.open(user);
    const commandId = randomUUID();
    const high = { type: 'SetPriority' as const, data: { priority: 'high' as const } };
    await desk.writer.act(agent, high, { ticketId, commandId });
    const auditor = actor('auditor', agent.id);
    await expect(desk.writer.act(auditor, high, { ticketId, commandId })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const moved = { ...agent, scope: [] };
    await expect(desk.writer.act(moved, high, { ticketId, commandId })).rejects.toMatchObject({
      code: 'ticket-not-found',
    });
  });

  it('says the same of a hidden and of a missing ticket [NENU-01]', async () => {
    const { id: ticketId } = await desk.writer.open(user);
    const stranger = actor('user');
    const refusals = await Promise.all(
      [ticketId, randomUUID()].map((id) => desk.writer.act(stranger, reply('hello'), { ticketId: id }).catch((e) => e)),
    );
    expect(refusals[0]).toMatchObject({ code: 'ticket-not-found' });
    expect({ ...refusals[0] }).toEqual({ ...refusals[1] });
  });

  it('refuses a revision that is not the current one, and trusts no cache about it', async () => {
    const { id: ticketId } = await desk.writer.open(user);
    await second.act(user, reply('unseen by the first process'), { ticketId });
    await expect(desk.writer.act(agent, reply('late'), { ticketId, ifMatch: 0n })).rejects.toThrow(RevisionMismatch);
    expect(await desk.writer.act(agent, reply('in time'), { ticketId, ifMatch: 1n })).toMatchObject({ revision: 2n });
    await expect(desk.writer.act(agent, reply('late'), { ticketId, ifMatch: 1n })).rejects.toThrow(RevisionMismatch);
  });

  it('never refuses from a stale cache', async () => {
    const { id: ticketId } = await desk.writer.open(user);
    const resolve = { type: 'ResolveTicket' as const, data: {} };
    const close = { type: 'CloseTicket' as const, data: {} };
    const reopen = { type: 'ReopenTicket' as const, data: {} };
    await desk.writer.act(agent, resolve, { ticketId });
    await second.act(agent, close, { ticketId });
    await desk.writer.act(agent, reopen, { ticketId });
    // `second` still believes the ticket is closed: a refusal or a no-op on that would be wrong.
    expect(await second.act(agent, resolve, { ticketId })).toMatchObject({ state: 'resolved', changed: true });
    expect(await desk.writer.act(agent, close, { ticketId })).toMatchObject({ state: 'closed', changed: true });
    expect(await second.act(agent, reopen, { ticketId })).toMatchObject({ state: 'new', changed: true });
  });

  it('keeps every one of 32 writers’ commands once, with an unbroken chain', async () => {
    const { id: ticketId } = await desk.writer.open(user);
    const receipts = await Promise.all(
      Array.from({ length: 32 }, (_, i) =>
        (i % 2 === 0 ? desk.writer : second).act(agent, reply(`${i}`), { ticketId }),
      ),
    );
    expect(new Set(receipts.map(({ revision }) => revision)).size).toBe(32);
    const events = await stored(ticketId);
    expect(events).toHaveLength(33);
    expect(await verifyChain(events)).toMatchObject({ ok: true, checked: 33 });
  });

  it('answers from the log when the answer of an append was lost after the commit [RELY-01]', async () => {
    const { id: ticketId } = await desk.writer.open(user);
    const eater = await startAnswerEater(desk.node.port);
    const unlucky = await desk.another(eater.url);
    try {
      await unlucky.act(agent, reply('seen'), { ticketId });
      eater.eatNextAnswer();
      const receipt = await unlucky.act(agent, reply('once'), { ticketId });
      expect(eater.eaten()).toBe(1);
      expect(receipt).toMatchObject({ revision: 2n, changed: true });
      expect(await stored(ticketId)).toHaveLength(3);
    } finally {
      await unlucky.close();
      await eater.close();
    }
  });

  it('waits for a request in flight with the same key, two seconds at most', async () => {
    const { id: ticketId } = await desk.writer.open(user);
    const commandId = randomUUID();
    const command = { type: 'SetPriority' as const, data: { priority: 'high' as const } };
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const slow = desk.writer.act(agent, command, {
      ticketId,
      commandId,
      complete: async () => {
        await gate;
        return command;
      },
    });
    await expect(desk.writer.act(agent, command, { ticketId, commandId })).rejects.toThrow(CommandInProgress);
    go();
    expect(await slow).toMatchObject({ changed: true });
    expect(await desk.writer.act(agent, command, { ticketId, commandId })).toMatchObject({ replayed: true });
  });

  it('refuses a lone surrogate and stores nothing', async () => {
    const { id: ticketId } = await desk.writer.open(user);
    await expect(desk.writer.act(user, reply('broken \ud800'), { ticketId })).rejects.toThrow(/surrogate/);
    expect(await stored(ticketId)).toHaveLength(1);
  });
});
