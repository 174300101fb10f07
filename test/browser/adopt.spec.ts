// What was imported says so to those who import, and goes live when they let it.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { RunningDesk, scratch } from '../support/running-desk.js';
import { axeFindings, describeInBrowser, openBrowser, signIn } from './browser.js';
import { abe, ada } from './places.js';

describeInBrowser('an imported ticket in a browser', () => {
  const { dataDir, remove } = scratch();
  let desk: RunningDesk;
  let browser: Browser;
  let close: () => Promise<void>;
  let id: string;

  beforeAll(async () => {
    desk = await RunningDesk.start(dataDir);
    ({ browser, close } = await openBrowser());
    const bringIn = ['import', '--format', 'servicenow', '--until', '2016-03-24', 'test/import/servicenow-sample.csv'];
    await promisify(execFile)(process.execPath, ['dist/apps/cli/src/main.js', ...bringIn], {
      env: { ...process.env, NODE_OPTIONS: '', LEDGERDESK_URL: desk.url, LEDGERDESK_TOKEN: '' },
    });
    const list = await desk.as<{ items: { id: string }[] }>(ada, 'GET', '/v1/tickets?view=resolved&limit=1');
    id = list.body.items[0]?.id ?? '';
  });
  afterAll(async () => {
    await close?.();
    await desk?.end();
    remove();
  });

  it('is offered to go live to administrators alone, and no more once it is', async () => {
    const { page, context, faults } = await signIn(browser, desk.url, ada, `/tickets/${id}`);
    const imported = page.getByRole('status').filter({ hasText: 'Imported: no timer runs for it yet' });
    await imported.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const agent = await signIn(browser, desk.url, abe, `/tickets/${id}`);
    await agent.page.getByRole('toolbar', { name: 'Actions' }).waitFor();
    expect(await agent.page.getByText('Imported: no timer').count()).toBe(0);
    await imported.getByRole('button', { name: 'Let it go live' }).click();
    await imported.waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect([...faults, ...agent.faults]).toEqual([]);
    await context.close();
    await agent.context.close();
  });
});
