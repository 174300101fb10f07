// The clock of every process jumps to and fro, all at once, as on one machine; PostgreSQL's stays. It ends ahead of what it
// was, so that nothing was resolved in a time to come.
import { setTimeout as pause } from 'node:timers/promises';
import type { Strike } from './fault.js';

const stepMs = 3_000;

export const jumpClocks: Strike = {
  name: 'jump-clocks',
  what: "all processes' clocks jump by seconds, to and fro",
  needs: 'clock',
  strike: async ({ stack, chance, say }) => {
    const jumps = Array.from({ length: 5 }, () => chance.below(4 * stepMs) - 2 * stepMs);
    for (const aheadMs of [...jumps, 2 * stepMs]) {
      stack.setClock(aheadMs);
      await pause(200 + chance.below(500));
    }
    say(`clocks were ${jumps.join(', ')} ms ahead`);
  },
};
