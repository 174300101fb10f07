// Waits until read models have passed a position. One connection listens for all waiters; the projector's notification
// only wakes, what counts is the bookmark. Without a notification (or without that connection) it looks again by itself.
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
    return new Promise((resolve) => {
      const waiter: Waiter = {
        models,
        position: BigInt(position),
        done: (passed) => {
          clearTimeout(timeout);
          this.waiters.delete(waiter);
          resolve(passed);
        },
      };
      const timeout = setTimeout(() => waiter.done(false), timeoutMs);
      this.waiters.add(waiter);
      this.look();
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
    this.looking = true;
    this.lookAgain = false;
    void this.judge()
      .catch(() => undefined) // PostgreSQL is away: the waiters' time-outs say so
      .then(() => {
        this.looking = false;
        if (this.lookAgain) this.look();
        else if (this.waiters.size > 0) this.timer = setTimeout(() => this.look(), this.lookAgainMs);
      });
  }

  private async judge(): Promise<void> {
    const { rows } = await this.pool.query<{ model: string; position: string }>(
      'select model, position from read.bookmarks where live and position is not null',
    );
    const reached = new Map(rows.map(({ model, position }) => [model, BigInt(position)]));
    for (const waiter of this.waiters)
      if (waiter.models.every((model) => (reached.get(model) ?? -1n) >= waiter.position)) waiter.done(true);
  }

  private async connect(): Promise<void> {
    if (this.closed) return;
    const client = new Client(asRole(this.listen.url, this.listen.role));
    this.listener = client;
    let over = false;
    const again = () => {
      if (over || this.closed) return;
      over = true;
      client.end().catch(() => undefined);
      this.reconnect = setTimeout(() => void this.connect(), reconnectMs);
    };
    client.on('error', again);
    client.on('end', again);
    client.on('notification', () => this.look());
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      this.look(); // what was notified before is seen now
    } catch {
      again();
    }
  }
}
