// What happens to tickets, for everybody who watches this process: one follow of the log, told once the read models show
// it, so that who is told and then lists sees it. It runs while somebody watches, and watches the watchers' rights.
import type { OnModuleDestroy } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { linksStream, type Ledger, type LedgerEvent } from '#ledger';
import type { Database, ReadModelClock } from '#read-side';
import type { Actor } from '#access';
import type { Caller } from '../auth/caller.js';
import { Problem } from '../http/problem.js';
import { Feed } from './feed.js';
import { entryOf, type Entry } from './notices.js';
import { Reader, type ReadPast } from './reader.js';
import { TicketStates } from './ticket-states.js';

/** What screens read; nobody is told of an event before these have taken it in. */
const models = ['ticket-list', 'ticket-thread', 'ticket-links'];
const eventsAtOnce = 200;
const watchMs = 400;
const lingerMs = 60_000;
/** A resume further back than this begins anew. */
const longestPast = { events: 2_000, ms: 5_000 };

export interface LiveParts {
  readonly ledger: Ledger;
  readonly database: Database;
  readonly clock: ReadModelClock;
  readonly log: Logger;
  /** those of the callers who may be here, as they are now */
  readonly findActors: (tenant: string, callers: readonly Caller[]) => Promise<ReadonlyMap<Caller, Actor>>;
  /** streams of one user in this process at most; events per tenant held for readers that are behind */
  readonly limits: { readonly perUser: number; readonly backlog: number };
  /** told how many are open now */
  readonly onOpen: (streams: number) => void;
}

export class LiveTickets implements OnModuleDestroy {
  readonly #readers = new Map<Reader, { readonly cut: () => void }>();
  readonly #feeds = new Map<string, { readonly feed: Feed; readonly states: TicketStates }>();
  #position = 0n;
  /** end of the batch that is being published */
  #publishing: bigint | null = null;
  #running: { readonly started: Promise<void>; readonly stop: AbortController } | null = null;
  #watch: NodeJS.Timeout | undefined;
  #idle: NodeJS.Timeout | undefined;
  #judging = false;

  constructor(private readonly parts: LiveParts) {}

