import type { Actor } from '#access';
import { linkSeenFrom, type CanonicalLinkType, type LinkType } from '#ticket';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import type { Database, Tx } from '../database.js';
import { asOf, type AsOf } from './as-of.js';
import { ticketInScope } from './find-ticket.js';
import { scopePredicate } from './scope.js';
import { DATABASE } from './tokens.js';

export interface TicketLink {
  /** as the ticket asked about sees it */
  readonly type: LinkType;
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly status: string;
}
export interface TicketLinksAnswer {
  readonly items: readonly TicketLink[];
  readonly asOf: AsOf;
}

/** Oldest first, and only those whose other ticket the caller may open. Whether this one is in scope has been asked before. */
export async function linksOf(tx: Tx, actor: Actor, ticketId: string): Promise<TicketLink[]> {
  const { rows } = await sql<{
    type: CanonicalLinkType;
    source: string;
    target: string;
    number: string;
    subject: string;
    status: string;
  }>`
    select l.type, l.source, l.target, o.number, o.subject, o.status
    from (
      select type, source, target, position, target as other from read.ticket_links
        where tenant = ${actor.tenant} and source = ${ticketId}::uuid
      union all
      select type, source, target, position, source as other from read.ticket_links
        where tenant = ${actor.tenant} and target = ${ticketId}::uuid
    ) l join read.ticket_list o on o.tenant = ${actor.tenant} and o.id = l.other
    where ${scopePredicate(actor.reach ?? actor.scope, 'o')}
    order by l.position`.execute(tx);
  return rows.map(({ number, subject, status, ...link }) => {
    const { type, other } = linkSeenFrom(link, ticketId);
    return { type, id: other, number, subject, status };
  });
}

/** `key`: UUID or number. Null when the ticket is missing or out of the caller's scope. */
export async function ticketLinks(tx: Tx, actor: Actor, key: string): Promise<TicketLinksAnswer | null> {
  const known = await asOf(tx, 'ticket-list', 'ticket-links');
  const ticket = await ticketInScope(tx, actor, key).select('t.id').executeTakeFirst();
  return ticket ? { items: await linksOf(tx, actor, ticket.id), asOf: known } : null;
}

export class TicketLinks extends Query<TicketLinksAnswer | null> {
  constructor(
    readonly actor: Actor,
    readonly key: string,
  ) {
    super();
  }
}

@QueryHandler(TicketLinks)
export class TicketLinksHandler implements IQueryHandler<TicketLinks> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ actor, key }: TicketLinks): Promise<TicketLinksAnswer | null> {
    return this.database.inTenant(actor.tenant, (tx) => ticketLinks(tx, actor, key));
  }
}
