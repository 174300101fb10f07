import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { removeTempDirs, tempDir } from '../test/temp-dir.js';
import { DataDirInUse } from './data-dir-lock.js';
import { EventLog, LogWriteError } from './event-log.js';
import type { LogView } from './log-view.js';
import type { ProposedEvent } from './stored-event.js';

afterAll(removeTempDirs);

const event = (text: string, type = 'Tested'): ProposedEvent => ({
  id: randomBytes(16),
  type,
  isJson: true,
  data: Buffer.from(JSON.stringify({ text })),
  metadata: new Uint8Array(),
});
const events = (count: number): ProposedEvent[] => Array.from({ length: count }, (_, n) => event(`${n}`));

/** Everything in the log, as `stream@revision`. */
function everything(log: EventLog): string[] {
  const all: string[] = [];
  let from = 0;
  for (;;) {
    const page = log.read((view: LogView) => view.all(from, 'forwards'));
    all.push(...page.entries.map((entry) => `${entry.event!.stream}@${entry.event!.revision}`));
    if (page.end) return all;
    from = page.next;
  }
}

it('has after a restart what it had before, and goes on from there', async () => {
  const dataDir = await tempDir();
  const log = await EventLog.open(dataDir);
  await log.append('a-1', 'no_stream', events(2));
  await log.append('$$a-1', 'any', [event('', '$metadata')]);
  await log.append('b-1', 'any', events(1));
  const { head } = log;
  await log.close();

  const again = await EventLog.open(dataDir);
  expect(again.head).toBe(head);
  expect(everything(again)).toEqual(['a-1@0', 'a-1@1', '$$a-1@0', 'b-1@0']);
  expect(await again.append('a-1', 1n, events(1))).toMatchObject({ outcome: 'written', revision: 2 });
  expect(await again.append('c-1', 'no_stream', events(1))).toMatchObject({ outcome: 'written', revision: 0 });
  expect(again.head).toBeGreaterThan(head);
  await again.close();
});

it('hands out positions that no code can count', async () => {
  const log = await EventLog.open(await tempDir());
  const positions: number[] = [];
  for (const size of [1, 10, 100, 7]) {
    const written = await log.append('s-1', 'any', [event('x'.repeat(size))]);
    if (written.outcome === 'written') positions.push(written.position!);
  }
  const steps = positions.slice(1).map((position, n) => position - positions[n]!);
  expect(new Set(steps).size).toBe(3);
  expect(Math.min(...steps)).toBeGreaterThan(1);
  await log.close();
});

it('keeps nothing of a transaction that fails half-way, and works on', async () => {
  const dataDir = await tempDir();
  const log = await EventLog.open(dataDir);
  await log.append('s-1', 'no_stream', events(1));
  // Its type is no text, which is noticed when the event lies in the log already: the worst moment to fail.
  const broken = { ...event('broken'), type: { length: 1 } as string };
  const shared = [
    log.append('s-1', 0n, events(2)),
    log.append('s-2', 'any', [event('whole'), broken]),
    log.append('s-3', 'any', events(1)),
  ];
  for (const settled of await Promise.allSettled(shared)) {
    expect(settled).toMatchObject({ status: 'rejected', reason: expect.any(LogWriteError) as unknown });
  }
  expect(everything(log)).toEqual(['s-1@0']);
  expect(await log.append('s-1', 0n, events(1))).toMatchObject({ outcome: 'written', revision: 1 });
  await log.close();
  const again = await EventLog.open(dataDir);
  expect(everything(again)).toEqual(['s-1@0', 's-1@1']);
  await again.close();
});

it('tells of a commit after it can be read', async () => {
  const log = await EventLog.open(await tempDir());
  const seen: number[] = [];
  log.onCommit(() => seen.push(everything(log).length));
  await Promise.all([log.append('a-1', 'any', events(2)), log.append('b-1', 'any', events(1))]);
  await log.append('a-1', 'any', events(1));
  expect(seen.at(-1)).toBe(4);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  await log.close();
});

it('writes nothing for a caller who has left', async () => {
  const log = await EventLog.open(await tempDir());
  expect(await log.append('a-1', 'any', events(1), () => true)).toEqual({ outcome: 'abandoned' });
  expect(everything(log)).toEqual([]);
  await log.close();
});

it('is open once', async () => {
  const dataDir = await tempDir();
  const log = await EventLog.open(dataDir);
  await expect(EventLog.open(dataDir)).rejects.toBeInstanceOf(DataDirInUse);
  await expect(EventLog.open(`${dataDir}/../${dataDir.split('/').at(-1)}`)).rejects.toBeInstanceOf(DataDirInUse);
  await log.close();
  await (await EventLog.open(dataDir)).close();
});

it('is copied while it is written, to a log that opens', async () => {
  const log = await EventLog.open(await tempDir());
  await log.append('before-1', 'any', events(500));
  const copy = join(await tempDir(), 'copy');
  const [acknowledged] = await Promise.all([
    Promise.all(Array.from({ length: 200 }, (_, n) => log.append(`during-${n}`, 'any', events(3)))),
    log.backup(copy),
  ]);
  expect(acknowledged).toHaveLength(200);
  const copied = await EventLog.open(copy);
  const inCopy = everything(copied);
  // A beginning of the log, with whole appends only.
  expect(inCopy).toEqual(everything(log).slice(0, inCopy.length));
  expect(inCopy.length).toBeGreaterThanOrEqual(500);
  expect((inCopy.length - 500) % 3).toBe(0);
  await expect(log.backup(copy)).rejects.toThrow();
  await Promise.all([log.close(), copied.close()]);
});

it('does not grow because a reader stands still', async () => {
  const dataDir = await tempDir();
  const log = await EventLog.open(dataDir);
  await log.append('s-1', 'any', events(300));
  const page = log.read((view) => view.all(0, 'forwards'));
  expect(page.end).toBe(false);
  for (let n = 0; n < 600; n += 1) await log.append('s-1', 'any', events(1));
  // A transaction kept open over the page would keep every page written since: 600 commits of some 60 kB each.
  expect((await stat(join(dataDir, 'events.mdb'))).size).toBeLessThan(8 * 1024 * 1024);
  expect(log.read((view) => view.all(page.next, 'forwards')).entries).toHaveLength(256);
  await log.close();
});

it('refuses work after it is closed', async () => {
  const log = await EventLog.open(await tempDir());
  const last = log.append('s-1', 'any', events(1));
  await log.close();
  expect(await last).toMatchObject({ outcome: 'written' });
  await expect(log.append('s-1', 'any', events(1))).rejects.toThrow('closed');
  expect(() => everything(log)).toThrow('not open');
});
