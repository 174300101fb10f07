// Carries splits on: opens the ticket that replies were split off into, and links it. Whoever split has usually done so
// already; what a crash cut off is done here.
import { Rejection } from '#ticket';
import type { Parts } from '../parts.js';
import type { Reaction } from './react.js';

export const splitReaction = ({ log, splitting }: Pick<Parts, 'log' | 'splitting'>): Reaction => ({
  name: 'split',
  enqueue: async ({ events }) => {
    for (const event of events) {
      if (event.type !== 'ReplySplitOff') continue;
      try {
        await splitting.finish(event);
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        log.debug({ event: event.id, code: error.code }, 'a split has nothing left to do');
      }
    }
  },
});
