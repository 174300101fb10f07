// Two projectors at once, killed in turns: one of them works on each model, and the other takes over.
import { setTimeout as pause } from 'node:timers/promises';
import type { Strike } from './fault.js';

export const twoProjectors: Strike = {
  name: 'two-projectors',
  what: 'a second projector runs, and each of them is killed in turns',
  strike: async ({ stack, chance }) => {
    const second = stack.invite('projector');
    await second.ready(60_000);
    for (const victim of [stack.projector, second, stack.projector]) {
      await victim.kill();
      await pause(chance.below(1_500));
      await victim.ready(60_000);
    }
  },
};
