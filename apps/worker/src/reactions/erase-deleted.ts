// Destroys the keys of deleted tickets. Whoever deletes one does it at once; this makes good what a crash cut off, or
// what an older back-up of the vault brought back.
import { eraseDeleted } from '#write-side';
import type { Parts } from '../parts.js';
import type { Reaction } from './react.js';

export const eraseReaction = ({ ledger: log, keys }: Pick<Parts, 'ledger' | 'keys'>): Reaction => ({
  name: 'erase-deleted',
  enqueue: async ({ events }) => {
    for (const { type, stream } of events) if (type === 'TicketTombstoned') await eraseDeleted(stream, { log, keys });
  },
});
