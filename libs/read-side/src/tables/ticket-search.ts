// What tickets are found by: the texts people wrote, and labels. Apart from the list, whose rows change with every event:
// here a row is written once, so that an index over words costs its price once.
import { createHash } from 'node:crypto';
import type { CustomValue } from '#ticket';
import { code, readPolicies, type ReadModelTables } from './read-model.js';

export interface TicketSearchRow {
  readonly tenant: string;
  readonly ticket_id: string;
  /** `opening`: subject and description, for everybody; `guest`: name and e-mail of whoever asked without an account */
  readonly kind: 'opening' | 'reply' | 'note' | 'guest' | 'label';
  /** a reply's id; `tag:<tag>`, `reference:<kind>:<id>`, `field:<id>:<digest>` or `guest:<e-mail>` of a label; else the kind */
  readonly part: string;
  /** empty for labels */
  readonly text: string;
}

export const tagLabel = (tag: string): string => `tag:${tag}`;
export const referenceLabel = ({ kind, id }: { readonly kind: string; readonly id: string }): string =>
  `reference:${kind}:${id}`;
/** A value may be longer than an index takes, and is in the clear in the list already: here stands its digest. */
export const fieldLabel = (id: string, value: CustomValue): string =>
  `field:${id}:${createHash('sha256').update(JSON.stringify(value)).digest('base64url')}`;
/** Of a ticket that somebody opened without an account; it stays when they claim it. */
export const guestLabel = (email: string): string => `guest:${email.trim().toLowerCase()}`;

/** With the tenant in the index, a word that is common elsewhere costs nothing here. Without the extensions search is slow, and right. */
const wordsIndex = (table: string): string => `
  do $$ begin
    if (select count(*) = 2 from pg_extension where extname in ('pg_trgm', 'btree_gin')) then
      create index ${table}_words on read.${table} using gin (tenant, text gin_trgm_ops) where kind <> 'label';
    end if;
  end $$;`;

const searchDdl = (table: string) => `
  create table read.${table} (
    tenant ${code} not null,
    ticket_id uuid not null,
    kind ${code} not null,
    part ${code} not null,
    text text not null,
    primary key (tenant, ticket_id, part)
  );
  create index ${table}_labels on read.${table} (tenant, part, ticket_id) where kind = 'label';
  ${wordsIndex(table)}
  ${readPolicies(table)}`;

export const ticketSearchTables: ReadModelTables = {
  model: 'ticket-search',
  tables: [{ name: 'ticket_search', ddl: searchDdl }],
};
