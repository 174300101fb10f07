// Chance that can be had again: the same seed, the same tickets.

export interface Chance {
  /** in [0, 1) */
  readonly next: () => number;
  /** true with this probability */
  readonly is: (probability: number) => boolean;
  /** in [0, below) */
  readonly below: (below: number) => number;
  readonly uuid: () => string;
}

/** mulberry32: 32 bits of state are plenty for which printer burns. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const next = () => word() / 2 ** 32;
  const hex = () => word().toString(16).padStart(8, '0');
  return {
    next,
    is: (probability) => next() < probability,
    below: (below) => Math.floor(next() * below),
    uuid: () => {
      const [a, b, c, d] = [hex(), hex(), hex(), hex()];
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
    },
  };
}

/** Draws an index by weight. */
export function weighted(weights: readonly number[]): (chance: Chance) => number {
  let sum = 0;
  const upTo = weights.map((weight) => (sum += weight));
  return ({ next }) => {
    const drawn = next() * sum;
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

export const zipf = (amount: number, exponent: number): ((chance: Chance) => number) =>
  weighted(Array.from({ length: amount }, (_, i) => 1 / (i + 1) ** exponent));
