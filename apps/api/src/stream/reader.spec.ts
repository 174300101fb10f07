import { once } from 'node:events';
import { Readable } from 'node:stream';
import { systemActor } from '#access';
import type { Caller } from '../auth/caller.js';
import { Feed } from './feed.js';
import type { Entry } from './notices.js';
import { Reader, type ReadPast } from './reader.js';

const caller: Caller = {
  actor: systemActor('acme'),
  name: 'System',
  login: 'system',
  expiresAt: new Date(8.64e15),
  via: 'token',
  proof: null,
};
const place = {
  requesterId: 'somebody',
  clientId: null,
  projectId: null,
  categoryId: null,
  typeId: null,
  assigneeId: null,
  groupId: null,
};
const entry = (position: number): Entry => ({
  position: BigInt(position),
  notices: [
    {
      ticket: { id: `ticket-${position}`, number: `TICK-${position}`, revision: '0' },
      change: 'tags',
      before: place,
      after: place,
    },
  ],
});
const entries = (from: number, to: number): Entry[] => Array.from({ length: to - from + 1 }, (_, i) => entry(from + i));

const backlog = 500;
const feed = (): Feed => new Feed(0n, backlog);
const tooMuch: ReadPast = () => Promise.resolve(null);
const idsIn = (text: string): number[] =>
  [...text.matchAll(/^event: ticket-changed\nid: (\d+)$/gm)].map(([, id]) => Number(id));

async function read(reader: Reader): Promise<string> {
  let text = '';
  for await (const chunk of reader.frames()) text += chunk;
  return text;
}

describe('a client that reads slowly', () => {
  it('waits with no more than a chunk of its own, is cut when its place is gone, and goes on from there', async () => {
    const live = feed();
    const slow = new Reader(caller, live, 0n, tooMuch);
    const stream = Readable.from(slow.frames(), { objectMode: false, highWaterMark: 16 * 1024 });
    await once(stream, 'readable');
    for (let from = 1; from <= 400; from += 100) live.publish(entries(from, from + 99), BigInt(from + 99));
    await new Promise((resolve) => setImmediate(resolve));
    expect(slow.overrun).toBe(false);
    expect(stream.readableLength).toBeLessThan(64 * 1024);
    for (let from = 401; from <= 5_000; from += 100) live.publish(entries(from, from + 99), BigInt(from + 99));
    expect(slow.overrun).toBe(true);
    expect(stream.readableLength).toBeLessThan(64 * 1024);

    let text = '';
    for await (const chunk of stream) text += String(chunk);
    const got = idsIn(text);
    const last = got.at(-1) ?? 0;
    expect(got).toEqual(Array.from({ length: last }, (_, i) => i + 1));
    expect(last).toBeLessThan(5_000);

    // The log has what the feed does not hold any more.
    const next = new Reader(caller, live, BigInt(last), (after, upTo) =>
      Promise.resolve(entries(Number(after) + 1, Number(upTo))),
    );
    const rest = read(next);
    setTimeout(() => next.end(), 100);
    expect(idsIn(await rest)).toEqual(Array.from({ length: 5_000 - last }, (_, i) => last + 1 + i));
  });

  it('begins anew when too much has happened since', async () => {
    const live = feed();
    live.publish(entries(1, 1_000), 1_000n);
    const late = new Reader(caller, live, 7n, tooMuch);
    const text = read(late);
    setTimeout(() => {
      live.publish(entries(1_001, 1_001), 1_001n);
      setTimeout(() => late.end(), 50);
    }, 50);
    expect(await text).toContain('event: reset\nid: 1000\ndata: {}\n\n');
    expect(idsIn(await text)).toEqual([1_001]);
  });
});

it('gives every message the position up to which nothing is missing', async () => {
  const live = feed();
  const [{ notices } = entry(5)] = entries(5, 5);
  const gone = notices.map((notice) => ({ ...notice, change: 'deleted' as const, after: null }));
  live.publish([{ position: 5n, notices: gone }], 5n);
  const reader = new Reader(caller, live, 0n, tooMuch);
  const text = read(reader);
  setTimeout(() => reader.end(), 50);
  const told = [...(await text).matchAll(/^event: (\S+)\nid: (\d+)$/gm)].map(([, event, id]) => `${event} ${id}`);
  expect(told).toEqual(['badges-changed 0', 'ticket-changed 0', 'ticket-gone 5']);
});
