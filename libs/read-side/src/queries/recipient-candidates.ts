import type { Actor } from '#access';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Database, Tx } from '../database.js';
import { personInReach, reachableByMail } from '../directory/reach.js';
import { namedLike, pickerLimit } from './picker.js';
import { seesEmail, type Person } from './ticket-item.js';
import { DATABASE } from './tokens.js';

export interface CandidateParams {
  /** part of a name or e-mail address; nothing in it is a wildcard */
  readonly q?: string;
  readonly clientId?: string;
}

/** Whom the caller can have told of a ticket: exactly those a command accepts as recipients; the first hundred by name. */
export async function recipientCandidates(tx: Tx, actor: Actor, { q, clientId }: CandidateParams): Promise<Person[]> {
  let people = tx
    .selectFrom('directory.users as u')
    .select(['u.id', 'u.name', 'u.email'])
    .where('u.tenant', '=', actor.tenant)
    .where(reachableByMail('u'))
    .where(personInReach(actor, 'u'));
  if (clientId !== undefined) people = people.where('u.client_id', '=', clientId);
  // What is not shown is not searched either, or the search would tell it.
  if (q !== undefined) people = people.where(namedLike(q, seesEmail(actor) ? ['u.name', 'u.email'] : ['u.name']));
  const found = await people.orderBy('u.name').orderBy('u.id').limit(pickerLimit).execute();
  return found.map(({ id, name, email }) => ({ id, name, ...(seesEmail(actor) && email !== null && { email }) }));
}

export class RecipientCandidates extends Query<Person[]> {
  constructor(
    readonly actor: Actor,
    readonly params: CandidateParams,
  ) {
    super();
  }
}

@QueryHandler(RecipientCandidates)
export class RecipientCandidatesHandler implements IQueryHandler<RecipientCandidates> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ actor, params }: RecipientCandidates): Promise<Person[]> {
    return this.database.inTenant(actor.tenant, (tx) => recipientCandidates(tx, actor, params));
  }
}
