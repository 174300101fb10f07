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
/** A role as directory and log name it: a built-in one, or one of the tenant's own. */
export type RoleId = Role | (string & {});

/** What a tenant's policy says of a role: it acts from the side and in the scope of a built-in one, with other rights. */
export interface TenantRole {
  readonly name?: string;
  readonly like: Role;
  readonly with?: readonly Capability[];
  readonly without?: readonly Capability[];
}
/** By role id; a built-in id changes that role. */
export type TenantRoles = Readonly<Record<string, TenantRole>>;

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
  /** see which users of the own partner work for which client */
  'review-partners',
  /** say which of them do, for clients of one's own */
  'assign-partners',
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

const admin = [...agent, 'audit', 'administer', 'review-partners', 'assign-partners', 'import'] as const;

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
    'review-partners',
  ],
  developer,
  agent,
  staff: agent,
  operator: agent,
  moderator: agent,
  admin,
  super_admin: [...admin, 'delete'],
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

export const isBuiltIn = (role: string): role is Role => sets.has(role);

/** The built-in role whose side and scope a role has; null: there is no such role. */
export const likeOf = (role: RoleId, own: TenantRoles = {}): Role | null =>
  isBuiltIn(role) ? role : Object.hasOwn(own, role) ? (own[role]?.like ?? null) : null;

/** A tenant's role begins with what the built-in one can do in this tenant. */
export function capabilitiesOf(role: RoleId, own: TenantRoles = {}): ReadonlySet<Capability> {
  const like = likeOf(role, own);
  if (like === null) return nothing;
  const base = isBuiltIn(role) ? (sets.get(role) ?? nothing) : capabilitiesOf(like, own);
  const change = Object.hasOwn(own, role) ? own[role] : undefined;
  if (!change) return base;
  const without = new Set(change.without);
  return new Set([...base, ...(change.with ?? [])].filter((capability) => !without.has(capability)));
}

/** The tenant's roles where the badge is for those that are listed, by themselves or by what they are like, and no others. */
export function withBadgesFor(listed: readonly RoleId[] | undefined, own: TenantRoles = {}): TenantRoles {
  if (!listed) return own;
  const changed = [...new Set<RoleId>([...roles, ...Object.keys(own)])].map((role): [RoleId, TenantRole] => {
    const { like = likeOf(role, own) ?? 'guest', with: more = [], without = [], ...rest } = own[role] ?? {};
    const others = (capability: Capability) => capability !== 'badge';
    const has = listed.includes(role) || listed.includes(like);
    return [
      role,
      {
        ...rest,
        like,
        with: [...more.filter(others), ...(has ? (['badge'] as const) : [])],
        without: [...without.filter(others), ...(has ? [] : (['badge'] as const))],
      },
    ];
  });
  return Object.fromEntries(changed);
}

/** What customers have: nobody needs it themselves to give it. */
const ordinary: ReadonlySet<Capability> = new Set(requester);

/** What of a role's rights somebody must have to hand it out. */
export const powersOf = (role: RoleId, own: TenantRoles = {}): Capability[] =>
  [...capabilitiesOf(role, own)].filter((capability) => !ordinary.has(capability));

/** Nobody grants a right they lack; auditors, who see everything, and super admins come from super admins only. */
export function mayGrant(
  granter: { readonly like: Role; readonly capabilities: ReadonlySet<Capability> },
  role: RoleId,
  own: TenantRoles = {},
): boolean {
  const like = likeOf(role, own);
  if (like === null || like === 'system' || like === 'guest') return false;
  if (!granter.capabilities.has('administer')) return false;
  if ((like === 'super_admin' || like === 'auditor') && granter.like !== 'super_admin') return false;
  return granter.like === 'super_admin' || powersOf(role, own).every((power) => granter.capabilities.has(power));
}

/** A role nobody knows any more stands with the desk's: `likeOf` says whether it is known. */
export function sideOf(role: RoleId, own: TenantRoles = {}): Side {
  const like = likeOf(role, own);
  if (like === null) return 'staff';
  if (like === 'guest' || like === 'user' || like.startsWith('client_')) return 'customer';
  if (like.startsWith('partner_')) return 'partner';
  if (like === 'auditor' || like === 'service' || like === 'system') return like;
  return 'staff';
}

/** Every role of the tenant with that side. */
export const rolesOnSide = (side: Side, own: TenantRoles = {}): RoleId[] =>
  [...new Set<RoleId>([...roles, ...Object.keys(own)])].filter((role) => sideOf(role, own) === side);

const fits: Readonly<Record<Side, (capability: Capability) => boolean>> = {
  customer: (capability) => bundles.client_admin.includes(capability) || capability === 'reopen-own',
  partner: (capability) => bundles.partner_admin.includes(capability) || capability === 'assign-partners',
  auditor: (capability) => bundles.auditor.includes(capability),
  staff: () => true,
  service: () => true,
  system: () => false,
};

/** Can a role of that side have this right at all? Notes, audit and administration are not for customers and partners. */
export const fitsSide = (capability: Capability, side: Side): boolean => fits[side](capability);

/**
 * Roles whose rights another table changes beyond what this actor could hand out: those above their own, and those that
 * get a right the actor lacks.
 */
export function rolesBeyond(
  by: { readonly like: Role; readonly capabilities: ReadonlySet<Capability> },
  before: TenantRoles = {},
  after: TenantRoles = {},
): RoleId[] {
  const ids = new Set<RoleId>([...roles, ...Object.keys(before), ...Object.keys(after)]);
  return [...ids].filter((id) => {
    const [had, has] = [capabilitiesOf(id, before), capabilitiesOf(id, after)];
    if (likeOf(id, before) === likeOf(id, after) && had.size === has.size && [...had].every((right) => has.has(right)))
      return false;
    const grantable = (own: TenantRoles) => likeOf(id, own) === null || mayGrant(by, id, own);
    const gained = powersOf(id, after).filter((power) => !had.has(power));
    return !grantable(before) || !grantable(after) || gained.some((power) => !by.capabilities.has(power));
  });
}
