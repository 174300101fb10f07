// Ledger events as read models of tickets meet them.
import type { LedgerEvent, LedgerEvents } from '#ledger';

export type LedgerEventOf<T extends keyof LedgerEvents> = Extract<LedgerEvent, { readonly type: T }>;

type Meaning<Row, T extends keyof LedgerEvents> = (row: Row, event: LedgerEventOf<T>) => Row | null;

/**
 * What events mean to a model, complete by type: a new event does not compile until each model says it, or `'ignored'`.
 * `Apart` are those it treats by themselves.
 */
export type Meanings<Row, Apart extends keyof LedgerEvents> = {
  readonly [T in Exclude<keyof LedgerEvents, Apart>]: Meaning<Row, T> | 'ignored';
};

/** Table and event correlate by type, which TypeScript cannot follow through the union. */
export const meaningOf = <Row, Apart extends keyof LedgerEvents>(
  meanings: Meanings<Row, Apart>,
  { type }: LedgerEventOf<Exclude<keyof LedgerEvents, Apart>>,
): Meaning<Row, keyof LedgerEvents> | 'ignored' => meanings[type] as Meaning<Row, keyof LedgerEvents> | 'ignored';

/** @throws Error when the event lies in a stream that is not a ticket's */
export function ticketOf({ stream }: LedgerEvent): { readonly tenant: string; readonly id: string } {
  const [, tenant, id] = /^ticket-([a-z0-9]{1,32})\.(.+)$/.exec(stream) ?? [];
  if (tenant === undefined || id === undefined) throw new Error(`${stream} is not a ticket's stream`);
  return { tenant, id };
}
