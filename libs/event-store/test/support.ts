// What these tests start, and how they write: the embedded event node, and a wire that can be cut.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { startEventNode, type EventNode } from '#event-node';
import { connectEventLog, Vault, type AppendContext, type EventLog, type EventLogOptions } from '#event-store';
import { testContext, testTypes, type TestEvents } from './events.js';

export class TestNode {
  readonly #logs: EventLog<TestEvents>[] = [];
  readonly #wires: Wire[] = [];

  private constructor(
    private readonly dataDir: string,
    private running: EventNode,
  ) {}

  static async start(): Promise<TestNode> {
    const dataDir = await mkdtemp(join(tmpdir(), 'event-store-'));
    return new TestNode(dataDir, await startEventNode({ dataDir, port: 0 }));
  }

  get url(): string {
    return this.running.url;
  }

  connect(more: Partial<EventLogOptions<TestEvents>> = {}): EventLog<TestEvents> {
    const log = connectEventLog({ url: this.url, types: testTypes, keys: unusedVault(), ...more });
    this.#logs.push(log);
    return log;
  }

  /** A connection string that leads here over a wire. */
  async wire(): Promise<Wire> {
    const wire = await Wire.to(this.running.port);
    this.#wires.push(wire);
    return wire;
  }

  stop(): Promise<void> {
    return this.running.close();
  }

  /** Same port, same directory. */
  async startAgain(): Promise<void> {
    const { port } = this.running;
    this.running = await startEventNode({ dataDir: this.dataDir, port });
  }

  async close(): Promise<void> {
    for (const log of this.#logs) await log.close();
    for (const wire of this.#wires) wire.close();
    await this.running.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

/** For events that seal nothing: its pool never connects. */
const unusedVault = (): Vault =>
  new Vault({
    pool: new Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' }),
    masterKey: randomBytes(32),
  });

/** A TCP proxy: what the node says can be held back, and everything cut. */
export class Wire {
  readonly #sockets = new Set<Socket>();
  #deaf = false;
  /** bytes to the node, and from it */
  said = 0;
  heard = 0;

  private constructor(private readonly server: ReturnType<typeof createServer>) {}

  static async to(port: number): Promise<Wire> {
    const server = createServer();
    const wire = new Wire(server);
    server.on('connection', (near) => {
      const far = connect(port, '127.0.0.1');
      for (const socket of [near, far]) {
        wire.#sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          near.destroy();
          far.destroy();
        });
      }
      near.on('data', (bytes) => (wire.said += bytes.length));
      near.pipe(far);
      far.on('data', (bytes) => {
        if (wire.#deaf) return;
        wire.heard += bytes.length;
        if (!near.write(bytes)) far.pause();
      });
      near.on('drain', () => far.resume());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get url(): string {
    return `esdb://127.0.0.1:${(this.server.address() as AddressInfo).port}?tls=false`;
  }

  /** From now on no answer arrives. */
  silence(): void {
    this.#deaf = true;
  }

  /** Breaks every connection; new ones work. */
  cut(): void {
    this.#deaf = false;
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  close(): void {
    this.cut();
    this.server.close();
  }
}

export const someStream = (prefix = 'notes'): string => `${prefix}-${randomUUID()}`;

/** Appends `Counted` events one by one from revision 0 on, and answers what was recorded. */
export async function count(log: EventLog<TestEvents>, stream: string, from: number, to: number) {
  const recorded = [];
  let prevHash = from === 0 ? null : ((await log.last(stream))?.metadata.hash ?? null);
  for (let n = from; n < to; n += 1) {
    const appended = await log.append(stream, {
      expected: n === 0 ? 'no-stream' : BigInt(n - 1),
      prevHash,
      events: [{ type: 'Counted', data: { n } }],
      context: context(),
    });
    prevHash = appended.hash;
    recorded.push(...appended.recorded);
  }
  return recorded;
}

export const context = (more: Partial<AppendContext> = {}): AppendContext =>
  testContext({ commandId: randomUUID(), ...more });

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Polls until `probe` answers something; the test's own time limit is the only one. */
export async function until<T>(probe: () => Promise<T | null | undefined | false>): Promise<T> {
  for (;;) {
    const found = await probe();
    if (found !== null && found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
