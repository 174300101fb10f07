import type { Browser } from 'playwright-core';
import { RunningDesk, scratch } from '../support/running-desk.js';
import { axeFindings, describeInBrowser, narrow, openBrowser, signIn, takePicture } from './browser.js';

describeInBrowser('the support desk in a browser', () => {
  const { dataDir, remove } = scratch();
  let desk: RunningDesk;
  let browser: Browser;
  let close: () => Promise<void>;
  const open = (user: string, subject: string) =>
    desk.as('nora@northwind.test', 'POST', '/v1/tickets', { subject, description: `${subject}, says ${user}` });

  beforeAll(async () => {
    desk = await RunningDesk.start(dataDir);
    ({ browser, close } = await openBrowser());
    for (const subject of ['Printer on fire', 'Keyboard too loud', 'Chair squeaks']) await open('nora', subject);
  });
  afterAll(async () => {
    await close?.();
    await desk?.end();
    remove();
  });

  it('shows the queue to an agent who signs in, with badges equal to the list [VIEW-01] [BADG-01]', async () => {
    const { page, context, faults } = await signIn(browser, desk.url, 'abe@acme.test');
    await page.getByRole('link', { name: 'Printer on fire' }).waitFor();
    const rows = page.getByRole('table', { name: 'Tickets' }).locator('tbody tr');
    expect(await rows.count()).toBe(3);
    expect(await page.getByTestId('count-open').textContent()).toBe('3');
    expect(await page.getByTestId('open-badge').textContent()).toBe('3');
    expect(await axeFindings(page)).toEqual([]);
    await takePicture(page, 'queue');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows what others do without a reload, and keeps filters in the address [VIEW-06] [VIEW-17]', async () => {
    const { page, context, faults } = await signIn(browser, desk.url, 'amy@acme.test', '/?view=unassigned');
    await page.getByRole('link', { name: 'Chair squeaks' }).waitFor();
    await open('nora', 'Window does not close');
    await page.getByRole('link', { name: 'Window does not close' }).waitFor({ timeout: 10_000 });
    await page.getByRole('textbox', { name: 'Search the queue' }).fill('squeak');
    await page.waitForURL(/q=squeak/);
    await page.getByRole('link', { name: 'Window does not close' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('link', { name: 'Chair squeaks' }).waitFor();
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await page.getByRole('link', { name: 'Window does not close' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('takes a ticket from its row, and offers what the row allows only [VIEW-14]', async () => {
    const { page, context } = await signIn(browser, desk.url, 'abe@acme.test');
    const row = page.getByRole('row').filter({ hasText: 'Keyboard too loud' });
    await row.getByRole('button', { name: /^Actions on/ }).click();
    expect(await page.getByRole('menuitem', { name: 'Reopen' }).count()).toBe(0);
    await page.getByRole('menuitem', { name: 'Take' }).click();
    await row.getByText('Abe').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await row.getByText('Unassigned').waitFor();
    await context.close();
  });

  it('shows cards on a phone', async () => {
    const { page, context, faults } = await signIn(browser, desk.url, 'abe@acme.test', '/', { viewport: narrow });
    await page.getByRole('list', { name: 'Tickets' }).getByRole('link', { name: 'Printer on fire' }).waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(narrow.width);
    expect(await axeFindings(page)).toEqual([]);
    await takePicture(page, 'queue-phone');
    expect(faults).toEqual([]);
    await context.close();
  });
});
