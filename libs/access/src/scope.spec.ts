import { actorOf, can, canReach } from './actor.js';
import { narrowed } from './key-scopes.js';
import type { Role } from './roles.js';
import { scopeOf, type Person, type Visibility } from './scope-of.js';
import { inScope, type Scope, type ScopeFacts } from './scope.js';

const ticket = (facts: Partial<ScopeFacts> = {}): ScopeFacts => ({
  requesterId: 'nora',
  clientId: 'northwind',
  projectId: null,
  categoryId: null,
  typeId: null,
  assigneeId: null,
  groupId: null,
  ...facts,
});
const visibility: Visibility = {
  user: 'own',
  client: 'organisation',
  staffQueue: 'tenant',
  developerCategories: ['technical'],
  directOpen: true,
};
const person = (role: Role, userId: string, more: Partial<Person> = {}): Person => ({
  role,
  userId,
  clientIds: [],
  groupIds: [],
  groupScopes: [],
  ...more,
});
const sees = (scope: Scope, facts: Partial<ScopeFacts> = {}) => inScope(scope, ticket(facts));

describe('inScope', () => {
  it('wants every fact of one clause', () => {
    const scope = [{ clientId: ['northwind'], projectId: ['web', 'voice'] }, { assigneeId: ['abe'] }];
    expect(sees(scope, { projectId: 'voice' })).toBe(true);
    expect(sees(scope)).toBe(false);
    expect(sees(scope, { clientId: 'contoso', assigneeId: 'abe' })).toBe(true);
  });
  it('matches "none" with null only, and nothing with no value', () => {
    expect(sees([{ assigneeId: [null] }])).toBe(true);
    expect(sees([{ assigneeId: [null] }], { assigneeId: 'abe' })).toBe(false);
    expect(sees([{ clientId: [] }])).toBe(false);
    expect(sees([])).toBe(false);
    expect(sees('tenant')).toBe(true);
  });
});

