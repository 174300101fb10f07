// Every place when the desk answers late, not at all, or from a read model that is behind, and when the network goes.
import type { Browser, Page } from 'playwright-core';
import { RunningDesk, scratch } from '../support/running-desk.js';
import { axeFindings, describeInBrowser, openBrowser, signIn } from './browser.js';
import { abe, ada, adminPages, nora, pat, walks } from './places.js';

/** What places show; who is here, and the live updates, are not among it. */
const isContent = ({ pathname }: URL) =>
  pathname.startsWith('/v1/') && !['/v1/session', '/v1/me', '/v1/stream'].includes(pathname);

/** Asks for nothing before a file is chosen. */
const still = '/admin/import';

const problem = {
  type: 'about:blank',
  title: 'Unavailable',
  status: 503,
  code: 'unavailable',
  detail: 'No store today',
};
const unavailable = {
  status: 503,
  headers: { 'retry-after': '0', 'content-type': 'application/problem+json' },
  body: JSON.stringify(problem),
};

/** How far what stood on the screen has moved, as browsers measure it: 0 for not at all. */
const shiftOf = `new Promise((resolve) => {
  let moved = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) moved += value;
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(moved), 300);
})`;

describeInBrowser('every place in every state', () => {
  const { dataDir, remove } = scratch();
  let desk: RunningDesk;
  let browser: Browser;
  let close: () => Promise<void>;
  let id: string;

  beforeAll(async () => {
    desk = await RunningDesk.start(dataDir);
    ({ browser, close } = await openBrowser());
    const opened = await desk.as<{ id: string }>(nora, 'POST', '/v1/tickets', {
      subject: 'It stopped',
      description: 'Since Monday',
      categoryId: 'technical',
    });
    ({ id } = opened.body);
    await desk.as(abe, 'POST', `/v1/tickets/${id}/replies`, { body: 'Which one?' });
  });
  afterAll(async () => {
    await close?.();
    await desk?.end();
    remove();
  });

  const at = (path: string) => desk.url + path.replace('{id}', id);
  const loading = (page: Page) => page.locator('main').locator('.mantine-Skeleton-root, .mantine-Loader-root').first();
  const again = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Try again' });
  const shown = async (page: Page) => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await loading(page).waitFor({ state: 'detached' });
  };

  it.each([...walks, { login: ada, theirs: adminPages }])(
    'says to $login that it is loading, what went wrong, and shows the place when it is asked again',
    async ({ login, theirs }) => {
      const { page, context, faults } = await signIn(browser, desk.url, login);
      // Nothing that was kept from the place before: each is asked for anew.
      for (const path of theirs.filter((one) => one !== still)) {
        let answer = () => {};
        const late = new Promise<void>((resolve) => (answer = resolve));
        await page.route(isContent, async (route) => {
          await late;
          await route.continue();
        });
        // So late that it is already said that something is on its way when the frame comes.
        await page.route('**/v1/session', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 400));
          await route.continue();
        });
        await page.goto(at(path));
        await page.getByRole('navigation', { name: 'Main' }).waitFor();
        await loading(page).waitFor();
        expect([path, await axeFindings(page)]).toEqual([path, []]);
        answer();
        await shown(page);
        const moved = await page.evaluate<number>(shiftOf);
        expect([path, moved > 0.05 ? moved : 'stands']).toEqual([path, 'stands']);
        await page.unrouteAll({ behavior: 'wait' });
        await page.route(isContent, (route) => route.fulfill(unavailable));
        await page.goto(at(path));
        await again(page).waitFor();
        await page.getByText('No store today').waitFor();
        await page.unrouteAll({ behavior: 'wait' });
        await again(page).click();
        await again(page).waitFor({ state: 'detached' });
        await shown(page);
      }
      expect(faults).toEqual([]);
      await context.close();
    },
    300_000,
  );

  it('says what could not be fetched beside what could, and fetches it when asked', async () => {
    const { page, context, faults } = await signIn(browser, desk.url, abe);
    const row = page.getByRole('row', { name: /It stopped/ });
    await page.route('**/v1/counts', (route) => route.fulfill(unavailable));
    await page.goto(at('/?view=all'));
    const said = page.getByRole('alert').filter({ hasText: 'Not everything here could be fetched' });
    await said.getByText('No store today').waitFor();
    await row.waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await said.getByRole('button', { name: 'Try again' }).click();
    await said.waitFor({ state: 'detached' });
    await page.getByTestId('count-all').getByText('1').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  const ways: readonly (readonly [login: string, from: string, link: string, heading: string])[] = [
    [nora, '/dashboard/support', 'New ticket', 'New ticket'],
    [pat, '/dashboard/support', 'New ticket', 'New ticket'],
    [abe, '/tickets/{id}', 'Queue', 'Queue'],
    [ada, '/admin/policy', 'Background work', 'Background work'],
  ];
  it.each(ways)('tells %s that the network is gone, and goes on by itself', async (login, from, link, heading) => {
    const { page, context, faults } = await signIn(browser, desk.url, login);
    await page.goto(at(from));
    await shown(page);
    await page.evaluate('globalThis.sameDocument = true');
    const offline = page.getByText('You are offline.');
    await context.setOffline(true);
    await offline.waitFor();
    await page.getByRole('navigation').getByRole('link', { name: link }).click();
    await loading(page).waitFor();
    await context.setOffline(false);
    await offline.waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await shown(page);
    expect(await page.evaluate('globalThis.sameDocument')).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each([
    [nora, '/dashboard/support?view=all'],
    [pat, '/dashboard/support?view=all'],
    [abe, '/?view=all'],
  ])('tells %s that a list is behind, until it is not', async (login, path) => {
    const { page, context, faults } = await signIn(browser, desk.url, login);
    await page.route(
      ({ pathname }) => pathname === '/v1/tickets',
      async (route) => {
        const response = await route.fetch();
        const body = (await response.json()) as { asOf: object };
        await route.fulfill({ response, json: { ...body, asOf: { ...body.asOf, lagMs: 12_000 } } });
      },
    );
    await page.goto(at(path));
    const behind = page.getByText('Updating… 12 s behind');
    await behind.waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await behind.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await context.close();
  });
});
