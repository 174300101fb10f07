// One reading of the log for all who follow it from about the same place: an event is fetched and opened once, not once for
// each model. Nobody waits long for another: who stands still goes on with a reading of its own.
import type { FollowedLog } from './follow.js';
import type { Batch } from './model-session.js';
import type { LogEvent } from './row-model.js';

type Follow<E> = Parameters<FollowedLog<E>['follow']>[0];

/** Events kept in memory, about: room between the fastest and the slowest, and for those who come a little later. */
const room = 6_000;
const weightOf = ({ events }: Batch<LogEvent>): number => events.length + 1;

export interface Sharing {
  /** events in a batch at most (1000) */
  readonly maxBatch?: number | undefined;
  /** how long others wait for one who takes nothing while there is no more room (2 s) */
  readonly patienceMs?: number;
}

export function shareLog<E extends LogEvent>(
  log: FollowedLog<E>,
  { maxBatch = 1_000, patienceMs = 2_000 }: Sharing = {},
): FollowedLog<E> {
  const readings = new Set<Reading<E>>();
  const readingAt = (after: bigint | null): Reading<E> => {
    for (const reading of readings) if (reading.reaches(after)) return reading;
    const reading = new Reading(log, after, { maxBatch, patienceMs }, () => readings.delete(reading));
    readings.add(reading);
    return reading;
  };
  return {
    async *follow({ after, ...options }) {
      let position = after;
      while (!options.signal?.aborted) {
        const reading = readingAt(position);
        const place = reading.join(position, options);
        try {
          // Alone, it joins others as soon as it has come to where they are.
          while (reading.keeps(place) && (reading.isShared || readingAt(position) === reading)) {
            const batch = await reading.next(place, position);
            if (!batch) break;
            position = batch.position;
            yield batch;
          }
        } finally {
          reading.leave(place);
        }
      }
    },
  };
}

/** Where one follower is. */
interface Place {
  /** how many batches of the reading it has taken */
  taken: number;
  wake: () => void;
  readonly onTrouble: Follow<never>['onTrouble'];
  readonly signal: AbortSignal | undefined;
  readonly stop: () => void;
}

class Reading<E extends LogEvent> {
  readonly #batches: AsyncIterator<Batch<E>>;
  readonly #ending = new AbortController();
  readonly #places = new Set<Place>();
  readonly #kept: Batch<E>[] = [];
  /** batches that are no longer kept */
  #dropped = 0;
  #weight = 0;
  /** position before what is kept, and after it */
  #from: bigint | null;
  #to: bigint | null;
  #failure: { readonly error: unknown } | null = null;
  #pulling = false;
  #onRoom: () => void = () => undefined;

  constructor(
    log: FollowedLog<E>,
    after: bigint | null,
    private readonly sharing: { readonly maxBatch: number; readonly patienceMs: number },
    private readonly onEnd: () => void,
  ) {
    this.#from = after;
    this.#to = after;
    const onTrouble = (error: unknown, retryInMs: number): void => {
      for (const place of this.#places) place.onTrouble?.(error, retryInMs);
    };
    const batches = log.follow({
      after,
      maxBatch: sharing.maxBatch,
      signal: this.#ending.signal,
      onTrouble,
    });
    this.#batches = batches[Symbol.asyncIterator]();
  }

  get isShared(): boolean {
    return this.#places.size > 1;
  }

  /** Whether all that comes after the position is kept here, or is still to come. */
  reaches(after: bigint | null): boolean {
    if (after === null) return this.#from === null;
    return (this.#from === null || after >= this.#from) && this.#to !== null && after <= this.#to;
  }

  join(after: bigint | null, { onTrouble, signal }: Omit<Follow<E>, 'after'>): Place {
    // The batch that ends where it is comes once more, without events: it says whether that was the log's end.
    const next = this.#kept.findIndex(({ position }) => after === null || (position !== null && position >= after));
    const place: Place = {
      taken: this.#dropped + Math.max(next, 0),
      wake: () => undefined,
      onTrouble,
      signal,
      stop: () => place.wake(),
    };
    signal?.addEventListener('abort', place.stop);
    this.#places.add(place);
    return place;
  }

  leave(place: Place): void {
    place.signal?.removeEventListener('abort', place.stop);
    this.#places.delete(place);
    this.#makeRoom();
    if (this.#places.size === 0) this.#end();
  }

  keeps(place: Place): boolean {
    return this.#places.has(place);
  }

  /** What has arrived after the position, up to `maxBatch` events; waits for it. Null: the follower is to leave. */
  async next(place: Place, position: bigint | null): Promise<Batch<E> | null> {
    while (place.taken === this.#dropped + this.#kept.length) {
      // Also when it was told so before it came to wait: nobody wakes it again.
      if (place.signal?.aborted || !this.#places.has(place)) return null;
      if (this.#failure) throw this.#failure.error;
      const woken = new Promise<void>((resolve) => (place.wake = resolve));
      void this.#pull();
      await woken;
    }
    const batch = this.#take(place, position);
    this.#makeRoom();
    return batch;
  }

  #take(place: Place, position: bigint | null): Batch<E> {
    const at = (): Batch<E> | undefined => this.#kept[place.taken - this.#dropped];
    let taken = at() as Batch<E>;
    place.taken += 1;
    const [first] = taken.events;
    // Who came from elsewhere may have had the beginning of it.
    if (first && position !== null && first.position <= position)
      taken = { ...taken, events: taken.events.filter((event) => event.position > position) };
    for (let more = at(); more && taken.events.length + more.events.length <= this.sharing.maxBatch; more = at()) {
      taken = { ...more, events: [...taken.events, ...more.events] };
      place.taken += 1;
    }
    return taken;
  }

  /** One batch more, for whoever waits. */
  async #pull(): Promise<void> {
    if (this.#pulling) return;
    this.#pulling = true;
    try {
      await this.#room();
      const { value: batch, done } = await this.#batches.next();
      if (done) throw new Error('the log ended');
      this.#kept.push(batch);
      this.#weight += weightOf(batch);
      this.#to = batch.position;
    } catch (error) {
      this.#failure = { error };
      this.onEnd();
    }
    this.#pulling = false;
    for (const place of this.#places) place.wake();
  }

  /** Waits for the slowest; and leaves it behind when it takes nothing at all. */
  async #room(): Promise<void> {
    for (;;) {
      this.#makeRoom();
      if (this.#weight < room) return;
      const stood = this.#slowest();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.sharing.patienceMs);
        this.#onRoom = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (this.#weight < room || this.#slowest() > stood) continue;
      for (const place of this.#places) if (place.taken === stood) this.#places.delete(place);
    }
  }
  #slowest(): number {
    return Math.min(...[...this.#places].map(({ taken }) => taken));
  }

  #makeRoom(): void {
    const slowest = this.#slowest();
    while (this.#weight >= room && this.#dropped < slowest) {
      const dropped = this.#kept.shift();
      if (!dropped) break;
      this.#dropped += 1;
      this.#weight -= weightOf(dropped);
      this.#from = dropped.position;
    }
    if (this.#weight < room) this.#onRoom();
  }

  #end(): void {
    this.onEnd();
    this.#ending.abort();
    void this.#batches.return?.().catch(() => undefined);
  }
}
