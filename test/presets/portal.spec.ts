// Customers ask and reopen; partner admins, operators and admins do the rest. Waiting is told from who spoke last.
import { Story } from './story.js';

let story: Story;
beforeAll(async () => (story = await Story.under('portal')));
afterAll(() => story?.end());

it('goes from Open to Resolved and Closed by those who may, and by nobody else [LIFE-11] [LIFE-13]', async () => {
  const ticket = await story.who.nina.open({ priority: 'high' });
  expect(ticket).toMatchObject({ status: 'open', state: 'open' });
  expect(await story.offered('nina', ticket)).toEqual(['reply']);
  expect(await story.tries('nina', ticket, 'resolve')).toBe('409 transition-not-allowed');
  expect(await story.tries('nina', ticket, 'close')).toBe('403 not-allowed');
  expect(await story.tries('nina', ticket, 'status', { status: 'resolved' })).toBe('409 transition-not-allowed');
  expect(await story.tries('abe', ticket, 'resolve')).toBe('409 transition-not-allowed');
  expect(await story.tries('olga', ticket, 'start')).toBe('409 transition-not-allowed');
  expect(await story.tries('pat', ticket, 'resolve')).toBe('resolved');
  expect(await story.tries('olga', ticket, 'close')).toBe('closed');
  expect(await story.tries('ada', ticket, 'reopen')).toBe('open');
  expect(await story.tries('olga', ticket, 'close')).toBe('closed');
});

it('is reopened by customers by their action, from Resolved and Closed, without limit [REOP-11]', async () => {
  await story.amend({ reopen: { window: null, closedWindow: null } });
  const ticket = await story.who.nina.open();
  for (const end of ['resolve', 'close']) {
    await story.tries('olga', ticket, end);
    expect(await story.offered('nina', ticket)).toContain('reopen');
    expect(await story.tries('nora', ticket, 'reopen')).toBe('open');
  }
  expect(await story.sees('nina', ticket)).toMatchObject({ reopenCount: 2, state: 'open' });
});

it('takes a comment on Resolved for a comment, and none on Closed before it is reopened [RPLY-18]', async () => {
  const ticket = await story.who.nina.open();
  await story.tries('pat', ticket, 'resolve');
  expect(await story.replies('nina', ticket)).toBe('resolved');
  await story.tries('pat', ticket, 'close');
  for (const name of ['nina', 'pat', 'ada'] as const) {
    expect([name, await story.replies(name, ticket)]).toEqual([name, '409 ticket-closed']);
  }
});

it('derives “waiting on you” from who spoke last [STAT-08]', async () => {
  const ticket = await story.who.nina.open();
  await story.replies('olga', ticket);
  expect(await story.sees('nina', ticket)).toMatchObject({ status: 'open', waitingOn: 'requester' });
  await story.replies('nora', ticket);
  expect(await story.sees('nina', ticket)).toMatchObject({ status: 'open', waitingOn: 'support' });
});

it('hides the category from customers; support sets it in triage [CATG-08] [PRIO-04]', async () => {
  const { nina, pat } = story.who;
  const asked = { subject: 'a', description: 'b' };
  expect((await nina.post('/v1/tickets', { ...asked, categoryId: 'billing' })).body.code).toBe('field-not-allowed');
  expect((await nina.post('/v1/tickets', { ...asked, priority: 'critical' })).body.code).toBe('not-selectable');
  const ticket = await nina.open();
  expect((await pat.put(`/v1/tickets/${ticket.id}/classification`, { categoryId: 'billing' })).status).toBe(200);
  const seen = await story.sees('nora', ticket); // the organisation's [SCOP-01]
  expect(seen).toMatchObject({ category: { id: 'billing' } });
});
