// How the lists are answered from fifty thousand tickets, under row-level security as the API's role.
import type { Actor } from '#access';
import { sql } from 'kysely';
import { countCells, openDesk, policy, somebody, type Desk } from '../../test/desk.js';
import { nodesOf, plansOf, rowsTouched, type Plan } from '../../test/plans.js';
import type { Tx } from '../database.js';
import { countTickets } from './count-tickets.js';
import { getTicket } from './get-ticket.js';
import { listTickets, type TicketListParams } from './list-tickets.js';

const secret = new Uint8Array(32);
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  // Nine of eleven are over, as on a desk of some age; one of ten is another tenant's.
  await sql`
    insert into read.ticket_list (tenant, id, number, subject, description, requester_id, client_id, project_id,
      category_id, group_id, assignee_id, status, state, priority, priority_rank, waiting_on, needs_response, reopened,
      tags, "references", recipients, custom_fields, context, attachment_urls, created_at, updated_at,
      public_updated_at, rated, reopen_count, public_reply_count, replies, live, revision)
    select case when n % 10 = 0 then 'globex' else 'acme' end, gen_random_uuid(), 'TICK-' || n, 'Subject ' || n,
      'Description ' || n, 'user-' || n % 2000, case when n % 7 > 0 then 'client-' || n % 50 end, 'web',
      (array['technical', 'billing', 'account', 'general', null])[1 + n % 5], case when n % 3 = 0 then 'group-' || n % 8 end,
      case when n % 2 = 0 then 'agent-' || n % 20 end, state, state,
      (array['low', 'normal', 'medium', 'high', 'critical'])[1 + n % 5], n % 5,
      case when over then null when n % 2 = 0 then 'support' else 'requester' end, not over and n % 2 = 0, n % 11 = 0,
      '{}', '[]', '{}', '{}', '{}', '{}', at - n * interval '1 minute', at - n * 7 % 50021 * interval '1 minute',
      at - n * 11 % 50021 * interval '1 minute', false, 0, 0, '[]', true, 0
    from (select n, state, state in ('resolved', 'closed') as over, timestamptz '2026-01-01' as at
      from (select n, case n % 11 when 0 then 'new' when 1 then 'waiting' when 7 then 'resolved' else 'closed' end as state
        from generate_series(1, 50000) n) drawn) drawn`.execute(desk.projector);
  await countCells(desk.projector);
  await sql`vacuum analyze read.ticket_list, read.ticket_badge_cells`.execute(desk.projector);
});
afterAll(() => desk.close());

const inAcme = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => desk.api.inTenant('acme', work);

const touchedBy = (plans: readonly Plan[]): number =>
  plans.reduce((sum, plan) => sum + rowsTouched(plan, 'ticket_list'), 0);

const agent = somebody('agent');
const customer = somebody('client_admin', { clients: ['client-4'] });
const holder = somebody('agent', { id: 'agent-4', groups: ['group-3', 'group-6'] });

