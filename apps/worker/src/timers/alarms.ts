// Sets the alarms of clocks, and calls off those of clocks that were stopped. Doing it twice sets nothing twice.
import { alarmId, type Alarm } from '#jobs';
import type { TicketPolicy } from '#policy';
import type { DueTimerRow } from '#read-side';
import { autoCloseDue } from '#ticket';
import type { Parts } from '../parts.js';
import { asleepUntil, clocksRunningSince } from './clocks.js';

/** How far ahead alarms are made sure of, in milliseconds. */
export const farAheadMs = 2 * 3_600_000;

type Using = Pick<Parts, 'queue' | 'policies' | 'database' | 'now'>;

/** Reflects what the clocks show, under the tenants' present policies. */
export async function setAlarms({ queue, policies, now }: Using, clocks: readonly DueTimerRow[]): Promise<void> {
  const set = [];
  const calledOff: string[] = [];
  for (const clock of clocks) {
    for (const { data, due, runs } of alarmsOf(clock, await policies.get(clock.tenant))) {
      const jobId = alarmId(data, due);
      if (!runs) calledOff.push(jobId);
      else set.push({ name: data.kind, data, opts: { jobId, delay: Math.max(0, due - now()) } });
    }
  }
  if (set.length > 0) await queue.addBulk(set);
  // One that is ringing just now stays, and finds nothing to do.
  await Promise.all(calledOff.map((jobId) => queue.remove(jobId)));
}

/** Sets what is due within `withinMs`, or overdue, and missing. */
export async function setDueAlarms(using: Using, tenant: string, withinMs: number): Promise<void> {
  const { policies, database, now } = using;
  const delay = autoCloseDue({ live: true, clockFrom: epoch }, await policies.get(tenant));
  const end = now() + withinMs;
  if (delay !== null) {
    for await (const page of clocksRunningSince(database, tenant, end - delay)) await setAlarms(using, page);
  }
  for await (const page of asleepUntil(database, tenant, end)) await setAlarms(using, page);
}
const epoch = new Date(0).toISOString();

/** `due` in epoch milliseconds; one that does not run is called off. */
interface Setting {
  readonly data: Alarm;
  readonly due: number;
  readonly runs: boolean;
}

function alarmsOf(clock: DueTimerRow, policy: TicketPolicy): Setting[] {
  const { tenant, ticket_id: ticketId, live } = clock;
  const alarms: Setting[] = [];
  const { clock_from: clockFrom, generation, event_id: eventId } = clock;
  if (clockFrom !== null && generation !== null && eventId !== null) {
    const due = autoCloseDue({ live: true, clockFrom }, policy);
    const data: Alarm = {
      kind: 'auto-close',
      tenant,
      ticketId,
      generation,
      eventId,
      clockFrom,
      policyVersion: policy.version,
    };
    // Where nothing closes by itself any more, an alarm that was set before finds that out when it rings.
    if (due !== null) alarms.push({ data, due, runs: live && clock.resolved });
  }
  const { snoozed_until: until, snooze_generation: snoozing, snooze_event_id: snoozedBy } = clock;
  if (until !== null && snoozing !== null && snoozedBy !== null) {
    const data: Alarm = { kind: 'wake', tenant, ticketId, generation: snoozing, eventId: snoozedBy, until };
    alarms.push({ data, due: Date.parse(until), runs: live && clock.snoozed });
  }
  return alarms;
}
