// Tickets of people without an account, by what they know of them: a number, or the e-mail address they gave.
import type { Actor } from '#access';
import { sql } from 'kysely';
import type { Tx } from '../database.js';
import { guestLabel } from '../tables/ticket-search.js';

/** As far as one answer goes; the others follow when it is asked again. */
const most = 100;

/** The id of a guest's ticket that nobody has claimed; null: there is none of that number. Whose it is has to be proved. */
export async function guestTicketNumbered(tx: Tx, tenant: string, number: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from read.ticket_list
    where tenant = ${tenant} and number_key = lower(${number}::text) and requester_id = 'guest:' || id`.execute(tx);
  return rows[0]?.id ?? null;
}

export interface Claimable {
  /** the caller's own */
  readonly email: string;
  readonly tickets: readonly { readonly id: string; readonly number: string }[];
}

/** What the caller opened as a guest, unclaimed first, and what they have claimed. null: no verified address. */
export async function claimableTickets(tx: Tx, { tenant, id }: Actor): Promise<Claimable | null> {
  const user = await tx
    .selectFrom('directory.users')
    .select('email')
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('verified', '=', true)
    .executeTakeFirst();
  if (user?.email == null) return null;
  const { rows } = await sql<{ id: string; number: string }>`select t.id, t.number
    from read.ticket_search s join read.ticket_list t on t.tenant = s.tenant and t.id = s.ticket_id
    where s.tenant = ${tenant} and s.kind = 'label' and s.part = ${guestLabel(user.email)}
      and t.requester_id in ('guest:' || t.id, ${id})
    order by t.requester_id = ${id}, t.created_at, t.id limit ${most}`.execute(tx);
  return { email: user.email, tickets: rows };
}
