// One thread, one seed: everything that could happen next waits in one place, and chance picks what does. Processes may
// die, freeze or have a wrong clock at each of these moments. The same seed makes the same run, to the last byte.
import { createHash } from 'node:crypto';
import { chanceFrom, type Chance } from '../../bench/generator/chance.js';

/** What holds for a run is broken, or it came to no end. */
export class Violation extends Error {}

export class Process {
  dead = false;
  frozenUntil = 0;
  /** how wrong its clock is */
  skewMs = 0;
  readonly #last = new Set<() => void>();

  constructor(readonly name: string) {}

  /** Answers how to take that back. */
  onDeath(last: () => void): () => void {
    this.#last.add(last);
    return () => void this.#last.delete(last);
  }

  die(): void {
    if (this.dead) return;
    this.dead = true;
    for (const last of this.#last) last();
    this.#last.clear();
  }
}

interface Turn {
  /** whose code goes on; null: a server's, or a caller's who never dies */
  readonly owner: Process | null;
  readonly what: string;
  readonly go: () => void;
  /** somebody's await ends with it: what is counted as a step */
  readonly awaited: boolean;
}

export interface Timer {
  readonly at: number;
  readonly order: number;
  readonly turn: Turn;
  cancelled: boolean;
}

/** How often what goes wrong, per moment at which it could; a world has its own, so that each fault also meets calm. */
export interface Faults {
  readonly crash: number;
  readonly freeze: number;
  readonly lostAnswer: number;
  readonly unavailable: number;
  readonly lostConnection: number;
  readonly duplicate: number;
  readonly clockJump: number;
}
export const calm: Faults = {
  crash: 0,
  freeze: 0,
  lostAnswer: 0,
  unavailable: 0,
  lostConnection: 0,
  duplicate: 0,
  clockJump: 0,
};

export class World {
  readonly chance: Chance;
  /** Milliseconds of a clock that never jumps. */
  now = 0;
  steps = 0;
  faults: Faults = calm;
  /** whose code is running; its timers and its clock are its own */
  current: Process | null = null;
  readonly happened = new Map<string, number>();
  #ready: Turn[] = [];
  readonly #timers: Timer[] = [];
  #order = 0;
  #trace = createHash('sha256');
  readonly #recent: string[] = [];
  #failure: Violation | null = null;

  /** `remembered`: how many of the last things that happened are kept */
  constructor(
    readonly seed: number,
    private readonly remembered: number,
  ) {
    this.chance = chanceFrom(seed);
  }

  count(what: string): void {
    this.happened.set(what, (this.happened.get(what) ?? 0) + 1);
  }

  fail(invariant: string, why: string): void {
    this.#failure ??= new Violation(`[${invariant}] ${why}`);
  }

  /** True with this probability, and then counted. */
  strikes(fault: keyof Faults): boolean {
    const probability = this.faults[fault];
    if (probability === 0 || !this.chance.is(probability)) return false;
    this.count(fault);
    return true;
  }

  turn(owner: Process | null, what: string, go: () => void, awaited = true): void {
    this.#ready.push({ owner, what, go, awaited });
  }

  later(owner: Process | null, ms: number, what: string, go: () => void, awaited = true): Timer {
    const at = this.now + Math.max(0, ms);
    const timer = { at, order: (this.#order += 1), turn: { owner, what, go, awaited }, cancelled: false };
    this.#push(timer);
    return timer;
  }

  pause(owner: Process | null, ms: number, what: string): Promise<void> {
    return new Promise((resolve) => void this.later(owner, ms, what, resolve));
  }

  /** A request travels to a server, is served, and its answer travels back. Who has died meanwhile may still be served. */
  call<T>(from: Process, what: string, serve: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const arrive = (): void => {
        if (from.dead && this.chance.is(0.5)) return;
        let settle: () => void;
        try {
          const value = serve();
          settle = () => resolve(value);
        } catch (error) {
          settle = () => reject(error);
        }
        this.turn(from, `${what} answered`, settle);
      };
      this.turn(null, what, arrive, false);
    });
  }

  /** What the run was, and was like: equal for two runs that did the same. */
  get trace(): string {
    return this.#trace.copy().digest('hex').slice(0, 16);
  }

  /** The last things that happened. */
  get recent(): readonly string[] {
    return this.#recent;
  }

  /** Goes on until it is done. @throws Violation */
  async run(done: () => boolean, atMostSteps: number): Promise<void> {
    for (const end = this.steps + atMostSteps; !done();) {
      if (this.steps >= end) throw new Violation(`[I10] it has not come to an end after ${atMostSteps} steps`);
      this.#tick();
      const turn = this.#next();
      if (!turn) continue;
      const { owner, what, go, awaited } = turn;
      if (owner?.dead) continue;
      if (owner && owner.frozenUntil > this.now) {
        this.#push({ at: owner.frozenUntil, order: (this.#order += 1), turn, cancelled: false });
        continue;
      }
      if (owner && awaited && this.strikes('crash')) {
        this.#note(`${owner.name} dies before: ${what}`);
        owner.die();
        continue;
      }
      if (owner && awaited && this.strikes('freeze')) owner.frozenUntil = this.now + this.chance.below(60_000);
      this.#note(`${owner?.name ?? '-'}: ${what}`);
      this.current = owner;
      go();
      if (awaited) {
        this.steps += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
      this.current = null;
      this.check();
    }
  }

  /** @throws Violation */
  check(): void {
    if (this.#failure) throw this.#failure;
  }

  #tick(): void {
    this.now += this.chance.is(0.02) ? this.chance.next() * 500 : this.chance.next();
    for (let [first] = this.#timers; first && first.at <= this.now; [first] = this.#timers) {
      this.#pop();
      if (!first.cancelled) this.#ready.push(first.turn);
    }
  }

  #next(): Turn | undefined {
    const { length } = this.#ready;
    if (length === 0) {
      const [first] = this.#timers;
      if (!first) throw new Violation('[I10] nothing can happen any more');
      this.now = Math.max(this.now, first.at);
      return undefined;
    }
    const drawn = this.chance.below(length);
    const turn = this.#ready[drawn];
    const last = this.#ready.pop();
    if (last && drawn < length - 1) this.#ready[drawn] = last;
    return turn;
  }

  #note(what: string): void {
    const line = `${this.steps} ${Math.round(this.now)} ${what}`;
    this.#trace.update(line);
    this.#recent.push(line);
    if (this.#recent.length > this.remembered) this.#recent.shift();
  }

  /** A heap: the timer that is due first is at its top. */
  #push(timer: Timer): void {
    const heap = this.#timers;
    let at = heap.push(timer) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(heap[at], heap[above])) return;
      swap(heap, at, above);
      at = above;
    }
  }

  #pop(): void {
    const heap = this.#timers;
    swap(heap, 0, heap.length - 1);
    heap.pop();
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      let least = isBefore(heap[left], heap[at]) ? left : at;
      if (isBefore(heap[left + 1], heap[least])) least = left + 1;
      if (least === at) return;
      swap(heap, at, least);
      at = least;
    }
  }
}

const isBefore = (a: Timer | undefined, b: Timer | undefined): boolean =>
  a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order));

function swap(heap: Timer[], a: number, b: number): void {
  const [one, other] = [heap[a], heap[b]];
  if (one && other) [heap[a], heap[b]] = [other, one];
}
