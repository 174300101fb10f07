// The writes of one transaction: several callers' appends, one after the other, each seeing those before it.
// Every operation decides first and writes after, so a refused one leaves no trace.
import { randomUUID } from 'node:crypto';
import { decideAppend, type Decision, type Expected, type StreamView } from './append-rules.js';
import { sizeOf, TOMBSTONE_REVISION, toRow, type ProposedEvent, type StoredEvent } from './stored-event.js';
import { uuidBytes } from './uuid.js';
import { idKey, nameKey, type Head, type Stores } from './stores.js';
import { DELETED_METADATA, isSoftDeleted, parseLimits, undeletedMetadata } from './stream-limits.js';

/** `revision` is -1 when the stream is empty still; `position` is absent when nothing was written. */
export interface Written {
  outcome: 'written';
  revision: number;
  position?: number;
}
export type Refused = { outcome: 'wrong-version'; current: number } | { outcome: 'stream-deleted' };
/** The caller stopped waiting before the write began. */
export type Abandoned = { outcome: 'abandoned' };
export type WriteOutcome = Written | Refused | Abandoned;

interface Stream {
  name: string;
  number: number;
  head: Head;
}

const NO_BYTES = new Uint8Array();
const RECORD_OVERHEAD = 64;
/** LMDB then fills its pages, and refuses a position that is not the last. */
const IN_ORDER = { append: true };

export class WriteBatch {
  private readonly touched = new Map<number, Head>();
  /** Of the streams met so far. */
  private readonly numbers = new Map<string, number>();
  private readonly created = Date.now();

  constructor(
    private readonly stores: Stores,
    /** Position of the last event. */
    public tail: number,
    /** Highest stream number in use. */
    public streamCount: number,
  ) {}

  append(name: string, expected: Expected, events: readonly ProposedEvent[]): WriteOutcome {
    const found = this.find(name);
    const view = this.view(name, found);
    const decided = decideAppend(
      view,
      expected,
      events.map((event) => event.id),
    );
    if (decided.decision === 'already-there') return this.alreadyThere(found, decided.revision);
    if (decided.decision !== 'append') return refused(decided, view);
    if (events.length === 0) return { outcome: 'written', revision: view.last };

    const stream = found ?? this.create(name);
    if (view.softDeleted) this.undelete(stream);
    for (const event of events) this.write(stream, event);
    const position = this.tail;
    const revision = stream.head.last;
    if (name.startsWith('$$')) this.metadataWritten(name.slice(2), events[events.length - 1]!);
    return { outcome: 'written', revision, position };
  }

  /** Soft delete: hides all events so far; the stream may be appended to again and its revisions go on. */
  delete(name: string, expected: Expected): WriteOutcome {
    const found = this.find(name);
    const view = this.view(name, found);
    const decided = decideAppend(view, expected, [freshId()]);
    if (decided.decision !== 'append') return refused(decided, view);
    if (view.last < 0 && !view.hasMetadata()) return { outcome: 'wrong-version', current: -1 };
    this.writeMetadata(name, DELETED_METADATA);
    return { outcome: 'written', revision: view.last, position: this.tail };
  }

  /** Hard delete: the name can never be used again. */
  tombstone(name: string, expected: Expected): WriteOutcome {
    const found = this.find(name);
    const view = this.view(name, found);
    const decided = decideAppend(view, expected, [freshId()]);
    if (decided.decision !== 'append') return refused(decided, view);
    const { number, head } = found ?? this.create(name);
    const event = { id: freshId(), type: '$streamDeleted', isJson: false, data: NO_BYTES, metadata: NO_BYTES };
    this.log({ ...event, stream: name, revision: TOMBSTONE_REVISION });
    this.touched.set(number, { ...head, tombstoned: true });
    return { outcome: 'written', revision: view.last, position: this.tail };
  }

  /** Writes what was only held in memory; the last step inside the transaction. */
  finish(): void {
    for (const [number, head] of this.touched) this.stores.heads.putSync(number, head);
  }

  private find(name: string): Stream | undefined {
    const number = this.numbers.get(name) ?? this.stores.names.get(nameKey(name));
    if (number === undefined) return undefined;
    this.numbers.set(name, number);
    const head = this.touched.get(number) ?? this.stores.heads.get(number);
    if (!head) throw new Error(`Stream ${name} has a number but no head`);
    return { name, number, head };
  }

  private create(name: string): Stream {
    const number = ++this.streamCount;
    const head: Head = { last: -1 };
    this.stores.names.putSync(nameKey(name), number);
    this.numbers.set(name, number);
    this.touched.set(number, head);
    return { name, number, head };
  }

