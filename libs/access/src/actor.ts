import {
  capabilitiesOf,
  likeOf,
  sideOf,
  type Capability,
  type Role,
  type RoleId,
  type Side,
  type TenantRoles,
} from './roles.js';
import type { FeaturesOff } from './features.js';
import { reachOf, scopeOf, type Person, type Visibility } from './scope-of.js';
import { inScope, type Scope, type ScopeFacts } from './scope.js';

export type ActorKind = 'user' | 'service' | 'system';

/** Who acts, with everything decisions need to know of them. Built per request from token and directory, never from the request's body. */
export interface Actor {
  readonly id: string;
  readonly tenant: string;
  readonly role: RoleId;
  /** the built-in role whose side and scope it has; a built-in one has its own */
  readonly like: Role;
  /** the tenant's own roles: what other people's roles mean */
  readonly ownRoles?: TenantRoles;
  readonly kind: ActorKind;
  readonly side: Side;
  /** The caller's organisation (client roles). */
  readonly clientId: string | null;
  /** Clients a partner is assigned to; a client role's own organisation; empty for others. */
  readonly clientIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly capabilities: ReadonlySet<Capability>;
  /** features that the licence or an administrator leaves out; their capabilities are gone already */
  readonly off?: FeaturesOff;
  /** what stands in lists, counts, searches and streams */
  readonly scope: Scope;
  /** what may be opened by exact id or number, where that is more than the scope */
  readonly reach?: Scope;
}

export const can = (actor: Actor, capability: Capability): boolean => actor.capabilities.has(capability);

/** May this actor open and act on the ticket by its id? Outside it the ticket is missing. */
export const canReach = (actor: Actor, ticket: ScopeFacts): boolean => inScope(actor.reach ?? actor.scope, ticket);

/** An actor as directory and policy make one. */
export function actorOf(
  person: Person & { readonly tenant: string; readonly kind?: ActorKind },
  visibility: Visibility,
  ownRoles: TenantRoles = {},
): Actor {
  const { role } = person;
  const side = sideOf(role, ownRoles);
  const like = likeOf(role, ownRoles);
  if (like === null) throw new TypeError(`there is no role ${role}`);
  return {
    id: person.userId,
    tenant: person.tenant,
    role,
    like,
    ownRoles,
    kind: person.kind ?? (like === 'service' ? 'service' : 'user'),
    side,
    clientId: side === 'customer' ? (person.clientIds[0] ?? null) : null,
    clientIds: person.clientIds,
    groupIds: person.groupIds,
    capabilities: capabilitiesOf(role, ownRoles),
    scope: scopeOf(person, visibility, ownRoles),
    reach: reachOf(person, visibility, ownRoles),
  };
}

/** System acts in a tenant for timers and reactions; audit shows its kind. */
export const systemActor = (tenant: string): Actor => ({
  id: 'system',
  tenant,
  role: 'system',
  like: 'system',
  kind: 'system',
  side: sideOf('system'),
  clientId: null,
  clientIds: [],
  groupIds: [],
  capabilities: capabilitiesOf('system'),
  scope: 'tenant',
});
