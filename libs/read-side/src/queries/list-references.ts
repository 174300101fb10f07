import type { Actor } from '#access';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Database } from '../database.js';
import { listKnownReferences, type KnownReference, type ReferencesAsked } from '../directory/known-references.js';
import { DATABASE } from './tokens.js';

/** What was reported and can be named on a ticket; kinds that another system is asked about have no list. */
export class ListReferences extends Query<KnownReference[]> {
  constructor(
    readonly actor: Actor,
    readonly asked: ReferencesAsked,
  ) {
    super();
  }
}

@QueryHandler(ListReferences)
export class ListReferencesHandler implements IQueryHandler<ListReferences> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ actor, asked }: ListReferences): Promise<KnownReference[]> {
    return this.database.inTenant(actor.tenant, (tx) => listKnownReferences(tx, actor, asked));
  }
}
