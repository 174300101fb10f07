// What happened on a ticket, as its readers see it: replies, notes, moves and changes, oldest first.
import { code, readPolicies, type ReadModelTables } from './read-model.js';

export interface TicketThreadRow {
  readonly tenant: string;
  readonly ticket_id: string;
  /** a reply's or note's own id; else the id of the event */
  readonly entry_id: string;
  readonly kind: 'reply' | 'note' | 'status' | 'change';
  /** where the log has the event that made the entry */
  readonly position: string;
  /** that event's revision: the order of the thread, and its keyset */
  readonly seq: string;
  readonly at: string;
  readonly actor_id: string;
  readonly actor_role: string;
  readonly actor_kind: 'user' | 'service' | 'system';
  /** on whose side a reply was written; null on everything else */
  readonly side: 'requester' | 'support' | null;
  readonly body: string | null;
  readonly parent_id: string | null;
  readonly attachment_urls: readonly string[];
  readonly edited_at: string | null;
  readonly deleted: boolean;
  /** the ticket it was split off into, where its words are now */
  readonly moved_to: string | null;
  /** which field a change is about: `assignee`, `priority`, `classification`, `custom-field:<id>`, `tags`, `recipients`, `references`, `rating`, `snooze` */
  readonly field: string | null;
  readonly from_value: unknown;
  readonly to_value: unknown;
  readonly reason: string | null;
}

/** `field` of the entries that say how long the desk has set a ticket aside. */
export const snoozeField = 'snooze';

/** `field` of the entry that holds a rating. */
export const ratingField = 'rating';

/** `field` of the entry that names a ticket which this one has taken in. */
export const absorbedField = 'absorbed';

const threadDdl = (table: string) => `
  create table read.${table} (
    tenant ${code} not null,
    ticket_id uuid not null,
    entry_id uuid not null,
    kind ${code} not null,
    position numeric(20, 0) not null,
    seq numeric(20, 0) not null,
    at timestamptz not null,
    actor_id ${code} not null,
    actor_role ${code} not null,
    actor_kind ${code} not null,
    side ${code},
    body text,
    parent_id uuid,
    attachment_urls text[] not null,
    edited_at timestamptz,
    deleted boolean not null,
    moved_to uuid,
    field ${code},
    from_value jsonb,
    to_value jsonb,
    reason text,
    primary key (tenant, ticket_id, entry_id)
  );
  create unique index ${table}_order on read.${table} (tenant, ticket_id, seq);
  -- For those who know a reply, and not its ticket.
  create index ${table}_entry on read.${table} (tenant, entry_id) where kind = 'reply';
  ${readPolicies(table)}`;

export const ticketThreadTables: ReadModelTables = {
  model: 'ticket-thread',
  tables: [{ name: 'ticket_thread', ddl: threadDdl }],
};
