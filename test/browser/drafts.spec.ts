// What an agent writes is sent once and never lost: answers that do not come, colleagues who are faster, a network that goes.
import type { Browser, Route } from 'playwright-core';
import { RunningDesk, scratch } from '../support/running-desk.js';
import { axe, box, describeInBrowser, openBrowser, send, signIn, thread } from './browser.js';
import { abe, nora } from './places.js';

const amy = 'amy@acme.test';

describeInBrowser('what is written', () => {
  const { dataDir, remove } = scratch();
  let desk: RunningDesk;
  let browser: Browser;
  let close: () => Promise<void>;

  beforeAll(async () => {
    desk = await RunningDesk.start(dataDir);
    ({ browser, close } = await openBrowser());
  });
  afterAll(async () => {
    await close?.();
    await desk?.end();
    remove();
  });

  const open = async (subject: string): Promise<{ readonly id: string }> =>
    (await desk.as<{ id: string }>(nora, 'POST', '/v1/tickets', { subject, description: 'It squeaks.' })).body;

  it('sends a reply once when its answer was lost and Send is pressed again', async () => {
    const { id } = await open('Door sticks');
    const { page, context } = await signIn(browser, desk.url, abe, `/tickets/${id}`);
    await box(page).fill('Push harder.');
    const keys: (string | undefined)[] = [];
    // The desk does it, and the answer never comes; neither does that of the controlled second try.
    const swallow = async (route: Route) => {
      keys.push(route.request().headers()['idempotency-key']);
      await route.fetch();
      await route.abort();
    };
    await page.route('**/replies', swallow, { times: 2 });
    await send(page).click();
    await page.getByText(/cannot be reached/).waitFor();
    expect(await box(page).inputValue()).toBe('Push harder.');
    const again = page.waitForRequest('**/replies');
    await send(page).click();
    keys.push((await again).headers()['idempotency-key']);
    await page.getByText('The reply is sent').waitFor();
    expect(new Set(keys).size).toBe(1);
    expect(await thread(page).getByText('Push harder.').count()).toBe(1);
    await context.close();
  });

  it('keeps what is written on while a reply is on its way', async () => {
    const { id } = await open('Shelf leans');
    const { page, context } = await signIn(browser, desk.url, abe, `/tickets/${id}`);
    await box(page).fill('Add a wedge.');
    const hurry = async (route: Route) => {
      const response = await route.fetch();
      await box(page).pressSequentially(' Which side is it?');
      await route.fulfill({ response });
    };
    await page.route('**/replies', hurry, { times: 1 });
    await send(page).click();
    // The thread may show it before the answer is here, and before all is typed.
    await page.getByText('The reply is sent').waitFor();
    expect(await box(page).inputValue()).toBe('Which side is it?');
    await send(page).click();
    await thread(page).getByText('Which side is it?').waitFor();
    await page.waitForFunction(`document.querySelector('textarea[aria-label="Write a reply"]')?.value === ''`);
    await context.close();
  });

  it('tells the slower of two agents what the other did, and keeps the draft', async () => {
    const { id } = await open('Window does not close');
    const first = await signIn(browser, desk.url, abe, `/tickets/${id}`);
    const second = await signIn(browser, desk.url, amy, `/tickets/${id}`);
    await box(second.page).fill('Close it from outside.');
    // Amy's browser hears nothing of what Abe does until she sends.
    await box(first.page).waitFor();
    const lose = async (route: Route) => {
      await box(first.page).fill('Somebody is on the way.');
      await send(first.page).click();
      await thread(first.page).getByText('Somebody is on the way.').waitFor();
      await route.continue();
    };
    await second.page.route('**/replies', lose, { times: 1 });
    await send(second.page).click();
    const dialog = second.page.getByRole('dialog', { name: 'Somebody else was faster' });
    await dialog.getByText('Somebody is on the way.').waitFor();
    await axe(second.page);
    await dialog.getByRole('button', { name: 'Look at it first' }).click();
    expect(await box(second.page).inputValue()).toBe('Close it from outside.');
    await send(second.page).click();
    await thread(first.page).getByText('Close it from outside.').waitFor({ timeout: 15_000 });
    await Promise.all([first.context.close(), second.context.close()]);
  });

  it('keeps what is written while one is offline or signed out, and says so', async () => {
    const { id } = await open('Clock is late');
    const { page, context } = await signIn(browser, desk.url, abe, `/tickets/${id}`);
    await box(page).fill('Wind it up.');
    await context.setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await context.setOffline(false);
    await page.getByText('You are offline.').waitFor({ state: 'detached' });
    const cookies = await context.cookies();
    await context.clearCookies();
    await send(page).click();
    const dialog = page.getByRole('dialog', { name: 'You are no longer signed in' });
    await dialog.waitFor();
    await context.addCookies(cookies);
    await dialog.getByRole('button', { name: 'I have signed in' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await box(page).inputValue()).toBe('Wind it up.');
    await send(page).click();
    await thread(page).getByText('Wind it up.').waitFor();
    await context.close();
  });
});
