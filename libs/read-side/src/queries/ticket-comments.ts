// Comments by numbered pages: the public replies of a ticket, oldest first, or the answers to one of them. A ticket has
// few enough (`limits.repliesPerTicket`) that a page's place may be counted.
import type { Actor } from '#access';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type SqlBool } from 'kysely';
import type { Database, Tx } from '../database.js';
import { ticketInScope } from './find-ticket.js';
import { absorbedBy, entriesOf, isComment, toEntry, type ThreadEntry } from './thread-entry.js';
import { DATABASE } from './tokens.js';

export interface CommentsAsked {
  /** a ticket's UUID or number, or the comment whose answers are wanted */
  readonly of: { readonly ticket: string } | { readonly comment: string };
  /** from 1 */
  readonly page: number;
  readonly pageSize: number;
}

export interface CommentPage {
  readonly ticketId: string;
  readonly items: readonly ThreadEntry[];
  readonly total: number;
  readonly more: boolean;
}

/** Null when the ticket, or the comment, is missing or out of the caller's scope. */
export async function ticketComments(tx: Tx, actor: Actor, asked: CommentsAsked): Promise<CommentPage | null> {
  const { of, page, pageSize } = asked;
  const key = 'ticket' in of ? of.ticket : await ticketOfComment(tx, actor, of.comment);
  if (key === null) return null;
  const ticket = await ticketInScope(tx, actor, key)
    .select(['t.id', 't.guest', 't.public_reply_count'])
    .executeTakeFirst();
  if (!ticket) return null;
  // What was merged into a ticket is read with it, in the order of time.
  const absorbed = 'ticket' in of ? await absorbedBy(tx, actor, ticket.id) : [];
  const guests = new Map([ticket, ...absorbed].map(({ id, guest }) => [id, guest?.name]));
  let comments = entriesOf(tx, actor, ...guests.keys()).where(isComment);
  if ('comment' in of) comments = comments.where(sql<SqlBool>`e.parent_id::text = lower(${of.comment}::text)`);
  const ordered =
    absorbed.length > 0 ? comments.orderBy('e.at').orderBy('e.position').orderBy('e.seq') : comments.orderBy('e.seq');
  const rows = await ordered
    .offset((page - 1) * pageSize)
    .limit(pageSize + 1)
    .execute();
  const counted =
    'comment' in of || absorbed.length > 0
      ? await comments
          .clearSelect()
          .select(sql<number>`count(*)::integer`.as('count'))
          .executeTakeFirstOrThrow()
      : { count: ticket.public_reply_count };
  return {
    ticketId: ticket.id,
    items: rows.slice(0, pageSize).map((row) => toEntry(row, guests.get(row.ticket_id), actor.ownRoles)),
    total: counted.count,
    more: rows.length > pageSize,
  };
}

/** The ticket of a comment, in scope or not: whoever asks looks at that next. */
async function ticketOfComment(tx: Tx, { tenant }: Actor, comment: string): Promise<string | null> {
  const row = await tx
    .selectFrom('read.ticket_thread as e')
    .where('e.tenant', '=', tenant)
    .where('e.entry_id', '=', comment)
    .where(isComment)
    .select('e.ticket_id')
    .executeTakeFirst();
  return row?.ticket_id ?? null;
}

export class TicketComments extends Query<CommentPage | null> {
  constructor(
    readonly actor: Actor,
    readonly asked: CommentsAsked,
  ) {
    super();
  }
}

@QueryHandler(TicketComments)
export class TicketCommentsHandler implements IQueryHandler<TicketComments> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ actor, asked }: TicketComments): Promise<CommentPage | null> {
    return this.database.inTenant(actor.tenant, (tx) => ticketComments(tx, actor, asked));
  }
}
