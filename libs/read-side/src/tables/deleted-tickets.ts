// Deleted tickets by number, for those who may still read their history.
import { code, readPolicies, type ReadModelTables } from './read-model.js';

export interface DeletedTicketRow {
  readonly tenant: string;
  readonly id: string;
  readonly number: string;
}

const ddl = (table: string) => `
  create table read.${table} (
    tenant ${code} not null,
    id uuid not null,
    number text not null,
    number_key ${code} not null generated always as (lower(number)) stored,
    primary key (tenant, id)
  );
  create unique index ${table}_number on read.${table} (tenant, number_key);
  ${readPolicies(table)}`;

export const deletedTicketTables: ReadModelTables = {
  model: 'deleted-tickets',
  tables: [{ name: 'deleted_tickets', ddl }],
};
