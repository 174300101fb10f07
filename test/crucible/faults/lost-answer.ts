// The answer is lost after the commit: between the log and an API, and between an API and its caller.
import { setTimeout as pause } from 'node:timers/promises';
import { usualHabits } from '../writers.js';
import type { Fault } from './fault.js';

export const lostAnswer: Fault = {
  name: 'lost-answer',
  what: 'answers are lost after the commit, between log and API and between API and caller',
  strike: async ({ stack, writers, chance, say }) => {
    writers.habits = { ...usualHabits, drops: 0.3 };
    const before = stack.eaten;
    for (let left = 8; left > 0; left -= 1) {
      stack.eatNextAnswer();
      await pause(100 + chance.below(200));
    }
    await writers.more(40, 20_000);
    writers.habits = usualHabits;
    say(`${stack.eaten - before} answers of the log were lost`);
  },
};

export const duplicates: Fault = {
  name: 'duplicates',
  what: 'commands and events are delivered twice, late and out of order',
  strike: async ({ stack, writers, say }) => {
    writers.habits = { drops: 0.05, repeats: 0.5, doubles: 0.5 };
    // What reactions were given comes again, from the beginning: they are at least once.
    await stack.worker.hold();
    await stack.pool.query('update worker.bookmarks set position = null');
    stack.worker.release();
    await writers.more(80, 30_000);
    writers.habits = usualHabits;
    say('reactions were given all events again');
  },
};
