import {
  capabilities,
  capabilitiesOf,
  likeOf,
  mayGrant,
  roles,
  rolesOnSide,
  sideOf,
  type Capability,
  type Role,
  type RoleId,
  type TenantRoles,
} from './roles.js';

// The capability table, column by column: who has it. Whether a ticket's state or a window allows it is not its question.
const customers = ['user', 'client_staff', 'client_manager', 'client_admin'] as const;
const partners = ['partner_user', 'partner_admin'] as const;
const agents = ['agent', 'staff', 'operator', 'moderator'] as const;
const admins = ['admin', 'super_admin'] as const;
const desk = [...agents, ...admins] as const;

const table: [column: string, capability: Capability, who: readonly Role[]][] = [
  ['create', 'create', [...customers, ...partners, 'developer', ...desk, 'service']],
  ['create for other', 'create-for-other', [...desk, 'service']],
  ['choose the client', 'choose-client', [...partners, 'developer', ...desk, 'service']],
  ['reply', 'reply', ['guest', ...customers, ...partners, 'developer', ...desk, 'service']],
  ['note', 'note', ['developer', ...desk, 'service', 'system']],
  ['read notes', 'see-notes', ['developer', ...desk, 'auditor', 'service']],
  ['read deleted replies', 'see-deleted', ['developer', ...desk, 'auditor']],
  ['edit own reply', 'edit-own', [...customers, ...partners, 'developer', ...desk, 'service']],
  ['edit own reply without a window', 'edit-own-always', ['developer', ...desk]],
  ['edit any reply', 'edit-any', [...desk]],
  ['status', 'set-status', ['partner_admin', 'developer', ...desk, 'service', 'system']],
  ['resolve own', 'resolve-own', [...customers, ...partners, 'developer', ...desk, 'service']],
  ['close', 'close', ['partner_admin', 'developer', ...desk, 'service', 'system']],
  ['reopen own inside the window', 'reopen-in-window', ['guest', ...customers, ...partners]],
  ['reopen own without a window', 'reopen-own', ['partner_admin', 'developer', ...desk, 'service']],
  ['reopen any', 'reopen-any', ['partner_admin', 'developer', ...desk, 'service']],
  ['assign', 'assign', ['developer', ...desk, 'service', 'system']],
  ['take', 'take', ['developer', ...desk]],
  ['priority', 'set-priority', ['developer', ...desk, 'service']],
  ['classify', 'classify', ['partner_admin', ...desk, 'service']],
  ['tag', 'tag', ['developer', ...desk, 'service']],
  ['link', 'link', ['developer', ...desk, 'service', 'system']],
  ['merge', 'merge', [...desk, 'service']],
  ['bulk', 'bulk', ['developer', ...desk, 'service']],
  ['badge', 'badge', ['client_manager', 'client_admin', ...partners, 'developer', ...desk]],
  ['audit', 'audit', [...admins, 'auditor']],
  ['policy, directory', 'administer', [...admins]],
  ['review of the own partner', 'review-partners', ['partner_admin', ...admins]],
  ['assignment of partners', 'assign-partners', [...admins]],
  ['delete', 'delete', ['super_admin']],
];
const everyRole: readonly Role[] = [...roles, 'system'];

describe('roles', () => {
  it.each(table)('%s [ROLE-08]', (_, capability, who) => {
    const having = everyRole.filter((role) => capabilitiesOf(role).has(capability));
    expect(having.toSorted()).toEqual([...who].sort());
  });

  it('leave auditors nothing to do but look [ROLE-07]', () =>
    expect([...capabilitiesOf('auditor')].sort()).toEqual(['audit', 'see-deleted', 'see-notes']));
  it('make operators and moderators agents', () => {
    for (const role of agents) expect(capabilitiesOf(role)).toEqual(capabilitiesOf('agent'));
  });
  it('give a super admin all that an admin has, and deletion [ROLE-04]', () => {
    const more = [...capabilitiesOf('super_admin')].filter((capability) => !capabilitiesOf('admin').has(capability));
    expect(more).toEqual(['delete']);
  });
  it('use every capability there is', () => {
    const used = new Set(everyRole.flatMap((role) => [...capabilitiesOf(role)]));
    expect(capabilities.filter((capability) => !used.has(capability))).toEqual([]);
  });

  it.each([
    ['customer', ['guest', ...customers]],
    ['partner', [...partners]],
    ['staff', ['developer', ...desk]],
    ['auditor', ['auditor']],
    ['service', ['service']],
    ['system', ['system']],
  ])('stand on the side of %s', (side, who) => expect(everyRole.filter((role) => sideOf(role) === side)).toEqual(who));

  it('are granted by admins, super admins and auditors by super admins only', () => {
    const grantable = (granter: Role) =>
      everyRole.filter((role) => mayGrant({ like: granter, capabilities: capabilitiesOf(granter) }, role));
    expect(grantable('super_admin')).toEqual(roles.filter((role) => role !== 'guest'));
    expect(grantable('admin')).toEqual(roles.filter((role) => !['guest', 'super_admin', 'auditor'].includes(role)));
    for (const role of ['agent', 'partner_admin', 'auditor', 'service'] as const) expect(grantable(role)).toEqual([]);
  });
});

describe("a tenant's own roles [ROLE-08]", () => {
  const own = {
    agent: { like: 'agent', without: ['merge'] },
    lead: { like: 'agent', with: ['administer'] },
    trusted: { like: 'client_staff', with: ['badge', 'reopen-own'] },
    deputy: { like: 'super_admin', without: ['delete'] },
    eraser: { like: 'agent', with: ['delete'] },
  } as const satisfies TenantRoles;
  const granter = (role: RoleId) => ({ like: likeOf(role, own) ?? 'guest', capabilities: capabilitiesOf(role, own) });

  it('act from the side of the role they are like', () => {
    expect(['lead', 'trusted', 'deputy', 'agent'].map((role) => sideOf(role, own))).toEqual([
      'staff',
      'customer',
      'staff',
      'staff',
    ]);
    expect(rolesOnSide('customer', own)).toContain('trusted');
  });
  it('have what the built-in role has in this tenant, and their own more and less', () => {
    expect(capabilitiesOf('agent', own).has('merge')).toBe(false);
    expect(capabilitiesOf('lead', own).has('merge')).toBe(false);
    expect(capabilitiesOf('lead', own).has('administer')).toBe(true);
    expect(capabilitiesOf('staff', own)).toEqual(capabilitiesOf('staff'));
  });
  it('are granted by those who have every right in them', () => {
    expect(mayGrant(granter('admin'), 'lead', own)).toBe(true);
    expect(mayGrant(granter('lead'), 'lead', own)).toBe(true);
    expect(mayGrant(granter('lead'), 'admin', own)).toBe(false);
    expect(mayGrant(granter('lead'), 'user', own)).toBe(true);
    expect(mayGrant(granter('admin'), 'eraser', own)).toBe(false);
    expect(mayGrant(granter('admin'), 'deputy', own)).toBe(false);
    expect(mayGrant(granter('super_admin'), 'eraser', own)).toBe(true);
    expect(mayGrant(granter('super_admin'), 'nobody', own)).toBe(false);
  });
  it('are nothing where the policy does not know them', () => {
    expect(capabilitiesOf('lead').size).toBe(0);
    expect(likeOf('lead')).toBeNull();
    expect(likeOf('constructor', own)).toBeNull();
  });
});
