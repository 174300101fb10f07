// One ticket's whole life on the product as its user starts it, with a reopen window of seconds. At every step the list,
// the thread, the history and the chain have to agree.
import { RunningDesk, scratch, type Answer } from './support/running-desk.js';

const nina = 'nina@northwind.test';
const abe = 'abe@acme.test';
const audra = 'audra@acme.test';
const windowMs = 4_000;

interface Receipt {
  id: string;
  number: string;
  state: string;
  revision: string;
  position: string;
}
interface Item {
  state: string;
  reopened: boolean;
  reopenCount: number;
  publicReplyCount: number;
  waitingOn: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
  revision: string;
}
interface Page<T> {
  items: T[];
}
interface AuditEvent {
  type: string;
  revision: string;
  occurredAt: string;
  actor: { id: string; kind: string; role: string };
}

const { dataDir, remove } = scratch();
let desk: RunningDesk;
let ticket: Receipt;

beforeAll(async () => {
  desk = await RunningDesk.start(dataDir, {
    LEDGERDESK_POLICY: JSON.stringify({ reopen: { window: `PT${windowMs / 1_000}S` } }),
  });
});
afterAll(async () => {
  await desk?.end();
  remove();
});

async function act(user: string, path: string, body: unknown = {}): Promise<Answer<Receipt>> {
  return desk.as<Receipt>(user, 'POST', `/v1/tickets/${ticket.id}/${path}`, body);
}
async function done(user: string, path: string, body: unknown = {}): Promise<Receipt> {
  const answer = await act(user, path, body);
  expect(answer).toMatchObject({ status: path === 'replies' ? 201 : 200 });
  await agree(answer.body);
  return answer.body;
}
const seenBy = async (user: string, position = ticket.position): Promise<Item> =>
  (await desk.as<Item>(user, 'GET', `/v1/tickets/${ticket.id}?after=${position}`)).body;
const thread = async (user: string) =>
  (await desk.as<Page<{ kind: string; body?: string; to?: unknown }>>(user, 'GET', `/v1/tickets/${ticket.id}/thread`))
    .body.items;
const history = async () =>
  (await desk.as<Page<AuditEvent>>(audra, 'GET', `/v1/audit/tickets/${ticket.id}/events?limit=100`)).body.items;

