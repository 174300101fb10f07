import { can, type Role } from '#access';
import { presets, mergePatch, validatePolicy, type Json } from '#policy';
import { openDesk, policy, somebody, type Desk } from '../../test/desk.js';
import { getProfile } from '../queries/get-profile.js';
import { listAssignees } from '../queries/list-assignees.js';
import { listClients } from '../queries/list-clients.js';
import { listProjects } from '../queries/list-projects.js';
import { recipientCandidates } from '../queries/recipient-candidates.js';
import { userNames } from '../queries/user-names.js';
import { store, ticketRow } from '../../test/desk.js';
import { loadActor } from './actor.js';
import { demoPolicies, demoUserId, seedDemo } from './demo.js';
import { changeDirectory, type DirectoryChange } from './change.js';
import { importedGroup, importedUsers, type Importing } from './import.js';
import { missingReferences } from './references.js';
import type { Tx } from '../database.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const inAcme = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => desk.api.inTenant('acme', work);
const load = (login: string, tenant = 'acme') =>
  desk.api.inTenant(tenant, (tx) => loadActor(tx, { tenant, login }, policy));
/** Within a transaction that leaves nothing behind. */
async function tentatively(work: (tx: Tx) => Promise<void>): Promise<void> {
  const done = new Error('done');
  await expect(
    inAcme(async (tx) => {
      await work(tx);
      throw done;
    }),
  ).rejects.toBe(done);
}

describe('the acting user', () => {
  it.each<[string, string, Role, readonly string[], readonly string[]]>([
    ['nora@northwind.test', 'acme', 'client_admin', ['northwind'], []],
    ['nils@northwind.test', 'acme', 'client_manager', ['northwind'], []],
    ['nina@northwind.test', 'acme', 'client_staff', ['northwind'], []],
    ['nate@northwind.test', 'acme', 'client_staff', ['northwind'], []],
    ['cora@contoso.test', 'acme', 'client_admin', ['contoso'], []],
    ['uma@acme.test', 'acme', 'user', [], []],
    ['pat@partner.test', 'acme', 'partner_admin', ['northwind'], []],
    ['paul@partner.test', 'acme', 'partner_user', ['contoso', 'northwind'], []],
    ['abe@acme.test', 'acme', 'agent', [], ['service-desk']],
    ['amy@acme.test', 'acme', 'agent', [], ['billing-team', 'service-desk']],
    ['stan@acme.test', 'acme', 'staff', [], []],
    ['mo@acme.test', 'acme', 'moderator', [], []],
    ['dev@acme.test', 'acme', 'developer', [], []],
    ['olga@acme.test', 'acme', 'operator', [], []],
    ['ada@acme.test', 'acme', 'admin', [], []],
    ['sue@acme.test', 'acme', 'super_admin', [], []],
    ['audra@acme.test', 'acme', 'auditor', [], []],
    ['billing-service', 'acme', 'service', [], []],
    ['gia@initech.test', 'globex', 'client_admin', ['initech'], []],
    ['gary@globex.test', 'globex', 'agent', [], []],
    ['gus@globex.test', 'globex', 'admin', [], []],
  ])('%s of %s is a %s of %j in %j', async (login, tenant, role, clientIds, groupIds) => {
    const known = await load(login, tenant);
    expect(known).toMatchObject({
      login,
      actor: {
        id: demoUserId(login),
        tenant,
        role,
        clientIds,
        groupIds,
        kind: role === 'service' ? 'service' : 'user',
      },
    });
  });

  it('is found by id and by login in any letter case, in the own tenant only', async () => {
    const userId = demoUserId('abe@acme.test');
    expect(await inAcme((tx) => loadActor(tx, { tenant: 'acme', userId }, policy))).toMatchObject({
      actor: { id: userId },
      name: 'Abe',
    });
    expect(await load('ABE@acme.test')).toMatchObject({ actor: { id: userId } });
    expect(await load('abe@acme.test', 'globex')).toBeNull();
    expect(await load('nobody@acme.test')).toBeNull();
  });

  it('has the scope that groups, assignments and policy make', async () => {
    const visibility = { ...policy.visibility, staffQueue: 'groups' as const };
    const amy = await inAcme((tx) => loadActor(tx, { tenant: 'acme', login: 'amy@acme.test' }, { visibility }));
    expect(amy?.actor.scope).toContainEqual({ categoryId: ['billing'] });
    expect((await load('dev@acme.test'))?.actor.scope).toContainEqual({ categoryId: ['technical'] });
    await tentatively(async (tx) => {
      const project = {
        tenant: 'acme',
        user_id: demoUserId('nina@northwind.test'),
        client_id: 'northwind',
        project_id: 'web',
      };
      await tx.insertInto('directory.project_assignments').values(project).execute();
      const nina = await loadActor(tx, { tenant: 'acme', login: 'nina@northwind.test' }, policy);
      expect(nina?.actor.scope).toContainEqual({ clientId: ['northwind'], projectId: ['web'] });
      expect(await listProjects(tx, nina?.actor ?? somebody('guest'))).toEqual([
        { id: 'web', name: 'Web', clientId: 'northwind' },
      ]);
    });
  });

  it('changes with the next look: a right, a client, a disabled user or tenant [SCOP-03] [AUTH-04]', async () => {
    await tentatively(async (tx) => {
      const look = (login: string) => loadActor(tx, { tenant: 'acme', login }, policy);
      await tx.updateTable('directory.users').set({ role: 'staff' }).where('login', '=', 'uma@acme.test').execute();
      const uma = await look('uma@acme.test');
      expect(uma && can(uma.actor, 'assign')).toBe(true);
      await tx.deleteFrom('directory.partner_clients').where('client_id', '=', 'northwind').execute();
      expect((await look('paul@partner.test'))?.actor.clientIds).toEqual(['contoso']);
      await tx.updateTable('directory.users').set({ disabled: true }).where('login', '=', 'abe@acme.test').execute();
      expect(await look('abe@acme.test')).toBeNull();
      await tx.updateTable('directory.tenants').set({ enabled: false }).execute();
      expect(await look('amy@acme.test')).toBeNull();
    });
  });
});

