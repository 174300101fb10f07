import type { Actor } from '#access';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Database, Tx } from '../database.js';
import { clientInReach } from '../directory/reach.js';
import type { Named } from './ticket-item.js';
import { DATABASE } from './tokens.js';

/** Customers and partners know their own clients, all others every client of the tenant; by name. */
export const listClients = (tx: Tx, actor: Actor): Promise<Named[]> =>
  tx
    .selectFrom('directory.clients as c')
    .select(['c.id', 'c.name'])
    .where('c.tenant', '=', actor.tenant)
    .where(clientInReach(actor, 'c.id'))
    .orderBy('c.name')
    .orderBy('c.id')
    .execute();

export class ListClients extends Query<Named[]> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@QueryHandler(ListClients)
export class ListClientsHandler implements IQueryHandler<ListClients> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ actor }: ListClients): Promise<Named[]> {
    return this.database.inTenant(actor.tenant, (tx) => listClients(tx, actor));
  }
}
