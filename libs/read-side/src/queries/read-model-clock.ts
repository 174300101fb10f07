// Waits until read models have passed a position. One connection listens for all waiters: the projector's notification
// comes when its rows and bookmark can be read, and says how far they are, so nobody has to ask. Without a notification (or
// without that connection) it looks again by itself.
import { Client, type Pool } from 'pg';
import { asRole, type Role } from '../database.js';

const channel = 'ledgerdesk_projection';
const usualPatienceMs = 200;
const reconnectMs = 500;

interface Waiter {
  readonly models: readonly string[];
  readonly position: bigint;
  readonly done: (passed: boolean) => void;
}

export class ReadModelClock {
  private readonly waiters = new Set<Waiter>();
  /** How far each model was when last heard of. */
  private readonly reached = new Map<string, bigint>();
  private looking = false;
  private lookAgain = false;
  private timer: NodeJS.Timeout | undefined;
  private listener: Client | undefined;
  private reconnect: NodeJS.Timeout | undefined;
  private closed = false;

  /** `pool`: where bookmarks are read; `listen`: a connection of its own; `lookAgainMs`: after so long it looks unasked. */
  constructor(
    private readonly pool: Pool,
    private readonly listen: { readonly url: string; readonly role: Role },
    private readonly lookAgainMs = usualPatienceMs,
  ) {}

  /** Begins to listen; a broken connection is made again by itself. */
  async start(): Promise<void> {
    await this.connect();
  }

  /** True as soon as every one of the models has taken in `position` ($all commit position); false after `timeoutMs`. */
  waitFor(models: readonly string[], position: string, timeoutMs: number): Promise<boolean> {
    if (this.closed) return Promise.resolve(false);
    const wanted = BigInt(position);
    if (this.passed(models, wanted)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        models,
        position: wanted,
        done: (passed) => {
          clearTimeout(timeout);
          this.waiters.delete(waiter);
          resolve(passed);
        },
      };
      const timeout = setTimeout(() => waiter.done(false), timeoutMs);
      this.waiters.add(waiter);
      if (models.every((model) => this.reached.has(model))) this.lookLater();
      else this.look();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    clearTimeout(this.reconnect);
    for (const waiter of this.waiters) waiter.done(false);
    await this.listener?.end().catch(() => undefined);
  }

  /** One look at the bookmarks for all waiters; asked for during a look, another one follows. */
  private look(): void {
    if (this.waiters.size === 0 || this.closed) return;
    if (this.looking) {
      this.lookAgain = true;
      return;
    }
    clearTimeout(this.timer);
    this.timer = undefined;
    this.looking = true;
    this.lookAgain = false;
    void this.judge()
      .catch(() => undefined) // PostgreSQL is away: the waiters' time-outs say so
      .then(() => {
        this.looking = false;
        if (this.lookAgain) this.look();
        else this.lookLater();
      });
  }

  private lookLater(): void {
    if (this.waiters.size > 0) this.timer ??= setTimeout(() => this.look(), this.lookAgainMs);
  }

  private async judge(): Promise<void> {
    const { rows } = await this.pool.query<{ model: string; position: string }>(
      'select model, position from read.bookmarks where live and position is not null',
    );
    for (const { model, position } of rows) {
      const found = BigInt(position);
      // It may have been told of since it was asked for.
      if (found > (this.reached.get(model) ?? -1n)) this.reached.set(model, found);
    }
    this.answer();
  }

  private hear(payload: string | undefined): void {
    const told = /^\{"model":"([a-z-]+)","position":"(\d+)"\}$/.exec(payload ?? '');
    if (!told) return this.look();
    this.reached.set(String(told[1]), BigInt(told[2] ?? 0));
    this.answer();
  }

  private answer(): void {
    for (const { models, position, done } of this.waiters) if (this.passed(models, position)) done(true);
  }

  private passed(models: readonly string[], position: bigint): boolean {
    return models.every((model) => (this.reached.get(model) ?? -1n) >= position);
  }

  private async connect(): Promise<void> {
    if (this.closed) return;
    const client = new Client(asRole(this.listen.url, this.listen.role));
    this.listener = client;
    let over = false;
    const again = () => {
      if (over || this.closed) return;
      over = true;
      this.reached.clear(); // nobody says any more when one falls back, as a restored database does
      client.end().catch(() => undefined);
      this.reconnect = setTimeout(() => void this.connect(), reconnectMs);
    };
    client.on('error', again);
    client.on('end', again);
    client.on('notification', ({ payload }) => this.hear(payload));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      this.reached.clear();
      this.look(); // at what was notified before
    } catch {
      again();
    }
  }
}