describe('the demonstration', () => {
  it('is seeded once: what was removed since stays removed, also when started twice at once', async () => {
    await inAcme((tx) => tx.deleteFrom('directory.users').where('login', '=', 'nate@northwind.test').execute());
    await Promise.all([seedDemo(desk.api), seedDemo(desk.api)]);
    expect(await load('nate@northwind.test')).toBeNull();
    await inAcme((tx) =>
      tx
        .insertInto('directory.users')
        .values({
          tenant: 'acme',
          id: demoUserId('nate@northwind.test'),
          login: 'nate@northwind.test',
          name: 'Nate',
          email: 'nate@northwind.test',
          verified: true,
          role: 'client_staff',
          client_id: 'northwind',
        })
        .execute(),
    );
  });

  it('has categories that make a valid policy for each tenant', () => {
    const patched = demoPolicies().map(
      ({ tenant, patch }) => [tenant, mergePatch(JSON.parse(JSON.stringify(presets.unified)) as Json, patch)] as const,
    );
    expect(patched.map(([tenant]) => tenant)).toEqual(['acme', 'globex']);
    for (const [, document] of patched) {
      expect(validatePolicy(document)).toEqual([]);
      expect(document).toMatchObject({
        classification: {
          categories: ['account', 'billing', 'technical', 'feature-request', 'general'].map((id) => ({ id })),
        },
      });
    }
  });
});

