// A flow: Open, In Progress and Waiting to and fro, Resolved, Closed; any status back to Open.
import { Story } from './story.js';

let story: Story;
beforeAll(async () => (story = await Story.under('licence')));
afterAll(() => story?.end());

it('flows, and any status goes back to Open [LIFE-08]', async () => {
  const ticket = await story.who.nina.open();
  expect(ticket.status).toBe('open');
  expect(await story.tries('abe', ticket, 'close')).toBe('409 transition-not-allowed');
  expect(await story.tries('abe', ticket, 'start')).toBe('in_progress');
  expect(await story.tries('abe', ticket, 'wait')).toBe('waiting');
  expect(await story.tries('abe', ticket, 'start')).toBe('in_progress');
  expect(await story.tries('abe', ticket, 'close')).toBe('409 transition-not-allowed');
  for (const way of [['wait'], ['start'], ['resolve'], ['resolve', 'close']]) {
    for (const verb of way) await story.tries('abe', ticket, verb);
    expect([way, await story.tries('abe', ticket, 'status', { status: 'open' })]).toEqual([way, 'open']);
  }
});

it('goes on by a customer’s reply to a waiting ticket [LIFE-09]', async () => {
  const ticket = await story.who.nina.open();
  await story.tries('abe', ticket, 'wait');
  expect(await story.replies('nina', ticket)).toBe('in_progress');
});

it('lets customers set no status; they reopen by a reply, to Open [REOP-14]', async () => {
  const ticket = await story.who.nina.open();
  expect(await story.tries('nina', ticket, 'resolve')).toBe('409 transition-not-allowed');
  await story.tries('abe', ticket, 'resolve');
  expect(await story.tries('nina', ticket, 'reopen')).toBe('409 transition-not-allowed');
  expect(await story.replies('nina', ticket)).toBe('open');
  expect(await story.sees('abe', ticket)).toMatchObject({ reopened: true });
});

it('is closed by hand before the delay; customers come back only where that is switched on [REOP-12] [REOP-16]', async () => {
  const ticket = await story.who.nina.open();
  await story.tries('abe', ticket, 'resolve');
  expect(await story.tries('abe', ticket, 'close')).toBe('closed');
  expect(await story.replies('nina', ticket)).toBe('409 ticket-closed');
  expect(await story.tries('nina', ticket, 'reopen')).toBe('409 transition-not-allowed');
  await story.amend({ reopen: { fromClosed: true, byAction: true } });
  expect(await story.tries('nina', ticket, 'reopen')).toBe('open');
});

it('offers customers every priority in use, and no other [PRIO-01] [PRIO-04]', async () => {
  expect((await story.who.nina.open({ priority: 'critical' })).status).toBe('open');
  const medium = { subject: 'a', description: 'b', priority: 'medium' };
  for (const who of [story.who.nina, story.who.abe]) {
    expect((await who.post('/v1/tickets', medium)).body.code).toBe('not-selectable');
  }
});

it('queues what is an agent’s own or nobody’s [SCOP-08]', async () => {
  const [free, mine, hers] = [await story.who.nina.open(), await story.who.nina.open(), await story.who.nina.open()];
  await story.tries('abe', mine, 'take');
  await story.tries('amy', hers, 'take');
  const queue = await story.lists('abe');
  expect([free, mine, hers].map(({ id }) => queue.includes(id))).toEqual([true, true, false]);
});
