import { randomUUID } from 'node:crypto';
import { ERASED, verifyChain, type StoredEvent } from '#event-store';
import { ticketStream, type LedgerEvent } from '#ledger';
import { eraseDeleted } from '../src/index.js';
import { actor, startDesk, type Writer } from './desk.js';

let desk: Awaited<ReturnType<typeof startDesk>>;
let first: Writer;
let second: Writer;
const admin = actor('super_admin');
const user = actor('user');
const remove = { type: 'DeleteTicket', data: { reason: 'Asked for by the customer' } } as const;

beforeAll(async () => {
  desk = await startDesk();
  first = desk.writer;
  second = await desk.another();
});
afterAll(async () => {
  await second?.close();
  await desk?.stop();
});

const streamOf = (id: string) => ticketStream('acme', id);
async function read(id: string, { log }: Writer): Promise<LedgerEvent[]> {
  const events: LedgerEvent[] = [];
  for await (const event of log.load(streamOf(id))) events.push(event);
  return events;
}
async function raw(id: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of first.log.loadRaw(streamOf(id))) events.push(event);
  return events;
}
const texts = (events: readonly LedgerEvent[]) =>
  events.map(({ data }) => {
    const { subject, body, reason } = data as { subject?: string; body?: string; reason?: string };
    return subject ?? body ?? reason;
  });
const written = async () => {
  const { id } = await first.open(user);
  await first.act(
    user,
    { type: 'AddReply', data: { replyId: randomUUID(), body: 'My name is Nora' } },
    { ticketId: id },
  );
  return id;
};
/** A deletion by a process that ends as soon as it is stored. */
const cutOff = async (id: string, commandId: string = randomUUID()) => {
  const dying = await desk.another();
  dying.keys.destroy = () => Promise.reject(new Error('gone'));
  await expect(dying.act(admin, remove, { ticketId: id, commandId })).rejects.toThrow('gone');
  await dying.close();
};
const whole = ['Printer on fire', 'My name is Nora', remove.data.reason];
const erased = [ERASED, ERASED, remove.data.reason];

describe('DeleteTicket', () => {
  it('makes what people wrote unreadable, keeps the fact and its reason, and the chain whole [LIFE-19]', async () => {
    const id = await written();
    const receipt = await first.act(admin, remove, { ticketId: id });
    expect(receipt).toMatchObject({ id, revision: 2n, changed: true });
    expect(texts(await read(id, first))).toEqual(erased);
    expect(await verifyChain(await raw(id))).toEqual({ ok: true, checked: 3 });
    for (const writer of [first, second]) {
      await expect(writer.act(admin, { type: 'ReopenTicket', data: {} }, { ticketId: id })).rejects.toMatchObject({
        code: 'ticket-not-found',
      });
    }
  });

  it('is not found any more by a process that knew the ticket and has heard only of its key [LIFE-19]', async () => {
    const id = await written();
    const says = { type: 'AddReply', data: { replyId: randomUUID(), body: 'Are you there?' } } as const;
    await second.act(user, { ...says, data: { ...says.data, replyId: randomUUID() } }, { ticketId: id });
    await first.act(admin, remove, { ticketId: id });
    for (const { metadata } of await read(id, first)) second.keys.forget(metadata.keyId ?? '');
    await expect(second.act(user, says, { ticketId: id })).rejects.toMatchObject({ code: 'ticket-not-found' });
  });

  it('never gives its number away again [LIFE-19] [NUMB-01]', async () => {
    const { id, number } = await first.open(user);
    await first.act(admin, remove, { ticketId: id });
    const later = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? first : second).open(user)));
    expect(later.map((receipt) => receipt.number)).not.toContain(number);
  });

  it('answers its repetition, which destroys what was cut off', async () => {
    const id = await written();
    const commandId = randomUUID();
    await cutOff(id, commandId);
    expect(texts(await read(id, second))).toEqual(whole);
    expect(await first.act(admin, remove, { ticketId: id, commandId })).toMatchObject({ replayed: true, revision: 2n });
    second.keys.forget((await read(id, first))[0]?.metadata.keyId ?? '');
    expect(texts(await read(id, second))).toEqual(erased);
  });

  it('is forgotten in every process that listens', async () => {
    const id = await written();
    const hearNoMore = await second.keys.listen({ connectionString: desk.pool.options.connectionString });
    try {
      expect(texts(await read(id, second))).toEqual(whole.slice(0, 2));
      await first.act(admin, remove, { ticketId: id });
      let seen = texts(await read(id, second));
      for (let left = 200; seen[0] !== ERASED && left > 0; left -= 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        seen = texts(await read(id, second));
      }
      expect(seen).toEqual(erased);
    } finally {
      await hearNoMore();
    }
  });
});

describe('eraseDeleted', () => {
  it('destroys what a crash left, again and again, and touches no other ticket', async () => {
    const [id, other] = [await written(), await written()];
    await cutOff(id);
    for (let times = 0; times < 2; times += 1) {
      await eraseDeleted(streamOf(id), first);
      await eraseDeleted(streamOf(other), first);
    }
    expect(texts(await read(id, first))).toEqual(erased);
    expect(texts(await read(other, first))).toEqual(whole.slice(0, 2));
  });
});
