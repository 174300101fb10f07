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

/** Alarms that are due within this time are to be set where they are missing. */
export interface Sweep {
  readonly kind: 'sweep';
  readonly withinMs: number;
}

export type TimerJob = AutoClose | Sweep;

/** the queue's name */
export const timers = 'timers';

/**
 * The same alarm has the same id, so that it is set once, whoever sets it. `due`: epoch milliseconds. BullMQ takes no
 * colon in an id.
 */
export const alarmId = ({ tenant, ticketId, generation }: AutoClose, due: number): string =>
  `${tenant}.${ticketId}.${generation}.${due}`;