/** List, history and chain tell the same story as the receipt. */
async function agree(receipt: Receipt): Promise<void> {
  const seen = await seenBy(abe, receipt.position);
  expect(seen).toMatchObject({ state: receipt.state, revision: receipt.revision });
  const events = await history();
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => String(index)));
  expect(events.at(-1)?.revision).toBe(receipt.revision);
  const asOf = await desk.as<{ state: { state: string }; revision: string }>(
    audra,
    'GET',
    `/v1/audit/tickets/${ticket.id}?revision=${receipt.revision}`,
  );
  expect(asOf).toMatchObject({ status: 200, body: { revision: receipt.revision, state: { state: receipt.state } } });
  const verdict = await desk.as(audra, 'POST', '/v1/audit/verify', { id: ticket.id });
  expect(verdict).toMatchObject({ status: 200, body: { ok: true, checked: events.length } });
}
const until = async <T>(what: () => Promise<T>, holds: (value: T) => boolean, ms = 20_000): Promise<T> => {
  for (const end = Date.now() + ms; ;) {
    const value = await what();
    if (holds(value) || Date.now() > end) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

it('is opened by its requester and answered by support [INTK-01] [RPLY-01]', async () => {
  const opened = await desk.as<Receipt>(nina, 'POST', '/v1/tickets', {
    subject: 'No dial tone',
    description: 'Nothing.',
  });
  expect(opened.status).toBe(201);
  ticket = opened.body;
  await agree(ticket);
  await done(abe, 'replies', { body: 'Is the cable in?' });
  expect(await seenBy(nina)).toMatchObject({ publicReplyCount: 1, waitingOn: 'requester' });
});

it('keeps an internal note from its requester in thread, order, counts and search [RPLY-03] [RPLY-04]', async () => {
  const before = await seenBy(nina);
  const counts = await desk.as<{ views: object }>(nina, 'GET', '/v1/counts');
  const { position } = await done(abe, 'replies', { body: 'They forgot xylophone again', visibility: 'internal' });
  const { revision: _moved, asOf: _later, ...unmoved } = before as Item & { asOf: unknown };
  expect(await seenBy(nina, position)).toMatchObject(unmoved);
  expect((await desk.as<{ views: object }>(nina, 'GET', '/v1/counts')).body.views).toEqual(counts.body.views);
  expect((await thread(nina)).filter(({ kind }) => kind === 'note')).toEqual([]);
  expect((await thread(abe)).filter(({ kind }) => kind === 'note')).toHaveLength(1);
  for (const [user, hits] of [
    [nina, 0],
    [abe, 1],
  ] as const) {
    expect((await desk.as<Page<Item>>(user, 'GET', '/v1/tickets?q=xylophone')).body.items).toHaveLength(hits);
  }
  expect(await act(nina, 'replies', { body: 'mine', visibility: 'internal' })).toMatchObject({ status: 403 });
});

it('is resolved with notes and reopened by its requester’s reply, in one append [REOP-01] [LIFE-15]', async () => {
  await done(abe, 'resolve', { notes: 'The cable was out.' });
  expect(await seenBy(nina)).toMatchObject({ state: 'resolved', resolvedAt: expect.any(String), waitingOn: null });
  const before = (await history()).length;
  await done(nina, 'replies', { body: 'Still nothing.' });
  expect((await history()).slice(before).map(({ type }) => type)).toEqual(['ReplyAdded', 'TicketReopened']);
  expect(await seenBy(abe)).toMatchObject({ state: 'new', reopened: true, reopenCount: 1, resolvedAt: null });
});

it('closes by itself as System when the window is over, not before [REOP-06] [REOP-07] [LIFE-21]', async () => {
  await done(abe, 'resolve', { notes: 'Another cable.' });
  const { resolvedAt } = await seenBy(abe);
  await until(
    () => seenBy(abe),
    ({ state }) => state === 'closed',
  );
  const closed = (await history()).at(-1);
  expect(closed).toMatchObject({ type: 'TicketClosed', actor: { kind: 'system' } });
  expect(Date.parse(closed?.occurredAt ?? '') - Date.parse(resolvedAt ?? '')).toBeGreaterThanOrEqual(windowMs);
});

it('takes no reply of its requester any more, and is reopened by staff [REOP-05] [REOP-09]', async () => {
  expect(await act(nina, 'replies', { body: 'Hello?' })).toMatchObject({
    status: 409,
    body: { code: 'ticket-closed' },
  });
  const { revision } = await seenBy(abe);
  const reopened = await done(abe, 'reopen', { reason: 'They called.' });
  expect(BigInt(reopened.revision)).toBe(BigInt(revision) + 1n);
  expect(await seenBy(nina)).toMatchObject({ state: 'new', closedAt: null, reopenCount: 2 });
});

it('shows an auditor what was known at every moment, to nobody else [AUDT-02]', async () => {
  const events = await history();
  const second = events[1];
  const asOf = await desk.as<{ revision: string }>(
    audra,
    'GET',
    `/v1/audit/tickets/${ticket.number}?at=${second?.occurredAt}`,
  );
  expect(asOf.body.revision).toBe('1');
  expect(await desk.as(abe, 'GET', `/v1/audit/tickets/${ticket.id}/events`)).toMatchObject({ status: 403 });
  expect(await desk.as('cora@contoso.test', 'GET', `/v1/audit/tickets/${ticket.id}/events`)).toMatchObject({
    status: 404,
  });
});

it('closes sooner when an admin shortens the time meanwhile, counted from the resolution [REOP-18] [SETT-02]', async () => {
  const window = async (length: string) =>
    expect(await desk.as('ada@acme.test', 'PATCH', '/v1/policy', { reopen: { window: length } })).toMatchObject({
      status: 200,
    });
  await window('P1D');
  await done(abe, 'resolve', { notes: 'A third cable.' });
  const { resolvedAt } = await seenBy(abe);
  await window('PT2S');
  await until(
    () => seenBy(abe),
    ({ state }) => state === 'closed',
  );
  const closed = (await history()).at(-1);
  expect(closed).toMatchObject({ type: 'TicketClosed', actor: { kind: 'system' } });
  const waited = Date.parse(closed?.occurredAt ?? '') - Date.parse(resolvedAt ?? '');
  expect(waited).toBeGreaterThanOrEqual(2_000);
  expect(waited).toBeLessThan(24 * 3_600_000);
});
