// The product's own use of the event log: which streams and events there are. Whoever reads or writes the log goes
// through here, so that nobody meets an event the others do not know.
import { connectEventLog, mergeEventTypes, type EventLog, type KeyRing, type Recorded } from '#event-store';
import { policySchemaVersions, type Json, type PolicyEventData } from '#policy';
import {
  linkSchemaVersions,
  personalFields,
  schemaVersions,
  upcasts,
  type EventData,
  type EventType,
  type LinkEventData,
  type TicketFact,
} from '#ticket';
import { streamPrefixes } from './streams.js';

export {
  auditStream,
  directoryStream,
  isOf,
  linksStream,
  numbersStream,
  policyStream,
  streamPrefixes,
  tenantPrefixes,
  ticketStream,
} from './streams.js';

/** Sequence numbers `from` to `to`, both included, are the writer's to give away. */
export interface NumbersEventData {
  readonly NumbersReserved: { readonly from: number; readonly to: number };
}

/**
 * Somebody with audit rights read what happened, or staff opened a ticket that is not in their queue. Who and when stands
 * in the metadata, as of every event.
 */
export interface AuditEventData {
  readonly AuditRead: {
    readonly what: 'ticket' | 'ticket-events' | 'events' | 'verification' | 'evidence' | 'refusals' | 'outside-queue';
    /** null: of the whole tenant */
    readonly ticketId: string | null;
    /** what else was asked, like `at` or `afterPosition` */
    readonly asked: Readonly<Record<string, string | readonly string[]>>;
  };
}

/** Who may what has changed, or who there is. Names and addresses of people never stand here, only that they changed. */
export interface DirectoryEventData {
  readonly DirectoryChanged: {
    readonly entity: 'tenant' | 'user' | 'group' | 'client' | 'project' | 'api-key' | 'job';
    /** of a project `<client>/<project>` */
    readonly id: string;
    readonly change: 'created' | 'changed' | 'removed';
    /** by field what it was and is; neither is told of what names or reaches a person */
    readonly fields: Readonly<Record<string, { readonly from?: Json; readonly to?: Json }>>;
  };
}

export type LedgerEvents = EventData &
  LinkEventData &
  PolicyEventData &
  NumbersEventData &
  DirectoryEventData &
  AuditEventData;
export type Ledger = EventLog<LedgerEvents>;
export type LedgerEvent = Recorded<LedgerEvents>;

export const ledgerTypes = mergeEventTypes<
  [EventData, LinkEventData, PolicyEventData, NumbersEventData, DirectoryEventData, AuditEventData]
>(
  { schemaVersions, personalFields, upcast: upcasts },
  { schemaVersions: linkSchemaVersions, personalFields: { LinkAdded: [], LinkRemoved: [] } },
  { schemaVersions: policySchemaVersions, personalFields: { TicketPolicyPublished: [] } },
  { schemaVersions: { NumbersReserved: 1 }, personalFields: { NumbersReserved: [] } },
  { schemaVersions: { DirectoryChanged: 1 }, personalFields: { DirectoryChanged: [] } },
  { schemaVersions: { AuditRead: 1 }, personalFields: { AuditRead: [] } },
);

export const openLedger = (options: { url: string; keys: KeyRing; deadlineMs?: number }): Ledger =>
  connectEventLog<LedgerEvents>({ ...options, types: ledgerTypes, streamPrefixes });

/** The event as a ticket's folds see it; null for events of other streams. */
export function toFact(event: LedgerEvent): TicketFact | null {
  if (!(event.type in ticketTypes)) return null;
  const { actor, occurredAt, origin } = event.metadata;
  const { type, data, revision } = event;
  return { type, data, by: actor, at: occurredAt, origin, revision } as TicketFact;
}
const ticketTypes: Record<EventType, number> = schemaVersions;
