// The node as a program: what the supervisor relies on, and what no crash may break.
import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, type JSONType } from '@eventstore/db-client';
import { endPrograms, runProgram, startProgram, type Program } from './program.js';
import { removeTempDirs, tempDir } from './temp-dir.js';

const clients: EventStoreDBClient[] = [];
const connect = ({ url }: Program): EventStoreDBClient => {
  const client = EventStoreDBClient.connectionString(url);
  clients.push(client);
  return client;
};

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  endPrograms();
  await removeTempDirs();
});

const event = (data: JSONType) => jsonEvent({ type: 'Tested', data });

async function count(client: EventStoreDBClient): Promise<number> {
  let events = 0;
  for await (const _ of client.readAll()) events += 1;
  return events;
}

describe('the program', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('keeps what it answered and ends with 0 on %s', async (signal) => {
    const dataDir = await tempDir();
    const first = await startProgram({ DATA_DIR: dataDir });
    await connect(first).appendToStream('s-1', [event({}), event({})]);
    expect(await first.end(signal)).toBe(0);
    const second = await startProgram({ DATA_DIR: dataDir });
    expect(await count(connect(second))).toBe(2);
  });

  it.each([
    ['DATA_DIR', {}],
    ['PORT', { DATA_DIR: '/nowhere', PORT: 'http' }],
    ['PORT', { DATA_DIR: '/nowhere', PORT: '70000' }],
  ])('names %s when it is wrong, and ends with 1', async (name, env) => {
    const { code, stderr } = await runProgram(env);
    expect([code, stderr]).toEqual([1, expect.stringContaining(name) as unknown]);
    expect(stderr).not.toContain('    at ');
  });

  it('does not open a directory that another process has open, and does once that one is killed', async () => {
    const dataDir = await tempDir();
    const first = await startProgram({ DATA_DIR: dataDir });
    const { code, stderr } = await runProgram({ DATA_DIR: dataDir, PORT: '0' });
    expect([code, stderr]).toEqual([1, expect.stringContaining(dataDir) as unknown]);
    await first.end('SIGKILL');
    const second = await startProgram({ DATA_DIR: dataDir });
    expect(await second.end('SIGTERM')).toBe(0);
  });

  // The disk is full, played by a limit on the size of files. The same errors come out of the same calls.
  it('never acknowledges what it cannot store, and goes on when there is room again', async () => {
    const dataDir = await tempDir();
    const limited = await startProgram({ DATA_DIR: dataDir }, 'ulimit -S -f 2000; ');
    const client = connect(limited);
    const text = 'x'.repeat(20_000);
    const fill = async (n = 0): Promise<{ acknowledged: number; refusal: unknown }> => {
      try {
        await client.appendToStream(`s-${n}`, [event({ text }), event({ text })]);
      } catch (refusal) {
        return { acknowledged: n, refusal };
      }
      return fill(n + 1);
    };
    const { acknowledged, refusal } = await fill();
    expect(refusal).toMatchObject({ type: 'unknown' });
    await expect(client.appendToStream('again', event({ text }))).rejects.toMatchObject({ type: 'unknown' });
    expect(acknowledged).toBeGreaterThan(10);
    expect(await count(client)).toBe(2 * acknowledged);
    await limited.end('SIGKILL');

    const roomy = await startProgram({ DATA_DIR: dataDir });
    const again = connect(roomy);
    expect(await count(again)).toBe(2 * acknowledged);
    await again.appendToStream('again', event({ text }));
    expect(await count(again)).toBe(2 * acknowledged + 1);
  });
});

const WRITERS = 24;
const ROUNDS = 4;

describe('killed under load [I1, I2, I3]', () => {
  interface Append {
    stream: string;
    expected: bigint | 'no_stream';
    events: ReturnType<typeof event>[];
    acknowledged: boolean;
  }

  /** Appends of three events to the writer's own streams, one after the other, until the node is gone. */
  async function write(client: EventStoreDBClient, appends: Append[]): Promise<void> {
    for (let n = 0; ; n += 1) {
      const stream = `load-${randomUUID()}`;
      let expected: bigint | 'no_stream' = 'no_stream';
      for (let part = 0; part < 3; part += 1) {
        const events = [0, 1, 2].map((i) => event({ n, part, i, text: 'x'.repeat(200) }));
        const append: Append = { stream, expected, events, acknowledged: false };
        appends.push(append);
        try {
          await client.appendToStream(stream, events, { expectedRevision: expected });
        } catch {
          return;
        }
        append.acknowledged = true;
        expected = BigInt(3 * part + 2);
      }
    }
  }

  it('loses no acknowledged event and shows no half append, round after round', async () => {
    const dataDir = await tempDir();
    const appends: Append[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const program = await startProgram({ DATA_DIR: dataDir });
      const client = connect(program);
      const writing = Array.from({ length: WRITERS }, () => write(client, appends));
      // At any moment: some groups into the work, then at a random point of a group.
      const before = appends.length;
      while (appends.length < before + WRITERS * 20) await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
      await program.end('SIGKILL');
      await Promise.all(writing);
    }
    const acknowledged = appends.filter((append) => append.acknowledged);
    expect(acknowledged.length).toBeGreaterThan(WRITERS * ROUNDS);

    const program = await startProgram({ DATA_DIR: dataDir });
    const client = connect(program);
    const stored = new Map<string, bigint>();
    const revisions = new Map<string, bigint>();
    let position = -1n;
    for await (const { event: read } of client.readAll()) {
      expect(read!.position.commit).toBeGreaterThan(position);
      position = read!.position.commit;
      expect(read!.revision).toBe((revisions.get(read!.streamId) ?? -1n) + 1n);
      revisions.set(read!.streamId, read!.revision);
      stored.set(read!.id, read!.revision);
    }
    for (const append of appends) {
      const first = append.expected === 'no_stream' ? 0n : append.expected + 1n;
      const found = append.events.map(({ id }) => stored.get(id));
      const whole = [first, first + 1n, first + 2n];
      if (append.acknowledged || found[0] !== undefined) expect(found).toEqual(whole);
      else expect(found).toEqual([undefined, undefined, undefined]);
    }

    // What nobody answered, sent again, is there once: whether or not it had been stored.
    for (const append of appends.filter((unanswered) => !unanswered.acknowledged)) {
      const { stream, events, expected } = append;
      const first = expected === 'no_stream' ? 0n : expected + 1n;
      const done = await client.appendToStream(stream, events, { expectedRevision: expected });
      expect(done.nextExpectedRevision).toBe(first + 2n);
    }
    expect(await count(client)).toBe(new Set(appends.flatMap((append) => append.events.map(({ id }) => id))).size);
  });
});
