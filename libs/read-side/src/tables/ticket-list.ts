// One row per ticket, with everything that lists, details, badges and scope ask of it; and the counts made from the rows.
import type { Priority, State } from '#policy';
import type { CustomValue, Reference } from '#ticket';
import { code, readPolicies, type ReadModelTables } from './read-model.js';

/** Facts that scopes, views and filters look at. */
export interface TicketFacets {
  readonly tenant: string;
  readonly client_id: string | null;
  readonly project_id: string | null;
  readonly category_id: string | null;
  readonly type_id: string | null;
  readonly group_id: string | null;
  readonly assignee_id: string | null;
  readonly status: string;
  readonly state: State;
  readonly priority: Priority;
  readonly waiting_on: 'requester' | 'support' | null;
  /** open, and support is to speak */
  readonly needs_response: boolean;
  readonly reopened: boolean;
}

export interface TicketListRow extends TicketFacets {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly description: string;
  /** place in `priorities`, low first: what sorting by priority compares */
  readonly priority_rank: number;
  readonly item_id: string | null;
  readonly requester_id: string;
  readonly guest: { readonly name: string; readonly email: string; readonly phone?: string } | null;
  readonly tags: readonly string[];
  readonly references: readonly Reference[];
  /** user ids */
  readonly recipients: readonly string[];
  readonly custom_fields: Readonly<Record<string, CustomValue>>;
  readonly context: Readonly<Record<string, string>>;
  readonly department: string | null;
  readonly attachment_urls: readonly string[];
  readonly created_at: string;
  readonly updated_at: string;
  /** updated_at as callers see it who may not see notes */
  readonly public_updated_at: string;
  readonly resolved_at: string | null;
  readonly closed_at: string | null;
  /** when the running service level breaks; null while no clock runs */
  readonly sla_deadline: string | null;
  /** the last resolution; it survives a reopen */
  readonly resolution_notes: string | null;
  readonly resolution_by: string | null;
  readonly resolution_at: string | null;
  /** the last rating; it outlives a reopening, and its resolution */
  readonly rating_score: number | null;
  readonly rating_comment: string | null;
  readonly rating_at: string | null;
  /** it is of the last resolution */
  readonly rated: boolean;
  readonly reopen_count: number;
  readonly public_reply_count: number;
  readonly last_reply_by: 'requester' | 'support' | null;
  /** replies and notes that are not deleted, oldest first: what an edit or a deletion later refers to */
  readonly replies: readonly { readonly id: string; readonly side: 'requester' | 'support' | 'note' }[];
  /** false while every event was imported */
  readonly live: boolean;
  /** set aside by the desk until then; null: awake */
  readonly snoozed_until: string | null;
  readonly merged_into: string | null;
  readonly revision: string;
}

/**
 * The badge counts, rolled up in three ways: every roll-up tells tickets apart by their `CountedFacts` and by these columns.
 * Each has as many cells as the organisation makes it have, not as many as its history does; together they answer every
 * scope there is, and the smallest that can is asked.
 */
export const badgeRollUps = {
  tenant: [],
  client: ['client_id', 'project_id'],
  queue: ['category_id', 'type_id', 'assignee_id', 'group_id'],
} as const satisfies Record<string, readonly (keyof TicketFacets)[]>;
export type RollUp = keyof typeof badgeRollUps;

/** The version of ticket-list that counts in roll-ups; tables of an older one are read until they are built anew. */
export const rolledUpSince = 4;

/** What a badge can ask of a ticket. What matters only while it is open is the same for all that are done. */
export interface CountedFacts extends Pick<
  TicketFacets,
  'status' | 'state' | 'waiting_on' | 'needs_response' | 'reopened'
> {
  /** open, and of a high priority */
  readonly urgent: boolean;
  /** of nobody and no group */
  readonly unassigned: boolean;
}

/** How many tickets share these facts; columns that the roll-up does not tell apart are null. None is ever zero. */
export interface TicketBadgeCell
  extends CountedFacts, Pick<TicketFacets, 'tenant' | (typeof badgeRollUps)[RollUp][number]> {
  readonly roll_up: RollUp;
  /** digest of the roll-up and its facts: a key without nulls */
  readonly cell: string;
  readonly count: number;
}

const facets = `
  tenant ${code} not null,
  client_id ${code},
  project_id ${code},
  category_id ${code},
  type_id ${code},
  group_id ${code},
  assignee_id ${code},
  status ${code} not null,
  state ${code} not null,
  priority ${code} not null,
  waiting_on ${code},
  needs_response boolean not null,
  reopened boolean not null`;

