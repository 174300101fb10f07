// What a search finds, for whom, and how: from fifty thousand tickets, under row-level security as the API's role.
import type { Actor } from '#access';
import { sql } from 'kysely';
import { empty, openDesk, policy, somebody, store, ticketRow, type Desk } from '../../test/desk.js';
import { nodesOf, plansOf, rowsTouched, type Plan } from '../../test/plans.js';
import type { Tx } from '../database.js';
import type { TicketSearchRow } from '../tables/ticket-search.js';
import { listTags } from './list-tags.js';
import { listTickets, type TicketListParams } from './list-tickets.js';

const secret = new Uint8Array(32);
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const agent = somebody('agent');
const developer = somebody('developer', { visibility: { developerCategories: ['technical'] } });
const customer = somebody('client_admin', { clients: ['northwind'] });
const partner = somebody('partner_admin', { clients: ['northwind'] });
const auditor = somebody('auditor');

const found = (actor: Actor, params: TicketListParams): Promise<string[]> =>
  desk.api.inTenant(actor.tenant, async (tx) =>
    (await listTickets(tx, actor, { sort: 'createdAt', order: 'asc', ...params }, policy, secret)).items.map(
      ({ number }) => number,
    ),
  );

describe('hits', () => {
  const tickets = [
    ticketRow({ number: 'ACME-77', subject: 'Printer on FIRE', description: 'Level 100%', client_id: 'northwind' }),
    ticketRow({ number: 'ACME-770', subject: 'Under_score', description: 'zq', category_id: 'technical' }),
    ticketRow({ number: 'ACME-8', subject: 'Quiet', description: 'Äpfel', client_id: 'contoso' }),
    ticketRow({ number: 'GLOB-77', tenant: 'globex', subject: 'Printer of theirs' }),
    ticketRow({ number: 'ACME-9', guest: { name: 'Gustava Guest', email: 'gustava@far.test' } }),
  ];
  const [printer, , quiet, theirs] = tickets;
  const word = (kind: TicketSearchRow['kind'], n: number, text: string, ticket = printer) => ({
    tenant: ticket?.tenant ?? '',
    ticket_id: ticket?.id ?? '',
    kind,
    part: `${kind} ${n}`,
    text,
  });
  beforeAll(async () => {
    await empty(desk.projector);
    await store(
      desk.projector,
      tickets.map((row, n) => ({ ...row, created_at: `2026-01-0${n + 1}T00:00:00.000Z` })),
    );
    const nina = await desk.api.inTenant('acme', (tx) =>
      tx
        .selectFrom('directory.users')
        .select('id')
        .where('login', '=', 'nina@northwind.test')
        .executeTakeFirstOrThrow(),
    );
    await desk.projector
      .updateTable('read.ticket_list')
      .set({ requester_id: nina.id })
      .where('number', '=', 'ACME-8')
      .execute();
    await desk.projector
      .insertInto('read.ticket_search')
      .values([
        word('reply', 1, 'I replaced the toner'),
        word('note', 1, 'The customer is a nuisance'),
        word('note', 2, 'Secret of globex', theirs),
        word('reply', 2, 'toner again', quiet),
      ])
      .execute();
  });

  it.each<[string, Actor, string, string[]]>([
    ['a number, from its beginning [SRCH-01]', customer, 'acme-77', ['ACME-77']],
    ['a number, not from its middle', agent, 'ME-7', []],
    ['a subject, in any letter case [SRCH-02]', customer, 'pRINTER on fire', ['ACME-77']],
    ['part of a description', agent, 'pfel', ['ACME-8']],
    ['letters beyond ASCII, in any case', agent, 'äPFEL', ['ACME-8']],
    ['two letters', agent, 'zq', ['ACME-770']],
    ['a percent sign for itself [SRCH-09]', agent, '0%', ['ACME-77']],
    ['a percent sign for nothing else', agent, 'Pri%fire', []],
    ['an underscore for itself', agent, 'r_s', ['ACME-770']],
    ['an underscore for nothing else', agent, 'Prin_er', []],
    ['a backslash for itself', agent, 'Prin\\ter', []],
    ['replies, for staff [SRCH-03]', agent, 'replaced the ton', ['ACME-77']],
    ['replies, for auditors', auditor, 'toner', ['ACME-77', 'ACME-8']],
    ['no replies, for customers', customer, 'toner', []],
    ['notes, for staff [SRCH-08]', agent, 'nuisance', ['ACME-77']],
    ['no notes, for customers', customer, 'nuisance', []],
    ['no notes, for partners', partner, 'nuisance', []],
    ["nobody else's tickets [SRCH-10]", developer, 'fire', []],
    ['those in scope', developer, 'score', ['ACME-770']],
    ["no other tenant's words", agent, 'secret of globex', []],
    ["no other tenant's tickets", agent, 'theirs', []],
    ['who asked, by name [SRCH-03]', agent, 'Nina', ['ACME-8']],
    ['who asked, by e-mail', agent, 'nina@north', ['ACME-8']],
    ['a guest by name', agent, 'gustava gu', ['ACME-9']],
    ['a guest by e-mail', agent, 'gustava@far', ['ACME-9']],
    ['nobody by e-mail, for customers', customer, 'gustava@far', []],
    ['nobody by name, for partners', partner, 'Nina', []],
  ])('find %s', async (_, actor, q, numbers) => {
    expect(await found(actor, { q })).toEqual(numbers);
  });

  it('show no more to anybody for two letters', async () => {
    expect(await found(agent, { q: 'nu' })).toEqual(['ACME-77']);
    for (const actor of [customer, partner]) expect(await found(actor, { q: 'nu' })).toEqual([]);
  });

  it('are never told to whoever calls the function without a tenant, and only ids of the one that is set', async () => {
    const call = sql<{
      id: string;
    }>`select id from read.tickets_mentioning('e', ${['opening', 'note']}::text[], 100) as id`;
    expect((await call.execute(desk.api.db)).rows).toEqual([]);
    const rows = await desk.api.inTenant('globex', async (tx) => (await call.execute(tx)).rows);
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([theirs?.id]));
  });

  it('are for the API only: nobody else may call the function', async () => {
    const { rows } = await sql<{ role: string; may: boolean; path: string[] }>`
      select role, has_function_privilege(role, p.oid, 'execute') as may, p.proconfig as path
      from pg_proc p, unnest(array['ledgerdesk_api', 'ledgerdesk_worker', 'public']) role
      where p.proname = 'tickets_mentioning'`.execute(desk.api.db);
    expect(rows.map(({ role, may }) => [role, may])).toEqual([
      ['ledgerdesk_api', true],
      ['ledgerdesk_worker', false],
      ['public', false],
    ]);
    expect(rows[0]?.path).toContain('search_path=pg_catalog, pg_temp');
  });
});

