// Sets the alarms of clocks, and calls off those of clocks that were stopped. Doing it twice sets nothing twice.
import { alarmId, type AutoClose } from '#jobs';
import type { TicketPolicy } from '#policy';
import { autoCloseDue } from '#ticket';
import type { Parts } from '../parts.js';
import { clocksRunningSince, type TicketClock } from './clocks.js';

/** How far ahead alarms are made sure of, in milliseconds. */
export const farAheadMs = 2 * 3_600_000;

type Using = Pick<Parts, 'queue' | 'policies' | 'database' | 'now'>;

/** Reflects what the clocks show, under the tenants' present policies. */
export async function setAlarms({ queue, policies, now }: Using, clocks: readonly TicketClock[]): Promise<void> {
  const alarms = [];
  const calledOff: string[] = [];
  for (const clock of clocks) {
    const policy = await policies.get(clock.tenant);
    const due = autoCloseDue({ live: true, clockFrom: clock.clock_from }, policy);
    if (due === null) continue; // an alarm that was set before finds that out when it rings
    const data = jobOf(clock, policy);
    const jobId = alarmId(data, due);
    if (!clock.live || !clock.resolved) calledOff.push(jobId);
    else {
      const delay = Math.max(0, due - now());
      alarms.push({ name: data.kind, data, opts: { jobId, delay } });
    }
  }
  if (alarms.length > 0) await queue.addBulk(alarms);
  // One that is ringing just now stays, and finds nothing to do.
  await Promise.all(calledOff.map((jobId) => queue.remove(jobId)));
}

/** Sets what is due within `withinMs`, or overdue, and missing. */
export async function setDueAlarms(using: Using, tenant: string, withinMs: number): Promise<void> {
  const { policies, database, now } = using;
  const delay = autoCloseDue({ live: true, clockFrom: epoch }, await policies.get(tenant));
  if (delay === null) return;
  for await (const page of clocksRunningSince(database, tenant, now() + withinMs - delay)) await setAlarms(using, page);
}
const epoch = new Date(0).toISOString();

const jobOf = (clock: TicketClock, { version }: TicketPolicy): AutoClose => ({
  kind: 'auto-close',
  tenant: clock.tenant,
  ticketId: clock.ticket_id,
  generation: clock.generation,
  eventId: clock.event_id,
  clockFrom: clock.clock_from,
  policyVersion: version,
});
