// What the log shows at one moment: pages of it, streams under their limits, links and their targets.
import { createHash } from 'node:crypto';
import { fromRow, LINK, sizeOf, type Entry, type StoredEvent } from './stored-event.js';
import { nameKey, type Head, type Stores } from './stores.js';
import { firstVisible, isExpired, isSoftDeleted } from './stream-limits.js';
import { uuidText } from './uuid.js';

export type Direction = 'forwards' | 'backwards';

/** A piece of a stream read in one go. `next` continues it; `end` says that nothing more was committed in that direction. */
export interface Page {
  entries: Entry[];
  next: number;
  end: boolean;
}
export type StreamPage = (Page & { state: 'there' }) | { state: 'absent' | 'deleted' };

const PAGE_EVENTS = 256;
const PAGE_BYTES = 512 * 1024;

/** Use it inside `EventLog.read` only: it reads from that transaction. */
export class LogView {
  constructor(private readonly stores: Stores) {}

  /** Events of the whole log from position `from` on, `from` included. */
  all(from: number, direction: Direction, limit = PAGE_EVENTS): Page {
    const entries: Entry[] = [];
    const reverse = direction === 'backwards';
    const room = Math.min(limit, PAGE_EVENTS);
    let bytes = 0;
    let next = from;
    for (const { key, value } of this.stores.events.getRange({ start: from, reverse, limit: room })) {
      const event = fromRow(key, value);
      entries.push({ event });
      next = reverse ? key - 1 : key + 1;
      bytes += sizeOf(event);
      if (bytes >= PAGE_BYTES) break;
    }
    return { entries, next, end: entries.length < room && bytes < PAGE_BYTES };
  }

  /** Visible events of one stream from revision `from` on, `from` included. */
  stream(name: string, from: number, direction: Direction, limit = PAGE_EVENTS): StreamPage {
    const stream = this.find(name);
    if (stream?.head.tombstoned) return { state: 'deleted' };
    if (!stream || stream.head.last < 0 || isSoftDeleted(stream.head)) return { state: 'absent' };
    return { state: 'there', ...this.streamPage(name, stream, from, direction, Math.min(limit, PAGE_EVENTS)) };
  }

  private streamPage(name: string, stream: Found, from: number, direction: Direction, limit: number): Page {
    const { number, head } = stream;
    const first = firstVisible(name, head.last, head);
    const step = direction === 'forwards' ? 1 : -1;
    const now = Date.now();
    const entries: Entry[] = [];
    let revision = direction === 'forwards' ? Math.max(from, first) : Math.min(from, head.last);
    let bytes = 0;
    let considered = 0;
    // Expired events count too: a long run of them must not block the node.
    while (revision >= first && revision <= head.last && considered < limit && bytes < PAGE_BYTES) {
      const event = this.eventAt(number, revision);
      if (event.stream !== name) entries.push(this.linked(event, linkTo(event, name, revision)));
      else if (!isExpired(event, head, now)) entries.push({ event });
      bytes += sizeOf(event);
      considered += 1;
      revision += step;
    }
    return { entries, next: revision, end: revision < first || revision > head.last };
  }

  /** Last revision given in the stream, -1 when it holds no event. */
  lastRevision(name: string): number {
    return this.find(name)?.head.last ?? -1;
  }

  /** Follows a link event to what it points at; `event` is absent when a reader may not see that any more. */
  resolve(link: StoredEvent): Entry {
    const target = /^(\d+)@(.+)$/s.exec(Buffer.from(link.data).toString('utf8'));
    if (!target) return { link };
    const stream = this.find(target[2]!);
    const revision = Number(target[1]);
    if (!stream || revision > stream.head.last) return { link };
    return this.linked(this.eventAt(stream.number, revision), link);
  }

  private linked(event: StoredEvent, link: StoredEvent): Entry {
    const head = this.find(event.stream)?.head;
    if (!head || head.tombstoned || isSoftDeleted(head)) return { link };
    const visible =
      event.revision >= firstVisible(event.stream, head.last, head) && !isExpired(event, head, Date.now());
    return visible ? { link, event } : { link };
  }

  private find(name: string): Found | undefined {
    const number = this.stores.names.get(nameKey(name));
    const head = number === undefined ? undefined : this.stores.heads.get(number);
    return number === undefined || !head ? undefined : { number, head };
  }

  private eventAt(stream: number, revision: number): StoredEvent {
    const position = this.stores.index.get([stream, revision]);
    const row = position === undefined ? undefined : this.stores.events.get(position);
    if (position === undefined || !row) throw new Error(`Revision ${revision} of stream ${stream} is missing`);
    return fromRow(position, row);
  }
}

interface Found {
  number: number;
  head: Head;
}

/** The link event that a category or type stream shows for an event. It lives only in that stream, not in `$all`. */
function linkTo(event: StoredEvent, stream: string, revision: number): StoredEvent {
  return {
    id: createHash('sha256').update(`${revision}@${stream}`).digest().subarray(0, 16),
    type: LINK,
    isJson: false,
    data: Buffer.from(`${event.revision}@${event.stream}`),
    metadata: Buffer.from(JSON.stringify({ $causedBy: uuidText(event.id) })),
    stream,
    revision,
    position: event.position,
    created: event.created,
  };
}