const listDdl = (table: string) => `
  create table read.${table} (${facets},
    id uuid not null,
    number text not null,
    -- Only leakproof expressions may use an index under row-level security: a stored column is, lower() and coalesce() are not.
    number_key ${code} not null generated always as (lower(number)) stored,
    subject text not null,
    description text not null,
    priority_rank smallint not null,
    item_id ${code},
    requester_id ${code} not null,
    guest jsonb,
    tags text[] not null,
    "references" jsonb not null,
    recipients text[] not null,
    custom_fields jsonb not null,
    context jsonb not null,
    department text,
    attachment_urls text[] not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    public_updated_at timestamptz not null,
    resolved_at timestamptz,
    closed_at timestamptz,
    sla_deadline timestamptz,
    sla_key timestamptz not null generated always as (coalesce(sla_deadline, 'infinity')) stored,
    resolution_notes text,
    resolution_by ${code},
    resolution_at timestamptz,
    rating_score smallint,
    rating_comment text,
    rating_at timestamptz,
    rated boolean not null,
    reopen_count integer not null,
    public_reply_count integer not null,
    last_reply_by ${code},
    replies jsonb not null,
    live boolean not null,
    snoozed_until timestamptz,
    merged_into uuid,
    revision numeric(20, 0) not null,
    primary key (tenant, id)
  );
  -- Every index is written with every event of a ticket: each is here for a page that reads its rows in order
  -- (list-plans.spec.ts), and leaves out the rows it is never asked for.
  create unique index ${table}_number on read.${table} (tenant, number_key);
  create index ${table}_updated on read.${table} (tenant, updated_at, id);
  create index ${table}_created on read.${table} (tenant, created_at, id);
  create index ${table}_priority on read.${table} (tenant, priority_rank, id);
  create index ${table}_sla on read.${table} (tenant, sla_key, id);
  create index ${table}_state_updated on read.${table} (tenant, state, updated_at, id);
  create index ${table}_client_updated on read.${table} (tenant, client_id, updated_at, id) where client_id is not null;
  create index ${table}_client_public on read.${table} (tenant, client_id, public_updated_at, id) where client_id is not null;
  create index ${table}_client_created on read.${table} (tenant, client_id, created_at, id) where client_id is not null;
  create index ${table}_client_priority on read.${table} (tenant, client_id, priority_rank, id) where client_id is not null;
  create index ${table}_requester_public on read.${table} (tenant, requester_id, public_updated_at, id);
  create index ${table}_assignee_updated on read.${table} (tenant, assignee_id, updated_at, id) where assignee_id is not null;
  create index ${table}_group_updated on read.${table} (tenant, group_id, updated_at, id) where group_id is not null;
  create index ${table}_category_updated on read.${table} (tenant, category_id, updated_at, id) where category_id is not null;
  create index ${table}_open_updated on read.${table} (tenant, updated_at, id) where state not in ('resolved', 'closed');
  create index ${table}_client_open on read.${table} (tenant, client_id, public_updated_at, id)
    where state not in ('resolved', 'closed');
  create index ${table}_unassigned on read.${table} (tenant, updated_at, id) where assignee_id is null and group_id is null;
  create index ${table}_reopened on read.${table} (tenant, updated_at, id) where reopened;
  create index ${table}_snoozed on read.${table} (tenant, updated_at, id) where snoozed_until is not null;
  ${readPolicies(table)}`;

const cellsDdl = (table: string) => `
  create table read.${table} (
    tenant ${code} not null,
    roll_up ${code} not null,
    client_id ${code},
    project_id ${code},
    category_id ${code},
    type_id ${code},
    assignee_id ${code},
    group_id ${code},
    status ${code} not null,
    state ${code} not null,
    waiting_on ${code},
    needs_response boolean not null,
    reopened boolean not null,
    urgent boolean not null,
    unassigned boolean not null,
    cell uuid not null,
    count integer not null check (count >= 0),
    primary key (tenant, cell)
  -- Counts move with every batch: room for the next version of a row beside it spares the indexes.
  ) with (fillfactor = 50);
  create index ${table}_tenant on read.${table} (tenant) where roll_up = 'tenant';
  create index ${table}_client on read.${table} (tenant, client_id) where roll_up = 'client';
  create index ${table}_assignee on read.${table} (tenant, assignee_id) where roll_up = 'queue';
  create index ${table}_group on read.${table} (tenant, group_id) where roll_up = 'queue';
  create index ${table}_category on read.${table} (tenant, category_id) where roll_up = 'queue';
  ${readPolicies(table)}`;

export const ticketListTables: ReadModelTables = {
  model: 'ticket-list',
  tables: [
    { name: 'ticket_list', ddl: listDdl },
    { name: 'ticket_badge_cells', ddl: cellsDdl },
  ],
};
