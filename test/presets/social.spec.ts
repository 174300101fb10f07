// Three actions by admins and moderators, one way: start, resolve, close. Nothing comes back.
import { Story } from './story.js';

let story: Story;
beforeAll(async () => (story = await Story.under('social')));
afterAll(() => story?.end());

it('starts, resolves and closes, in this order and no other [LIFE-03] [LIFE-04] [LIFE-05]', async () => {
  const ticket = await story.who.uma.open();
  expect(await story.offered('mo', ticket)).toEqual(['start']);
  expect(await story.tries('mo', ticket, 'resolve')).toBe('409 transition-not-allowed');
  expect(await story.tries('mo', ticket, 'close')).toBe('409 transition-not-allowed');
  expect(await story.tries('mo', ticket, 'start')).toBe('in_progress');
  expect(await story.sees('mo', ticket)).toMatchObject({ assignee: { user: { id: story.who.mo.userId } } });
  expect(await story.tries('mo', ticket, 'close')).toBe('409 transition-not-allowed');
  expect(await story.tries('ada', ticket, 'resolve')).toBe('resolved');
  expect(await story.tries('mo', ticket, 'start')).toBe('409 transition-not-allowed');
  expect(await story.tries('mo', ticket, 'close')).toBe('closed');
});

it('is for admins and moderators [LIFE-03] [LIFE-13]', async () => {
  const ticket = await story.who.uma.open();
  expect(await story.tries('abe', ticket, 'start')).toBe('409 transition-not-allowed');
  expect(await story.tries('uma', ticket, 'start')).toBe('403 not-allowed');
  expect(await story.tries('uma', ticket, 'resolve')).toBe('409 transition-not-allowed');
  const assigneeId = story.who.amy.userId;
  expect(await story.tries('ada', ticket, 'start', { assigneeId })).toBe('in_progress');
  expect(await story.sees('ada', ticket)).toMatchObject({ assignee: { user: { id: assigneeId } } });
});

it('has no comments while New, the desk’s while In Progress, feedback when Resolved [RPLY-08] [RPLY-09]', async () => {
  const ticket = await story.who.uma.open();
  for (const name of ['uma', 'mo', 'ada'] as const) {
    expect([name, await story.replies(name, ticket)]).toEqual([name, '409 comments-not-open']);
    expect(await story.offered(name, ticket)).not.toContain('reply');
  }
  await story.tries('mo', ticket, 'start');
  expect(await story.replies('ada', ticket)).toBe('in_progress');
  expect(await story.replies('uma', ticket)).toBe('409 comments-not-open');
  await story.tries('mo', ticket, 'resolve');
  expect(await story.replies('uma', ticket)).toBe('resolved');
  expect(await story.sees('uma', ticket)).toMatchObject({ status: 'resolved', publicReplyCount: 2 });
});

it('ends with Closed: every further command is refused [LIFE-07] [REOP-13]', async () => {
  const ticket = await story.who.uma.open();
  await story.tries('mo', ticket, 'start');
  await story.tries('mo', ticket, 'resolve');
  for (const name of ['uma', 'mo', 'ada'] as const) {
    expect([name, await story.tries(name, ticket, 'reopen')]).toEqual([name, '409 transition-not-allowed']);
  }
  await story.tries('mo', ticket, 'close');
  for (const name of ['mo', 'ada'] as const) {
    expect(await story.offered(name, ticket)).toEqual([]);
    for (const [verb, body] of [
      ['replies', { body: 'Hello' }],
      ['replies', { body: 'Hello', visibility: 'internal' }],
      ['status', { status: 'in_progress' }],
      ['assignee', { userId: story.who.amy.userId }],
      ['tags/late', {}],
      ['start', {}],
      ['resolve', {}],
      ['reopen', {}],
    ] as const) {
      expect([verb, await story.tries(name, ticket, verb, body)]).toEqual([verb, expect.stringMatching(/^409 /)]);
    }
  }
  expect(await story.replies('uma', ticket)).toBe('409 ticket-closed');
});
