import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { empty, openDesk, policy, somebody, store, ticketRow, type Desk } from '../../test/desk.js';
import { demoUserId } from '../directory/demo.js';
import type { TicketThreadRow } from '../tables/ticket-thread.js';
import { getReply } from './get-reply.js';
import { getTicket } from './get-ticket.js';
import { ticketThread, type ThreadParams } from './ticket-thread.js';

const secret = new Uint8Array(32);
const abe = demoUserId('abe@acme.test');
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const ticket = ticketRow({ client_id: 'northwind', guest: null, requester_id: 'me' });
const other = ticketRow({ client_id: 'northwind' });

function entry(seq: number, told: Partial<TicketThreadRow>): TicketThreadRow {
  return {
    tenant: 'acme',
    ticket_id: ticket.id,
    entry_id: randomUUID(),
    kind: 'reply',
    seq: String(seq),
    position: String(seq),
    at: `2026-01-01T00:00:${String(seq).padStart(2, '0')}.000Z`,
    actor_id: abe,
    actor_role: 'agent',
    actor_kind: 'user',
    side: null,
    body: null,
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
  };
}

const reply = entry(1, {
  body: 'Have you tried water?',
  side: 'support',
  attachment_urls: ['https://files.test/hose'],
});
const note = entry(2, { kind: 'note', body: 'They are furious.' });
const answer = entry(3, {
  body: 'Yes.',
  side: 'requester',
  parent_id: reply.entry_id,
  edited_at: '2026-01-01T00:01:00.000Z',
});
const removed = entry(4, { deleted: true, side: 'support' });
const moved = entry(5, { kind: 'status', from_value: 'new', to_value: 'resolved', reason: 'no fire' });
const closed = entry(10, {
  kind: 'status',
  actor_id: 'system',
  actor_role: 'system',
  actor_kind: 'system',
  from_value: 'resolved',
  to_value: 'closed',
});
const tagged = entry(11, { kind: 'change', field: 'tags', to_value: 'fire' });
const elsewhere = entry(1, { ticket_id: other.id, body: 'Another ticket.' });
const everything = [reply, note, answer, removed, moved, closed, tagged];

beforeEach(async () => {
  await empty(desk.projector);
  await store(desk.projector, [ticket, other]);
  await desk.projector
    .insertInto('read.ticket_thread')
    .values(
      [...everything, elsewhere].map((row) => ({
        ...row,
        from_value: JSON.stringify(row.from_value),
        to_value: JSON.stringify(row.to_value),
      })),
    )
    .execute();
});

const agent = somebody('agent');
const auditor = somebody('auditor', { id: 'another' });
const customer = somebody('client_admin', { clients: ['northwind'] });
const partner = somebody('partner_admin', { clients: ['northwind'] });
const stranger = somebody('client_admin', { clients: ['contoso'] });

const thread = (actor: Actor, params: ThreadParams = {}, key: string = ticket.id) =>
  desk.api.inTenant(actor.tenant, (tx) => ticketThread(tx, actor, key, params, secret));
const shown = async (actor: Actor, params: ThreadParams = {}) =>
  (await thread(actor, { limit: 100, ...params }))?.items.map(({ id }) => id);
const idsOf = (rows: readonly TicketThreadRow[]) => rows.map((row) => row.entry_id);

describe('the thread', () => {
  it('tells everything in order, oldest or latest first [DETL-02] [DETL-07]', async () => {
    expect(await shown(agent)).toEqual(idsOf(everything));
    expect(await shown(auditor, { order: 'desc' })).toEqual(idsOf(everything.toReversed()));
  });

  it.each([
    ['a customer', customer],
    ['a partner', partner],
  ])('has neither notes nor deleted replies for %s [RPLY-04] [EDIT-03]', async (_, outside) => {
    expect(await shown(outside)).toEqual(idsOf([reply, answer, moved, closed, tagged]));
    expect(JSON.stringify(await thread(outside))).not.toContain('furious');
  });

  it('is missing when the ticket is, or is out of scope [NENU-01]', async () => {
    expect(await thread(stranger)).toBeNull();
    expect(await thread(agent, {}, randomUUID())).toBeNull();
    expect(await thread(agent, {}, 'TICK-none')).toBeNull();
    expect(await thread(somebody('agent', { tenant: 'globex' }))).toBeNull();
  });

  it('tells who did it, what was said, and what became what', async () => {
    const page = await thread(agent, {}, ticket.number.toLowerCase());
    const by = { id: abe, name: 'Abe', role: 'agent', side: 'staff' };
    expect(page?.items).toEqual([
      {
        id: reply.entry_id,
        kind: 'reply',
        at: reply.at,
        actor: by,
        body: 'Have you tried water?',
        attachmentUrls: ['https://files.test/hose'],
      },
      { id: note.entry_id, kind: 'note', at: note.at, actor: by, body: 'They are furious.' },
      {
        id: answer.entry_id,
        kind: 'reply',
        at: answer.at,
        actor: by,
        body: 'Yes.',
        parentId: reply.entry_id,
        edited: '2026-01-01T00:01:00.000Z',
      },
      { id: removed.entry_id, kind: 'reply', at: removed.at, actor: by, deleted: true },
      { id: moved.entry_id, kind: 'status', at: moved.at, actor: by, from: 'new', to: 'resolved', reason: 'no fire' },
      {
        id: closed.entry_id,
        kind: 'status',
        at: closed.at,
        actor: { id: 'system', name: 'System', role: 'system', side: 'system' },
        from: 'resolved',
        to: 'closed',
      },
      { id: tagged.entry_id, kind: 'change', at: tagged.at, actor: by, field: 'tags', from: null, to: 'fire' },
    ]);
  });

  it.each(['asc', 'desc'] as const)('pages by keyset, %s, with cursors of its own', async (order) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await thread(agent, { order, limit: 2, ...(cursor && { cursor }) });
      seen.push(...(page?.items.map(({ id }) => id) ?? []));
      cursor = page?.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(idsOf(order === 'asc' ? everything : everything.toReversed()));

    const first = (await thread(agent, { order, limit: 2 }))?.nextCursor ?? '';
    const refused = { code: 'bad-cursor' };
    await expect(thread(auditor, { order, cursor: first })).rejects.toMatchObject(refused);
    await expect(thread(agent, { order, cursor: first }, other.id)).rejects.toMatchObject(refused);
    await expect(thread(agent, { order, cursor: first, of: 'replies' })).rejects.toMatchObject(refused);
    await expect(thread(agent, { order: order === 'asc' ? 'desc' : 'asc', cursor: first })).rejects.toMatchObject(
      refused,
    );
  });
});

