import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { RunningDesk, scratch } from '../support/running-desk.js';
import { axeFindings, describeInBrowser, openBrowser, signIn, takePicture } from './browser.js';

interface Step {
  readonly step: string;
  readonly route: string;
  /** when the picture was taken, ISO 8601 */
  readonly at: string;
  readonly file: string;
  /** what the page calls itself, and what it showed */
  readonly seen: string;
}

/** Pictures of a path, and beside them `<name>.json`: what each shows, where and when. */
function evidence(name: string) {
  const steps: Step[] = [];
  return {
    steps,
    keep: async (page: Page, step: string, seen: string): Promise<void> => {
      const heading = await page.getByRole('heading', { level: 1 }).innerText();
      const at = new Date().toISOString();
      const file = await takePicture(page, `${name}-${steps.length + 1}`);
      steps.push({ step, route: new URL(page.url()).pathname, at, file, seen: `${heading}: ${seen}` });
      writeFileSync(join(dirname(file), `${name}.json`), JSON.stringify(steps, null, 2));
    },
  };
}

interface Receipt extends Record<string, unknown> {
  readonly id: string;
}

describeInBrowser('the portal in a browser', () => {
  const { dataDir, remove } = scratch();
  let desk: RunningDesk;
  let browser: Browser;
  let close: () => Promise<void>;
  const open = async (login: string, subject: string, more: object = {}): Promise<string> => {
    const body = { subject, description: `${subject}, in more words`, ...more };
    return (await desk.as<Receipt>(login, 'POST', '/v1/tickets', body)).body.id;
  };
  const support = (id: string, act: string, body: object) =>
    desk.as('amy@acme.test', 'POST', `/v1/tickets/${id}/${act}`, body);

  beforeAll(async () => {
    desk = await RunningDesk.start(dataDir);
    ({ browser, close } = await openBrowser());
  });
  afterAll(async () => {
    await close?.();
    await desk?.end();
    remove();
  });

  it('leads a customer from the list to a resolved ticket [RELY-07] [VIEW-15] [VIEW-02] [INTK-20] [INTK-22] [INTK-23]', async () => {
    await open('nils@northwind.test', 'Invoice shows the wrong total');
    const { page, context, faults } = await signIn(browser, desk.url, 'nora@northwind.test', '/dashboard/support');
    const { steps, keep } = evidence('portal-path');
    const badge = page.getByTestId('open-badge');

    const before = page.getByRole('row').filter({ hasText: 'Invoice shows the wrong total' });
    await before.getByText('New').waitFor();
    expect(await badge.textContent()).toBe('1');
    await keep(page, 'list', 'the tickets there are, each with its status');

    await page.getByRole('main').getByRole('link', { name: 'New ticket' }).click();
    await page.waitForURL('**/dashboard/support/new');
    await page.getByRole('heading', { name: 'What helps us most' }).waitFor();
    await page.getByRole('button', { name: 'Open the ticket' }).click();
    await page.getByText('Say in a few words what it is about').waitFor();
    await page.getByRole('combobox', { name: 'Project' }).click();
    await page.getByRole('option', { name: 'Voice' }).click();
    await page.getByRole('textbox', { name: 'Subject' }).fill('Calls end after thirty seconds');
    await page.getByRole('textbox', { name: 'What is happening?' }).fill('Since **Monday** callers are cut off.');
    await page.getByRole('radio', { name: 'High' }).click();
    await page.getByRole('combobox', { name: 'Send updates to' }).fill('nil');
    await page.getByRole('option', { name: 'Nils' }).click();
    await page.getByRole('combobox', { name: 'Related calls' }).fill('CA-2041');
    await page.getByRole('combobox', { name: 'Related calls' }).press('Enter');
    await page.getByRole('button', { name: 'More that helps' }).click();
    await page.getByRole('textbox', { name: 'Site address' }).fill('https://voice.northwind.test');
    await keep(page, 'new', 'the form, filled in');

    // Twice, as impatient people do.
    await page.getByRole('button', { name: 'Open the ticket' }).dblclick();
    await page.waitForURL(/\/dashboard\/support\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { level: 1, name: 'Calls end after thirty seconds' }).waitFor();
    await page.getByText('https://voice.northwind.test').waitFor();
    await page.getByText('call CA-2041').waitFor();
    const told = page.getByRole('region', { name: 'Told of replies' });
    await told.getByText('Nils').waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const found = await desk.as<{ items: unknown[] }>('nora@northwind.test', 'GET', '/v1/tickets?q=Calls%20end');
    expect(found.body.items).toHaveLength(1);
    await keep(page, 'thread', 'the ticket just opened, at an address that stays');

    await support(id, 'replies', { body: 'Which codec does the trunk offer?' });
    const conversation = page.getByRole('list', { name: 'Conversation' });
    await conversation.getByText('Which codec does the trunk offer?').waitFor();
    await page.getByRole('textbox', { name: 'Write a reply' }).fill('It offers `G.711`.');
    await page.getByRole('tab', { name: 'Preview' }).click();
    await page.getByRole('tabpanel').locator('code', { hasText: 'G.711' }).waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await conversation.getByText('It offers').waitFor();
    await keep(page, 'reply', 'question and answer in one thread');

    await page.getByRole('button', { name: 'Mark as resolved' }).click();
    await page.getByRole('textbox', { name: 'What solved it' }).fill('The trunk was set right.');
    await page.getByRole('dialog').getByRole('button', { name: 'Mark as resolved' }).click();
    await page.getByTestId('resolution').getByText('The trunk was set right.').waitFor();
    await keep(page, 'resolve', 'the resolution and its notes');

    await page.getByRole('link', { name: 'Back to all tickets' }).click();
    await page.getByRole('button', { name: /^Resolved/ }).click();
    await page.reload();
    await page.getByRole('row').filter({ hasText: 'Calls end after thirty seconds' }).getByText('Resolved').waitFor();
    expect(await badge.textContent()).toBe('1');
    await keep(page, 'kept', 'after a reload, the ticket among the resolved ones');

    const thread = `/dashboard/support/${id}`;
    expect(steps.map(({ step, route }) => [step, route])).toEqual([
      ['list', '/dashboard/support'],
      ['new', '/dashboard/support/new'],
      ['thread', thread],
      ['reply', thread],
      ['resolve', thread],
      ['kept', '/dashboard/support'],
    ]);
    for (const { file } of steps) expect(existsSync(file) && statSync(file).size).toBeGreaterThan(5_000);
    const times = steps.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    expect(faults).toEqual([]);
    await context.close();
  });

  it("shows partners their clients' queue, live, and customers without a badge none [VIEW-04] [VIEW-03] [BADG-01] [BADG-02]", async () => {
    await open('cora@contoso.test', 'Export misses a column');
    const { page, context, faults } = await signIn(browser, desk.url, 'paul@partner.test', '/dashboard/support');
    const row = page.getByRole('row').filter({ hasText: 'Export misses a column' });
    await row.getByText('Contoso').waitFor();
    await row.getByText('Cora').waitFor();
    const headers = await page.getByRole('columnheader').allInnerTexts();
    expect(headers).toEqual(['Subject', 'Client', 'Requester', 'Owner', 'Status', 'Priority', 'Category', 'Updated']);
    const before = Number(await page.getByTestId('open-badge').textContent());
    expect(await page.getByTestId('count-open').textContent()).toBe(String(before));
    await open('nora@northwind.test', 'Webhook arrives twice');
    await page.getByRole('link', { name: 'Webhook arrives twice' }).waitFor({ timeout: 10_000 });
    await page
      .getByTestId('open-badge')
      .getByText(String(before + 1))
      .waitFor();
    await takePicture(page, 'portal-partner');

    const nina = await signIn(browser, desk.url, 'nina@northwind.test', '/dashboard/support');
    await nina.page.getByRole('link', { name: 'Webhook arrives twice' }).waitFor();
    expect(await nina.page.getByRole('columnheader').allInnerTexts()).toEqual([
      'Subject',
      'Status',
      'Priority',
      'Category',
      'Requester',
      'Created',
      'Call',
    ]);
    expect(await nina.page.getByTestId('open-badge').count()).toBe(0);
    await nina.page.goto(`${desk.url}/dashboard/support/00000000-0000-4000-8000-000000000000`);
    await nina.page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    // The refusal itself is told on the console, too.
    expect([...faults, ...nina.faults.filter((fault) => !/There is no such ticket/.test(fault))]).toEqual([]);
    await nina.context.close();
    await context.close();
  });

  it('shows a hostile reply as the text it is', async () => {
    const id = await open('nora@northwind.test', '<img src=x onerror="ran=1">');
    await support(id, 'replies', {
      body: [
        '<script>window.ran = 1</script>',
        '<img src="x" onerror="window.ran = 1">',
        '[one](javascript:window.ran=1) [two](data:text/html,<script>opener.ran=1</script>)',
        '![three](https://example.org/tracked.png) <javascript:window.ran=1>',
        '[harmless](https://example.org/)',
      ].join('\n\n'),
    });
    const { page, context, faults } = await signIn(
      browser,
      desk.url,
      'nora@northwind.test',
      `/dashboard/support/${id}`,
    );
    await page.getByRole('link', { name: 'harmless' }).waitFor();
    const conversation = page.getByRole('list', { name: 'Conversation' });
    await conversation.getByText('<script>window.ran = 1</script>').waitFor();
    for (const text of ['one', 'two']) {
      await conversation
        .getByText(text, { exact: true })
        .click()
        .catch(() => undefined);
    }
    expect(await page.evaluate<unknown>('window.ran')).toBeUndefined();
    const hrefs = await page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.filter((href) => !/^(\/|https:\/\/example\.org\/$|#main$)/.test(href))).toEqual([]);
    expect(await conversation.locator('img, script, iframe').count()).toBe(0);
    expect(context.pages()).toHaveLength(1);
    await takePicture(page, 'portal-hostile');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('keeps what was written when somebody else was faster, and shows what they did', async () => {
    const id = await open('nora@northwind.test', 'Licence key is not accepted');
    const { page, context } = await signIn(browser, desk.url, 'nora@northwind.test', `/dashboard/support/${id}`);
    await page.getByRole('textbox', { name: 'Write a reply' }).fill('Is anybody there?');
    // The page does not hear of it before it sends.
    await page.route('**/v1/tickets/**', (route) =>
      route.request().method() === 'GET' && !route.request().url().includes('order=desc')
        ? route.abort()
        : route.continue(),
    );
    await support(id, 'replies', { body: 'We are looking into it.' });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody else was faster' });
    await dialog.getByText('We are looking into it.').waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await dialog.getByRole('button', { name: 'Look at it first' }).click();
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Write a reply' }).inputValue()).toBe('Is anybody there?');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const conversation = page.getByRole('list', { name: 'Conversation' });
    await conversation.getByText('Is anybody there?').waitFor();
    await conversation.getByRole('button', { name: 'Change this reply' }).click();
    await page.getByRole('menuitem', { name: 'Correct it' }).click();
    await page.getByRole('textbox', { name: 'Correct the text' }).fill('Is somebody there?');
    await page.getByRole('button', { name: 'Keep the correction' }).click();
    await conversation.getByText('· corrected').waitFor();
    await context.close();
  });

  it('asks before it sends what looks like a secret, and says refusals at their field [INTK-19]', async () => {
    const { page, context } = await signIn(browser, desk.url, 'nora@northwind.test', '/dashboard/support/new');
    await page.getByRole('combobox', { name: 'Project' }).click();
    await page.getByRole('option', { name: 'Not about one project' }).click();
    await page.getByRole('textbox', { name: 'Subject' }).fill('Cannot sign in');
    await page.getByRole('textbox', { name: 'What is happening?' }).fill('My password is hunter2!x');
    await page.getByTestId('secrets').waitFor();
    await page.getByRole('button', { name: 'Open the ticket' }).click();
    await page.getByRole('button', { name: 'Back to the text' }).click();
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Subject' }).inputValue()).toBe('Cannot sign in');
    await page.getByRole('textbox', { name: 'What is happening?' }).fill('It does not let me in.');
    // The form does not know yet that a category is needed now.
    const policy = (onCreate: string) =>
      desk.as('ada@acme.test', 'PATCH', '/v1/policy', { classification: { onCreate } });
    expect((await policy('required')).status).toBe(200);
    await page.getByRole('button', { name: 'Open the ticket' }).click();
    const category = page.getByRole('combobox', { name: 'Category' });
    await page.getByText('Choose a category', { exact: true }).waitFor();
    expect(await category.getAttribute('aria-invalid')).toBe('true');
    await category.click();
    await page.getByRole('option', { name: 'Account' }).click();
    await page.getByRole('button', { name: 'Open the ticket' }).click();
    await page.waitForURL(/\/dashboard\/support\/[0-9a-f-]{36}$/);
    expect((await policy('optional')).status).toBe(200);
    await context.close();
  });

  it('asks how it went when a ticket is resolved; the desk reads the answer', async () => {
    const rating = (enabled: boolean) => desk.as('ada@acme.test', 'PATCH', '/v1/policy', { rating: { enabled } });
    expect((await rating(true)).status).toBe(200);
    const id = await open('nora@northwind.test', 'Export misses a column');
    await support(id, 'resolve', { notes: 'It is back.' });
    const { page, context, faults } = await signIn(
      browser,
      desk.url,
      'nora@northwind.test',
      `/dashboard/support/${id}`,
    );
    const asked = page.getByRole('region', { name: 'How did it go?' });
    await asked.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await asked.getByRole('radio', { name: '4 of 5' }).press('Space');
    await asked.getByRole('textbox', { name: 'What was good or bad' }).fill('Quick, and explained.');
    await asked.getByRole('button', { name: 'Send the rating' }).click();
    await page.getByText('Thank you').waitFor();
    await page.reload();
    // It is said once for a resolution, and anew for the next one.
    const said = page.getByRole('region', { name: 'Rating' });
    await said.getByRole('img', { name: '4 of 5' }).waitFor();
    expect(await asked.count()).toBe(0);
    await support(id, 'reopen', { reason: 'It is gone again' });
    await support(id, 'resolve', { notes: 'Back for good.' });
    await asked.getByRole('radio', { name: '2 of 5' }).press('Space');
    await asked.getByRole('button', { name: 'Send the rating' }).click();
    await said.getByRole('img', { name: '2 of 5' }).waitFor();
    const amy = await signIn(browser, desk.url, 'amy@acme.test', `/tickets/${id}`);
    const told = amy.page.getByRole('region', { name: 'Rating' });
    await told.getByRole('img', { name: '2 of 5' }).waitFor();
    for (const score of [4, 2]) await amy.page.getByText(`rated it ${score} of 5`).waitFor();
    expect(await axeFindings(amy.page)).toEqual([]);
    expect((await rating(false)).status).toBe(200);
    expect([...faults, ...amy.faults]).toEqual([]);
    await Promise.all([context.close(), amy.context.close()]);
  });
});
