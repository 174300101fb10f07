// One ticket by what a path names it with. Hidden is missing: both answer undefined, by the same statement.
import type { Actor } from '#access';
import { sql, type SqlBool } from 'kysely';
import type { Tx } from '../database.js';
import { scopePredicate } from './scope.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `key`: the ticket's UUID or its number, any letter case. Asked for by name, a ticket may be more than the lists show. */
export const ticketInScope = (tx: Tx, actor: Actor, key: string) =>
  tx
    .selectFrom('read.ticket_list as t')
    .where('t.tenant', '=', actor.tenant)
    .where(uuid.test(key) ? sql<SqlBool>`t.id = ${key}::uuid` : sql<SqlBool>`t.number_key = lower(${key}::text)`)
    .where(scopePredicate(actor.reach ?? actor.scope, 't'));