describe('replies', () => {
  it('are listed alone, and by what they answer [RPLY-07]', async () => {
    expect(await shown(agent, { of: 'replies' })).toEqual(idsOf([reply, note, answer, removed]));
    expect(await shown(customer, { of: 'replies' })).toEqual(idsOf([reply, answer]));
    expect(await shown(customer, { of: 'replies', parentId: reply.entry_id.toUpperCase() })).toEqual(idsOf([answer]));
    expect(await shown(customer, { of: 'replies', parentId: note.entry_id })).toEqual([]);
    expect(await shown(customer, { of: 'replies', parentId: 'no uuid' })).toEqual([]);
  });

  it('are found one by one, unless hidden, of another ticket, or no reply at all [NENU-02]', async () => {
    const one = (actor: Actor, id: string, key = ticket.id) =>
      desk.api.inTenant('acme', (tx) => getReply(tx, actor, key, id));
    expect((await one(agent, note.entry_id))?.reply).toMatchObject({ kind: 'note', asOf: { position: '0' } });
    expect((await one(customer, answer.entry_id))?.reply).toMatchObject({ body: 'Yes.' });
    const missing = { reply: null };
    expect(await one(customer, note.entry_id)).toEqual(missing);
    expect(await one(customer, removed.entry_id)).toEqual(missing);
    expect(await one(agent, elsewhere.entry_id)).toEqual(missing);
    expect(await one(agent, moved.entry_id)).toEqual(missing);
    expect(await one(agent, 'no uuid')).toEqual(missing);
    expect(await one(stranger, reply.entry_id)).toBeNull();
  });
});

describe('one ticket', () => {
  const get = (actor: Actor, key: string, by = policy) =>
    desk.api.inTenant(actor.tenant, (tx) => getTicket(tx, actor, key, by));

  it('is opened by id or number, in any letter case, in scope only [NUMB-03] [NENU-01] [DETL-01]', async () => {
    for (const key of [ticket.id, ticket.id.toUpperCase(), ticket.number, ticket.number.toLowerCase()]) {
      expect(await get(customer, key)).toMatchObject({
        id: ticket.id,
        description: 'It burns.',
        asOf: { position: '0' },
      });
      expect(await get(stranger, key)).toBeNull();
    }
    for (const key of ['', ' ', '%', 'TICK-', randomUUID(), "' or true --"]) expect(await get(agent, key)).toBeNull();
  });

  it('is opened by staff outside their queue too, by policy [SCOP-06]', async () => {
    const queue = { staffQueue: 'groups' } as const;
    expect(await get(somebody('agent', { visibility: queue }), ticket.id)).toMatchObject({ id: ticket.id });
    expect(await get(somebody('agent', { visibility: { ...queue, directOpen: false } }), ticket.id)).toBeNull();
  });

  it('tells all that the list leaves out, of custom fields those that are the reader’s to see [DETL-04] [CFLD-09]', async () => {
    const full = ticketRow({
      client_id: 'northwind',
      category_id: 'office',
      type_id: 'devices',
      item_id: 'printer',
      recipients: [demoUserId('nora@northwind.test'), 'gone'],
      references: [{ kind: 'call', id: '7' }],
      custom_fields: { room: 'B2', seats: 4, serial: 'S-1' },
      context: { productName: 'Printer' },
      department: 'Sales',
      attachment_urls: ['https://files.test/1'],
      resolution_notes: 'Water.',
      resolution_by: abe,
      resolution_at: '2026-01-02T00:00:00.000Z',
    });
    await store(desk.projector, [full]);
    const field = { type: 'text', options: [], order: 1, active: true, filterable: false } as const;
    const on = { categoryId: 'office', visibleOnNew: true, requiredOnNew: false, order: 1 };
    const customFields = [
      { ...field, id: 'room', name: 'Room', on: [on] },
      { ...field, id: 'seats', name: 'Seats', on: [{ ...on, typeId: 'devices' }] },
      { ...field, id: 'serial', name: 'Serial', on: [{ ...on, typeId: 'devices', itemId: 'printer' }] },
    ];
    const told = await get(customer, full.number, { ...policy, customFields });
    expect(told).toMatchObject({
      recipients: [
        { id: demoUserId('nora@northwind.test'), name: 'Nora' },
        { id: 'gone', name: 'gone' },
      ],
      references: [{ kind: 'call', id: '7' }],
      customFields: { room: 'B2', seats: 4 },
      context: { productName: 'Printer' },
      department: 'Sales',
      attachments: [{ url: 'https://files.test/1' }],
      resolution: { notes: 'Water.', by: { id: abe, name: 'Abe' }, at: '2026-01-02T00:00:00.000Z' },
    });
    expect(told?.customFields).not.toHaveProperty('serial');
    expect(await get(somebody('agent'), full.number, { ...policy, customFields })).toMatchObject({
      customFields: { serial: 'S-1' },
    });
  });
});