describe('scopeOf', () => {
  it('shows plain users their own, or the organisation by policy [SCOP-02]', () => {
    const nora = person('user', 'nora', { clientIds: ['northwind'] });
    expect(sees(scopeOf(nora, visibility))).toBe(true);
    expect(sees(scopeOf(nora, visibility), { requesterId: 'nate' })).toBe(false);
    const wide = scopeOf(nora, { ...visibility, user: 'organisation' });
    expect(sees(wide, { requesterId: 'nate' })).toBe(true);
    expect(sees(wide, { requesterId: 'cora', clientId: 'contoso' })).toBe(false);
    expect(sees(wide, { clientId: null })).toBe(true);
  });

  it.each(['client_staff', 'client_manager', 'client_admin'] as const)(
    'shows a %s the organisation only [SCOP-01]',
    (role) => {
      const nate = person(role, 'nate', { clientIds: ['northwind'] });
      expect(sees(scopeOf(nate, visibility))).toBe(true);
      expect(sees(scopeOf(nate, visibility), { requesterId: 'nate', clientId: 'contoso' })).toBe(false);
      expect(sees(scopeOf(nate, visibility), { clientId: null })).toBe(false);
      const own = scopeOf(nate, { ...visibility, client: 'own' });
      expect(sees(own)).toBe(false);
      expect(sees(own, { requesterId: 'nate' })).toBe(true);
    },
  );

  it('keeps customers inside their projects where that is configured [SCOP-12]', () => {
    const scope = scopeOf(
      person('client_staff', 'nate', { clientIds: ['northwind'], projectIds: ['web'] }),
      visibility,
    );
    expect(sees(scope, { projectId: 'web' })).toBe(true);
    expect(sees(scope, { projectId: 'voice' })).toBe(false);
    expect(sees(scope)).toBe(false);
    expect(sees(scope, { requesterId: 'nate', projectId: 'voice' })).toBe(true);
  });

  it('shows partners the assigned clients, and nothing of one that is taken away [SCOP-03]', () => {
    const scope = (...clientIds: string[]) => scopeOf(person('partner_admin', 'pat', { clientIds }), visibility);
    expect(sees(scope('northwind', 'contoso'))).toBe(true);
    expect(sees(scope('contoso'))).toBe(false);
    expect(sees(scope('contoso'), { requesterId: 'pat' })).toBe(false);
    expect(sees(scope(), { requesterId: 'pat', clientId: null })).toBe(true);
  });

  it('shows developers their categories and what is assigned to them or their groups [SCOP-08]', () => {
    const scope = scopeOf(person('developer', 'dev', { groupIds: ['core'] }), visibility);
    expect(sees(scope, { categoryId: 'technical' })).toBe(true);
    expect(sees(scope, { categoryId: 'billing' })).toBe(false);
    expect(sees(scope, { categoryId: 'billing', assigneeId: 'dev' })).toBe(true);
    expect(sees(scope, { groupId: 'core' })).toBe(true);
    expect(sees(scope)).toBe(false);
  });

  describe.each(['agent', 'staff', 'operator', 'moderator'] as const)('shows a %s', (role) => {
    const amy = person(role, 'amy', {
      groupIds: ['billing-team'],
      groupScopes: [
        { categoryId: 'billing', typeId: null },
        { categoryId: 'technical', typeId: 'login' },
      ],
    });
    it('the tenant by default', () => expect(scopeOf(amy, visibility)).toBe('tenant'));

    it('the entries of their groups and their own [SCOP-04] [SCOP-05]', () => {
      const scope = scopeOf(amy, { ...visibility, staffQueue: 'groups' });
      expect(sees(scope, { categoryId: 'billing', typeId: 'invoice' })).toBe(true);
      expect(sees(scope, { categoryId: 'technical', typeId: 'login' })).toBe(true);
      expect(sees(scope, { categoryId: 'technical' })).toBe(false);
      expect(sees(scope, { categoryId: 'account', typeId: 'login' })).toBe(false);
      expect(sees(scope, { categoryId: 'account', assigneeId: 'amy' })).toBe(true);
      expect(sees(scope, { groupId: 'billing-team' })).toBe(true);
      expect(sees(scope)).toBe(false);
    });
    it('without a group only what is assigned to them [SCOP-07]', () => {
      const scope = scopeOf(person(role, 'amy'), { ...visibility, staffQueue: 'groups' });
      expect(sees(scope, { categoryId: 'billing' })).toBe(false);
      expect(sees(scope, { assigneeId: 'amy' })).toBe(true);
    });
    it('what is theirs and what is nobody’s [SCOP-08]', () => {
      const scope = scopeOf(amy, { ...visibility, staffQueue: 'assigned+unassigned' });
      expect(sees(scope)).toBe(true);
      expect(sees(scope, { assigneeId: 'amy' })).toBe(true);
      expect(sees(scope, { groupId: 'billing-team' })).toBe(true);
      expect(sees(scope, { assigneeId: 'abe' })).toBe(false);
      expect(sees(scope, { groupId: 'service-desk' })).toBe(false);
    });
  });

  it.each(['admin', 'super_admin', 'auditor', 'service', 'system'] as const)('shows %s the tenant [SCOP-11]', (role) =>
    expect(scopeOf(person(role, 'x'), { ...visibility, staffQueue: 'groups' })).toBe('tenant'),
  );

  it('shows a guest the one ticket', () => {
    const scope = scopeOf(person('guest', 'guest:t-1'), visibility);
    expect(sees(scope, { requesterId: 'guest:t-1', clientId: null })).toBe(true);
    expect(sees(scope)).toBe(false);
  });
});

describe('actorOf', () => {
  const groups = { ...visibility, staffQueue: 'groups' } as const;
  const actor = (role: Role, seen: Visibility = groups) => actorOf({ ...person(role, 'x'), tenant: 'acme' }, seen);

  it('lets staff open by exact id what is not in their queue, where the policy does [SCOP-06]', () => {
    expect(inScope(actor('agent').scope, ticket())).toBe(false);
    expect(canReach(actor('agent'), ticket())).toBe(true);
    expect(canReach(actor('agent', { ...groups, directOpen: false }), ticket())).toBe(false);
    expect(canReach(actor('developer'), ticket())).toBe(false);
    expect(canReach(actor('client_admin'), ticket())).toBe(false);
  });
  it('takes the organisation of customers only from the directory [SCOP-10]', () => {
    const of = (role: Role) =>
      actorOf({ ...person(role, 'x', { clientIds: ['northwind'] }), tenant: 'acme' }, visibility);
    expect(of('client_staff').clientId).toBe('northwind');
    expect(of('partner_admin').clientId).toBeNull();
  });
  it('lets an API key take capabilities away, never give any', () => {
    const owner = actorOf({ ...person('service', 'x'), tenant: 'acme' }, visibility);
    const keyed = narrowed(owner, ['create', 'reply', 'delete', 'read']);
    expect([...keyed.capabilities].sort()).toEqual(['create', 'reply']);
    expect(keyed.kind).toBe('service');
    expect(can(keyed, 'delete')).toBe(false);
    expect([keyed.scope, keyed.reach]).toEqual([owner.scope, owner.reach]);
    const blind = narrowed(owner, ['create']);
    expect([blind.scope, blind.reach]).toEqual([[], []]);
  });
});
