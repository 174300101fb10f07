import { inScope, scopeOf, type Actor, type RoleId, type ScopeFacts, type TenantRoles, type Visibility } from '#access';
import type { TicketPolicy } from '#policy';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import type { Database, Tx } from '../database.js';
import { assignable } from '../directory/reach.js';
import { ticketInScope } from './find-ticket.js';
import { namedLike, pickerLimit } from './picker.js';
import type { Named } from './ticket-item.js';
import { DATABASE } from './tokens.js';

export interface AssigneeParams {
  /** part of a name; nothing in it is a wildcard */
  readonly q?: string;
  /** UUID or number: those whose queue covers it come first */
  readonly ticket?: string;
}

export interface Assignees {
  /** `covers`: the ticket stands in their queue already; false without a ticket */
  readonly users: readonly (Named & { readonly available: boolean; readonly covers: boolean })[];
  readonly groups: readonly (Named & { readonly covers: boolean })[];
}

interface Queue {
  readonly categoryId: string;
  readonly typeId: string | null;
}

/** Everybody who can hold a ticket, whatever their queue; null when the ticket is missing or out of the caller's scope. */
export async function listAssignees(
  tx: Tx,
  actor: Actor,
  { q, ticket: key }: AssigneeParams,
  { visibility, roles }: Pick<TicketPolicy, 'visibility' | 'roles'>,
): Promise<Assignees | null> {
  const ticket = key === undefined ? undefined : await factsOf(tx, actor, key);
  if (ticket === null) return null;
  const scopes = sql<
    Queue[]
  >`coalesce(jsonb_agg(jsonb_build_object('categoryId', s.category_id, 'typeId', s.type_id)), '[]')`;
  let people = tx
    .selectFrom('directory.users as u')
    .select(['u.id', 'u.name', 'u.role', 'u.availability'])
    .select([
      sql<string[]>`array(select m.group_id from directory.group_members m
        where m.tenant = u.tenant and m.user_id = u.id)`.as('groups'),
      sql<
        Queue[]
      >`(select ${scopes} from directory.group_members m join directory.group_scopes s using (tenant, group_id)
        where m.tenant = u.tenant and m.user_id = u.id)`.as('scopes'),
    ])
    .where('u.tenant', '=', actor.tenant)
    .where(assignable(actor, 'u'));
  let teams = tx
    .selectFrom('directory.groups as g')
    .select(['g.id', 'g.name'])
    .select(
      sql<Queue[]>`(select ${scopes} from directory.group_scopes s where s.tenant = g.tenant and s.group_id = g.id)`.as(
        'scopes',
      ),
    )
    .where('g.tenant', '=', actor.tenant);
  if (q !== undefined) {
    people = people.where(namedLike(q, ['u.name']));
    teams = teams.where(namedLike(q, ['g.name']));
  }
  const users = await people.orderBy('u.name').orderBy('u.id').execute();
  const groups = await teams.orderBy('g.name').orderBy('g.id').execute();
  return {
    users: coveringFirst(
      users.map(({ id, name, availability, ...person }) => ({
        id,
        name,
        available: availability === 'available',
        covers: ticket !== undefined && userCovers({ id, ...person }, ticket, visibility, roles),
      })),
    ),
    groups: coveringFirst(
      groups.map(({ id, name, scopes }) => ({ id, name, covers: ticket !== undefined && queueCovers(scopes, ticket) })),
    ),
  };
}

async function factsOf(tx: Tx, actor: Actor, key: string): Promise<ScopeFacts | null> {
  const row = await ticketInScope(tx, actor, key)
    .select([
      't.requester_id as requesterId',
      't.client_id as clientId',
      't.project_id as projectId',
      't.category_id as categoryId',
      't.type_id as typeId',
      't.assignee_id as assigneeId',
      't.group_id as groupId',
    ])
    .executeTakeFirst();
  return row ?? null;
}

function userCovers(
  { id, role, groups, scopes }: { id: string; role: RoleId; groups: readonly string[]; scopes: readonly Queue[] },
  ticket: ScopeFacts,
  visibility: Visibility,
  roles: TenantRoles | undefined,
): boolean {
  const person = { role, userId: id, clientIds: [], groupIds: groups, groupScopes: scopes };
  return inScope(scopeOf(person, visibility, roles), ticket);
}

const queueCovers = (queue: readonly Queue[], { categoryId, typeId }: ScopeFacts): boolean =>
  queue.some((entry) => entry.categoryId === categoryId && (entry.typeId === null || entry.typeId === typeId));

const coveringFirst = <T extends { readonly covers: boolean }>(candidates: readonly T[]): T[] =>
  [...candidates.filter(({ covers }) => covers), ...candidates.filter(({ covers }) => !covers)].slice(0, pickerLimit);

export class ListAssignees extends Query<Assignees | null> {
  constructor(
    readonly actor: Actor,
    readonly params: AssigneeParams,
    readonly policy: TicketPolicy,
  ) {
    super();
  }
}

@QueryHandler(ListAssignees)
export class ListAssigneesHandler implements IQueryHandler<ListAssignees> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ actor, params, policy }: ListAssignees): Promise<Assignees | null> {
    return this.database.inTenant(actor.tenant, (tx) => listAssignees(tx, actor, params, policy));
  }
}
