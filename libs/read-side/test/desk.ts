// For specs: a migrated database with the demonstration's people, and tickets put into the read model by hand, as the
// projector would write them.
import { randomUUID } from 'node:crypto';
import { actorOf, type Actor, type Role } from '#access';
import { presets, priorities, type TicketPolicy } from '#policy';
import { sql, type Insertable, type Kysely } from 'kysely';
import { startTestPostgres } from '../../embedded/test/postgres.js';
import { connectDatabase, type Database } from '../src/database.js';
import { seedDemo } from '../src/directory/demo.js';
import { migrate } from '../src/migrate.js';
import type { Tables } from '../src/tables/database.js';
import type { TicketListRow } from '../src/tables/ticket-list.js';
import { cellColumns, countedCells } from './counted-cells.js';

export const policy: TicketPolicy = { version: 0, ...presets.unified };

export interface Desk {
  readonly url: string;
  readonly api: Database;
  readonly projector: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const postgres = await startTestPostgres();
  await migrate(postgres.url);
  const api = connectDatabase({ url: postgres.url, role: 'ledgerdesk_api', max: 4 });
  const projector = connectDatabase({ url: postgres.url, role: 'ledgerdesk_projector', max: 2 });
  await seedDemo(api);
  return {
    url: postgres.url,
    api,
    projector: projector.db,
    close: async () => {
      await api.close();
      await projector.close();
      await postgres.stop();
    },
  };
}

let numbered = 1000;

/** A row as a new ticket of nobody in particular has it, changed as given. */
export function ticketRow(change: Partial<TicketListRow> = {}): TicketListRow {
  numbered += 1;
  const at = '2026-01-01T00:00:00.000Z';
  const state = change.state ?? 'new';
  const open = state !== 'resolved' && state !== 'closed';
  const waitingOn = !open ? null : state === 'waiting' || change.last_reply_by === 'support' ? 'requester' : 'support';
  return {
    tenant: 'acme',
    id: randomUUID(),
    number: `TICK-${numbered}`,
    subject: 'Printer on fire',
    description: 'It burns.',
    requester_id: 'somebody',
    guest: null,
    client_id: null,
    project_id: null,
    category_id: null,
    type_id: null,
    item_id: null,
    group_id: null,
    assignee_id: null,
    status: state,
    state,
    priority: 'normal',
    priority_rank: priorities.indexOf(change.priority ?? 'normal'),
    waiting_on: waitingOn,
    needs_response: waitingOn === 'support',
    reopened: false,
    tags: [],
    references: [],
    recipients: [],
    custom_fields: {},
    context: {},
    department: null,
    attachment_urls: [],
    created_at: at,
    updated_at: at,
    public_updated_at: change.updated_at ?? at,
    resolved_at: null,
    closed_at: null,
    sla_deadline: null,
    resolution_notes: null,
    resolution_by: null,
    resolution_at: null,
    reopen_count: 0,
    public_reply_count: 0,
    last_reply_by: null,
    replies: [],
    live: true,
    rating_score: null,
    rating_comment: null,
    rating_at: null,
    rated: false,
    snoozed_until: null,
    merged_into: null,
    revision: '0',
    ...change,
  };
}

/** Writes the rows, and makes the badge cells anew from all rows there are. */
export async function store(projector: Kysely<Tables>, rows: readonly TicketListRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 500)
    await projector
      .insertInto('read.ticket_list')
      .values(
        rows.slice(from, from + 500).map(
          (row) =>
            ({
              ...row,
              // The driver writes arrays as PostgreSQL's, which is wrong for JSON.
              references: JSON.stringify(row.references),
              replies: JSON.stringify(row.replies),
            }) as unknown as Insertable<TicketListRow>,
        ),
      )
      .execute();
  await countCells(projector);
  await fillSearch(projector);
}

/** Makes words and labels of tickets anew from all rows there are. */
export async function fillSearch(projector: Kysely<Tables>): Promise<void> {
  await projector.deleteFrom('read.ticket_search').where('kind', 'in', ['opening', 'guest', 'label']).execute();
  await sql`insert into read.ticket_search (tenant, ticket_id, kind, part, text)
    select tenant, id, 'opening', 'opening', subject || chr(10) || description from read.ticket_list
    union all select tenant, id, 'guest', 'guest', (guest ->> 'name') || chr(10) || (guest ->> 'email')
      from read.ticket_list where guest is not null
    union all select tenant, id, 'label', 'tag:' || tag, '' from read.ticket_list, unnest(tags) tag
    union all select tenant, id, 'label', 'reference:' || (r ->> 'kind') || ':' || (r ->> 'id'), ''
      from read.ticket_list, jsonb_array_elements("references") r`.execute(projector);
}

export async function countCells(projector: Kysely<Tables>): Promise<void> {
  await projector.deleteFrom('read.ticket_badge_cells').execute();
  await sql`insert into read.ticket_badge_cells (${sql.raw(cellColumns)}, cell)
    select ${sql.raw(cellColumns)}, gen_random_uuid() from (${sql.raw(countedCells)}) c`.execute(projector);
}

export async function empty(projector: Kysely<Tables>): Promise<void> {
  await projector.deleteFrom('read.ticket_list').execute();
  await projector.deleteFrom('read.ticket_thread').execute();
  await projector.deleteFrom('read.ticket_badge_cells').execute();
  await projector.deleteFrom('read.ticket_search').execute();
}

interface Somebody {
  readonly tenant?: string;
  readonly id?: string;
  readonly clients?: readonly string[];
  readonly groups?: readonly string[];
  readonly visibility?: Partial<TicketPolicy['visibility']>;
  readonly groupScopes?: readonly { readonly categoryId: string; readonly typeId: string | null }[];
  readonly projects?: readonly string[];
}

export const somebody = (role: Role, { tenant = 'acme', id = 'me', clients = [], ...who }: Somebody = {}): Actor =>
  actorOf(
    {
      tenant,
      userId: id,
      role,
      clientIds: clients,
      groupIds: who.groups ?? [],
      groupScopes: who.groupScopes ?? [],
      ...(who.projects && { projectIds: who.projects }),
    },
    { ...policy.visibility, ...who.visibility },
  );
