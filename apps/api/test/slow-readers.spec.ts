// Who does not read is cut off, through a real socket, and can go on where they were: an export after some patience, a
// stream when its place in the feed is gone.
import { randomUUID } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppendContext } from '#event-store';
import { ticketStream, type LedgerEvents } from '#ledger';
import { startStack, type Stack } from '../../../test/stack.js';
import { send, signIn, type Client } from './client.js';
import { EventStream } from './event-stream.js';

let stack: Stack;
let nina: Client;
let audra: Client;
let ticket: { id: string; position: string };
const written: string[] = [];

beforeAll(async () => {
  stack = await startStack({ settings: { exportPatienceMs: 500, streams: { perUser: 3, backlog: 300 } } });
  const [url = ''] = stack.urls;
  nina = await signIn(url, 'nina@northwind.test');
  audra = await signIn(url, 'audra@acme.test');
  ticket = await nina.open();
  // More than the sockets of both sides take.
  for (let index = 0; index < 150; index += 1) await reply(`${index} ${'x'.repeat(95_000)}`);
});
afterAll(() => stack?.stop());

async function reply(body: string): Promise<void> {
  written.push((await nina.act('POST', `/v1/tickets/${ticket.id}/replies`, { body })).position);
}

interface Line {
  readonly position: string;
  readonly type: string;
  readonly end?: true;
}

const openExport = (query: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${audra.token}` };
    get(`${audra.url}/v1/audit/events${query}`, { headers, agent: false }, resolve).on('error', reject);
  });

/** The whole lines that arrived, and whether the connection broke before the answer ended. */
async function readExport(query: string, dawdleMs = 0): Promise<{ lines: Line[]; broken: boolean }> {
  const answer = await openExport(query);
  expect(answer.statusCode).toBe(200);
  await sleep(dawdleMs); // nothing is taken from the socket meanwhile
  const chunks: Buffer[] = [];
  let broken = false;
  try {
    for await (const chunk of answer) chunks.push(chunk as Buffer);
  } catch {
    broken = true;
  }
  const parts = Buffer.concat(chunks).toString('utf8').split('\n');
  parts.pop();
  return { lines: parts.map((line) => JSON.parse(line) as Line), broken };
}

it('cuts an export that is not read, which goes on after the last whole line', async () => {
  let first = await readExport('', 3_000);
  // A crowded machine needs longer to fill the sockets.
  for (const dawdleMs of [9_000, 27_000]) if (!first.broken) first = await readExport('', dawdleMs);
  expect(first.broken).toBe(true);
  expect(first.lines.length).toBeGreaterThan(0);
  expect(first.lines.some(({ end }) => end)).toBe(false);

  const second = await readExport(`?afterPosition=${first.lines.at(-1)?.position}`);
  expect(second.broken).toBe(false);
  expect(second.lines.at(-1)).toMatchObject({ end: true });
  const replies = [...first.lines, ...second.lines].filter(({ type }) => type === 'ReplyAdded');
  expect(replies.map(({ position }) => position)).toEqual(written);
});

it('leaves alone an export that waits for the service', async () => {
  // A filter that nothing passes: nothing is sent for as long as the log is read.
  const { lines, broken } = await readExport('?type=TicketClosed', 3_000);
  expect([lines.length, broken]).toEqual([1, false]);
});

/** Every message names the ticket's number: with one like this, sockets are full after some thousand of them. */
const longNumber = 'N'.repeat(2_000);

/** A ticket whose tags change 200 times at once, straight in the log. */
async function restlessTicket() {
  const { ledger, keys } = stack.parts;
  const id = randomUUID();
  const stream = ticketStream('acme', id);
  const data = { ticketId: id, number: longNumber, ...unclassified };
  const context = async (): Promise<AppendContext> => ({
    correlationId: id,
    causationId: id,
    commandId: randomUUID(),
    requestHash: '',
    actor: { id: 'system', role: 'system', kind: 'system' },
    policyVersion: 0,
    occurredAt: new Date().toISOString(),
    origin: 'live',
    importedBy: null,
    keyId: await keys.fresh(),
  });
  const opening = [{ type: 'TicketOpened' as const, data }];
  let end = await ledger.append(stream, {
    expected: 'no-stream',
    prevHash: null,
    events: opening,
    context: await context(),
  });
  const changes = Array.from({ length: 200 }, (_, i) => ({
    type: i % 2 ? ('TagRemoved' as const) : ('TagAdded' as const),
    data: { tag: 'hot' },
  }));
  return {
    /** answers the position of the last change */
    change: async (): Promise<string> => {
      const { revision: expected, hash: prevHash } = end;
      end = await ledger.append(stream, { expected, prevHash, events: changes, context: await context() });
      return `${end.position}`;
    },
    /** positions of all of its changes */
    changes: async () => {
      const positions: string[] = [];
      for await (const { position } of ledger.load(stream, { fromRevision: 1n })) positions.push(`${position}`);
      return positions;
    },
  };
}
const unclassified: Omit<LedgerEvents['TicketOpened'], 'ticketId' | 'number'> = {
  subject: 'A restless ticket',
  description: '',
  requesterId: 'nina',
  clientId: null,
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
};

it('cuts a stream that is not read once its place is gone, which goes on after the last message', async () => {
  const abe = await signIn(stack.urls[0] ?? '', 'abe@acme.test');
  const open = async () =>
    /^ledgerdesk_streams_open (\d+)$/m.exec(String((await send(`${abe.url}/metrics`)).body['text']))?.[1];
  const restless = await restlessTicket();
  const quick = await EventStream.open(abe);
  const slow = await EventStream.open(abe);
  slow.answer.pause();
  expect(await open()).toBe('2');
  // As many as the sockets take, and then as many as are held; the other one is told of each meanwhile.
  while ((await open()) === '2') {
    const position = await restless.change();
    await quick.until(() => quick.position === position);
    await sleep(100);
  }
  expect([slow.ended, quick.ended]).toEqual([false, false]); // who does not read has not noticed
  slow.answer.resume();
  await slow.until(() => slow.ended);

  const all = await restless.changes();
  const tagsIn = ({ told }: EventStream) => told.filter(({ data }) => data.change === 'tags').map(({ id }) => id);
  const got = tagsIn(slow);
  expect(got.length).toBeLessThan(all.length);
  expect(got).toEqual(all.slice(0, got.length));
  expect(tagsIn(quick)).toEqual(all);
  const goOn = async (): Promise<EventStream> => {
    const next = await EventStream.open(abe, slow.position);
    await next.until(() => next.position === all.at(-1));
    next.close();
    return next;
  };
  let next = await goOn();
  // A crowded machine may not read what was missed in time.
  const startsAnew = () => next.told.some(({ event }) => event === 'reset');
  for (let again = 0; again < 5 && startsAnew(); again += 1) next = await goOn();
  expect(startsAnew()).toBe(false);
  expect([...got, ...tagsIn(next)]).toEqual(all);
  quick.close();
});