describe('what a command names', () => {
  const id = demoUserId;
  const agent = somebody('agent');
  const nora = somebody('client_admin', { id: id('nora@northwind.test'), clients: ['northwind'] });
  const paul = somebody('partner_user', { id: id('paul@partner.test'), clients: ['contoso'] });
  const uma = somebody('user', { id: id('uma@acme.test') });
  const missing = (actor: typeof agent, references: Parameters<typeof missingReferences>[2]) =>
    inAcme((tx) => missingReferences(tx, actor, references));

  it('is there for staff wherever it is in the tenant', async () => {
    expect(
      await missing(agent, {
        requesterId: { requester: id('cora@contoso.test') },
        'recipients[0]': { recipient: id('nora@northwind.test') },
        'assignee.userId': { assignee: id('dev@acme.test') },
        'assignee.groupId': { group: 'billing-team' },
        clientId: { client: 'contoso' },
        projectId: { project: 'voice', client: 'northwind' },
      }),
    ).toEqual([]);
  });

  it('is missing when it is unknown, of another tenant, or no such thing [RCPT-06] [NENU-02]', async () => {
    expect(
      await missing(agent, {
        requesterId: { requester: id('gia@initech.test') },
        'recipients[0]': { recipient: 'nobody' },
        'recipients[1]': { recipient: id('billing-service') }, // has no verified address
        'assignee.userId': { assignee: id('nora@northwind.test') },
        auditor: { assignee: id('audra@acme.test') },
        'assignee.groupId': { group: 'no-group' },
        clientId: { client: 'initech' },
        projectId: { project: 'voice', client: 'contoso' },
      }),
    ).toEqual([
      'requesterId',
      'recipients[0]',
      'recipients[1]',
      'assignee.userId',
      'auditor',
      'assignee.groupId',
      'clientId',
      'projectId',
    ]);
    expect(await missing(agent, {})).toEqual([]);
  });

  it('is inside their organisation or clients for callers from outside [SCOP-10] [RCPT-01]', async () => {
    const named = {
      colleague: { recipient: id('nina@northwind.test') },
      cora: { recipient: id('cora@contoso.test') },
      agent: { recipient: id('abe@acme.test') },
      own: { client: 'northwind' },
      foreign: { client: 'contoso' },
      project: { project: 'web', client: 'contoso' },
    } as const;
    expect(await missing(nora, named)).toEqual(['cora', 'agent', 'foreign', 'project']);
    expect(await missing(paul, named)).toEqual(['colleague', 'agent', 'own']);
    expect(await missing(uma, named)).toEqual(Object.keys(named));
    expect(await missing(uma, { self: { recipient: uma.id } })).toEqual([]);
  });

  it('is nobody who was disabled', async () => {
    await tentatively(async (tx) => {
      await tx
        .updateTable('directory.users')
        .set({ disabled: true })
        .where('login', 'in', ['abe@acme.test', 'nina@northwind.test'])
        .execute();
      const references = {
        assignee: { assignee: id('abe@acme.test') },
        recipient: { recipient: id('nina@northwind.test') },
        requester: { requester: id('nina@northwind.test') },
      };
      expect(await missingReferences(tx, agent, references)).toEqual(['assignee', 'recipient', 'requester']);
    });
  });

  it('and what the picker of recipients offers are the same people', async () => {
    for (const actor of [agent, nora, paul, uma]) {
      const offered = (await inAcme((tx) => recipientCandidates(tx, actor, {}))).map((person) => person.id);
      const everybody = await inAcme((tx) => tx.selectFrom('directory.users').select('id').execute());
      const refused = await missing(
        actor,
        Object.fromEntries(everybody.map((user) => [user.id, { recipient: user.id }])),
      );
      expect(
        everybody
          .map((user) => user.id)
          .filter((user) => !refused.includes(user))
          .sort(),
      ).toEqual(offered.sort());
    }
  });
});

describe('pickers', () => {
  const agent = somebody('agent', { groups: ['service-desk'] });
  const nora = somebody('client_admin', { id: demoUserId('nora@northwind.test'), clients: ['northwind'] });
  const paul = somebody('partner_user', { id: demoUserId('paul@partner.test'), clients: ['northwind', 'contoso'] });
  const candidates = async (actor: typeof agent, params: Parameters<typeof recipientCandidates>[2]) =>
    (await inAcme((tx) => recipientCandidates(tx, actor, params))).map(({ name }) => name);

  it('of clients and projects show what the caller knows', async () => {
    const slugs = async (rows: Promise<readonly { id: string }[]>) => (await rows).map(({ id }) => id);
    expect(await slugs(inAcme((tx) => listClients(tx, agent)))).toEqual(['contoso', 'northwind']);
    expect(await slugs(inAcme((tx) => listClients(tx, nora)))).toEqual(['northwind']);
    expect(await slugs(inAcme((tx) => listClients(tx, somebody('user'))))).toEqual([]);
    expect(await slugs(inAcme((tx) => listProjects(tx, paul)))).toEqual(['web', 'voice', 'web']);
    expect(await slugs(inAcme((tx) => listProjects(tx, agent, 'northwind')))).toEqual(['voice', 'web']);
    expect(await slugs(inAcme((tx) => listProjects(tx, nora, 'contoso')))).toEqual([]);
  });

  it('of recipients search names, and addresses only where these are shown [RCPT-04]', async () => {
    expect(await candidates(nora, {})).toEqual(['Nate', 'Nils', 'Nina', 'Nora']);
    expect(await candidates(nora, { q: 'NI' })).toEqual(['Nils', 'Nina']);
    expect(await candidates(nora, { q: 'northwind.test' })).toEqual([]);
    expect(await candidates(agent, { q: 'contoso.test' })).toEqual(['Cora']);
    expect(await candidates(agent, { clientId: 'contoso' })).toEqual(['Cora']);
    expect(await candidates(nora, { clientId: 'contoso' })).toEqual([]);
    expect(await candidates(agent, { q: '%' })).toEqual([]);
    expect(JSON.stringify(await inAcme((tx) => recipientCandidates(tx, nora, {})))).not.toContain('@');
  });

  it('of assignees rank those first whose queue covers the ticket [ASGN-09]', async () => {
    const ticket = ticketRow({ category_id: 'billing' });
    await store(desk.projector, [ticket]);
    const grouped = { ...policy, visibility: { ...policy.visibility, staffQueue: 'groups' as const } };
    const assignees = await inAcme((tx) => listAssignees(tx, agent, { ticket: ticket.number }, grouped));
    expect(assignees?.users.map(({ name, covers }) => [name, covers])).toEqual([
      ['Ada', true],
      ['Amy', true],
      ['Sue', true],
      ['Abe', false],
      ['Dev', false],
      ['Mo', false],
      ['Olga', false],
      ['Stan', false],
    ]);
    expect(assignees?.groups.map(({ id, covers }) => [id, covers])).toEqual([
      ['billing-team', true],
      ['service-desk', false],
    ]);
    const found = await inAcme((tx) => listAssignees(tx, agent, { q: 'a' }, policy));
    expect(found?.users.map(({ name }) => name)).toEqual(['Abe', 'Ada', 'Amy', 'Olga', 'Stan']);
    expect(await inAcme((tx) => listAssignees(tx, agent, { ticket: 'TICK-none' }, policy))).toBeNull();
  });
});

