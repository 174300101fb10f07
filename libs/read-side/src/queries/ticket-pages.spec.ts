import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import type { State } from '#policy';
import { openDesk, policy, somebody, store, ticketRow, type Desk } from '../../test/desk.js';
import type { TicketListRow } from '../tables/ticket-list.js';
import { absorbedField, type TicketThreadRow } from '../tables/ticket-thread.js';
import { ticketComments } from './ticket-comments.js';
import { ticketPages } from './ticket-pages.js';

let desk: Desk;
const states: State[] = ['new', 'open', 'in_progress', 'waiting', 'resolved', 'closed'];
/** Three at every moment, so that only their ids order them. */
const tickets = Array.from({ length: 61 }, (_, n) =>
  ticketRow({
    created_at: new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 3))).toISOString(),
    state: states[n % states.length] as State,
    requester_id: n % 4 === 0 ? 'me' : 'somebody',
    client_id: n % 3 === 0 ? 'northwind' : 'contoso',
    tenant: n % 10 === 9 ? 'globex' : 'acme',
  }),
);
beforeAll(async () => {
  desk = await openDesk();
  await store(desk.projector, tickets);
});
afterAll(() => desk.close());

const newestFirst = (sees: (row: (typeof tickets)[number]) => boolean): string[] =>
  tickets
    .filter((row) => row.tenant === 'acme' && sees(row))
    .toSorted((a, b) => (a.created_at === b.created_at ? (a.id < b.id ? 1 : -1) : a.created_at < b.created_at ? 1 : -1))
    .map(({ id }) => id);
const pages = (actor: Actor, page: number, pageSize: number, of?: State[]) =>
  desk.api.inTenant('acme', (tx) => ticketPages(tx, actor, { page, pageSize, ...(of && { states: of }) }, policy));

const scopes: [string, Actor, (row: (typeof tickets)[number]) => boolean][] = [
  ['a tenant', somebody('agent'), () => true],
  ['a user', somebody('user'), (row) => row.requester_id === 'me'],
  ['a partner of two clients', somebody('partner_user', { clients: ['northwind', 'contoso'] }), () => true],
  ['a partner of one', somebody('partner_user', { clients: ['northwind'] }), (row) => row.client_id === 'northwind'],
];

describe('numbered pages', () => {
  it.each(scopes)('of %s follow each other without a gap [VIEW-08] [VIEW-11]', async (_, actor, sees) => {
    const all = newestFirst(sees);
    const read: string[] = [];
    for (let page = 1, more = true; more; page += 1) {
      const answer = await pages(actor, page, 7);
      expect(answer.total).toBe(all.length);
      read.push(...answer.items.map(({ id }) => id));
      more = answer.more;
      expect(more).toBe(read.length < all.length);
    }
    expect(read).toEqual(all);
  });

  it.each([[['new', 'open']], [['in_progress', 'waiting']], [['closed']]] as State[][][])(
    'of %s count those alone [VIEW-08]',
    async (of) => {
      for (const [, actor, sees] of scopes) {
        const all = newestFirst((row) => sees(row) && of.includes(row.state));
        const { items, total, more } = await pages(actor, 1, 5, of);
        expect({ ids: items.map(({ id }) => id), total, more }).toEqual({
          ids: all.slice(0, 5),
          total: all.length,
          more: all.length > 5,
        });
      }
    },
  );

  it('end where the tickets end', async () => {
    expect(await pages(somebody('agent'), 100, 20)).toMatchObject({ items: [], more: false });
  });
});

