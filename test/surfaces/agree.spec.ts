// One ticket seen through three surfaces: whatever commands it takes, by whichever surface, they tell the same of it.
import fc from 'fast-check';
import { signIn, type Body, type Client } from '../../apps/api/test/client.js';
import { startStack, type Stack } from '../stack.js';

let stack: Stack;
let abe: Client;
let nina: Client;
beforeAll(async () => {
  stack = await startStack();
  const [url = ''] = stack.urls;
  [abe, nina] = await Promise.all([signIn(url, 'abe'), signIn(url, 'nina@northwind.test')]);
});
afterAll(() => stack?.stop());

type Step = (id: string) => readonly [Client, string, string, Body?];
const nativeVerb =
  (verb: string, body: Body = {}): Step =>
  (id) => [abe, 'POST', `/v1/tickets/${id}/${verb}`, body];
const social =
  (action: string): Step =>
  (id) => [abe, 'PUT', `/api/tickets/${id}/status`, { action }];
const portal =
  (status: string): Step =>
  (id) => [abe, 'POST', `/api/support/tickets/${id}/status`, { status, reason: 'So it is' }];
const steps: Readonly<Record<string, Step>> = {
  start: nativeVerb('start'),
  wait: nativeVerb('wait'),
  note: nativeVerb('replies', { body: 'Among us', visibility: 'internal' }),
  reply: nativeVerb('replies', { body: 'To you', then: { status: 'waiting', reason: 'Asked' } }),
  reopen: nativeVerb('reopen', { reason: 'Again' }),
  StartProgress: social('StartProgress'),
  MarkAsResolved: social('MarkAsResolved'),
  Close: social('Close'),
  open: portal('open'),
  resolved: portal('resolved'),
  closed: portal('closed'),
  'social comment': (id) => [nina, 'POST', '/api/ticket-comments', { ticketId: id, text: 'From me' }],
  'portal comment': (id) => [nina, 'POST', `/api/support/tickets/${id}/comments`, { text: 'From me too' }],
  'open another': () => [nina, 'POST', '/api/support/tickets', { subject: 'Another', description: 'One' }],
};

const socialName: Record<string, string> = {
  new: 'New',
  open: 'New',
  in_progress: 'InProgress',
  waiting: 'InProgress',
};
const portalName = (state: string) => (state === 'resolved' || state === 'closed' ? state : 'open');
const dataOf = ({ body }: { body: Body }): Body => body.data as Body;

/** What each surface says of the ticket and of all tickets, to both of its people. */
async function agree(id: string): Promise<void> {
  const now = { position: String(await stack.parts.ledger.head()) };
  for (const client of [abe, nina]) {
    const native = await client.ask(`/v1/tickets/${id}`, now);
    const state = String(native.state);
    const comments = Number(native.publicReplyCount);
    const assignee = native.assignee as { user?: { id: string; name: string } } | null;

    const one = dataOf(await client.get(`/api/tickets/${id}`));
    expect(one).toMatchObject({
      status: socialName[state] ?? state.replace(/^./, (letter) => letter.toUpperCase()),
      subject: native.subject,
      updatedAt: native.updatedAt,
      resolvedAt: native.resolvedAt,
      closedAt: native.closedAt,
      assignedToUserId: assignee?.user?.id ?? null,
    });
    const said = dataOf(await client.get(`/api/ticket-comments/ticket/${id}?pageSize=100`));
    expect([said.totalCount, (said.comments as Body[]).length, said.hasMore]).toEqual([comments, comments, false]);

    const page = (await client.get(`/api/support/tickets/${id}`)).body;
    expect(page).toMatchObject({
      reference: native.number,
      status: portalName(state),
      updatedAt: native.updatedAt,
      commentCount: comments,
      supportReplied: native.lastReplyBy === 'support',
      waitingOn: native.waitingOn,
      owner: assignee?.user?.name ?? null,
    });
    const texts = (of: unknown) => (of as { text: string }[]).map(({ text }) => text);
    expect(texts(page.comments)).toEqual(texts(said.comments));

    const { views } = (await client.ask('/v1/counts', now)) as { views: Record<string, number> };
    const total = async (query: string) => dataOf(await client.get(`/api/tickets?pageSize=1${query}`)).totalCount;
    const [all, fresh, begun, resolved, closed] = await Promise.all(
      ['', '&status=New', '&status=InProgress', '&status=2', '&status=3'].map(total),
    );
    expect([all, resolved, closed]).toEqual([views.all, views.resolved, views.closed]);
    expect(Number(fresh) + Number(begun)).toBe(views.open);
  }
  expect((await abe.get('/api/shell/support/open-count')).body).toEqual({
    count: (await abe.ask('/v1/badges', now)).open,
  });
}

it('never disagree, whichever way a ticket goes [APIC-12] [RELY-03] [VIEW-11] [BADG-01]', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 4, maxLength: 8 }), async (walk) => {
      const { id } = await nina.open();
      for (const name of walk) {
        const [client, method, path, body] = (steps[name] as Step)(id);
        const answer = await client.request(method, path, body);
        expect([name, answer.status < 500]).toEqual([name, true]);
        await agree(id);
      }
    }),
    { numRuns: 5, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false },
  );
}, 120_000);