it('tells callers who they are', async () => {
  const known = await load('amy@acme.test');
  expect(await inAcme((tx) => getProfile(tx, known?.actor ?? somebody('guest')))).toMatchObject({
    user: { id: demoUserId('amy@acme.test'), name: 'Amy', email: 'amy@acme.test' },
    tenant: { id: 'acme', name: 'Acme' },
    role: 'agent',
    side: 'staff',
    capabilities: expect.arrayContaining(['reply', 'note']) as unknown,
    groups: [
      { id: 'billing-team', name: 'Billing Team' },
      { id: 'service-desk', name: 'Service Desk' },
    ],
    features: {},
  });
  expect(await inAcme((tx) => userNames(tx, 'acme', [demoUserId('amy@acme.test'), 'nobody']))).toEqual(
    new Map([[demoUserId('amy@acme.test'), 'Amy']]),
  );
});

describe('an import', () => {
  const told: DirectoryChange[] = [];
  /** Each in its turn, as the directory is changed. */
  const importing = <T>(work: (importing: Importing) => Promise<T>, tenant = 'acme'): Promise<T> => {
    const changer = { tenant, by: null, roles: undefined, categories: [] };
    const record = (changes: readonly DirectoryChange[]) => Promise.resolve(void told.push(...changes));
    return changeDirectory(desk.api, { ...changer, record }, work);
  };

  it('creates each name once, as a disabled user who cannot act', async () => {
    const names = ['Caller 2403', 'Updated by 21', 'caller 2403'];
    const first = await importing((to) => importedUsers(to, 'servicenow', names));
    expect(first.get('Caller 2403')).toBe(first.get('caller 2403'));
    expect(first.get('Updated by 21')).not.toBe(first.get('Caller 2403'));
    expect(await importing((to) => importedUsers(to, 'servicenow', names))).toEqual(first);
    // The journal is told of each once, and of nobody's name.
    expect(told).toEqual(
      [...new Set(first.values())].map((id) => ({
        entity: 'user',
        id,
        change: 'created',
        fields: { login: {}, name: {}, role: { to: 'user' }, disabled: { to: true } },
      })),
    );
    expect(await load('servicenow:Caller 2403')).toBeNull();
    const stored = await inAcme((tx) =>
      tx
        .selectFrom('directory.users')
        .select(['login', 'disabled', 'email'])
        .where('login', 'like', 'servicenow:%')
        .orderBy('login')
        .execute(),
    );
    expect(stored).toEqual([
      { login: 'servicenow:caller 2403', disabled: true, email: null },
      { login: 'servicenow:updated by 21', disabled: true, email: null },
    ]);
  });

  it('gives each name one id when several imports run at once, and another id in another tenant', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `Caller ${index}`);
    const runs = await Promise.all(
      Array.from({ length: 4 }, (_, run) =>
        importing((to) => importedUsers(to, 'race', run % 2 ? names : names.toReversed())),
      ),
    );
    const ids = runs.map((run) => names.map((name) => run.get(name)));
    for (const run of ids) expect(run).toEqual(ids[0]);
    const elsewhere = await importing((to) => importedUsers(to, 'race', names), 'globex');
    expect(elsewhere.get('Caller 1')).not.toBe(runs[0]?.get('Caller 1'));
  });

  it('finds groups by name and makes ids of new ones, also of names that make one slug or none', async () => {
    const group = (name: string) => importing((to) => importedGroup(to, name));
    expect(await group('Billing Team')).toBe('billing-team');
    expect(await group('Group 56')).toBe('group-56');
    const twin = await group('Group-56');
    expect(twin).toMatch(/^group-56-[0-9a-f]{8}$/);
    expect(await group('Group-56')).toBe(twin);
    expect(await group('Group 56')).toBe('group-56');
    expect(await group('サポート')).toMatch(/^group-[0-9a-f]{8}$/);
    const raced = await Promise.all(Array.from({ length: 4 }, () => group('Night Shift')));
    expect(new Set(raced)).toEqual(new Set(['night-shift']));
  });
});