describe('a page reads its rows in the order of an index, and no others [RELY-06]', () => {
  it.each<[string, Actor, TicketListParams, number?]>([
    ['the latest of a tenant', agent, {}],
    ['the oldest of a tenant', agent, { sort: 'createdAt', order: 'asc' }],
    ['the most urgent of a tenant', agent, { sort: 'priority' }],
    ['what breaks next', agent, { sort: 'slaDeadline', order: 'asc' }],
    ['what is open', agent, { view: 'open' }],
    ['what is resolved', agent, { view: 'resolved' }],
    ['what is closed', agent, { view: 'closed' }],
    ['what nobody has', agent, { view: 'unassigned' }],
    ['what came back', agent, { view: 'reopened' }],
    ['what is mine', holder, { view: 'mine' }],
    ["what is my groups'", holder, { view: 'my-groups' }, 2],
    ["one client's", agent, { client: ['client-4'] }],
    ["a customer's organisation", customer, {}],
    ["what is open of a customer's organisation", customer, { view: 'open' }],
    ["the oldest of a customer's organisation", customer, { sort: 'createdAt', order: 'asc' }],
    ["the most urgent of a customer's organisation", customer, { sort: 'priority' }],
    ["a user's own", somebody('user', { id: 'user-4' }), {}],
    ["a partner's clients", somebody('partner_user', { id: 'user-4', clients: ['client-4', 'client-5'] }), {}, 3],
    ["a developer's", somebody('developer', { id: 'agent-4', groups: ['group-3'] }), {}, 3],
  ])('%s', async (_, actor, params, ranges = 1) => {
    const limit = 10;
    await inAcme(async (tx) => {
      const page = (more: TicketListParams) => listTickets(tx, actor, { ...params, ...more }, policy, secret);
      const { nextCursor: second } = await page({ limit });
      const { nextCursor: deep } = await page({ limit: 300 });
      for (const cursor of [undefined, second, deep]) {
        if (cursor === null) continue; // few rows in all
        const plans = await plansOf(tx, (tx) =>
          listTickets(tx, actor, { ...params, limit, ...(cursor && { cursor }) }, policy, secret),
        );
        const nodes = plans.flatMap(nodesOf);
        expect(nodes.filter((node) => node['Node Type'].includes('Sort'))).toEqual([]);
        expect(
          nodes.filter((node) => node['Relation Name'] === 'ticket_list').map((node) => node['Node Type']),
        ).toEqual(Array.from({ length: ranges }, () => 'Index Scan'));
        expect(touchedBy(plans)).toBeGreaterThan(0);
        expect(touchedBy(plans)).toBeLessThanOrEqual(ranges * (limit + 1));
      }
    });
  });

  it.each<[string, TicketListParams]>([
    ['urgent', { view: 'urgent' }],
    ['waiting', { view: 'waiting' }],
    ['needing a response', { view: 'needs-response' }],
  ])('what is %s is found among the open ones, without sorting', async (_, params) => {
    await inAcme(async (tx) => {
      const plans = await plansOf(tx, (tx) => listTickets(tx, agent, params, policy, secret));
      const nodes = plans.flatMap(nodesOf);
      expect(
        nodes.filter((node) => /Sort|Seq Scan/.test(node['Node Type']) && node['Relation Name'] !== 'bookmarks'),
      ).toEqual([]);
      expect(touchedBy(plans)).toBeLessThan(200);
    });
  });
});

describe('counts', () => {
  it('of a tenant, or of an organisation, read no ticket at all [VIEW-16]', async () => {
    for (const actor of [agent, customer]) {
      const plans = await inAcme((tx) => plansOf(tx, (tx) => countTickets(tx, actor)));
      expect(touchedBy(plans)).toBe(0);
    }
  });

  it('are of the smallest roll-up that knows the answer, by index: a share of the cells, however old the desk is', async () => {
    for (const actor of [agent, holder, customer]) {
      const plans = await inAcme((tx) => plansOf(tx, (tx) => countTickets(tx, actor)));
      const cells = plans.reduce((sum, plan) => sum + rowsTouched(plan, 'ticket_badge_cells'), 0);
      expect(cells).toBeGreaterThan(0);
      expect(cells).toBeLessThan(100);
    }
  });

  it("of a partner read their own tickets, which no client's cells hold, by index", async () => {
    const partner = somebody('partner_user', { id: 'user-4', clients: ['client-4'] });
    const plans = await inAcme((tx) => plansOf(tx, (tx) => countTickets(tx, partner)));
    expect(touchedBy(plans)).toBeLessThanOrEqual(25);
  });
});

it('one ticket is found by its number, in any letter case, by index [NUMB-03]', async () => {
  await inAcme(async (tx) => {
    expect(await getTicket(tx, agent, 'tick-4711', policy)).toMatchObject({ number: 'TICK-4711' });
    expect(touchedBy(await plansOf(tx, (tx) => getTicket(tx, agent, 'tick-4711', policy)))).toBe(1);
  });
});
