// Who is who: tenants and their clients, people and groups. Edited in place; names and rights count from the next request on.
import type { Role } from '#access';
import type { Generated } from 'kysely';

export interface TenantTable {
  id: string;
  name: string;
  enabled: Generated<boolean>;
  /** licensed features by name */
  features: Generated<Record<string, boolean>>;
  created_at: Generated<string>;
}
export interface ClientTable {
  tenant: string;
  id: string;
  name: string;
}
export interface ProjectTable {
  tenant: string;
  client_id: string;
  id: string;
  name: string;
}
export interface UserTable {
  tenant: string;
  /** UUID */
  id: string;
  /** e-mail address, service name, or `<source>:<name>` of an imported user; lower-case */
  login: string;
  name: string;
  email: string | null;
  role: Role;
  /** the organisation of client roles */
  client_id: string | null;
  /** what the identity provider calls them; unique in the tenant */
  subject: Generated<string | null>;
  disabled: Generated<boolean>;
  /** the e-mail address is the user's own */
  verified: Generated<boolean>;
  availability: Generated<'available' | 'away'>;
  created_at: Generated<string>;
}
export interface GroupTable {
  tenant: string;
  id: string;
  name: string;
  description: Generated<string>;
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
