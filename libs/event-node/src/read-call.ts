// Reads and subscriptions. Both walk the log page by page with a cursor; a subscription that reaches the end waits for
// a commit and reads on. There is no hand-over from catching up to live, so nothing can slip through it.
import { randomUUID } from 'node:crypto';
import type { ServerWritableStream } from '@grpc/grpc-js';
import streamsPb, { type ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { EventLog } from './event-log.js';
import { parseFilter, type Filter } from './filters.js';
import type { Direction, Page } from './log-view.js';
import { invalidArgument, shuttingDown, streamDeleted, toRpcError, type RpcError } from './rpc-errors.js';
import { LINK, originalOf, type Entry } from './stored-event.js';
import { readNumber, readStreamName, writeEntry, writePosition, writeStreamName } from './wire.js';

type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

interface Query {
  /** Absent for `$all`. */
  stream?: string;
  from: number;
  direction: Direction;
  /** Events wanted; a subscription wants all there will ever be. */
  count: number;
  subscribe: boolean;
  filter?: Filter;
  resolveLinks: boolean;
  structuredIds: boolean;
}

export class ReadCalls {
  private readonly readers = new Set<Reader>();

  constructor(private readonly log: EventLog) {}

  readonly read = (call: ReadCall): void => {
    const reader = new Reader(call, this.log);
    this.readers.add(reader);
    void reader.serve().finally(() => this.readers.delete(reader));
  };

  /** Readers learn that the node goes away; a subscription knows where to go on. */
  close(): void {
    for (const reader of this.readers) reader.fail(shuttingDown());
  }
}

class Reader {
  private gone = false;
  /** Something was committed since the last page was read. */
  private dirty = false;
  private wake = (): void => undefined;
  private readonly stopListening: () => void;

  constructor(
    private readonly call: ReadCall,
    private readonly log: EventLog,
  ) {
    const leave = (): void => {
      this.gone = true;
      this.wake();
    };
    call.once('cancelled', leave).once('close', leave).once('error', leave);
    call.on('drain', () => this.wake());
    this.stopListening = log.onCommit(() => {
      this.dirty = true;
      this.wake();
    });
  }

  async serve(): Promise<void> {
    try {
      const query = parseQuery(this.call.request, this.log);
      await (query.subscribe ? this.follow(query) : this.readOnce(query));
      if (!this.gone) this.call.end();
    } catch (error) {
      this.fail(toRpcError(error));
    } finally {
      this.stopListening();
    }
  }

  fail(error: RpcError): void {
    if (!this.gone) this.call.emit('error', error);
  }

  private async readOnce(query: Query): Promise<void> {
    // What is committed meanwhile is not part of the answer, else a read beside busy writers would never end.
    const until = query.direction === 'forwards' ? this.log.head : Infinity;
    let { from, count } = query;
    while (count > 0 && !this.gone) {
      const page = this.page(query, from, count);
      if (!page) return this.send(notFound(query.stream ?? ''));
      for (const entry of page.entries) {
        if (count === 0 || (originalOf(entry)?.position ?? 0) > until) return;
        if (!isWanted(entry, query)) continue;
        await this.send(this.write(entry, query));
        count -= 1;
        if (this.gone) return;
      }
      if (page.end) return;
      from = page.next;
      await nextTurn();
    }
  }

  private async follow(query: Query): Promise<void> {
    const { filter } = query;
    let cursor = query.from;
    let considered = 0;
    let live = false;
    // Everything up to here was considered, and delivered where wanted.
    let passed = query.stream === undefined ? query.from - 1 : 0;
    await this.send(confirmation());
    while (!this.gone) {
      this.dirty = false;
      const page = this.page(query, cursor);
      for (const entry of page?.entries ?? []) {
        if (isWanted(entry, query)) await this.send(this.write(entry, query));
        if (this.gone) return;
        passed = originalOf(entry)?.position ?? passed;
        considered += 1;
        if (filter && considered % filter.checkpointEvery === 0) await this.send(checkpoint(passed));
      }
      cursor = page?.next ?? cursor;
      if (page && !page.end) {
        if (live) {
          live = false;
          await this.send(fellBehind());
        }
        await nextTurn();
        continue;
      }
      if (!this.dirty && !live) {
        live = true;
        if (filter && passed > 0) await this.send(checkpoint(passed));
        await this.send(caughtUp());
      }
      while (!this.dirty && !this.gone) await this.pause();
    }
  }

  /** Undefined when the stream is not there. Throws when it was tombstoned. */
  private page(query: Query, from: number, limit?: number): Page | undefined {
    if (query.stream === undefined) {
      return this.log.read((view) => view.all(from, query.direction, query.filter ? undefined : limit));
    }
    const { stream, direction } = query;
    const page = this.log.read((view) => view.stream(stream, from, direction, limit));
    if (page.state === 'deleted') throw streamDeleted(stream);
    return page.state === 'there' ? page : undefined;
  }

  private write(entry: Entry, query: Query): ReadResp {
    return writeEntry(this.asAsked(entry, query.resolveLinks), query.structuredIds);
  }

  private asAsked(entry: Entry, resolveLinks: boolean): Entry {
    if (!resolveLinks) return { event: originalOf(entry) };
    const { event } = entry;
    return !entry.link && event?.type === LINK ? this.log.read((view) => view.resolve(event)) : entry;
  }

  /** Hands over one message and waits while the caller is not taking any: no reader makes the node hold its backlog. */
  private async send(message: ReadResp): Promise<void> {
    if (this.gone || this.call.write(message)) return;
    while (this.call.writableNeedDrain && !this.gone) await this.pause();
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => (this.wake = resolve));
  }
}

