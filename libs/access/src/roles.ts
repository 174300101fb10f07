// Roles are bundles of capabilities; nothing outside this file asks for a role's name where a capability answers.

export const roles = [
  'guest',
  'user',
  'client_staff',
  'client_manager',
  'client_admin',
  'partner_user',
  'partner_admin',
  'developer',
  'agent',
  'staff',
  'operator',
  'moderator',
  'admin',
  'super_admin',
  'auditor',
  'service',
] as const;
export type Role = (typeof roles)[number] | 'system';

export type Side = 'customer' | 'partner' | 'staff' | 'auditor' | 'service' | 'system';

/** What a role may try at all; whether the ticket's state allows it is the domain's to say. */
export const capabilities = [
  'create',
  'create-for-other',
  'choose-client',
  'reply',
  'note',
  'see-notes',
  'see-deleted',
  'edit-own',
  'edit-own-always',
  'edit-any',
  'set-status',
  'resolve-own',
  'close',
  /** reopen inside the window: own tickets, for client roles those of the organisation */
  'reopen-in-window',
  'reopen-own',
  'reopen-any',
  'assign',
  'take',
  'set-priority',
  'classify',
  'set-custom-fields',
  'tag',
  'link',
  'merge',
  'bulk',
  'recipients',
  'references',
  'snooze',
  'rate',
  'badge',
  'audit',
  'administer',
  'import',
  'delete',
] as const;
export type Capability = (typeof capabilities)[number];

const requester = ['create', 'reply', 'edit-own', 'resolve-own', 'reopen-in-window', 'recipients', 'rate'] as const;
const developer = [
  'create',
  'choose-client',
  'reply',
  'note',
  'see-notes',
  'see-deleted',
  'edit-own',
  'edit-own-always',
  'set-status',
  'resolve-own',
  'close',
  'reopen-own',
  'reopen-any',
  'assign',
  'take',
  'set-priority',
  'set-custom-fields',
  'tag',
  'link',
  'bulk',
  'recipients',
  'references',
  'snooze',
  'badge',
] as const;
const agent = [...developer, 'create-for-other', 'edit-any', 'classify', 'merge'] as const;

const bundles: Record<Role, readonly Capability[]> = {
  guest: ['reply', 'reopen-in-window'],
  user: requester,
  client_staff: requester,
  client_manager: [...requester, 'badge'],
  client_admin: [...requester, 'badge'],
  partner_user: [...requester, 'choose-client', 'badge'],
  partner_admin: [
    ...requester,
    'choose-client',
    'set-status',
    'close',
    'reopen-own',
    'reopen-any',
    'classify',
    'references',
    'badge',
  ],
  developer,
  agent,
  staff: agent,
  operator: agent,
  moderator: agent,
  admin: [...agent, 'audit', 'administer', 'import'],
  super_admin: [...agent, 'audit', 'administer', 'import', 'delete'],
  auditor: ['see-notes', 'see-deleted', 'audit'],
  service: [
    'create',
    'create-for-other',
    'choose-client',
    'reply',
    'note',
    'see-notes',
    'edit-own',
    'set-status',
    'resolve-own',
    'close',
    'reopen-own',
    'reopen-any',
    'assign',
    'set-priority',
    'classify',
    'set-custom-fields',
    'tag',
    'link',
    'merge',
    'bulk',
    'recipients',
    'references',
  ],
  system: ['set-status', 'close', 'assign', 'link', 'note'],
};

const sets = new Map(Object.entries(bundles).map(([role, bundle]) => [role, new Set<Capability>(bundle)]));
const nothing: ReadonlySet<Capability> = new Set();

export const capabilitiesOf = (role: Role): ReadonlySet<Capability> => sets.get(role) ?? nothing;

/** Nobody grants a role above their own; auditors, who see everything, come from super admins only. */
export function mayGrant(granter: Role, role: Role): boolean {
  if (role === 'system' || role === 'guest') return false;
  if (granter === 'super_admin') return true;
  return granter === 'admin' && role !== 'super_admin' && role !== 'auditor';
}

export function sideOf(role: Role): Side {
  if (role === 'guest' || role === 'user' || role.startsWith('client_')) return 'customer';
  if (role.startsWith('partner_')) return 'partner';
  if (role === 'auditor' || role === 'service' || role === 'system') return role;
  return 'staff';
}
