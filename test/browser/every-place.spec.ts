// Everybody walks through the places of their role: each is accessible in both schemes, nothing sticks out on a phone,
// and what is not theirs says so.
import type { Browser } from 'playwright-core';
import { RunningDesk, scratch } from '../support/running-desk.js';
import { axeFindings, describeInBrowser, narrow, openBrowser, signIn, wide } from './browser.js';
import { abe, nora, walks } from './places.js';

describeInBrowser('every place in a browser', () => {
  const { dataDir, remove } = scratch();
  let desk: RunningDesk;
  let browser: Browser;
  let close: () => Promise<void>;
  let id: string;

  beforeAll(async () => {
    desk = await RunningDesk.start(dataDir);
    ({ browser, close } = await openBrowser());
    await desk.as('ada@acme.test', 'PATCH', '/v1/policy', { rating: { enabled: true } });
    const open = async (subject: string) => {
      const { body } = await desk.as<{ id: string }>(nora, 'POST', '/v1/tickets', {
        subject,
        description: 'It **stopped**, see `log`.',
        categoryId: 'technical',
        priority: 'high',
        references: [{ kind: 'call', id: 'CA-1' }],
      });
      return body.id;
    };
    const other = await open('Another one');
    id = await open(`The export of ${'all orders '.repeat(12)}stops`);
    const act = (method: string, path: string, body?: object) =>
      desk.as(abe, method, `/v1/tickets/${id}/${path}`, body ?? {});
    await act('PUT', 'tags/export');
    await act('POST', 'links', { type: 'related_to', target: other });
    await act('POST', 'take');
    await act('POST', 'replies', { body: 'Only the team reads this.', visibility: 'internal' });
    await act('POST', 'snooze', { until: new Date(Date.now() + 86_400_000).toISOString() });
    await act('POST', 'replies', { body: 'Which orders?', then: { status: 'waiting' } });
    const { position } = (await act('POST', 'resolve', { notes: 'All of them.' })).body;
    expect((await desk.as(nora, 'GET', `/v1/tickets/${id}?after=${String(position)}`)).status).toBe(200);
  });
  afterAll(async () => {
    await close?.();
    await desk?.end();
    remove();
  });

  it.each(walks)(
    'is accessible to $login, light and wide, dark and narrow',
    async ({ login, theirs, others }) => {
      const { page, context, faults } = await signIn(browser, desk.url, login, '/');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const go = async (path: string) => {
        await page.goto(desk.url + path.replace('{id}', id));
        await page.getByRole('heading').first().waitFor();
        // What is loading says so.
        await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' });
      };
      for (const [colorScheme, size] of [
        ['light', wide],
        ['dark', narrow],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(size);
        for (const path of theirs) {
          await go(path);
          await page.getByRole('heading', { level: 1 }).waitFor();
          expect([path, colorScheme, await axeFindings(page)]).toEqual([path, colorScheme, []]);
          expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, size.width]);
        }
      }
      for (const path of others) {
        await go(path);
        await page.getByRole('heading', { name: /This is not open to you|There is nothing here/ }).waitFor();
      }
      expect(faults).toEqual([]);
      await context.close();
    },
    300_000,
  );
});
