// kill -9 at random points under the writers. The page cache survives this, so it proves atomicity and recovery; that the
// answer comes after the flush is proved by flush-order.ts.
import { setTimeout as pause } from 'node:timers/promises';
import type { KeptProcess } from '../kept-process.js';
import type { Stack } from '../stack.js';
import type { Fault } from './fault.js';

const killing = (name: string, victims: (stack: Stack) => readonly KeptProcess[]): Fault => ({
  name: `kill-${name}`,
  what: `kill -9 of the ${name} at random points`,
  strike: async ({ stack, chance, say }) => {
    for (let left = 1 + chance.below(3); left > 0; left -= 1) {
      await pause(chance.below(900));
      const all = victims(stack);
      const victim = all[chance.below(all.length)] as KeptProcess;
      say(`kill -9 ${victim.name}`);
      await victim.kill();
      await victim.ready(60_000);
    }
  },
});

export const killApi = killing('api', ({ apis }) => apis);
export const killProjector = killing('projector', ({ projector, observer }) => [projector, projector, observer]);
export const killWorker = killing('worker', ({ worker }) => [worker]);
export const killEventNode = killing('event-node', ({ eventNode }) => [eventNode]);

export const killPostgres: Fault = {
  name: 'kill-postgres',
  what: 'kill -9 of PostgreSQL and all its processes',
  strike: async ({ stack, chance, say }) => {
    await pause(chance.below(900));
    say('kill -9 PostgreSQL');
    await stack.postgres.kill(chance.below(1_000));
  },
};

export const killEverything: Fault = {
  name: 'kill-everything',
  what: 'kill -9 of all processes at the same moment',
  strike: async ({ stack, chance, say }) => {
    await pause(chance.below(900));
    say('kill -9 everything');
    await Promise.all([...stack.processes.map((process) => process.kill()), stack.postgres.kill()]);
  },
};

export const restartPostgres: Fault = {
  name: 'restart-postgres',
  what: 'PostgreSQL is restarted twenty times',
  strike: async ({ stack, chance }) => {
    for (let left = 20; left > 0; left -= 1) {
      await pause(chance.below(150));
      await stack.postgres.restart();
    }
  },
};
