import { inScope, type Actor, type Role } from '#access';
import { priorities, type TicketPolicy } from '#policy';
import * as fc from 'fast-check';
import { empty, openDesk, policy, somebody, store, ticketRow, type Desk } from '../../test/desk.js';
import { anyActor, anyTicket, factsOf } from '../../test/random-tickets.js';
import { demoUserId } from '../directory/demo.js';
import type { TicketListRow } from '../tables/ticket-list.js';
import { listTickets, ticketSorts, type Page, type TicketListParams, type TicketSort } from './list-tickets.js';
import type { TicketItem } from './ticket-item.js';
import type { View } from './views.js';

const secret = new Uint8Array(32).fill(1);
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(() => empty(desk.projector));

const list = (actor: Actor, params: TicketListParams = {}, under: TicketPolicy = policy): Promise<Page<TicketItem>> =>
  desk.api.inTenant(actor.tenant, (tx) => listTickets(tx, actor, params, under, secret));

const ids = async (actor: Actor, params: TicketListParams = {}): Promise<string[]> =>
  (await list(actor, { limit: 100, ...params })).items.map(({ id }) => id).sort();

const idsOf = (rows: readonly TicketListRow[]): string[] => rows.map(({ id }) => id).sort();

async function everyPage(actor: Actor, params: TicketListParams): Promise<TicketItem[]> {
  const items: TicketItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(actor, { ...params, ...(cursor && { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(params.limit ?? 25);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return items;
}

const agent = somebody('agent');

describe('paging', () => {
  const time = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString();
  const keyOf = (row: TicketListRow, sort: TicketSort, notes: boolean): number =>
    ({
      updatedAt: Date.parse(notes ? row.updated_at : row.public_updated_at),
      createdAt: Date.parse(row.created_at),
      priority: row.priority_rank,
      slaDeadline: row.sla_deadline === null ? Infinity : Date.parse(row.sla_deadline),
    })[sort];

  it.each(ticketSorts.flatMap((sort) => [[sort, 'asc'] as const, [sort, 'desc'] as const]))(
    'visits every row once, in order, however many are equal: %s %s [VIEW-09]',
    async (sort, order) => {
      const moment = fc.integer({ min: 0, max: 3 }).map(time);
      const rows = fc
        .sample(
          fc.record({
            created_at: moment,
            updated_at: moment,
            public_updated_at: moment,
            sla_deadline: fc.option(moment, { nil: null }),
            priority: fc.constantFrom(...priorities),
            client_id: fc.constantFrom('northwind', 'contoso', null),
            requester_id: fc.constantFrom('me', 'other'),
          }),
          120,
        )
        .map((facts) => ticketRow(facts));
      await store(desk.projector, rows);
      for (const actor of [agent, somebody('partner_user', { clients: ['northwind', 'contoso'] })]) {
        const sign = order === 'asc' ? 1 : -1;
        const notes = actor.role === 'agent';
        const expected = rows
          .filter((row) => inScope(actor.scope, factsOf(row)))
          .sort((a, b) => {
            const [x, y] = [keyOf(a, sort, notes), keyOf(b, sort, notes)];
            return sign * (x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1);
          })
          .map(({ id }) => id);
        const seen = await everyPage(actor, { sort, order, limit: 7 });
        expect(seen.map(({ id }) => id)).toEqual(expected);
      }
    },
  );

  it('shows nothing twice and loses nothing that stays, while a row moves to the front', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => ticketRow({ updated_at: time(index) }));
    await store(desk.projector, rows);
    const first = await list(agent, { limit: 10 });
    await desk.projector
      .updateTable('read.ticket_list')
      .set({ updated_at: time(1000) })
      .where('id', '=', rows[3]?.id ?? '')
      .execute();
    const rest = await everyPage(agent, { limit: 10, cursor: first.nextCursor ?? '' });
    const shown = [...first.items, ...rest].map(({ id }) => id);
    expect(shown).toEqual(
      rows
        .filter((_, index) => index !== 3)
        .toReversed()
        .map(({ id }) => id),
    );
  });

  it('tells how far the answer has come', async () => {
    expect((await list(agent)).asOf).toEqual({ position: '0', lagMs: null });
    await desk.projector
      .insertInto('read.bookmarks')
      .values({
        model: 'ticket-list',
        live: true,
        version: 1,
        position: '18446744073709551615',
        recorded_at: '2026-01-01T00:00:00.000Z',
        caught_up: false,
        updated_at: '2026-01-01T00:00:00.000Z',
        halted: null,
      })
      .execute();
    const { asOf } = await list(agent);
    expect(asOf.position).toBe('18446744073709551615');
    expect(asOf.lagMs).toBeGreaterThan(1000);
    await desk.projector.deleteFrom('read.bookmarks').execute();
  });
});

describe('a cursor of the list', () => {
  const params: TicketListParams = { view: 'open', state: ['new', 'waiting'], limit: 2 };
  let cursor: string;
  beforeEach(async () => {
    await store(
      desk.projector,
      Array.from({ length: 5 }, () => ticketRow({ requester_id: 'me', client_id: 'northwind' })),
    );
    cursor = (await list(agent, params)).nextCursor ?? '';
  });

  it('goes on with the same filters in another order, and with another limit', async () => {
    const { items } = await list(agent, { ...params, state: ['waiting', 'new', 'new'], limit: 50, cursor });
    expect(items).toHaveLength(3);
  });

  it.each<[string, Actor, TicketListParams]>([
    ['another caller', somebody('agent', { id: 'another' }), params],
    ['the same id in another tenant', somebody('agent', { tenant: 'globex' }), params],
    ['a caller who may not see notes any more', somebody('client_admin', { clients: ['northwind'] }), params],
    ['another view', agent, { ...params, view: 'all' }],
    ['another filter', agent, { ...params, state: ['new'] }],
    ['one filter more', agent, { ...params, q: 'fire' }],
    ['another sort', agent, { ...params, sort: 'createdAt' }],
    ['another order', agent, { ...params, order: 'asc' }],
  ])('is refused for %s', async (_, actor, other) => {
    await expect(list(actor, { ...other, cursor })).rejects.toMatchObject({ code: 'bad-cursor' });
  });
});

describe('scope', () => {
  const nora = demoUserId('nora@northwind.test');
  const rows = {
    northwind: ticketRow({ client_id: 'northwind', requester_id: nora, category_id: 'billing' }),
    contoso: ticketRow({ client_id: 'contoso', category_id: 'technical' }),
    nobodys: ticketRow({ requester_id: 'uma' }),
    mine: ticketRow({ requester_id: 'me' }),
    held: ticketRow({ assignee_id: 'me' }),
    queued: ticketRow({ group_id: 'service-desk' }),
    abroad: ticketRow({ tenant: 'globex', client_id: 'initech' }),
    namesake: ticketRow({ tenant: 'globex', client_id: 'northwind', requester_id: 'me', assignee_id: 'me' }),
  };
  type Which = keyof typeof rows;
  const acme: Which[] = ['northwind', 'contoso', 'nobodys', 'mine', 'held', 'queued'];

  beforeEach(() => store(desk.projector, Object.values(rows)));

  it.each<[Role, Parameters<typeof somebody>[1], Which[], string]>([
    ['user', {}, ['mine'], 'SCOP-02'],
    ['user', { clients: ['northwind'], visibility: { user: 'organisation' } }, ['mine', 'northwind'], 'SCOP-02'],
    ['client_staff', { clients: ['northwind'] }, ['northwind'], 'SCOP-01'],
    ['client_admin', { clients: ['contoso'] }, ['contoso'], 'SCOP-01'],
    ['client_admin', { clients: ['northwind'], visibility: { client: 'own' } }, [], 'SCOP-01'],
    ['client_staff', { clients: ['northwind'], projects: ['voice'] }, [], 'SCOP-12'],
    ['partner_user', { clients: ['northwind', 'contoso'] }, ['northwind', 'contoso', 'mine'], 'SCOP-03'],
    ['partner_admin', { clients: [] }, ['mine'], 'SCOP-03'],
    ['developer', { groups: ['service-desk'] }, ['contoso', 'held', 'queued'], 'SCOP-08'],
    ['agent', {}, acme, 'SCOP-11'],
    ['agent', { visibility: { staffQueue: 'groups' } }, ['held'], 'SCOP-07'],
    [
      'agent',
      { visibility: { staffQueue: 'groups' }, groupScopes: [{ categoryId: 'billing', typeId: null }] },
      ['held', 'northwind'],
      'SCOP-04',
    ],
    [
      'agent',
      { visibility: { staffQueue: 'groups' }, groupScopes: [{ categoryId: 'billing', typeId: 'invoice' }] },
      ['held'],
      'SCOP-05',
    ],
    ['admin', {}, acme, 'SCOP-11'],
    ['auditor', {}, acme, 'SCOP-11'],
    ['admin', { tenant: 'globex' }, ['abroad', 'namesake'], 'SCOP-10'],
  ])('of a %s with %j is %j [%s]', async (role, who, visible) => {
    expect(await ids(somebody(role, who))).toEqual(idsOf(visible.map((name) => rows[name])));
  });

  it('holds whatever the filters ask for: what is hidden or unknown matches nothing [SCOP-10]', async () => {
    const customer = somebody('client_admin', { clients: ['northwind'] });
    for (const hidden of [
      { client: ['contoso'] },
      { client: ['no-such-client'] },
      { requester: ['uma'] },
      { assignee: ['user:nobody'] },
      { assignee: ['group:nothing'] },
      { project: ['voice'] },
      { status: ['no-such-status'] },
      { reference: ['call:1'] },
    ] satisfies TicketListParams[])
      expect(await ids(customer, hidden)).toEqual([]);
  });

  it('is the tenant of the transaction even for an actor of another one', async () => {
    const page = await desk.api.inTenant('globex', (tx) => listTickets(tx, agent, {}, policy, secret));
    expect(page.items).toEqual([]);
  });

  it('agrees with the memory of it for anybody and anything [SCOP-09]', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTicket, { maxLength: 40 }), anyActor, async (tickets, actor) => {
        await empty(desk.projector);
        await store(desk.projector, tickets);
        expect(await ids(actor)).toEqual(
          idsOf(tickets.filter((row) => row.tenant === 'acme' && inScope(actor.scope, factsOf(row)))),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('views', () => {
  const rows = {
    fresh: ticketRow({ last_reply_by: 'requester' }),
    answered: ticketRow({ state: 'in_progress', last_reply_by: 'support', requester_id: 'me', priority: 'critical' }),
    waiting: ticketRow({ state: 'waiting', last_reply_by: 'requester', assignee_id: 'me', priority: 'high' }),
    resolved: ticketRow({ state: 'resolved', group_id: 'service-desk', priority: 'high' }),
    closed: ticketRow({ state: 'closed', requester_id: 'me', group_id: 'other-desk', last_reply_by: 'requester' }),
    again: ticketRow({ reopened: true, assignee_id: 'other', group_id: 'service-desk', priority: 'high' }),
  };
  type Which = keyof typeof rows;
  beforeEach(() =>
    store(
      desk.projector,
      Object.values(rows).map((row) => ({ ...row, client_id: 'northwind' })),
    ),
  );

  const support = somebody('agent', { groups: ['service-desk'] });
  const customer = somebody('client_admin', { clients: ['northwind'] });
  it.each<[View, Which[], Which[] | 'refused']>([
    ['open', ['fresh', 'answered', 'waiting', 'again'], ['fresh', 'answered', 'waiting', 'again']],
    ['waiting', ['waiting'], ['answered', 'waiting']],
    ['resolved', ['resolved'], ['resolved']],
    ['closed', ['closed'], ['closed']],
    [
      'all',
      ['fresh', 'answered', 'waiting', 'resolved', 'closed', 'again'],
      ['fresh', 'answered', 'waiting', 'resolved', 'closed', 'again'],
    ],
    ['mine', ['waiting'], ['answered', 'closed']],
    ['my-groups', ['resolved', 'again'], 'refused'],
    ['unassigned', ['fresh', 'answered'], 'refused'],
    ['urgent', ['answered', 'waiting', 'again'], 'refused'],
    ['needs-response', ['fresh', 'again'], 'refused'],
    ['reopened', ['again'], 'refused'],
  ])('%s are %j for support and %j for customers [VIEW-07] [PRIO-07]', async (view, forSupport, forCustomers) => {
    expect(await ids(support, { view })).toEqual(idsOf(forSupport.map((name) => rows[name])));
    if (forCustomers === 'refused')
      await expect(list(customer, { view })).rejects.toMatchObject({ code: 'view-not-allowed' });
    else expect(await ids(customer, { view })).toEqual(idsOf(forCustomers.map((name) => rows[name])));
  });
});

describe('filters', () => {
  const rows = {
    plain: ticketRow({ created_at: '2026-01-01T00:00:00.000Z', updated_at: '2026-01-05T00:00:00.000Z' }),
    tagged: ticketRow({ tags: ['vip', 'eu'], category_id: 'billing', created_at: '2026-01-02T00:00:00.000Z' }),
    called: ticketRow({
      references: [
        { kind: 'call', id: 'a:1' },
        { kind: 'order', id: '7' },
      ],
      priority: 'high',
    }),
    held: ticketRow({ assignee_id: 'amy', group_id: 'service-desk', state: 'in_progress' }),
    mine: ticketRow({
      assignee_id: 'me',
      requester_id: 'me',
      state: 'resolved',
      client_id: 'northwind',
      project_id: 'web',
    }),
    queued: ticketRow({ group_id: 'service-desk', client_id: 'contoso', project_id: 'web' }),
  };
  type Which = keyof typeof rows;
  beforeEach(() => store(desk.projector, Object.values(rows)));

  it.each<[TicketListParams, Which[]]>([
    [{ state: ['in_progress', 'resolved'] }, ['held', 'mine']],
    [{ status: ['resolved'] }, ['mine']],
    [{ priority: ['high', 'critical'] }, ['called']],
    [{ assignee: ['me'] }, ['mine']],
    [{ assignee: ['none'] }, ['plain', 'tagged', 'called']],
    [{ assignee: ['user:amy', 'me'] }, ['held', 'mine']],
    [{ assignee: ['group:service-desk'] }, ['held', 'queued']],
    [{ category: ['billing'] }, ['tagged']],
    [{ tag: ['EU '] }, ['tagged']],
    [{ tag: ['vip', 'us'] }, ['tagged']],
    [{ client: ['northwind', 'contoso'], project: ['web'] }, ['mine', 'queued']],
    [{ client: ['northwind'], assignee: ['none'] }, []],
    [{ requester: ['me'] }, ['mine']],
    [{ reference: ['call:a:1'] }, ['called']],
    [{ reference: ['call:7'] }, []],
    [{ reference: ['order:7', 'call:9'] }, ['called']],
    [{ createdFrom: '2026-01-02T00:00:00Z' }, ['tagged']],
    [{ createdFrom: '2026-01-02T00:00:00Z', createdTo: '2026-01-02T00:00:00Z' }, []],
    [{ createdTo: '2026-01-02T00:00:00Z', updatedFrom: '2026-01-05T01:00:00+01:00' }, ['plain']],
    [{ state: [] }, []],
  ])('%j finds %j [VIEW-06]', async (params, found) => {
    expect(await ids(agent, params)).toEqual(idsOf(found.map((name) => rows[name])));
  });
});

describe('searching', () => {
  const rows = {
    percent: ticketRow({ number: 'OHD-2026-000117', subject: '100% CPU', description: 'Nothing else_where' }),
    slash: ticketRow({ number: 'OHD-2026-000118', subject: String.raw`C:\temp is full`, description: 'Ärger mit ÖL' }),
    other: ticketRow({ number: 'OHD-2026-000200', subject: 'Keyboard', description: 'a 100 of them, elsewhere' }),
  };
  type Which = keyof typeof rows;
  beforeEach(() => store(desk.projector, Object.values(rows)));

  it.each<[string, Which[], string]>([
    ['ohd-2026-0001', ['percent', 'slash'], 'SRCH-01'],
    ['2026-0001', [], 'SRCH-01'],
    ['cpu', ['percent'], 'SRCH-02'],
    ['ELSE', ['percent', 'other'], 'SRCH-02'],
    ['ärger mit öl', ['slash'], 'SRCH-02'],
    ['100%', ['percent'], 'SRCH-09'],
    ['%%', [], 'SRCH-09'],
    ['__', [], 'SRCH-09'],
    ['else_where', ['percent'], 'SRCH-09'],
    [String.raw`c:\TEMP`, ['slash'], 'SRCH-09'],
    [String.raw`\%`, [], 'SRCH-09'],
    ["' or true --", [], 'SRCH-09'],
  ])('%j finds %j [%s]', async (q, found) => {
    expect(await ids(agent, { q })).toEqual(idsOf(found.map((name) => rows[name])));
  });

  it('stays in scope [SRCH-10]', async () => {
    expect(await ids(somebody('user'), { q: 'keyboard' })).toEqual([]);
  });
});

describe('a row', () => {
  const uma = demoUserId('uma@acme.test');
  const abe = demoUserId('abe@acme.test');

  it('names everybody and everything, and keeps the id where the name is gone [VIEW-01]', async () => {
    const row = ticketRow({
      requester_id: uma,
      client_id: 'northwind',
      project_id: 'voice',
      assignee_id: abe,
      group_id: 'gone-group',
      category_id: 'billing',
      type_id: 'gone-type',
      references: [{ kind: 'call', id: 'c-1' }],
    });
    await store(desk.projector, [row]);
    const categories = [{ id: 'billing', name: 'Bills', order: 1, active: true, types: [] }];
    const classification = { ...policy.classification, categories };
    const { items } = await list(agent, {}, { ...policy, classification });
    expect(items).toMatchObject([
      {
        id: row.id,
        number: row.number,
        requester: { id: uma, name: 'Uma', email: 'uma@acme.test' },
        client: { id: 'northwind', name: 'Northwind' },
        project: { id: 'voice', name: 'Voice' },
        assignee: { user: { id: abe, name: 'Abe' }, group: { id: 'gone-group', name: 'gone-group' } },
        category: { id: 'billing', name: 'Bills' },
        type: { id: 'gone-type', name: 'gone-type' },
        item: null,
        relatedCallId: 'c-1',
        waitingOn: 'support',
        revision: '0',
        createdAt: row.created_at,
      },
    ]);
    expect(items[0]?.allowedActions).toContain('resolve');
    expect(items[0]?.assignee?.user).not.toHaveProperty('email');
  });

  it("tells customers and partners no requester's e-mail address", async () => {
    await store(desk.projector, [ticketRow({ requester_id: uma, client_id: 'northwind' })]);
    for (const role of ['client_admin', 'partner_admin'] as const) {
      const { items } = await list(somebody(role, { clients: ['northwind'] }));
      expect(items.map(({ requester }) => requester)).toEqual([{ id: uma, name: 'Uma' }]);
    }
  });

  it('keeps notes out of what customers and partners see of time and order [RPLY-04]', async () => {
    const at = (hour: number) => `2026-01-01T0${hour}:00:00.000Z`;
    const noted = ticketRow({ client_id: 'northwind', public_updated_at: at(1), updated_at: at(5) });
    const replied = ticketRow({ client_id: 'northwind', public_updated_at: at(3), updated_at: at(3) });
    await store(desk.projector, [noted, replied]);
    for (const role of ['client_admin', 'partner_user'] as const) {
      const outside = somebody(role, { clients: ['northwind'] });
      const { items } = await list(outside);
      expect(items.map(({ id, updatedAt }) => [id, updatedAt])).toEqual([
        [replied.id, at(3)],
        [noted.id, at(1)],
      ]);
      expect(await ids(outside, { updatedFrom: at(4) })).toEqual([]);
      expect(await ids(outside, { updatedTo: at(2) })).toEqual([noted.id]);
    }
    const inside = await list(agent);
    expect(inside.items.map(({ id, updatedAt }) => [id, updatedAt])).toEqual([
      [noted.id, at(5)],
      [replied.id, at(3)],
    ]);
  });
});
