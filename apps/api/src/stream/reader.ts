// One open stream: what it still has to be told, pulled at the speed at which the client reads.
import type { Caller } from '../auth/caller.js';
import type { Feed } from './feed.js';
import { framesFor, resetFrame, type Entry } from './notices.js';

const silenceMs = 15_000;
/** entries looked at for one chunk: a chunk is made only when the client has taken the one before */
const chunk = 100;

/** Reads what happened after a position from the log; null: too much. */
export type ReadPast = (after: bigint, upTo: bigint, signal: AbortSignal) => Promise<readonly Entry[] | null>;

export class Reader {
  readonly #over = new AbortController();
  #wake: () => void = () => undefined;
  #farewell = '';
  #catchingUp = false;

  constructor(
    readonly caller: Caller,
    private readonly feed: Feed,
    private position: bigint,
    private readonly readPast: ReadPast,
  ) {}

  get ended(): boolean {
    return this.#over.signal.aborted;
  }

  /** What it has not been told yet is no longer held. */
  get overrun(): boolean {
    return !this.#catchingUp && !this.feed.holds(this.position);
  }

  /** After this nothing is sent, except that what the caller holds is no longer right (`stale`). */
  end({ stale = false } = {}): void {
    if (stale) this.#farewell = resetFrame(this.position);
    this.#over.abort();
    this.#wake();
  }

  async *frames(): AsyncGenerator<string> {
    const stop = this.feed.listen(() => this.#wake());
    try {
      yield `retry: 1000\n${this.#alive()}`;
      yield* this.#past();
      while (!this.ended) {
        const news = this.feed.after(this.position);
        if (!news) return; // too slow: it resumes from the last position it got
        yield* this.#tell(news);
        if (this.ended || this.feed.after(this.position)?.length !== 0) continue;
        if (this.position < this.feed.position) this.position = this.feed.position;
        if (!(await this.#news())) yield this.#alive();
      }
      if (this.#farewell !== '') yield this.#farewell;
    } finally {
      stop();
    }
  }

  /** A comment, with the position that is reached without anything to tell of. */
  #alive(): string {
    return `: alive\nid: ${this.position}\n\n`;
  }

  async *#past(): AsyncGenerator<string> {
    if (this.feed.holds(this.position)) return;
    this.#catchingUp = true;
    const { position } = this.feed;
    const entries = await this.readPast(this.position, position, this.#over.signal);
    if (entries) yield* this.#tell(entries);
    if (this.ended) return;
    this.position = position;
    this.#catchingUp = false;
    if (!entries) yield resetFrame(position);
  }

  async *#tell(entries: readonly Entry[]): AsyncGenerator<string> {
    for (let from = 0; from < entries.length && !this.ended; from += chunk) {
      const some = entries.slice(from, from + chunk);
      const frames = framesFor(this.caller.actor, some, this.position);
      this.position = some.at(-1)?.position ?? this.position;
      if (frames !== '') yield frames;
    }
  }

  /** False after a silence. */
  #news(): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (news: boolean) => {
        clearTimeout(timer);
        this.#wake = () => undefined;
        resolve(news);
      };
      const timer = setTimeout(() => done(false), silenceMs);
      this.#wake = () => done(true);
    });
  }
}
