// A probe that cannot go red proves nothing: here it runs against the product with one defence missing at a time.
import { startStack, type Stack } from '../stack.js';
import { startBuilt, type BuiltApi } from './document.js';
import { assignsEverybody, forgets, forgetsTenant, showsNotes, startMutant, type Mutant } from './mutants.js';
import { Probe } from './probe.js';
import { bareReads, rowLevelSecurity, tenantTables } from './tenants.js';
import { Wire } from './wire.js';
import { plant, type Asker, type World } from './world.js';

let stack: Stack;
let world: World;
let api: BuiltApi;

beforeAll(async () => {
  stack = await startStack();
  api = await startBuilt(stack);
  world = await plant(stack);
});
afterAll(async () => {
  api?.stop();
  await stack?.stop();
});

const asked = [
  'GET /v1/tickets',
  'GET /v1/tickets/{id}',
  'GET /v1/tickets/{id}/thread',
  'GET /v1/tickets/{id}/links',
  'POST /v1/tickets/{id}/replies',
];

/** What the probe finds, in a few routes and as those roles only. */
async function probed(mutant: Mutant, ...askers: Asker[]): Promise<string[]> {
  const mutated = await startMutant(stack, mutant);
  const wire = new Wire(mutated.url);
  const routes = api.routes.filter(({ name }) => asked.includes(name));
  try {
    return await new Probe({ world, wire, routes, schemas: api.schemas, askers }).run();
  } finally {
    wire.close();
    await mutated.stop();
  }
}

it('finds nothing in the product as it is', async () => {
  expect(await probed({}, 'agent', 'user', 'client_admin', 'partner_user', 'developer')).toEqual([]);
});

describe('goes red when a scope forgets', () => {
  it.each([
    ['whose a ticket is', 'requester_id', 'user', "other user's"],
    ['the client', 'client_id', 'client_admin', 'sibling client'],
    ['the clients of a partner', 'client_id', 'partner_user', "other partner's"],
    ['the category of developers', 'category_id', 'developer', 'sibling client'],
  ] as const)('%s [SCOP-09]', async (_, column, role, ticket) => {
    const found = await probed(forgets(column), role);
    expect(found).toContainEqual(expect.stringMatching(`^GET /v1/tickets: ${role} is shown zq\\d+qz \\(${ticket}\\)`));
    expect(found).toContain(`GET /v1/tickets/{id}: tells ${role} ${ticket} from a missing one, by id: 200 `);
  });
});

it('goes red when threads show notes', async () => {
  const found = await probed(showsNotes, 'client_admin');
  expect(found).toContainEqual(
    expect.stringMatching(/^GET \/v1\/tickets\/\{id\}\/thread: client_admin is shown nq\d+qz/),
  );
});

it('goes red when partners have all clients, for commands too [SCOP-03]', async () => {
  const found = await probed(assignsEverybody, 'partner_user');
  expect(found).toContainEqual(expect.stringMatching(/^GET \/v1\/tickets: partner_user is shown zq\d+qz/));
  expect(found).toContain(
    "POST /v1/tickets/{id}/replies: tells partner_user other partner's from a missing one, by id: 201 ",
  );
});

describe('between tenants', () => {
  afterEach(() => rowLevelSecurity(stack, 'enable'));

  it('has row-level security, also for owners, on every table with tenants that the API reads [I7]', async () => {
    const names = await tenantTables(stack);
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining(['read.ticket_list', 'directory.users']));
    expect(names.filter(({ secured }) => !secured)).toEqual([]);
  });

  it('holds with row-level security alone: queries that forget their tenant show nothing [I7]', async () => {
    expect(await bareReads(stack, 'acme')).toEqual([]);
    expect(await probed(forgetsTenant, 'agent', 'super_admin')).toEqual([]);
  });

  it('goes red without row-level security, though the predicates still hold over HTTP', async () => {
    await rowLevelSecurity(stack, 'disable');
    expect(await bareReads(stack, 'acme')).toEqual(expect.arrayContaining(['read.ticket_list', 'read.ticket_thread']));
    expect(await probed({}, 'agent', 'super_admin')).toEqual([]);
  });

  it('goes red over HTTP once both are gone', async () => {
    await rowLevelSecurity(stack, 'disable');
    const found = await probed(forgetsTenant, 'agent');
    expect(found).toContainEqual(expect.stringMatching(/agent is shown zq\d+qz \(other tenant's\)/));
    expect(found).toContain("GET /v1/tickets/{id}: tells agent other tenant's from a missing one, by id: 200 ");
  });
});
