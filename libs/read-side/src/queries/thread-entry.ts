// An entry of a ticket's thread as callers see it: notes and deleted replies do not exist for those who may not see them.
import { can, sideOf, type Actor, type Side, type TenantRoles } from '#access';
import { fieldDepth } from '#ticket';
import { sql, type Selectable, type SqlBool } from 'kysely';
import type { Tx } from '../database.js';
import { absorbedField, ratingField, snoozeField, type TicketThreadRow } from '../tables/ticket-thread.js';
import { all, scopePredicate, type Predicate } from './scope.js';
import { seesEmail, seesNotes } from './ticket-item.js';

export interface ThreadEntry {
  readonly id: string;
  readonly kind: 'reply' | 'note' | 'status' | 'change';
  readonly at: string;
  readonly actor: { readonly id: string; readonly name: string; readonly role: string; readonly side: Side };
  /** absent on a deleted reply, and where nothing was written */
  readonly body?: string;
  readonly parentId?: string;
  readonly attachmentUrls?: readonly string[];
  /** when it was last edited */
  readonly edited?: string;
  readonly deleted?: true;
  /** it was split off: its words are in another ticket */
  readonly moved?: true;
  /** that ticket, where the caller may open it */
  readonly movedTo?: { readonly id: string; readonly number: string };
  readonly field?: string;
  /** before and after of a status or a change; null: no value */
  readonly from?: unknown;
  readonly to?: unknown;
  readonly reason?: string;
  /** the merged ticket it was written on */
  readonly origin?: { readonly id: string; readonly number: string };
}

const visible = (actor: Actor): Predicate =>
  all([
    ...(seesNotes(actor) ? [] : [sql<SqlBool>`(e.kind <> 'note' and e.field is distinct from ${snoozeField})`]),
    // Which fields a reader of fewer levels was shown changes with the classification: the ticket tells their values.
    ...(fieldDepth(actor) === 3 ? [] : [sql<SqlBool>`coalesce(e.field not like 'custom-field:%', true)`]),
    sql<SqlBool>`e.field is distinct from ${absorbedField}`,
    ...(seesEmail(actor) ? [] : [sql<SqlBool>`(e.field is distinct from ${ratingField} or e.actor_id = ${actor.id})`]),
    ...(can(actor, 'see-deleted') ? [] : [sql<SqlBool>`not e.deleted`]),
  ]);

/** A public reply that stands: what surfaces without notes know of a thread. */
export const isComment: Predicate = sql<SqlBool>`(e.kind = 'reply' and not e.deleted and e.moved_to is null)`;

export interface AbsorbedTicket {
  readonly id: string;
  readonly number: string;
  readonly guest: { readonly name: string } | null;
}

/** The tickets merged into this one that the caller could open by themselves: what they hide, no merge shows. */
export async function absorbedBy(tx: Tx, actor: Actor, ticketId: string): Promise<readonly AbsorbedTicket[]> {
  const { rows } = await sql<AbsorbedTicket>`select distinct t.id, t.number, t.guest
    from read.ticket_thread m join read.ticket_list t on t.tenant = m.tenant and t.id = case when m.field = ${absorbedField} then (m.to_value #>> '{}')::uuid end
    where m.tenant = ${actor.tenant} and m.ticket_id = ${ticketId}::uuid and m.field = ${absorbedField}
      and t.merged_into = m.ticket_id and ${scopePredicate(actor.reach ?? actor.scope, 't')}`.execute(tx);
  return rows;
}

/** The entries `e` of these tickets that the caller may see; whether they are in scope has been asked before. */
export const entriesOf = (tx: Tx, actor: Actor, ...ticketIds: readonly string[]) =>
  tx
    .selectFrom('read.ticket_thread as e')
    .leftJoin('directory.users as u', (on) => on.onRef('u.tenant', '=', 'e.tenant').onRef('u.id', '=', 'e.actor_id'))
    .leftJoin('read.ticket_list as m', (on) => on.onRef('m.tenant', '=', 'e.tenant').onRef('m.id', '=', 'e.moved_to'))
    .where('e.tenant', '=', actor.tenant)
    .where('e.ticket_id', 'in', ticketIds)
    .where(visible(actor))
    .select([
      'e.ticket_id',
      'e.position',
      'e.entry_id',
      'e.kind',
      'e.seq',
      'e.at',
      'e.actor_id',
      'e.actor_role',
      'e.actor_kind',
      'e.body',
      'e.parent_id',
      'e.attachment_urls',
      'e.edited_at',
      'e.deleted',
      'e.field',
      'e.from_value',
      'e.to_value',
      'e.reason',
      'e.moved_to',
      'u.name as actor_name',
      sql<string | null>`case when ${scopePredicate(actor.reach ?? actor.scope, 'm')} then m.number end`.as(
        'moved_number',
      ),
    ]);

export type EntryRow = Selectable<Omit<TicketThreadRow, 'tenant' | 'side'>> & {
  readonly actor_name: string | null;
  readonly moved_number: string | null;
};

/** `guest`: the name a guest gave, whom no directory knows. */
export function toEntry(row: EntryRow, guest: string | undefined, ownRoles: TenantRoles | undefined): ThreadEntry {
  const name = row.actor_kind === 'system' ? 'System' : (row.actor_name ?? (row.actor_role === 'guest' ? guest : null));
  const moved = row.kind === 'status' || row.kind === 'change';
  return {
    id: row.entry_id,
    kind: row.kind,
    at: row.at,
    actor: {
      id: row.actor_id,
      name: name ?? row.actor_id,
      role: row.actor_role,
      side: sideOf(row.actor_role, ownRoles),
    },
    ...(row.body !== null && !row.deleted && { body: row.body }),
    ...(row.parent_id !== null && { parentId: row.parent_id }),
    ...(row.attachment_urls.length > 0 && !row.deleted && { attachmentUrls: row.attachment_urls }),
    ...(row.edited_at !== null && { edited: row.edited_at }),
    ...(row.deleted && { deleted: true }),
    ...(row.moved_to !== null && {
      moved: true,
      ...(row.moved_number !== null && { movedTo: { id: row.moved_to, number: row.moved_number } }),
    }),
    ...(row.field !== null && { field: row.field }),
    ...(moved && { from: row.from_value, to: row.to_value }),
    ...(row.reason !== null && { reason: row.reason }),
  };
}
