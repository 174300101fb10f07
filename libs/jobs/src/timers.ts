// The queue of alarm clocks. An alarm is only a reminder: what is due is known to the read model due-timers, and what
// happens is decided by the ticket.

/** A resolved ticket may have to be closed now. */
export interface AutoClose {
  readonly kind: 'auto-close';
  readonly tenant: string;
  readonly ticketId: string;
  /** revision of the event that resolved the ticket, decimal */
  readonly generation: string;
  /** that event's id */
  readonly eventId: string;
  /** since when the delay counts, ISO 8601 UTC */
  readonly clockFrom: string;
  /** the policy the alarm was set by: an older one must not judge it */
  readonly policyVersion: number;
}

/** A snoozed ticket may have to wake now. */
export interface Wake {
  readonly kind: 'wake';
  readonly tenant: string;
  readonly ticketId: string;
  /** revision of the event that snoozed the ticket, decimal */
  readonly generation: string;
  /** that event's id */
  readonly eventId: string;
  /** ISO 8601 UTC */
  readonly until: string;
}

export type Alarm = AutoClose | Wake;

/** Alarms that are due within this time are to be set where they are missing. */
export interface Sweep {
  readonly kind: 'sweep';
  readonly withinMs: number;
}

export type TimerJob = Alarm | Sweep;

/** the queue's name */
export const timers = 'timers';

/**
 * The same alarm has the same id, so that it is set once, whoever sets it; no event starts two clocks. `due`: epoch milliseconds. BullMQ takes no
 * colon in an id.
 */
export const alarmId = ({ tenant, ticketId, generation }: Alarm, due: number): string =>
  `${tenant}.${ticketId}.${generation}.${due}`;
