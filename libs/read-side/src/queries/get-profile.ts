import type { Actor, Capability, RoleId, Side } from '#access';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Database, Tx } from '../database.js';
import { oneOf } from './scope.js';
import { sql } from 'kysely';
import { listClients } from './list-clients.js';
import type { Named, Person } from './ticket-item.js';
import { DATABASE } from './tokens.js';

export interface Profile {
  readonly user: Person;
  readonly tenant: Named;
  readonly role: RoleId;
  readonly side: Side;
  readonly capabilities: readonly Capability[];
  readonly clients: readonly Named[];
  readonly groups: readonly Named[];
  readonly features: Readonly<Record<string, boolean>>;
}

/** Who the caller is and what they may do; null when the directory has forgotten them meanwhile. */
export async function getProfile(tx: Tx, actor: Actor): Promise<Profile | null> {
  const row = await tx
    .selectFrom('directory.users as u')
    .innerJoin('directory.tenants as t', 't.id', 'u.tenant')
    .where('u.tenant', '=', actor.tenant)
    .where('u.id', '=', actor.id)
    .select(['u.name', 'u.email', 't.name as tenant', 't.features'])
    .executeTakeFirst();
  if (!row) return null;
  const groups = await tx
    .selectFrom('directory.groups as g')
    .select(['g.id', 'g.name'])
    .where('g.tenant', '=', actor.tenant)
    .where(oneOf(sql.ref('g.id'), actor.groupIds))
    .orderBy('g.name')
    .execute();
  return {
    user: { id: actor.id, name: row.name, ...(row.email !== null && { email: row.email }) },
    tenant: { id: actor.tenant, name: row.tenant },
    role: actor.role,
    side: actor.side,
    capabilities: [...actor.capabilities],
    clients: await listClients(tx, actor),
    groups,
    features: row.features,
  };
}

export class GetProfile extends Query<Profile | null> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@QueryHandler(GetProfile)
export class GetProfileHandler implements IQueryHandler<GetProfile> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ actor }: GetProfile): Promise<Profile | null> {
    return this.database.inTenant(actor.tenant, (tx) => getProfile(tx, actor));
  }
}