describe('of fifty thousand tickets', () => {
  beforeAll(async () => {
    await empty(desk.projector);
    const minute = (n: number) => (n * 7919) % 50_021;
    const tickets = Array.from({ length: 50_000 }, (_, n) =>
      ticketRow({
        subject: n % 100 === 0 ? `Router ${n}` : `${minute(n) < 6_000 ? 'Typewriter' : 'Something'} ${n}`,
        description: n % 5_000 === 7 ? 'A needle in here' : 'Hay and straw',
        tags: n % 4_000 === 3 ? ['rare'] : n % 2 === 0 ? ['usual'] : [],
        references: n % 6_000 === 5 ? [{ kind: 'call', id: '4711' }] : [],
        client_id: `client-${n % 120}`,
        updated_at: new Date(Date.UTC(2026, 0, 1) + minute(n) * 60_000).toISOString(),
      }),
    );
    await store(desk.projector, tickets);
    await sql`vacuum analyze read.ticket_list, read.ticket_search`.execute(desk.projector);
  });

  const inAcme = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => desk.api.inTenant('acme', work);

  it.each<[string, TicketListParams, number]>([
    ['a word', { q: 'NEEDLE' }, 10],
    ['a word, with filters', { q: 'needle', priority: ['normal'], view: 'open' }, 10],
    ['a tag', { tag: ['rare'] }, 13],
    ['a reference', { reference: ['call:4711'] }, 9],
    ['what there is not', { q: 'unheard of' }, 0],
  ])('%s that is rare is looked up, once the first rows have been asked for words', async (_, params, hits) => {
    await inAcme(async (tx) => {
      expect((await listTickets(tx, agent, params, policy, secret)).items).toHaveLength(hits);
      const plans = await plansOf(tx, (tx) => listTickets(tx, agent, params, policy, secret));
      const touched = (table: string) => plans.reduce((sum, plan) => sum + rowsTouched(plan, table), 0);
      const asked = params.q === undefined ? 0 : 500;
      expect(touched('ticket_list')).toBeLessThanOrEqual(2 * asked + hits);
      expect(touched('ticket_search')).toBeLessThanOrEqual(2 * asked + hits);
      expect(
        plans
          .flatMap(nodesOf)
          .filter((node) => node['Relation Name'] === 'ticket_list' && node['Node Type'] === 'Seq Scan'),
      ).toEqual([]);
    });
  });

  it.each<[string, TicketListParams]>([
    ['a word', { q: 'straw' }],
    ['two letters', { q: 'st' }],
  ])('%s that is common is met on the way through the list, and no index of words is read', async (_, params) => {
    await inAcme(async (tx) => {
      expect((await listTickets(tx, agent, params, policy, secret)).items).toHaveLength(25);
      const plans = await plansOf(tx, (tx) => listTickets(tx, agent, params, policy, secret));
      expect(plans.reduce((sum, plan) => sum + rowsTouched(plan, 'ticket_list'), 0)).toBeLessThan(200);
      expect(JSON.stringify(plans)).not.toContain('tickets_mentioning');
    });
  });

  it('a word that was common long ago is asked of the first rows only, then of an index, and pages on', async () => {
    const params = { q: 'typewriter', limit: 100 };
    await inAcme(async (tx) => {
      const plans = await plansOf(tx, (tx) => listTickets(tx, agent, params, policy, secret));
      const asked = plans.flatMap(nodesOf).filter((node) => node['Relation Name'] === 'ticket_search');
      expect(asked.reduce((sum, node) => sum + node['Actual Loops'], 0)).toBeLessThanOrEqual(500 + 5_000);
      expect(JSON.stringify(plans.at(-2))).toContain('hashed SubPlan');
      expect(JSON.stringify(plans.at(-2))).toContain('Index Only Scan');
      expect(rowsTouched(plans.at(-1) as Plan, 'ticket_list')).toBeLessThanOrEqual(101);
    });
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await inAcme((tx) =>
        listTickets(tx, agent, { ...params, ...(cursor && { cursor }) }, policy, secret),
      );
      seen.push(...page.items.map(({ updatedAt }) => updatedAt));
      cursor = page.nextCursor;
    }
    const { rows } = await sql<{ updated_at: string }>`select updated_at from read.ticket_list
      where subject like 'Typewriter%' order by updated_at desc`.execute(desk.projector);
    expect(rows.length).toBeGreaterThan(5_000);
    expect(seen).toEqual(rows.map((row) => row.updated_at));
  });

  it('a tag that is common is met on the way through the list, without sorting', async () => {
    await inAcme(async (tx) => {
      const params = { tag: ['usual'] };
      expect((await listTickets(tx, agent, params, policy, secret)).items).toHaveLength(25);
      const plans = await plansOf(tx, (tx) => listTickets(tx, agent, params, policy, secret));
      const list = plans.at(-1);
      if (!list) throw new Error('no list was asked for');
      expect(rowsTouched(list, 'ticket_list')).toBeLessThan(200);
    });
  });

  it('whoever sees few tickets has their words found among these, and no index of words is read', async () => {
    await inAcme(async (tx) => {
      const customer = somebody('client_admin', { clients: ['client-40'] });
      const params = { q: 'Router 4000' };
      const found = await listTickets(tx, customer, params, policy, secret);
      expect(found.items.map(({ subject }) => subject)).toContain('Router 4000');
      expect(
        JSON.stringify(await plansOf(tx, (tx) => listTickets(tx, customer, params, policy, secret))),
      ).not.toContain('tickets_mentioning');
      expect(JSON.stringify(await plansOf(tx, (tx) => listTickets(tx, agent, params, policy, secret)))).toContain(
        'tickets_mentioning',
      );
    });
  });

  it('the tags in use are found from one to the next, not ticket by ticket [TAGS-06]', async () => {
    await inAcme(async (tx) => {
      const names = async (prefix?: string) => (await listTags(tx, agent, prefix)).map(({ name }) => name);
      expect(await names()).toEqual(['rare', 'usual']);
      expect(await names('US')).toEqual(['usual']);
      expect(await names('%')).toEqual([]);
      const plans = await plansOf(tx, (tx) => listTags(tx, agent));
      expect(plans.reduce((sum, plan) => sum + rowsTouched(plan, 'ticket_search'), 0)).toBe(2);
    });
    expect(await desk.api.inTenant('globex', (tx) => listTags(tx, somebody('agent', { tenant: 'globex' })))).toEqual(
      [],
    );
  });

  it('the function finds words by the index over them', async () => {
    const plan = await desk.projector.transaction().execute(async (tx) => {
      await sql`select set_config('ledgerdesk.tenant', 'acme', true)`.execute(tx);
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select ticket_id from read.ticket_search s
        where s.tenant = current_setting('ledgerdesk.tenant', true) and s.kind <> 'label'
          and s.kind = any (array['opening', 'note']) and s.text ilike '%needle%' limit 5001`.execute(tx);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('ticket_search_words');
  });

  it('pages through hits as through any list', async () => {
    const all = await found(agent, { q: 'router', sort: 'updatedAt', limit: 100 });
    const paged: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page = await inAcme((tx) =>
        listTickets(tx, agent, { q: 'router', order: 'asc', limit: 7, ...(cursor && { cursor }) }, policy, secret),
      );
      paged.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor;
    }
    expect(paged).toHaveLength(500);
    expect(new Set(paged).size).toBe(500);
    expect(paged.slice(0, 100)).toEqual(all);
  });
});
