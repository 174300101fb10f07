// Where an actor's scope comes from: role, directory, and the tenant's visibility policy.
import { likeOf, type Role, type RoleId, type TenantRoles } from './roles.js';
import type { Scope, ScopeClause } from './scope.js';

/** What the directory knows of a person or program that scope depends on. */
export interface Person {
  readonly role: RoleId;
  readonly userId: string;
  /** a customer's own organisation, a partner's assigned clients */
  readonly clientIds: readonly string[];
  readonly groupIds: readonly string[];
  /** queue entries of those groups: a category, or one type of it */
  readonly groupScopes: readonly { readonly categoryId: string; readonly typeId: string | null }[];
  /** set: inside the organisation only these projects */
  readonly projectIds?: readonly string[];
}

/** The part of a tenant's policy that says who sees what. */
export interface Visibility {
  readonly user: 'own' | 'organisation';
  readonly client: 'own' | 'organisation';
  readonly staffQueue: 'tenant' | 'groups' | 'assigned+unassigned';
  readonly developerCategories: readonly string[];
  /** staff open any ticket of the tenant by exact id or number, also outside their queue */
  readonly directOpen: boolean;
}

const assigned = ({ userId, groupIds }: Person): ScopeClause[] => [{ assigneeId: [userId] }, { groupId: groupIds }];

const organisation = ({ clientIds, projectIds }: Person): ScopeClause =>
  projectIds ? { clientId: clientIds, projectId: projectIds } : { clientId: clientIds };

function queue(person: Person, { staffQueue }: Visibility): Scope {
  if (staffQueue === 'tenant') return 'tenant';
  if (staffQueue === 'assigned+unassigned') return [...assigned(person), { assigneeId: [null], groupId: [null] }];
  const categories = person.groupScopes.filter(({ typeId }) => typeId === null).map(({ categoryId }) => categoryId);
  const types = person.groupScopes.filter(({ typeId }) => typeId !== null);
  return [
    ...assigned(person),
    { categoryId: categories },
    ...types.map(({ categoryId, typeId }) => ({ categoryId: [categoryId], typeId: [typeId] })),
  ];
}

/** Which tickets of the tenant stand in this actor's lists, counts, searches and streams. */
export function scopeOf(person: Person, visibility: Visibility, own: TenantRoles = {}): Scope {
  const like = likeOf(person.role, own);
  switch (like) {
    case null:
      return [];
    case 'admin':
    case 'super_admin':
    case 'auditor':
    case 'service':
    case 'system':
      return 'tenant';
    case 'agent':
    case 'staff':
    case 'operator':
    case 'moderator':
      return queue(person, visibility);
    case 'developer':
      return [{ categoryId: visibility.developerCategories }, ...assigned(person)];
    case 'partner_user':
    case 'partner_admin':
      // Their own tickets of a client go with the client; those of no client stay.
      return [organisation(person), { requesterId: [person.userId], clientId: [null] }];
    case 'client_staff':
    case 'client_manager':
    case 'client_admin': {
      const own = { requesterId: [person.userId], clientId: person.clientIds };
      if (visibility.client === 'own') return [own];
      return person.projectIds ? [organisation(person), own] : [organisation(person)];
    }
    case 'user': {
      const own = { requesterId: [person.userId] };
      return visibility.user === 'organisation' ? [organisation(person), own] : [own];
    }
    case 'guest':
      return [{ requesterId: [person.userId] }];
  }
}

const desk: ReadonlySet<Role | null> = new Set<Role>(['agent', 'staff', 'operator', 'moderator']);

/** Which tickets this actor can open and act on by exact id or number: the scope, or for staff with a queue all of the tenant. */
export const reachOf = (person: Person, visibility: Visibility, own: TenantRoles = {}): Scope =>
  visibility.directOpen && desk.has(likeOf(person.role, own)) ? 'tenant' : scopeOf(person, visibility, own);
