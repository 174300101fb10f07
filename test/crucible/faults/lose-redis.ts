// Redis holds alarms and counts, and may lose all of them at any moment.
import { setTimeout as pause } from 'node:timers/promises';
import type { KeptRedis } from '../kept-servers.js';
import type { Strike, Struck } from './fault.js';

const redisOf = ({ stack }: Struck): KeptRedis => {
  if (!stack.redis) throw new Error('this desk has no Redis');
  return stack.redis;
};

export const flushRedis: Strike = {
  name: 'flush-redis',
  what: 'Redis is emptied, twice',
  needs: 'redis',
  strike: async (struck) => {
    for (let left = 2; left > 0; left -= 1) {
      await pause(struck.chance.below(1_500));
      await redisOf(struck).flush();
    }
  },
};

export const restartRedis: Strike = {
  name: 'restart-redis',
  what: 'Redis is killed and started again, empty',
  needs: 'redis',
  strike: async (struck) => {
    await pause(struck.chance.below(900));
    await redisOf(struck).kill();
  },
};

export const redisAway: Strike = {
  name: 'redis-away',
  what: 'Redis is away for some seconds, and comes back empty',
  needs: 'redis',
  strike: async (struck) => {
    await pause(struck.chance.below(900));
    await redisOf(struck).kill(2_000 + struck.chance.below(4_000));
  },
};
