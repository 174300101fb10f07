// Two statuses and a desk that customers mostly serve themselves: the requester resolves, nobody closes.
import { Story } from './story.js';

let story: Story;
beforeAll(async () => (story = await Story.under('selfserve')));
afterAll(() => story?.end());

const open = (more = {}) => story.who.nina.open({ categoryId: 'technical', ...more });

it('is resolved by its requester, or by staff [ROLE-06] [LIFE-14]', async () => {
  const ticket = await open();
  expect(ticket.status).toBe('open');
  expect(await story.offered('nina', ticket)).toEqual(['reply', 'resolve']);
  expect(await story.tries('nina', ticket, 'resolve', { notes: 'Found it.' })).toBe('resolved');
  expect(await story.sees('nina', ticket)).toMatchObject({ resolution: { notes: 'Found it.' } });
  expect(await story.tries('abe', await open(), 'resolve')).toBe('resolved');
});

it('stays resolved whatever its requester adds; staff reopen it [RPLY-18] [REOP-09]', async () => {
  const ticket = await open();
  await story.tries('nina', ticket, 'resolve');
  expect(await story.replies('nina', ticket)).toBe('resolved');
  expect(await story.tries('nina', ticket, 'reopen')).toBe('409 transition-not-allowed');
  expect(await story.tries('abe', ticket, 'reopen', { reason: 'It is back' })).toBe('open');
});

it('is closed by nobody [LIFE-12]', async () => {
  const ticket = await open();
  await story.tries('nina', ticket, 'resolve');
  for (const name of ['abe', 'ada'] as const) {
    expect(await story.offered(name, ticket)).not.toContain('close');
    expect(await story.tries(name, ticket, 'close')).toBe('409 transition-not-allowed');
  }
});

it('asks for the type of issue and for no priority; tickets are one’s own [INTK-10] [SCOP-02]', async () => {
  const asked = { subject: 'a', description: 'b' };
  expect((await story.who.nina.post('/v1/tickets', asked)).status).toBe(400);
  const urgent = { ...asked, categoryId: 'technical', priority: 'high' };
  expect((await story.who.nina.post('/v1/tickets', urgent)).body.code).toBe('not-selectable');
  const ticket = await open();
  expect(await story.lists('nina')).toContain(ticket.id);
  expect((await story.who.nora.get(`/v1/tickets/${ticket.id}`)).status).toBe(404);
});
