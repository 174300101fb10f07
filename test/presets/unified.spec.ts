// The default: a short way without questions, every other way for staff with a reason.
import { Story } from './story.js';

let story: Story;
beforeAll(async () => (story = await Story.under('unified')));
afterAll(() => story?.end());

it('lets staff make any move, off the matrix with a reason [LIFE-02] [LIFE-10]', async () => {
  const ticket = await story.who.nina.open();
  expect(await story.tries('abe', ticket, 'close')).toBe('400 reason-required');
  expect(await story.tries('abe', ticket, 'close', { reason: 'Spam' })).toBe('closed');
  expect(await story.tries('abe', ticket, 'status', { status: 'waiting' })).toBe('400 reason-required');
  expect(await story.tries('abe', ticket, 'status', { status: 'waiting', reason: 'Oh' })).toBe('waiting');
  expect(await story.tries('abe', ticket, 'status', { status: 'new' })).toBe('400 reason-required');
  expect(await story.tries('abe', ticket, 'start')).toBe('in_progress');
  expect(await story.tries('abe', ticket, 'wait')).toBe('waiting');
  expect(await story.tries('abe', ticket, 'resolve')).toBe('resolved');
  expect(await story.tries('abe', ticket, 'close')).toBe('closed');
});

it('lets partner admins go the short way, and no other [LIFE-11]', async () => {
  const ticket = await story.who.nina.open();
  expect(await story.tries('pat', ticket, 'close', { reason: 'Spam' })).toBe('409 transition-not-allowed');
  expect(await story.tries('pat', ticket, 'start')).toBe('in_progress');
  expect(await story.tries('pat', ticket, 'resolve')).toBe('resolved');
  expect(await story.tries('pat', ticket, 'close')).toBe('closed');
  expect(await story.tries('pat', ticket, 'reopen')).toMatch(/^(new|in_progress)$/);
});

it('is resolved by its requester, and set to nothing else by them [LIFE-13] [LIFE-14]', async () => {
  const ticket = await story.who.nina.open();
  expect(await story.tries('nina', ticket, 'start')).toBe('403 not-allowed');
  expect(await story.tries('nora', ticket, 'resolve')).toBe('403 not-allowed');
  expect(await story.tries('nina', ticket, 'resolve')).toBe('resolved');
});

it('reopens by reply or action: In Progress when it is somebody’s, else New [REOP-01] [REOP-11] [REOP-13]', async () => {
  const [free, taken] = [await story.who.nina.open(), await story.who.nina.open()];
  await story.tries('abe', taken, 'take');
  for (const ticket of [free, taken]) await story.tries('abe', ticket, 'resolve');
  expect(await story.replies('nina', free)).toBe('new');
  expect(await story.tries('nora', taken, 'reopen')).toBe('in_progress');
  await story.tries('abe', taken, 'resolve');
  await story.tries('abe', taken, 'close');
  expect(await story.replies('nina', taken)).toBe('409 ticket-closed');
  expect(await story.tries('nina', taken, 'reopen')).toBe('409 transition-not-allowed');
  await story.amend({ reopen: { fromClosed: true } }); // [REOP-12]
  expect(await story.tries('nina', taken, 'reopen')).toBe('in_progress');
});
