import { capabilities, capabilitiesOf, mayGrant, roles, sideOf, type Capability, type Role } from './roles.js';

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
    const grantable = (granter: Role) => everyRole.filter((role) => mayGrant(granter, role));
    expect(grantable('super_admin')).toEqual(roles.filter((role) => role !== 'guest'));
    expect(grantable('admin')).toEqual(roles.filter((role) => !['guest', 'super_admin', 'auditor'].includes(role)));
    for (const role of ['agent', 'partner_admin', 'auditor', 'service'] as const) expect(grantable(role)).toEqual([]);
  });
});
