// Gives the children of a ticket the commands that were asked for on it. Whoever asked has usually done so already; what
// a crash cut off is done here, in the caller's name and with the rights the caller has now.
import { LogUnavailable, OutcomeUnknown, VaultUnavailable } from '#event-store';
import { loadActor } from '#read-side';
import type { ResolveRequested } from '#write-side';
import type { Parts } from '../parts.js';
import type { Reaction } from './react.js';

type Needed = Pick<Parts, 'log' | 'database' | 'policies' | 'children'>;

export const resolveChildrenReaction = (parts: Needed): Reaction => ({
  name: 'resolve-children',
  enqueue: async ({ events }) => {
    for (const event of events) if (event.type === 'ChildrenResolveRequested') await finish(event, parts);
  },
});

async function finish(request: ResolveRequested, { log, database, policies, children }: Needed): Promise<void> {
  const [, tenant = ''] = /^ticket-([a-z0-9]+)\./.exec(request.stream) ?? [];
  const policy = await policies.get(tenant);
  const userId = request.metadata.actor.id;
  const known = await database.inTenant(tenant, (tx) => loadActor(tx, { tenant, userId }, policy));
  if (!known) return log.warn({ event: request.id }, 'whoever asked for it is no longer there');
  for (const item of await children.finish(request, known.actor)) {
    if (!('error' in item)) continue;
    if (passes(item.error)) throw item.error;
    log.warn({ event: request.id, ticket: item.id, err: item.error }, 'a child was not resolved');
  }
}

const passes = (error: unknown): boolean =>
  error instanceof LogUnavailable || error instanceof OutcomeUnknown || error instanceof VaultUnavailable;
