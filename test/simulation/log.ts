// A log server in memory, by the rules of the real one: expected revisions, event ids, sparse positions in commit order.
// Requests to it come late or never, and so do its answers.
import {
  BookmarkBeyondHead,
  LogUnavailable,
  OutcomeUnknown,
  WrongVersion,
  type LogServer,
  type Reading,
  type StoredBatch,
  type StoredEvent,
} from '#event-store';
import { decideAppend } from '../../libs/event-node/src/append-rules.js';
import type { Process, World } from './world.js';

type Proposed = Parameters<LogServer['append']>[1];
type Expected = Parameters<LogServer['append']>[2];
type Answer = Awaited<ReturnType<LogServer['append']>>;

/** Larger than a double holds exactly, as real positions may be. */
const firstPosition = 2n ** 60n;

export class SimulatedLog {
  readonly events: StoredEvent[] = [];
  readonly streams = new Map<string, StoredEvent[]>();
  #awayUntil = 0;
  readonly #waiting = new Set<() => void>();

  constructor(
    private readonly world: World,
    /** told of each append as it is stored */
    private readonly onStored: (events: readonly StoredEvent[]) => void,
    /** told of each append whose writer will not hear what became of it */
    private readonly onUnanswered: (events: Proposed) => void,
  ) {}

  get head(): bigint | null {
    return this.events.at(-1)?.position ?? null;
  }

  /** The server as one process reaches it. */
  for(process: Process): LogServer {
    return {
      read: (stream, fromRevision) => this.#read(process, stream, fromRevision),
      readOne: (stream, revision) =>
        this.#call(process, 'one event read', () => {
          const events = this.streams.get(stream) ?? [];
          return (revision === 'last' ? events.at(-1) : events[Number(revision)]) ?? null;
        }),
      readBackwards: () => this.#readBackwards(process),
      last: () => this.#call(process, 'the last event read', () => this.events.at(-1) ?? null),
      append: (stream, events, expected) => this.#append(process, stream, events, expected),
      subscribe: (reading) => this.#subscribe(process, reading),
      close: () => Promise.resolve(),
    };
  }

  #call<T>(process: Process, what: string, serve: () => T): Promise<T> {
    if (this.world.strikes('unavailable')) this.#awayUntil = this.world.now + this.world.chance.below(8_000);
    return this.world.call(process, what, () => {
      if (this.world.now < this.#awayUntil) throw new LogUnavailable('the log is away');
      return serve();
    });
  }

  async #append(process: Process, stream: string, events: Proposed, expected: Expected): Promise<Answer> {
    const { world } = this;
    const serve = (): Answer => this.store(stream, events, expected);
    if (!world.strikes('lostAnswer')) return this.#call(process, `append to ${stream}`, serve);
    this.onUnanswered(events);
    // It is stored before its writer gives up, or after that, or never: refused, or lost on its way.
    const arrives = (): void => {
      try {
        serve();
      } catch {
        world.count('lateAppendRefused'); // nobody is there to be told
      }
    };
    if (world.chance.is(0.8)) world.later(null, world.chance.below(8_000), `append to ${stream}, late`, arrives, false);
    await world.pause(process, world.chance.below(5_000), `append to ${stream} has no answer`);
    throw new OutcomeUnknown('no answer');
  }

  /** @throws WrongVersion */
  store(stream: string, proposed: Proposed, expected: Expected): Answer {
    const stored = this.streams.get(stream) ?? [];
    const idOf = (text: string) => Buffer.from(text);
    const view = {
      last: stored.length - 1,
      tombstoned: false,
      softDeleted: false,
      hasMetadata: () => false,
      revisionOf: () => undefined,
      hasIdAt: (revision: number, id: Uint8Array) => {
        const there = stored[revision];
        return there !== undefined && idOf(there.id).equals(id);
      },
    };
    const ids = proposed.map(({ id }) => idOf(id));
    const verdict = decideAppend(view, expected === 'no-stream' ? 'no_stream' : expected, ids);
    if (verdict.decision === 'already-there') return { position: stored[verdict.revision]?.position };
    if (verdict.decision !== 'append') {
      this.world.count('conflict');
      throw new WrongVersion(stream, expected, stored.length === 0 ? 'no-stream' : BigInt(stored.length - 1));
    }
    const added = proposed.map(({ id, type, data, metadata }, i) => {
      const gap = this.world.chance.is(0.3) ? 1 : 1 + this.world.chance.below(300);
      const position = (this.events.at(-1)?.position ?? firstPosition) + BigInt(gap);
      // Through JSON, as over the wire: nothing is shared with the writer.
      const written = JSON.parse(JSON.stringify({ data, metadata })) as { data: unknown; metadata: unknown };
      const event = { stream, revision: BigInt(stored.length + i), position, id, type, ...written };
      this.events.push(event);
      return event;
    });
    this.streams.set(stream, stored);
    stored.push(...added);
    this.onStored(added);
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
    return { position: added.at(-1)?.position };
  }

  async *#read(process: Process, stream: string, fromRevision: bigint): AsyncGenerator<StoredEvent[]> {
    for (let from = Number(fromRevision); ;) {
      const atOnce = 1 + this.world.chance.below(40);
      const chunk = await this.#call(process, `${stream} read from ${from}`, () =>
        (this.streams.get(stream) ?? []).slice(from, from + atOnce),
      );
      if (chunk.length > 0) yield chunk;
      if (chunk.length < atOnce) return;
      from += chunk.length;
    }
  }

  async *#readBackwards(process: Process): AsyncGenerator<StoredEvent[]> {
    for (let end = this.events.length; end > 0; end -= 50) {
      yield await this.#call(process, 'the log read backwards', () =>
        this.events.slice(Math.max(0, end - 50), end).toReversed(),
      );
    }
  }

  async *#subscribe(process: Process, reading: Reading): AsyncGenerator<StoredBatch> {
    const { after, streamPrefixes, maxBatch, signal } = reading;
    const { world } = this;
    if (after !== null) {
      const last = await this.#call(process, 'the last event read', () => this.head);
      if (last === null || after > last) throw new BookmarkBeyondHead(after, last);
    }
    let at = this.#indexAfter(after);
    let position = after;
    for (let caughtUp = false; ;) {
      if (caughtUp) await this.#more(process, at, signal);
      if (signal?.aborted) return;
      const considered = await this.#call(process, `log followed from ${at}`, () =>
        this.events.slice(at, at + 1 + world.chance.below(Math.min(maxBatch, 40))),
      );
      at += considered.length;
      position = considered.at(-1)?.position ?? position;
      caughtUp = at === this.events.length;
      const events = considered.filter(({ stream }) => streamPrefixes.some((prefix) => stream.startsWith(prefix)));
      yield { events, position, caughtUp };
    }
  }

  /** Resolves when there is something at this place of the log, or the signal aborts. */
  #more(process: Process, at: number, signal: AbortSignal | undefined): Promise<void> {
    if (at < this.events.length) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        signal?.removeEventListener('abort', wake);
        this.#waiting.delete(wake);
        this.world.turn(process, 'the log has more', resolve);
      };
      signal?.addEventListener('abort', wake, { once: true });
      this.#waiting.add(wake);
    });
  }

  #indexAfter(position: bigint | null): number {
    if (position === null) return 0;
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle]?.position ?? 0n) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
