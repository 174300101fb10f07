// Links between tickets, one row each, read from either end. Which of them somebody may see, the tickets' own rows say.
import type { CanonicalLinkType } from '#ticket';
import { code, readPolicies, type ReadModelTables } from './read-model.js';

export interface TicketLinkRow {
  readonly tenant: string;
  readonly type: CanonicalLinkType;
  /** `source` <type> `target`, ticket ids */
  readonly source: string;
  readonly target: string;
  /** where the log has the event that made the link: the order links are listed in */
  readonly position: string;
}

const ddl = (table: string) => `
  create table read.${table} (
    tenant ${code} not null,
    type ${code} not null,
    source uuid not null,
    target uuid not null,
    position numeric(20, 0) not null,
    primary key (tenant, source, target, type)
  );
  create index ${table}_target on read.${table} (tenant, target);
  ${readPolicies(table)}`;

export const ticketLinkTables: ReadModelTables = {
  model: 'ticket-links',
  tables: [{ name: 'ticket_links', ddl }],
};
