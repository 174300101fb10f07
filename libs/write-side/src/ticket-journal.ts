// A ticket's stream, folded for decisions and kept in a bounded cache. What stands here may be behind the log: only an
// append at its revision, or a read after it, proves otherwise.
import { toFact, type Ledger, type LedgerEvent } from '#ledger';
import { absent, evolve, exists, type State, type Ticket } from '#ticket';

/** What a command left behind: enough to answer its first receipt again. */
export interface Done {
  readonly requestHash: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly number: string;
  readonly status: string;
  readonly state: State;
  readonly replyId?: string;
}

export interface Entry {
  readonly stream: string;
  ticket: Ticket;
  /** revision of the last event folded in; -1 before the first */
  revision: bigint;
  position: bigint;
  hash: string | null;
  keyId: string | null;
  readonly done: Map<string, Done>;
  /** the tickets it was merged into at any time: what was said on it then stands there */
  readonly primaries: Set<string>;
}

const unread = (stream: string): Entry => ({
  stream,
  ticket: absent,
  revision: -1n,
  position: 0n,
  hash: null,
  keyId: null,
  done: new Map(),
  primaries: new Set(),
});

export class TicketJournal {
  readonly #cache = new Map<string, Entry>();

  constructor(
    private readonly log: Ledger,
    private readonly capacity = 2_000,
  ) {}

  cached(stream: string): Entry | undefined {
    return this.#cache.get(stream);
  }

  /** An entry for a ticket believed new: the append at "no stream" proves it. */
  assumeAbsent(stream: string): Entry {
    return unread(stream);
  }

  evict(stream: string): void {
    this.#cache.delete(stream);
  }

  /** Folds in what the log has beyond the entry; without one, the whole stream. */
  async readOn(stream: string, entry: Entry = unread(stream)): Promise<Entry> {
    for await (const event of this.log.load(stream, { fromRevision: entry.revision + 1n })) this.#fold(entry, event);
    this.#keep(entry);
    return entry;
  }

  /** The stream as it was when the log had come to `position`, or as it is; kept nowhere. */
  async at(stream: string, position?: bigint): Promise<Entry> {
    const entry = unread(stream);
    for await (const event of this.log.load(stream)) {
      if (position === undefined || event.position <= position) this.#fold(entry, event);
    }
    return entry;
  }

  advance(entry: Entry, recorded: readonly LedgerEvent[]): void {
    for (const event of recorded) this.#fold(entry, event);
    this.#keep(entry);
  }

  #fold(entry: Entry, event: LedgerEvent): void {
    const { metadata, revision, position } = event;
    if (revision <= entry.revision) return; // two may read on at once
    const fact = toFact(event);
    if (!fact) return;
    const before = entry.ticket;
    entry.ticket = evolve(before, fact);
    entry.revision = revision;
    entry.position = position;
    entry.hash = metadata.hash;
    entry.keyId ??= metadata.keyId;
    if (fact.type === 'TicketMergedInto') entry.primaries.add(fact.data.target);
    // A deletion's receipt shows the ticket as it was.
    const ticket = exists(entry.ticket) ? entry.ticket : before;
    if (!exists(ticket)) return;
    const replyId =
      fact.type === 'ReplyAdded' || fact.type === 'NoteAdded'
        ? fact.data.replyId
        : entry.done.get(metadata.commandId)?.replyId;
    entry.done.set(metadata.commandId, {
      requestHash: metadata.requestHash,
      revision,
      position,
      number: ticket.number,
      status: ticket.status,
      state: ticket.state,
      ...(replyId === undefined ? {} : { replyId }),
    });
  }

  /** Least recently used first out; an empty stream is not worth keeping. */
  #keep(entry: Entry): void {
    this.#cache.delete(entry.stream);
    if (entry.revision < 0n) return;
    this.#cache.set(entry.stream, entry);
    if (this.#cache.size > this.capacity) this.#cache.delete(this.#cache.keys().next().value as string);
  }
}