describe('comments', () => {
  const target = ticketRow({ requester_id: 'me', public_reply_count: 1 });
  const [ticket, other] = [ticketRow({ requester_id: 'me', public_reply_count: 3 }), ticketRow()];
  const entry = (seq: number, told: Partial<TicketThreadRow> = {}): TicketThreadRow => ({
    tenant: 'acme',
    ticket_id: ticket.id,
    entry_id: randomUUID(),
    kind: 'reply',
    seq: String(seq),
    position: String(seq),
    at: '2026-01-01T00:00:00.000Z',
    actor_id: 'abe',
    actor_role: 'agent',
    actor_kind: 'user',
    side: 'support',
    body: `Entry ${seq}`,
    parent_id: null,
    attachment_urls: [],
    edited_at: null,
    deleted: false,
    moved_to: null,
    field: null,
    from_value: null,
    to_value: null,
    reason: null,
    ...told,
  });
  const first = entry(1);
  const thread = [
    first,
    entry(2, { kind: 'note', parent_id: first.entry_id }),
    entry(3, { deleted: true, parent_id: first.entry_id }),
    entry(4, { parent_id: first.entry_id }),
    entry(5),
    entry(6, { kind: 'status', body: null }),
  ];
  const elsewhere = entry(1, { ticket_id: other.id });
  beforeAll(async () => {
    await store(desk.projector, [ticket, other]);
    await desk.projector
      .insertInto('read.ticket_thread')
      .values([...thread, elsewhere])
      .execute();
  });
  const comments = (actor: Actor, of: Parameters<typeof ticketComments>[2]['of'], page = 1, pageSize = 50) =>
    desk.api.inTenant('acme', (tx) => ticketComments(tx, actor, { of, page, pageSize }));
  const bodies = (page: Awaited<ReturnType<typeof comments>>) => page?.items.map(({ body }) => body);

  it('are the public replies that stand, whoever asks, in pages [DETL-06]', async () => {
    for (const actor of [somebody('user'), somebody('admin')]) {
      expect(bodies(await comments(actor, { ticket: ticket.id }))).toEqual(['Entry 1', 'Entry 4', 'Entry 5']);
      expect(await comments(actor, { ticket: ticket.id }, 2, 2)).toMatchObject({
        ticketId: ticket.id,
        items: [{ body: 'Entry 5' }],
        total: 3,
        more: false,
      });
    }
  });

  it('are read with those of what was merged into the ticket, as far as it could be opened by itself', async () => {
    const [mine, theirs] = [ticketRow({ requester_id: 'me' }), ticketRow()].map((row) => ({
      ...row,
      merged_into: target.id,
    })) as [TicketListRow, TicketListRow];
    await store(desk.projector, [target, mine, theirs]);
    const on = (row: TicketListRow, minute: number) =>
      entry(1, { ticket_id: row.id, body: `Minute ${minute}`, at: `2026-01-01T00:0${minute}:00.000Z` });
    const absorbed = ({ id }: TicketListRow, seq: number) =>
      entry(seq, {
        ticket_id: target.id,
        kind: 'change',
        field: absorbedField,
        to_value: JSON.stringify(id),
        body: null,
      });
    await desk.projector
      .insertInto('read.ticket_thread')
      .values([on(target, 3), on(mine, 2), on(theirs, 1), absorbed(mine, 2), absorbed(theirs, 3)])
      .execute();
    expect(bodies(await comments(somebody('user'), { ticket: target.id }))).toEqual(['Minute 2', 'Minute 3']);
    expect(await comments(somebody('admin'), { ticket: target.id }, 1, 2)).toMatchObject({
      items: [{ body: 'Minute 1' }, { body: 'Minute 2' }],
      total: 3,
      more: true,
    });
  });

  it('have their answers, and no others [RPLY-07] [DETL-06]', async () => {
    const answer = await comments(somebody('user'), { comment: first.entry_id });
    expect(answer).toMatchObject({ items: [{ body: 'Entry 4' }], total: 1, more: false, ticketId: ticket.id });
    expect(bodies(await comments(somebody('user'), { comment: thread[4]?.entry_id ?? '' }))).toEqual([]);
  });

  it('of a hidden ticket are as missing as those that never were [SCOP-09]', async () => {
    for (const comment of [elsewhere, thread[1], thread[2]].map((row) => row?.entry_id ?? '')) {
      expect(await comments(somebody('user'), { comment })).toBeNull();
    }
    expect(await comments(somebody('user'), { comment: randomUUID() })).toBeNull();
    expect(await comments(somebody('user'), { ticket: other.id })).toBeNull();
    expect(await comments(somebody('admin'), { comment: elsewhere.entry_id })).toMatchObject({ ticketId: other.id });
  });
});
