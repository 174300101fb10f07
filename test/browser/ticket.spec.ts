import type { Browser, Route } from 'playwright-core';
import { RunningDesk, scratch } from '../support/running-desk.js';
import { axeFindings, describeInBrowser, openBrowser, signIn, takePicture } from './browser.js';

describeInBrowser('a ticket in a browser', () => {
  const { dataDir, remove } = scratch();
  let desk: RunningDesk;
  let browser: Browser;
  let close: () => Promise<void>;
  const open = async (subject: string, description = 'It squeaks.') => {
    const { body } = await desk.as<{ id: string }>('nora@northwind.test', 'POST', '/v1/tickets', {
      subject,
      description,
    });
    return `/tickets/${body.id}`;
  };
  const say = (path: string, body: string) => desk.as('nora@northwind.test', 'POST', `/v1${path}/replies`, { body });

  beforeAll(async () => {
    desk = await RunningDesk.start(dataDir);
    ({ browser, close } = await openBrowser());
  });
  afterAll(async () => {
    await close?.();
    await desk?.end();
    remove();
  });

  it('is answered, noted on and resolved with the reply; notes are set apart [RPLY-10] [DETL-02]', async () => {
    const path = await open('Chair squeaks');
    const { page, context, faults } = await signIn(browser, desk.url, 'abe@acme.test', path);
    const thread = page.getByRole('list', { name: 'What happened' });
    await page.getByRole('textbox', { name: 'Write a reply' }).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Write an internal note' }).fill('Oil is in the **cellar**.');
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await thread.getByText('Internal note').waitFor();
    await page.getByText('Public reply', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Write a reply' }).fill('Oiled. *Better?*');
    await page.getByRole('tab', { name: 'Preview' }).click();
    expect(await page.getByRole('tabpanel').locator('em').textContent()).toBe('Better?');
    await page.getByRole('button', { name: 'More ways to send' }).click();
    await page.getByRole('menuitem', { name: 'Send and resolve' }).click();
    await thread.getByText(/moved it from New to Resolved/).waitFor();
    expect(await page.evaluate<string | null>(`localStorage.getItem('ledgerdesk-draft:reply:${path.slice(9)}')`)).toBe(
      null,
    );
    expect(await axeFindings(page)).toEqual([]);
    await takePicture(page, 'ticket');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows what others write as it comes, and keeps a draft over a reload', async () => {
    const path = await open('Lamp flickers');
    const { page, context, faults } = await signIn(browser, desk.url, 'abe@acme.test', path);
    await page.getByRole('textbox', { name: 'Write a reply' }).fill('Half a sente');
    await say(path, 'It also hums.');
    await page.getByText('It also hums.').waitFor({ timeout: 10_000 });
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Write a reply' }).inputValue()).toBe('Half a sente');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says what changed when somebody else was faster, and keeps what was written', async () => {
    const path = await open('Door sticks');
    const { page, context } = await signIn(browser, desk.url, 'abe@acme.test', path);
    const box = page.getByRole('textbox', { name: 'Write a reply' });
    await box.fill('Push harder.');
    // The other's words arrive between looking and sending: this browser hears nothing of them.
    const replies = '**/v1/tickets/*/replies';
    const lose = async (route: Route) => {
      await say(path, 'It has come off its hinges.');
      await route.continue();
    };
    await page.route(replies, lose, { times: 1 });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody else was faster' });
    await dialog.getByText('It has come off its hinges.').waitFor();
    await dialog.getByRole('button', { name: 'Look at it first' }).click();
    expect(await box.inputValue()).toBe('Push harder.');
    await context.close();
  });

  it('is set aside until a moment and woken again, on the ticket and in the queue', async () => {
    const path = await open('Heating is loud');
    const { page, context, faults } = await signIn(browser, desk.url, 'abe@acme.test', path);
    const snoozed = page.getByText(/^Set aside until .*, or until the requester replies/);
    await page.getByRole('button', { name: 'Snooze' }).click();
    await page.getByRole('menuitem', { name: /In two weeks/ }).click();
    await snoozed.waitFor();
    await page
      .getByRole('list', { name: 'What happened' })
      .getByText(/set it aside until/)
      .waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await snoozed.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Snooze' }).click();
    await page.getByRole('menuitem', { name: 'Another moment…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Snooze until' });
    await dialog.getByLabel('Moment').fill('2020-01-01T10:00');
    await dialog.getByText('That is over').waitFor();
    expect(await dialog.getByRole('button', { name: 'Snooze' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Moment').fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 16));
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Snooze' }).click();
    await snoozed.waitFor();

    await page.goto(`${desk.url}/?snoozed=true&q=Heating`);
    const row = page.getByRole('row').filter({ hasText: 'Heating is loud' });
    await row.getByRole('img', { name: /Snoozed until/ }).waitFor();
    await row.getByRole('button', { name: /^Actions on/ }).click();
    await page.getByRole('menuitem', { name: 'Wake' }).click();
    await page.getByText('No ticket fits').waitFor();
    // The row has gone; the way back is there all the same.
    await page.getByRole('alert').filter({ hasText: 'is awake again' }).getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('lets replies go on in a ticket of their own, and says where they went', async () => {
    const path = await open('Two things at once');
    for (const body of ['The window sticks, too.', 'The chair is fine now.']) await say(path, body);
    const { page, context, faults } = await signIn(browser, desk.url, 'abe@acme.test', path);
    const thread = page.getByRole('list', { name: 'What happened' });
    const about = thread.getByRole('listitem').filter({ hasText: 'The window sticks' });
    await about.getByRole('button', { name: 'Change what Nora wrote' }).click();
    await page.getByRole('menuitem', { name: 'Move into a new ticket' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move into a new ticket' });
    expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(1);
    await dialog.getByRole('textbox', { name: 'Subject of the new ticket' }).fill('Window sticks');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Move' }).click();
    await page.getByRole('heading', { name: 'Window sticks' }).waitFor();
    await thread.getByText('The window sticks, too.').waitFor();
    const { pathname } = new URL(page.url());
    await page.goto(desk.url + path);
    await thread.getByText('The chair is fine now.').waitFor();
    expect(await thread.getByText('The window sticks, too.').count()).toBe(0);
    expect(await thread.getByText('Moved to').getByRole('link').getAttribute('href')).toBe(pathname);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('refers to calls: the latest that may be named are offered, here and on a new ticket [CALL-01] [CALL-05]', async () => {
    const path = await open('Calls are cut off');
    for (const [id, clientId] of [
      ['CA-1', 'northwind'],
      ['CA-2', 'northwind'],
      ['CA-3', 'contoso'],
    ]) {
      await desk.as('ada@acme.test', 'PUT', `/v1/references/call/${id}`, { clientId });
    }
    const { page, context, faults } = await signIn(browser, desk.url, 'abe@acme.test', path);
    const references = page.getByRole('region', { name: 'References' });
    await references.getByRole('combobox', { name: 'Id of a call' }).click();
    await page.getByRole('option', { name: 'CA-2' }).waitFor();
    expect(await page.getByRole('option', { name: 'CA-3' }).count()).toBe(0);
    await page.getByRole('option', { name: 'CA-1' }).click();
    await references.getByRole('button', { name: 'Add' }).click();
    await references.getByText('call: CA-1').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const nora = await signIn(browser, desk.url, 'nora@northwind.test', '/dashboard/support/new');
    await nora.page.getByRole('combobox', { name: 'Related calls' }).click();
    await nora.page.getByRole('option', { name: 'CA-2' }).click();
    await nora.page.getByRole('combobox', { name: 'Related calls' }).press('Escape');
    await nora.page.getByText('CA-2', { exact: true }).first().waitFor();
    expect(await nora.page.getByRole('option', { name: 'CA-3' }).count()).toBe(0);
    expect([...faults, ...nora.faults]).toEqual([]);
    await Promise.all([context.close(), nora.context.close()]);
  });

  it('is deleted for good only by those who may, and only when its number is written', async () => {
    const path = await open('Sent to the wrong place');
    const agent = await signIn(browser, desk.url, 'abe@acme.test', path);
    await agent.page.getByRole('button', { name: 'More actions' }).click();
    await agent.page.getByRole('menuitem', { name: 'Move replies into a new ticket' }).waitFor();
    expect(await agent.page.getByRole('menuitem', { name: 'Delete for good' }).count()).toBe(0);
    const { page, context, faults } = await signIn(browser, desk.url, 'sue@acme.test', path);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete for good' }).click();
    const dialog = page.getByRole('dialog', { name: /^Delete .* for good/ });
    const confirm = dialog.getByRole('textbox', { name: /to confirm$/ });
    const go = dialog.getByRole('button', { name: 'Delete for good' });
    expect(await go.isDisabled()).toBe(true);
    const { body } = await desk.as<{ number: string }>('sue@acme.test', 'GET', `/v1${path}`);
    await confirm.fill(body.number);
    await go.click();
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
    await page.goto(desk.url + path);
    await page.getByText('There is nothing here').waitFor();
    await agent.page.getByText('There is nothing here').waitFor();
    expect(faults).toEqual([]);
    await Promise.all([context.close(), agent.context.close()]);
  });

  it('shows hostile words harmless [RPLY-12]', async () => {
    const path = await open('Words', 'Look: <script>window.hurt = 1</script><img src=x onerror="window.hurt = 1">');
    await say(
      path,
      '[press me](javascript:window.hurt=1) and [me](https://example.org) and ![x](https://example.org/x.png)',
    );
    const { page, context, faults } = await signIn(browser, desk.url, 'abe@acme.test', path);
    await page.getByText('<script>').waitFor();
    const link = page.getByRole('link', { name: 'me', exact: true });
    await link.waitFor();
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await page.getByRole('link', { name: 'press me' }).count()).toBe(0);
    expect(await page.locator('.markdown img, .markdown script').count()).toBe(0);
    expect(await page.evaluate<unknown>('window.hurt')).toBe(undefined);
    expect(faults).toEqual([]);
    await context.close();
  });
});
