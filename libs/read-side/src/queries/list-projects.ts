import type { Actor } from '#access';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Database, Tx } from '../database.js';
import { projectInReach } from '../directory/reach.js';
import type { Named } from './ticket-item.js';
import { DATABASE } from './tokens.js';

/** A project's id is its own inside its client only. */
export interface Project extends Named {
  readonly clientId: string;
}

/** Projects of the clients the caller knows, or of one of them. */
export async function listProjects(tx: Tx, actor: Actor, clientId?: string): Promise<Project[]> {
  let projects = tx
    .selectFrom('directory.projects as p')
    .select(['p.id', 'p.name', 'p.client_id as clientId'])
    .where('p.tenant', '=', actor.tenant)
    .where(projectInReach(actor, 'p'));
  if (clientId !== undefined) projects = projects.where('p.client_id', '=', clientId);
  return projects.orderBy('p.client_id').orderBy('p.name').orderBy('p.id').execute();
}

export class ListProjects extends Query<Project[]> {
  constructor(
    readonly actor: Actor,
    readonly clientId?: string,
  ) {
    super();
  }
}

@QueryHandler(ListProjects)
export class ListProjectsHandler implements IQueryHandler<ListProjects> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ actor, clientId }: ListProjects): Promise<Project[]> {
    return this.database.inTenant(actor.tenant, (tx) => listProjects(tx, actor, clientId));
  }
}