  private view(name: string, stream: Stream | undefined): StreamView {
    const { index, events } = this.stores;
    return {
      last: stream?.head.last ?? -1,
      tombstoned: stream?.head.tombstoned ?? false,
      softDeleted: stream !== undefined && isSoftDeleted(stream.head),
      hasMetadata: () => (this.find(`$$${name}`)?.head.last ?? -1) >= 0,
      revisionOf: (id) => stream && index.get([stream.number, idKey(id)]),
      hasIdAt: (revision, id) => {
        const position = stream && index.get([stream.number, revision]);
        const row = position === undefined ? undefined : events.get(position);
        return row !== undefined && Buffer.compare(row[5], id) === 0;
      },
    };
  }

  private alreadyThere(stream: Stream | undefined, revision: number): Written {
    return { outcome: 'written', revision, position: stream && this.stores.index.get([stream.number, revision]) };
  }

  private write(stream: Stream, event: ProposedEvent): void {
    const { number, head, name } = stream;
    const revision = head.last + 1;
    this.log({ ...event, stream: name, revision });
    this.stores.index.putSync([number, revision], this.tail);
    this.stores.index.putSync([number, idKey(event.id)], revision);
    stream.head = { ...head, last: revision };
    this.touched.set(number, stream.head);
    for (const link of linkStreams(name, event.type)) this.link(link);
  }

  /** Puts the event just logged into a `$ce-` or `$et-` stream: an index entry, not an event of its own. */
  private link(name: string): void {
    const { number, head } = this.find(name) ?? this.create(name);
    const revision = head.last + 1;
    this.stores.index.putSync([number, revision], this.tail);
    this.touched.set(number, { ...head, last: revision });
  }

  /** Positions grow by the size of the record, as in EventStoreDB: nobody can learn to add one. */
  private log(event: Omit<StoredEvent, 'position' | 'created'>): void {
    this.tail += RECORD_OVERHEAD + event.stream.length + sizeOf(event);
    const row = toRow({ ...event, created: this.created });
    const stored: unknown = this.stores.events.putSync(this.tail, row, IN_ORDER);
    if (stored !== true) throw new Error(`Position ${this.tail} is not the next one`);
  }

  private undelete(stream: Stream): void {
    const metadata = this.lastEventData(`$$${stream.name}`);
    stream.head = this.writeMetadata(stream.name, undeletedMetadata(metadata, stream.head.last + 1));
  }

  /** Appends to the metadata stream and gives the stream's head with the limits that now hold. */
  private writeMetadata(name: string, data: Uint8Array): Head {
    const metadataName = `$$${name}`;
    const event = { id: freshId(), type: '$metadata', isJson: true, data, metadata: NO_BYTES };
    this.write(this.find(metadataName) ?? this.create(metadataName), event);
    return this.setLimits(name, event);
  }

  private setLimits(name: string, event: ProposedEvent): Head {
    const { number, head } = this.find(name) ?? this.create(name);
    const { last, tombstoned } = head;
    const limited: Head = { ...parseLimits(event.isJson, event.data), last, ...(tombstoned && { tombstoned }) };
    this.touched.set(number, limited);
    return limited;
  }

  /** Metadata written to a deleted stream brings it back, empty. */
  private metadataWritten(name: string, event: ProposedEvent): void {
    const before = this.find(name)?.head;
    this.setLimits(name, event);
    if (before && isSoftDeleted(before)) this.writeMetadata(name, undeletedMetadata(event.data, before.last + 1));
  }

  private lastEventData(name: string): Uint8Array {
    const stream = this.find(name);
    const position = stream && this.stores.index.get([stream.number, stream.head.last]);
    return (position === undefined ? undefined : this.stores.events.get(position)?.[6]) ?? NO_BYTES;
  }
}

function refused(decision: Decision, view: StreamView): Refused {
  return decision.decision === 'stream-deleted'
    ? { outcome: 'stream-deleted' }
    : { outcome: 'wrong-version', current: view.last };
}

/** The category and type streams an event is linked from. System streams and types have none. */
function linkStreams(stream: string, type: string): string[] {
  const links: string[] = [];
  const dash = stream.indexOf('-');
  if (dash > 0 && !stream.startsWith('$')) links.push(`$ce-${stream.slice(0, dash)}`);
  if (!type.startsWith('$')) links.push(`$et-${type}`);
  return links;
}

const freshId = (): Uint8Array => uuidBytes(randomUUID());
