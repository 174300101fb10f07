import type { Actor } from '#access';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { empty, openDesk, policy, somebody, store, ticketRow, type Desk } from '../../test/desk.js';
import { anyActor, anyTicket } from '../../test/random-tickets.js';
import { rolledUpSince } from '../tables/ticket-list.js';
import { badges } from './badges.js';
import { countTickets, type TicketCounts } from './count-tickets.js';
import { listTickets, type TicketListParams } from './list-tickets.js';
import { viewsOf, views } from './views.js';

const secret = new Uint8Array(32);
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(() => empty(desk.projector));

const counts = (actor: Actor): Promise<TicketCounts> =>
  desk.api.inTenant(actor.tenant, (tx) => countTickets(tx, actor));

const listed = (actor: Actor, params: TicketListParams): Promise<number> =>
  desk.api.inTenant(actor.tenant, async (tx) => {
    const page = await listTickets(tx, actor, { ...params, limit: 1000 }, policy, secret);
    return page.items.length;
  });

describe('counts', () => {
  it("are the lists' numbers of rows for every view and status, whoever asks [VIEW-16] [SCOP-09]", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyTicket, { maxLength: 80 }),
        fc.array(anyActor, { maxLength: 4 }),
        async (rows, actors) => {
          await empty(desk.projector);
          await store(desk.projector, rows);
          for (const actor of actors) {
            const { views: byView, byStatus } = await counts(actor);
            expect(Object.keys(byView)).toEqual(viewsOf(actor));
            for (const view of viewsOf(actor))
              expect([view, byView[view]]).toEqual([view, await listed(actor, { view })]);
            for (const [status, count] of Object.entries(byStatus)) {
              expect(count).toBeGreaterThan(0);
              expect([status, count]).toEqual([status, await listed(actor, { status: [status] })]);
            }
            expect(Object.values(byStatus).reduce((sum, count) => sum + count, 0)).toBe(byView.all);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('count a ticket once that is both of their client and their own', async () => {
    await store(desk.projector, [
      ticketRow({ client_id: 'northwind', requester_id: 'me' }),
      ticketRow({ client_id: 'northwind' }),
      ticketRow({ requester_id: 'me' }),
      ticketRow({ requester_id: 'somebody else' }),
    ]);
    expect((await counts(somebody('partner_user', { clients: ['northwind'] }))).views.open).toBe(3);
    const member = somebody('user', { clients: ['northwind'], visibility: { user: 'organisation' } });
    expect((await counts(member)).views).toMatchObject({ all: 3, mine: 2 });
  });

  it('come from the cells: rows that were never counted do not show [VIEW-16]', async () => {
    await store(desk.projector, [ticketRow()]);
    await desk.projector.deleteFrom('read.ticket_list').execute();
    expect((await counts(somebody('admin'))).views.open).toBe(1);
  });

  it('come from the rows while the live tables are of a version that rolled nothing up, until they are built anew', async () => {
    await store(desk.projector, [
      ticketRow({ assignee_id: 'me', priority: 'high' }),
      ticketRow({ assignee_id: 'me', state: 'closed', status: 'closed' }),
      ticketRow({ client_id: 'northwind' }),
    ]);
    const agent = somebody('agent');
    const { views: byView, byStatus } = await counts(agent);
    await desk.projector.deleteFrom('read.ticket_badge_cells').execute();
    await desk.projector
      .insertInto('read.bookmarks')
      .values({ model: 'ticket-list', live: true, version: rolledUpSince - 1, updated_at: sql`now()` })
      .execute();
    try {
      expect(await counts(agent)).toMatchObject({ views: byView, byStatus });
      expect(byView).toMatchObject({ all: 3, mine: 2, urgent: 1, unassigned: 1 });
    } finally {
      await desk.projector.deleteFrom('read.bookmarks').execute();
    }
  });

  it('are zero where there is nothing', async () => {
    expect(await counts(somebody('agent'))).toEqual({
      views: Object.fromEntries(views.map((view) => [view, 0])),
      byStatus: {},
      asOf: { position: '0', lagMs: null },
    });
  });
});

describe('badges', () => {
  const ask = (actor: Actor) => desk.api.inTenant(actor.tenant, (tx) => badges(tx, actor));

  it.each(['guest', 'user', 'client_staff', 'auditor', 'service'] as const)(
    'are not there for %s [BADG-02]',
    async (role) => {
      await expect(ask(somebody(role, { clients: ['northwind'] }))).rejects.toMatchObject({
        code: 'badge-not-available',
      });
    },
  );

  it.each([
    ['client_admin', ['northwind'], 2],
    ['client_manager', ['contoso'], 1],
    ['partner_user', ['northwind', 'contoso'], 3],
    ['agent', [], 4],
  ] as const)(
    'show a %s of %j the open tickets of their scope only: %d [BADG-01] [NENU-04]',
    async (role, clients, open) => {
      await store(desk.projector, [
        ticketRow({ client_id: 'northwind' }),
        ticketRow({ client_id: 'northwind', state: 'waiting' }),
        ticketRow({ client_id: 'northwind', state: 'closed' }),
        ticketRow({ client_id: 'contoso' }),
        ticketRow(),
        ticketRow({ tenant: 'globex', client_id: 'northwind' }),
      ]);
      const answer = await ask(somebody(role, { clients }));
      expect(answer.views.open).toBe(open);
      expect(JSON.stringify(answer)).not.toMatch(/northwind|contoso/);
    },
  );
});
