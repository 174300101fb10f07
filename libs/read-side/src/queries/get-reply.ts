import type { Actor } from '#access';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type SqlBool } from 'kysely';
import type { Database, Tx } from '../database.js';
import { asOf, type AsOf } from './as-of.js';
import { ticketInScope } from './find-ticket.js';
import { entriesOf, toEntry, type ThreadEntry } from './thread-entry.js';
import { DATABASE } from './tokens.js';

export type ReplyAnswer = { readonly reply: (ThreadEntry & { readonly asOf: AsOf }) | null };

/** Null when the ticket is missing or out of scope; `reply` is null when it is the reply. */
export async function getReply(tx: Tx, actor: Actor, key: string, replyId: string): Promise<ReplyAnswer | null> {
  const ticket = await ticketInScope(tx, actor, key).select(['t.id', 't.guest']).executeTakeFirst();
  if (!ticket) return null;
  const known = await asOf(tx, 'ticket-thread');
  const row = await entriesOf(tx, actor, ticket.id)
    .where('e.kind', 'in', ['reply', 'note'])
    .where(sql<SqlBool>`e.entry_id::text = lower(${replyId}::text)`)
    .executeTakeFirst();
  return { reply: row ? { ...toEntry(row, ticket.guest?.name, actor.ownRoles), asOf: known } : null };
}

export class GetReply extends Query<ReplyAnswer | null> {
  constructor(
    readonly actor: Actor,
    readonly key: string,
    readonly replyId: string,
  ) {
    super();
  }
}

@QueryHandler(GetReply)
export class GetReplyHandler implements IQueryHandler<GetReply> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ actor, key, replyId }: GetReply): Promise<ReplyAnswer | null> {
    return this.database.inTenant(actor.tenant, (tx) => getReply(tx, actor, key, replyId));
  }
}
