// Who does not read an export is cut off, through a real socket, and can go on where they were. Streams are cut when their
// place in the feed is gone (see the reader's own spec): no spec writes the ten thousands of messages sockets can hold.
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startStack, type Stack } from '../../../test/stack.js';
import { signIn, type Client } from './client.js';

let stack: Stack;
let nina: Client;
let audra: Client;
let ticket: { id: string; position: string };
const written: string[] = [];

beforeAll(async () => {
  stack = await startStack({ settings: { exportPatienceMs: 500 } });
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
