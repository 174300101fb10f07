import { capabilitiesOf, sideOf, type Capability, type Role, type Side } from './roles.js';
import type { Scope } from './scope.js';

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
  readonly scope: Scope;
}

export const can = (actor: Actor, capability: Capability): boolean => actor.capabilities.has(capability);

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
