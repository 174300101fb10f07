import { capabilitiesOf, sideOf, type Capability, type Role, type Side } from './roles.js';
import { reachOf, scopeOf, type Person, type Visibility } from './scope-of.js';
import { inScope, type Scope, type ScopeFacts } from './scope.js';

export type ActorKind = 'user' | 'service' | 'system';

/** Who acts, with everything decisions need to know of them. Built per request from token and directory, never from the request's body. */
export interface Actor {
  readonly id: string;
  readonly tenant: string;
  readonly role: Role;
  readonly kind: ActorKind;
  readonly side: Side;
  /** The caller's organisation (client roles). */
  readonly clientId: string | null;
  /** Clients a partner is assigned to; a client role's own organisation; empty for others. */
  readonly clientIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly capabilities: ReadonlySet<Capability>;
  /** what stands in lists, counts, searches and streams */
  readonly scope: Scope;
  /** what may be opened by exact id or number, where that is more than the scope */
  readonly reach?: Scope;
}

export const can = (actor: Actor, capability: Capability): boolean => actor.capabilities.has(capability);

/** May this actor open and act on the ticket by its id? Outside it the ticket is missing. */
export const canReach = (actor: Actor, ticket: ScopeFacts): boolean => inScope(actor.reach ?? actor.scope, ticket);

/** An actor as directory and policy make one. `granted`: the scopes of an API key, which only ever take away. */
export function actorOf(
  person: Person & { readonly tenant: string; readonly kind?: ActorKind; readonly granted?: ReadonlySet<string> },
  visibility: Visibility,
): Actor {
  const { role, granted } = person;
  const side = sideOf(role);
  const all = capabilitiesOf(role);
  return {
    id: person.userId,
    tenant: person.tenant,
    role,
    kind: person.kind ?? (role === 'service' ? 'service' : 'user'),
    side,
    clientId: side === 'customer' ? (person.clientIds[0] ?? null) : null,
    clientIds: person.clientIds,
    groupIds: person.groupIds,
    capabilities: granted ? new Set([...all].filter((capability) => granted.has(capability))) : all,
    scope: scopeOf(person, visibility),
    reach: reachOf(person, visibility),
  };
}

/** System acts in a tenant for timers and reactions; audit shows its kind. */
export const systemActor = (tenant: string): Actor => ({
  id: 'system',
  tenant,
  role: 'system',
  kind: 'system',
  side: sideOf('system'),
  clientId: null,
  clientIds: [],
  groupIds: [],
  capabilities: capabilitiesOf('system'),
  scope: 'tenant',
});
