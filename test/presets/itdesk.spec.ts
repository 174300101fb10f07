// Staff move tickets freely, only Closed is an admin's; requesters set no status, and reopen by replying in time.
import { setTimeout as sleep } from 'node:timers/promises';
import { Story } from './story.js';

let story: Story;
beforeAll(async () => (story = await Story.under('itdesk')));
afterAll(() => story?.end());

const open = (more = {}) => story.who.uma.open({ categoryId: 'billing', ...more });

it('lets staff move any status to any, but Closed to admins only [LIFE-10] [LIFE-12]', async () => {
  const ticket = await open();
  for (const status of ['pending', 'new', 'resolved', 'in_progress']) {
    expect(await story.tries('abe', ticket, 'status', { status })).toBe(status);
  }
  expect(await story.offered('abe', ticket)).not.toContain('close');
  expect(await story.tries('abe', ticket, 'close')).toBe('409 transition-not-allowed');
  expect(await story.tries('abe', ticket, 'status', { status: 'closed' })).toBe('409 transition-not-allowed');
  expect(await story.tries('ada', ticket, 'close')).toBe('closed');
  expect(await story.tries('abe', ticket, 'reopen')).toBe('new');
});

it('lets requesters set no status, in no way [LIFE-13]', async () => {
  const ticket = await open();
  expect(await story.offered('uma', ticket)).toEqual(['reply']);
  expect(await story.tries('uma', ticket, 'resolve')).toBe('409 transition-not-allowed');
  expect(await story.tries('uma', ticket, 'status', { status: 'in_progress' })).toBe('403 not-allowed');
  await story.tries('abe', ticket, 'resolve');
  expect(await story.tries('uma', ticket, 'reopen')).toBe('409 transition-not-allowed');
});

it('reopens to New by a reply inside the window; after it the requester only reads [REOP-01] [REOP-03] [REOP-05] [LIFE-22]', async () => {
  const [inTime, late, never] = [await open(), await open(), await open()];
  for (const ticket of [inTime, late, never]) await story.tries('abe', ticket, 'resolve');
  expect(await story.replies('uma', inTime)).toBe('new');
  expect(await story.sees('abe', inTime)).toMatchObject({ reopened: true, publicReplyCount: 1 });
  await story.amend({ reopen: { window: 'PT0.05S' } });
  await sleep(100);
  expect(await story.replies('uma', late)).toBe('409 reopen-window-over');
  expect(await story.sees('uma', late)).toMatchObject({ status: 'resolved', publicReplyCount: 0 });
  expect(await story.tries('abe', late, 'reopen')).toBe('new'); // [REOP-09]
  await story.amend({ reopen: { window: 'PT0S' } });
  expect(await story.replies('uma', never)).toBe('409 reopen-window-over');
  await story.amend({ reopen: { window: 'P7D' } });
  expect(await story.replies('uma', never)).toBe('new'); // [REOP-18]
});

it('reopens to the status that an admin chose [REOP-04]', async () => {
  await story.amend({ reopen: { target: { assigned: 'in_progress', unassigned: 'pending' } } });
  const ticket = await open();
  await story.tries('abe', ticket, 'resolve');
  expect(await story.replies('uma', ticket)).toBe('pending');
});

it('asks for a category, and drops what requesters may not set [INTK-10] [INTK-12] [PRIO-02]', async () => {
  const bare = await story.who.uma.post('/v1/tickets', { subject: 'a', description: 'b' });
  expect([bare.status, bare.body.code]).toEqual([400, 'validation-failed']);
  const ticket = await open({ priority: 'critical' });
  expect(await story.sees('uma', ticket)).toMatchObject({ priority: 'medium', status: 'new' });
  expect(ticket.number).toMatch(/^OHD-\d{4}-\d{6}$/); // [NUMB-02]
});

it('queues by group; who knows the number opens the rest [SCOP-04] [SCOP-06] [SCOP-07]', async () => {
  const ticket = await open();
  expect(await story.lists('amy')).toContain(ticket.id);
  expect(await story.lists('stan')).toEqual([]);
  expect((await story.who.amy.get(`/v1/tickets/${ticket.number}`)).status).toBe(200);
  expect((await story.who.stan.get(`/v1/tickets/${ticket.number}`)).status).toBe(200);
  // Only the second is worth a line of history.
  const { text } = (await story.who.ada.get('/v1/audit/events?type=AuditRead')).body;
  const opened = String(text)
    .split('\n')
    .filter((line) => line.includes('"outside-queue"') && line.includes(ticket.id));
  expect(opened.map((line) => (JSON.parse(line) as { actor: { id: string } }).actor.id)).toEqual([
    story.who.stan.userId,
  ]);
  const own = await story.who.nina.open({ categoryId: 'billing' });
  expect((await story.who.nora.get(`/v1/tickets/${own.id}`)).status).toBe(404); // [SCOP-02]
});
