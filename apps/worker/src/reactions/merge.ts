// Ends the sources of merges, and lets them go on when a merge is undone or their primary is deleted. Whoever asked for it
// has usually done so already; what a crash cut off is done here.
import { systemActor } from '#access';
import type { LedgerEvent } from '#ledger';
import { Rejection } from '#ticket';
import type { Parts } from '../parts.js';
import type { Reaction } from './react.js';

type Needed = Pick<Parts, 'log' | 'ledger' | 'merging'>;

export const mergeReaction = (parts: Needed): Reaction => ({
  name: 'merge',
  enqueue: async ({ events }) => {
    for (const event of events) {
      if (event.type === 'TicketAbsorbed' || event.type === 'TicketReleased') {
        await orSay(parts, event, () => parts.merging.finish(event));
      } else if (event.type === 'TicketTombstoned') await release(event, parts);
    }
  },
});

/** Those that the deleted ticket had taken in. */
async function release(event: LedgerEvent, parts: Needed): Promise<void> {
  const absorbed = new Set<string>();
  for await (const { type, data } of parts.ledger.load(event.stream)) {
    if (type === 'TicketAbsorbed') absorbed.add(data.source);
    if (type === 'TicketReleased') absorbed.delete(data.source);
  }
  const [, tenant = '', target = ''] = /^ticket-([a-z0-9]+)\.(.+)$/.exec(event.stream) ?? [];
  const { commandId, requestHash, $correlationId: correlationId } = event.metadata;
  for (const source of absorbed) {
    const cause = { commandId, requestHash, correlationId };
    await orSay(parts, event, () => parts.merging.undo(systemActor(tenant), { target, source }, cause));
  }
}

async function orSay({ log }: Needed, { id }: LedgerEvent, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    log.debug({ event: id, code: error.code }, 'a merge has nothing left to do');
  }
}
