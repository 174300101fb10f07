import { setTimeout as sleep } from 'node:timers/promises';
import { inTurn, type Turns } from './in-turn.js';

interface Line {
  readonly ticket: string | null;
  readonly n: number;
}
const line = (ticket: string | null, n: number): Line => ({ ticket, n });

async function* from<T>(items: readonly T[], onTaken: (item: T) => void = () => undefined): AsyncGenerator<T> {
  for (const item of items) {
    onTaken(item);
    yield item;
  }
}
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
const turns = (answer: (line: Line) => Promise<number>, most = { lines: 100, weight: 100 }): Turns<Line, number> => ({
  key: ({ ticket }) => ticket,
  weight: () => 1,
  answer,
  most,
});

it('answers in the order of the lines, whichever is ready first', async () => {
  const lines = [line('a', 30), line('b', 1), line('c', 15), line(null, 1)];
  const answers = await all(
    inTurn(
      from(lines),
      turns(({ n }) => sleep(n, n)),
    ),
  );
  expect(answers).toEqual([30, 1, 15, 1]);
});

it('works on tickets at once, on the lines of one ticket in turn', async () => {
  const log: string[] = [];
  const lines = [line('a', 1), line('a', 2), line('b', 3), line('a', 4), line('b', 5)];
  await all(
    inTurn(
      from(lines),
      turns(async ({ ticket, n }) => {
        log.push(`begin ${ticket}${n}`);
        await sleep(10);
        log.push(`end ${ticket}${n}`);
        return n;
      }),
    ),
  );
  const ofTicket = (ticket: string) => log.filter((entry) => entry.includes(` ${ticket}`));
  expect(ofTicket('a')).toEqual(['begin a1', 'end a1', 'begin a2', 'end a2', 'begin a4', 'end a4']);
  expect(ofTicket('b')).toEqual(['begin b3', 'end b3', 'begin b5', 'end b5']);
  expect(log.indexOf('begin b3')).toBeLessThan(log.indexOf('end a1'));
});

it('hands out an answer while the next line has not come yet', async () => {
  let send = (): void => undefined;
  async function* slow() {
    yield line('a', 1);
    await new Promise<void>((resolve) => (send = resolve));
    yield line('a', 2);
  }
  const answers = inTurn(
    slow(),
    turns(async ({ n }) => n),
  );
  expect((await answers.next()).value).toBe(1);
  send();
  expect((await answers.next()).value).toBe(2);
  expect((await answers.next()).done).toBe(true);
});

it.each([
  ['lines', { lines: 3, weight: 1_000 }],
  ['bytes', { lines: 1_000, weight: 3 }],
])('reads no further than there is room, in %s', async (_, most) => {
  const taken: number[] = [];
  const lines = Array.from({ length: 20 }, (_item, n) => line(String(n), n));
  const answers = inTurn(
    from(lines, ({ n }) => taken.push(n)),
    turns(async ({ n }) => n, most),
  );
  await answers.next();
  await sleep(20);
  // One is fetched, three are begun, one waits to be.
  expect(taken.length).toBeLessThanOrEqual(5);
  expect([0, ...(await all(answers))]).toEqual(lines.map(({ n }) => n));
});

it('begins even a line that is heavier than everything allowed', async () => {
  const heavy = { ...turns(async ({ n }) => n), weight: () => 1_000, most: { lines: 10, weight: 1 } };
  expect(await all(inTurn(from([line('a', 1), line('b', 2)]), heavy))).toEqual([1, 2]);
});

it('breaks off where an answer failed, and begins no later line of that ticket', async () => {
  const begun: number[] = [];
  const lines = [line('a', 1), line('b', 2), line('a', 3), line('b', 4)];
  const answers = inTurn(
    from(lines),
    turns(async ({ n }) => {
      begun.push(n);
      await sleep(5);
      if (n === 1) throw new Error('away');
      return n;
    }),
  );
  await expect(all(answers)).rejects.toThrow('away');
  await sleep(20);
  expect(begun).not.toContain(3);
});

it('stops when nobody fetches answers any more', async () => {
  const begun: number[] = [];
  const answers = inTurn(
    from([line('a', 1), line('a', 2), line('a', 3)]),
    turns(async ({ n }) => {
      begun.push(n);
      return sleep(5, n);
    }),
  );
  await answers.next();
  await answers.return();
  await sleep(20);
  expect(begun).not.toContain(3);
});

it('tells what broke while reading, after the answers to what had come', async () => {
  async function* broken() {
    yield line('a', 1);
    throw new Error('connection lost');
  }
  const answers = inTurn(
    broken(),
    turns(async ({ n }) => n),
  );
  expect((await answers.next()).value).toBe(1);
  await expect(answers.next()).rejects.toThrow('connection lost');
});