  /**
   * `cut` breaks the connection of a client that does not read. `from`: the last position the client got; undefined: now.
   * @throws Problem `too-many-streams`, `bad-position` beyond the log's head
   */
  async join(caller: Caller, from: bigint | undefined, cut: () => void): Promise<Reader> {
    const { tenant, id } = caller.actor;
    const { limits, onOpen } = this.parts;
    const { perUser } = limits;
    if (from !== undefined) await this.#refuseBeyondHead(from);
    clearTimeout(this.#idle);
    await this.#start();
    const shown = from ?? (await this.#shown());
    const open = [...this.#readers.keys()].filter((r) => r.caller.actor.id === id && r.caller.actor.tenant === tenant);
    if (open.length >= perUser) {
      throw new Problem(429, 'too-many-streams', `${perUser} streams of yours are open already.`, {
        headers: { 'Retry-After': '5' },
      });
    }
    if (!this.#running) throw new Problem(503, 'stream-not-available', 'The event log cannot be followed.');
    const feed = this.#feedOf(tenant);
    const reader = new Reader(caller, feed, shown, this.#readPast(tenant));
    this.#readers.set(reader, { cut });
    onOpen(this.#readers.size);
    return reader;
  }

  leave(reader: Reader): void {
    reader.end();
    this.#readers.delete(reader);
    this.parts.onOpen(this.#readers.size);
    if (this.#readers.size > 0) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#stop(), lingerMs);
    this.#idle.unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.#stop();
    clearInterval(this.#watch);
    if (this.#readers.size > 0) await sleep(watchMs / 2);
    for (const { cut } of this.#readers.values()) cut();
  }

  async #refuseBeyondHead(from: bigint): Promise<void> {
    const head = await this.parts.ledger.head();
    if ((head !== null && from <= head) || from <= (await this.#shown())) return;
    throw new Problem(400, 'bad-position', 'The log has not come that far.', {
      errors: [{ field: 'Last-Event-ID', code: 'bad-position', message: 'is beyond the end of the log' }],
    });
  }

  /** Everything up to here is in all of the models. */
  async #shown(): Promise<bigint> {
    const rows = await this.parts.database.db
      .selectFrom('read.bookmarks')
      .select('position')
      .where('live', '=', true)
      .where('model', 'in', models)
      .execute();
    const positions = rows.map(({ position }) => BigInt(position ?? 0));
    return positions.length < models.length ? 0n : positions.reduce((a, b) => (a < b ? a : b));
  }

  #feedOf(tenant: string): Feed {
    const known = this.#feeds.get(tenant);
    if (known) return known.feed;
    const { ledger, limits } = this.parts;
    const feed = new Feed(this.#publishing ?? this.#position, limits.backlog);
    this.#feeds.set(tenant, { feed, states: new TicketStates(tenant, ledger) });
    return feed;
  }

  async #start(): Promise<void> {
    if (!this.#running) {
      const stop = new AbortController();
      const started = this.#shown().then((position) => {
        this.#position = position;
        void this.#follow(stop.signal).catch((error: unknown) => {
          this.parts.log.error({ err: error }, 'tickets are no longer followed for streams');
          if (this.#running?.stop === stop) this.#stop();
        });
      });
      this.#running = { started, stop };
      this.#watch ??= setInterval(() => this.#watchReaders(), watchMs);
      started.catch(() => this.#stop());
    }
    await this.#running.started;
  }

  #stop(): void {
    this.#running?.stop.abort();
    this.#running = null;
    clearTimeout(this.#idle);
    this.#feeds.clear();
    for (const reader of this.#readers.keys()) reader.end();
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { ledger, clock, log } = this.parts;
    const after = this.#position === 0n ? null : this.#position;
    const onTrouble = (error: unknown, retryInMs: number) =>
      log.warn({ err: error, retryInMs }, 'streams wait for the log');
    const wanted = { after, streamPrefixes: ['ticket-', 'links-'], maxBatch: eventsAtOnce, signal, onTrouble };
    for await (const { events, position } of ledger.follow(wanted)) {
      if (position === null) continue;
      let shown = events.length === 0;
      while (!shown) {
        if (signal.aborted) return;
        shown = await clock.waitFor(models, String(events.at(-1)?.position), 1_000);
        if (!shown) await sleep(watchMs / 4);
      }
      await this.#publish(events, position);
    }
  }

  async #publish(events: readonly LedgerEvent[], position: bigint): Promise<void> {
    const feeds = [...this.#feeds]; // a feed that begins meanwhile begins behind these events
    this.#publishing = position;
    for (const [tenant, { feed, states }] of feeds) {
      const entries: Entry[] = [];
      for (const event of events) {
        const entry = tenantOf(event) === tenant ? await entryOf(event, states) : null;
        if (entry) entries.push(entry);
      }
      feed.publish(entries, position);
    }
    this.#position = position;
    this.#publishing = null;
  }

  #readPast =
    (tenant: string): ReadPast =>
    async (after, upTo, over) => {
      const { ledger, log } = this.parts;
      const signal = AbortSignal.any([over, AbortSignal.timeout(longestPast.ms)]);
      const states = new TicketStates(tenant, ledger);
      const streamPrefixes = [`ticket-${tenant}.`, linksStream(tenant)];
      const entries: Entry[] = [];
      let seen = 0;
      try {
        for await (const batch of ledger.readAll({ after: after === 0n ? null : after, streamPrefixes, signal })) {
          for (const event of batch.events) {
            if (event.position > upTo) return entries;
            seen += 1;
            if (seen > longestPast.events || signal.aborted) return null;
            const entry = tenantOf(event) === tenant ? await entryOf(event, states) : null;
            if (entry) entries.push(entry);
          }
        }
        return signal.aborted ? null : entries;
      } catch (error) {
        log.warn({ err: error }, 'a stream could not be resumed');
        return null;
      }
    };

  #watchReaders(): void {
    for (const [reader, { cut }] of this.#readers) {
      if (reader.ended || reader.overrun)
        cut(); // it had its chance to end by itself
      else if (reader.caller.expiresAt.getTime() <= Date.now()) reader.end();
    }
    if (this.#judging || this.#readers.size === 0) return;
    this.#judging = true;
    void this.#judgeRights().finally(() => (this.#judging = false));
  }

  /** Who may see less, or more, starts again; whose rights cannot be known sees nothing. */
  async #judgeRights(): Promise<void> {
    const tenants = new Set([...this.#readers.keys()].map(({ caller }) => caller.actor.tenant));
    for (const tenant of tenants) {
      const readers = [...this.#readers.keys()].filter(({ caller }) => caller.actor.tenant === tenant);
      const callers = readers.map(({ caller }) => caller);
      const actors = await this.parts.findActors(tenant, callers).catch((error: unknown) => {
        this.parts.log.warn({ err: error, tenant }, "streams end: their readers' rights are not known");
        return new Map<Caller, Actor>();
      });
      for (const reader of readers) {
        const actor = actors.get(reader.caller);
        if (!actor || actor.off?.has('supportTickets')) reader.end();
        else if (rightsOf(actor) !== rightsOf(reader.caller.actor)) reader.end({ stale: true });
      }
    }
  }
}

const tenantOf = ({ stream }: LedgerEvent): string | undefined => /^(?:ticket|links)-([a-z0-9]+)/.exec(stream)?.[1];

const rightsOf = ({ role, scope, capabilities }: Actor): string =>
  JSON.stringify([role, scope, [...capabilities].sort()]);
