import { can, type Actor } from '#access';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Database, Tx } from '../database.js';
import { QueryRefusal } from '../refusal.js';
import { countTickets, type TicketCounts } from './count-tickets.js';
import { DATABASE } from './tokens.js';

/** The counts, for roles that have a badge; others get `badge-not-available`. */
export async function badges(tx: Tx, actor: Actor): Promise<TicketCounts> {
  if (!can(actor, 'badge')) throw new QueryRefusal('badge-not-available');
  return countTickets(tx, actor);
}

export class Badges extends Query<TicketCounts> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@QueryHandler(Badges)
export class BadgesHandler implements IQueryHandler<Badges> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ actor }: Badges): Promise<TicketCounts> {
    return this.database.inTenant(actor.tenant, (tx) => badges(tx, actor));
  }
}
