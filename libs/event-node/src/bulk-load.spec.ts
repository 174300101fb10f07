import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { removeTempDirs, tempDir } from '../test/temp-dir.js';
import { openBulkLoad, type LoadedAppend } from './bulk-load.js';
import { LogWriteError } from './event-log.js';
import { DataDirInUse, startEventNode } from './index.js';

afterAll(removeTempDirs);

const append = (stream: string, revision: number, amount: number): LoadedAppend => ({
  stream,
  expected: revision === 0 ? 'no_stream' : BigInt(revision - 1),
  events: Array.from({ length: amount }, (_, i) => ({
    id: randomUUID(),
    type: 'Loaded',
    data: JSON.stringify({ revision: revision + i }),
    metadata: JSON.stringify({ of: stream }),
  })),
});

it('[I3] loads what is then served, subscribed to and appended to like any other log', async () => {
  const dataDir = await tempDir();
  const load = await openBulkLoad(dataDir);
  const first = load.append([append('a-1', 0, 2), append('b-1', 0, 1), append('a-1', 2, 300)]);
  const second = load.append([append('b-1', 1, 2)]); // given before the first is flushed
  await Promise.all([first, second]);
  await load.close();

  const node = await startEventNode({ dataDir, port: 0 });
  const client = EventStoreDBClient.connectionString(node.url);
  const revisions: number[] = [];
  for await (const { event } of client.readStream<{ type: string; data: { revision: number } }>('a-1')) {
    expect(event).toMatchObject({ type: 'Loaded', isJson: true, metadata: { of: 'a-1' } });
    expect(event?.data.revision).toBe(Number(event?.revision));
    revisions.push(Number(event?.revision));
  }
  expect(revisions).toEqual([...Array(302).keys()]);
  const positions: bigint[] = [];
  for await (const { event } of client.readAll()) if (event?.type === 'Loaded') positions.push(event.position.commit);
  expect(positions).toHaveLength(305);
  expect(positions).toEqual(positions.toSorted((a, b) => (a < b ? -1 : 1)));
  const links = [];
  for await (const { link } of client.readStream('$ce-b', { resolveLinkTos: true })) links.push(link?.streamId);
  expect(links).toEqual(['$ce-b', '$ce-b', '$ce-b']);
  const { nextExpectedRevision } = await client.appendToStream('b-1', jsonEvent({ type: 'After', data: {} }), {
    expectedRevision: 2n,
  });
  expect(nextExpectedRevision).toBe(3n);
  await client.dispose();
  await node.close();
});

it('keeps nothing of a load of which one append is refused', async () => {
  const dataDir = await tempDir();
  const load = await openBulkLoad(dataDir);
  await load.append([append('a-1', 0, 1)]);
  const refused = load.append([append('a-1', 1, 1), append('a-1', 1, 1)]);
  await expect(refused).rejects.toThrow(LogWriteError);
  await expect(refused).rejects.toThrow('a-1 was refused: wrong-version');
  await load.append([append('a-1', 1, 1)]);
  await load.close();
});

it('loads nothing into a log that is served', async () => {
  const dataDir = await tempDir();
  const node = await startEventNode({ dataDir, port: 0 });
  await expect(openBulkLoad(dataDir)).rejects.toThrow(DataDirInUse);
  await node.close();
});