const isWanted = (entry: Entry, { filter }: Query): boolean => {
  const original = originalOf(entry);
  return !filter || (original !== undefined && filter.matches(original));
};

/** Lets other callers have their turn between pages. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function parseQuery(request: ReadReq, log: EventLog): Query {
  const options = request.getOptions();
  const ofStream = options?.getStream();
  const ofAll = options?.getAll();
  if (!options || (!ofStream && !ofAll)) throw invalidArgument('A read needs a stream or $all');
  const subscribe = options.hasSubscription();
  const { BACKWARDS } = streamsPb.ReadReq.Options.ReadDirection;
  const direction: Direction = options.getReadDirection() === BACKWARDS ? 'backwards' : 'forwards';
  if (subscribe && direction === 'backwards') throw invalidArgument('A subscription reads forwards');
  const filter = options.getFilter();
  if (filter && ofStream) throw invalidArgument('Filters are for $all');
  const common = {
    direction,
    subscribe,
    count: subscribe ? Infinity : readNumber(options.getCount()),
    resolveLinks: options.getResolveLinks(),
    structuredIds: options.getUuidOption()?.hasStructured() ?? false,
    ...(filter && { filter: parseFilter(filter) }),
  };
  if (ofStream) {
    const stream = readStreamName(ofStream.getStreamIdentifier());
    return { ...common, stream, from: streamStart(ofStream, stream, subscribe, direction, log) };
  }
  return { ...common, from: allStart(ofAll!, subscribe, direction, log) };
}

const LAST = Number.MAX_SAFE_INTEGER - 1;

/** The first revision to read. A subscription starts after the revision it names, a read with it. */
function streamStart(
  options: ReadReq.Options.StreamOptions,
  stream: string,
  subscribe: boolean,
  direction: Direction,
  log: EventLog,
): number {
  if (options.hasStart()) return 0;
  if (options.hasEnd()) {
    if (subscribe) return log.read((view) => view.lastRevision(stream)) + 1;
    return direction === 'backwards' ? LAST : Number.MAX_SAFE_INTEGER;
  }
  const revision = Math.min(readNumber(options.getRevision()), LAST);
  return subscribe ? revision + 1 : revision;
}

/** The first position to read. Backwards reads start with the event before the position they name. */
function allStart(
  options: ReadReq.Options.AllOptions,
  subscribe: boolean,
  direction: Direction,
  log: EventLog,
): number {
  const backwards = direction === 'backwards';
  if (options.hasStart()) return backwards ? -1 : 0;
  if (options.hasEnd()) {
    if (subscribe) return log.head + 1;
    return backwards ? LAST : Number.MAX_SAFE_INTEGER;
  }
  const position = Math.min(readNumber(options.getPosition()?.getCommitPosition() ?? '0'), LAST);
  if (backwards) return position - 1;
  return subscribe ? position + 1 : position;
}

const { ReadResp: Response } = streamsPb;

const confirmation = (): ReadResp =>
  new Response().setConfirmation(new Response.SubscriptionConfirmation().setSubscriptionId(randomUUID()));

const checkpoint = (position: number): ReadResp =>
  new Response().setCheckpoint(writePosition(new Response.Checkpoint(), position));

const caughtUp = (): ReadResp => new Response().setCaughtUp(new Response.CaughtUp());

const fellBehind = (): ReadResp => new Response().setFellBehind(new Response.FellBehind());

const notFound = (stream: string): ReadResp =>
  new Response().setStreamNotFound(new Response.StreamNotFound().setStreamIdentifier(writeStreamName(stream)));
