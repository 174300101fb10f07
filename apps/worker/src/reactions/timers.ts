// Sets, resets and calls off alarms as tickets and policies change. What an event means for a clock is said once, by the
// read model due-timers: this reaction waits until that has taken the events in, and reads what it shows then.
import type { LedgerEvent } from '#ledger';
import type { Parts } from '../parts.js';
import { farAheadMs, setAlarms, setDueAlarms } from '../timers/alarms.js';
import { clocksOf, type TicketKey } from '../timers/clocks.js';
import { streamPrefixes, type Reaction } from './react.js';

const model = 'due-timers';
const lookAgainMs = 5_000;

export const timersReaction = (parts: Parts): Reaction => ({
  name: 'timers',
  enqueue: async ({ events, caughtUp }, signal) => {
    const last = events.at(-1);
    if (!last) return;
    // Far behind, as after a restore: what clocks showed between then and now would set alarms that are called off long since.
    const shown = caughtUp ? null : await parts.ledger.head(streamPrefixes);
    const position = String(shown ?? last.position);
    while (!(await parts.freshness.waitFor([model], position, lookAgainMs))) {
      if (signal.aborted) throw signal.reason;
      parts.log.warn({ position }, 'waiting for due-timers');
    }
    const amended = new Map<string, number>();
    for (const event of events) {
      if (event.type === 'TicketPolicyPublished') amended.set(tenantOf(event), Number(event.revision));
    }
    for (const [tenant, version] of amended) await parts.policies.get(tenant, version);
    await setAlarms(parts, await clocksOf(parts.database, ticketsIn(events)));
    // Clocks that run already ring at another time now; those that are far from due are met by the sweeps.
    for (const tenant of amended.keys()) await setDueAlarms(parts, tenant, farAheadMs);
  },
});

const tenantOf = ({ stream }: LedgerEvent): string => stream.slice('policy-'.length);

function ticketsIn(events: readonly LedgerEvent[]): TicketKey[] {
  const tickets = new Map<string, TicketKey>();
  for (const { stream } of events) {
    const [, tenant, ticketId] = /^ticket-([a-z0-9]+)\.(.+)$/.exec(stream) ?? [];
    if (tenant !== undefined && ticketId !== undefined) tickets.set(stream, { tenant, ticketId });
  }
  return [...tickets.values()];
}
