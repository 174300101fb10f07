// Who is who: tenants and their clients, people and groups. Edited in place; names and rights count from the next request on.
import type { RoleId } from '#access';
import type { Generated } from 'kysely';

export interface TenantTable {
  id: string;
  name: string;
  enabled: Generated<boolean>;
  /** licensed features by name */
  features: Generated<Record<string, boolean>>;
  created_at: Generated<string>;
  /** a policy of this version, or a later one, is in force */
  policy_version: Generated<number>;
}
export interface ClientTable {
  tenant: string;
  id: string;
  name: string;
  version: Generated<number>;
}
export interface ProjectTable {
  tenant: string;
  client_id: string;
  id: string;
  name: string;
  version: Generated<number>;
}
export interface UserTable {
  tenant: string;
  /** UUID */
  id: string;
  /** e-mail address, service name, or `<source>:<name>` of an imported user; lower-case */
  login: string;
  name: string;
  email: string | null;
  role: RoleId;
  /** the organisation of client roles */
  client_id: string | null;
  /** the organisation of partner roles: colleagues have the same */
  partner_id: Generated<string | null>;
  /** what the identity provider calls them; unique in the tenant */
  subject: Generated<string | null>;
  disabled: Generated<boolean>;
  /** disabled for ever; the row keeps the name for history */
  removed: Generated<boolean>;
  /** the e-mail address is the user's own */
  verified: Generated<boolean>;
  availability: Generated<'available' | 'away'>;
  created_at: Generated<string>;
  version: Generated<number>;
}
export interface GroupTable {
  tenant: string;
  id: string;
  name: string;
  description: Generated<string>;
  version: Generated<number>;
}
export interface GroupMemberTable {
  tenant: string;
  group_id: string;
  user_id: string;
}
/** What a group's queue covers: a category, or one type of it. */
export interface GroupScopeTable {
  tenant: string;
  group_id: string;
  category_id: string;
  type_id: string | null;
}
/** Clients a partner's user works for. */
export interface PartnerClientTable {
  tenant: string;
  user_id: string;
  client_id: string;
}
/** Narrows a user inside the organisation to these projects; without any, all of them. */
export interface ProjectAssignmentTable {
  tenant: string;
  user_id: string;
  client_id: string;
  project_id: string;
}
/** What a creation under an Idempotency-Key has made. */
export interface ReceiptTable {
  tenant: string;
  command_id: string;
  request_hash: string;
  entity_id: string;
}
