import type { Actor } from '#access';
import type { TicketPolicy } from '#policy';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Database, Tx } from '../database.js';
import { asOf, type AsOf } from './as-of.js';
import { ticketInScope } from './find-ticket.js';
import { detailSelection, itemColumns, itemNames, readerOf, toDetail, type TicketDetail } from './ticket-item.js';
import { linksOf, type TicketLink } from './ticket-links.js';
import { DATABASE } from './tokens.js';

export type TicketAnswer = TicketDetail & { readonly links: readonly TicketLink[]; readonly asOf: AsOf };

/** `key`: UUID or number. Null when it is missing or out of the caller's scope. */
export async function getTicket(tx: Tx, actor: Actor, key: string, policy: TicketPolicy): Promise<TicketAnswer | null> {
  const known = await asOf(tx, 'ticket-list', 'ticket-links');
  const row = await ticketInScope(tx, actor, key)
    .select([...itemColumns, ...detailSelection.columns].map((name) => `t.${name}` as const))
    .select([...itemNames, ...detailSelection.names])
    .executeTakeFirst();
  if (!row) return null;
  const links = await linksOf(tx, actor, row.id);
  return { ...toDetail(row, await readerOf(tx, actor, policy, [row])), links, asOf: known };
}

export class GetTicket extends Query<TicketAnswer | null> {
  constructor(
    readonly actor: Actor,
    readonly key: string,
    readonly policy: TicketPolicy,
  ) {
    super();
  }
}

@QueryHandler(GetTicket)
export class GetTicketHandler implements IQueryHandler<GetTicket> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ actor, key, policy }: GetTicket): Promise<TicketAnswer | null> {
    return this.database.inTenant(actor.tenant, (tx) => getTicket(tx, actor, key, policy));
  }
}
