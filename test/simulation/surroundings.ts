// What product code takes from around it without asking (the time, timers, chance, ids) comes from the world that is
// being simulated. Nothing of the product has to know, and what is added to it later is simulated too.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
import type { Timer, World } from './world.js';

const RealDate = Date;
const start = RealDate.UTC(2026, 0, 1);

let world: World | undefined;
const here = (): World => {
  if (!world) throw new Error('no world is simulated');
  return world;
};
/** Milliseconds since 1970 on the clock of whoever asks. */
const wallClock = (): number => Math.floor(start + here().now + (here().current?.skewMs ?? 0));

class SimulatedDate extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(wallClock());
    else super(given[0]);
  }
  static override now = wallClock;
}

/** What a timer is cancelled by. */
interface Handle {
  timer: Timer;
}
const setTimer = (act: () => void, ms = 0): Handle => ({ timer: here().later(here().current, ms, 'a timer', act) });
const setRepeated = (act: () => void, ms = 0): Handle => {
  const handle = setTimer(again, ms);
  const owner = here().current;
  function again(): void {
    handle.timer = here().later(owner, ms, 'an interval', again);
    act();
  }
  return handle;
};
const clearTimer = (handle: Handle | undefined): void => {
  if (handle) handle.timer.cancelled = true;
};

function sleep<T>(ms = 0, value?: T, { signal }: { signal?: AbortSignal } = {}): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const aborted = (): Error => new DOMException('The operation was aborted', 'AbortError');
    if (signal?.aborted) return reject(aborted());
    const stop = (): void => {
      clearTimer(handle);
      reject(aborted());
    };
    const handle = setTimer(() => {
      signal?.removeEventListener('abort', stop);
      resolve(value);
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** From here on, and for as long as this program runs, product code lives in the world that `inhabit` named last. */
export function replaceSurroundings(): void {
  Object.assign(globalThis, {
    Date: SimulatedDate,
    setTimeout: setTimer,
    setInterval: setRepeated,
    clearTimeout: clearTimer,
    clearInterval: clearTimer,
  });
  Math.random = () => here().chance.next();
  performance.now = () => here().now;
  Object.assign(timers, { setTimeout: sleep });
  Object.assign(crypto, {
    randomUUID: () => here().chance.uuid(),
    // Drawn in blocks that outlive a world: chance in them would make a world depend on the one before it.
    randomFillSync: (bytes: Uint8Array) => bytes.fill(0),
  });
  syncBuiltinESMExports();
}

export function inhabit(next: World): void {
  world = next;
}
