// Administration in a browser: what an administrator changes counts at once, for everybody it concerns.
import type { Browser, Page } from 'playwright-core';
import { RunningDesk, scratch } from '../support/running-desk.js';
import { axeFindings, describeInBrowser, narrow, openBrowser, signIn, takePicture } from './browser.js';
import { adminPages } from './places.js';

const ada = 'ada@acme.test';
const nora = 'nora@northwind.test';

describeInBrowser('administration in a browser', () => {
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
  const told = (page: Page, text: string | RegExp) =>
    page.getByRole('alert').filter({ hasText: text }).first().waitFor();

  it('shows what a change of the policy does, saves it, and it counts at once; a step back takes it away [REOP-07]', async () => {
    const { body: ticket } = await desk.as<{ id: string }>(nora, 'POST', '/v1/tickets', {
      subject: 'Lamp flickers',
      description: 'Since Monday',
    });
    const { body: resolved } = await desk.as<{ position: string }>(
      'abe@acme.test',
      'POST',
      `/v1/tickets/${ticket.id}/resolve`,
      { notes: 'New bulb' },
    );
    const mayReopen = async () => {
      const { body } = await desk.as<{ allowedActions: string[] }>(
        nora,
        'GET',
        `/v1/tickets/${ticket.id}?after=${resolved.position}`,
      );
      return body.allowedActions.includes('reopen');
    };
    expect(await mayReopen()).toBe(true);

    const { page, context, faults } = await signIn(browser, desk.url, ada, '/admin/policy');
    await page.getByRole('button', { name: 'Change: Reopening' }).click();
    await page.getByRole('textbox', { name: 'Time for reopening' }).fill('0');
    await page.getByText('Customers never reopen a resolved ticket', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'See what changes' }).click();
    const changes = page.getByRole('dialog').getByRole('list', { name: 'Changes' });
    await changes.getByText(/The time in which requesters may reopen: 0 days instead of 7 days/).waitFor();
    expect(await mayReopen()).toBe(true); // shown, not saved
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await told(page, /Version 1 of the policy is in force/);
    expect(await mayReopen()).toBe(false);
    await page.getByRole('button', { name: 'Undo' }).click();
    await told(page, /former values are in force/);
    expect(await mayReopen()).toBe(true);

    // What cannot be stands at its field.
    await page.getByRole('button', { name: 'Change: Ticket numbers' }).click();
    await page.getByRole('textbox', { name: 'Form' }).fill('no number');
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page
      .getByText(/must hold \{seq\}/)
      .first()
      .waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says that somebody else was faster, with what they changed, and keeps the change', async () => {
    const { page, context } = await signIn(browser, desk.url, ada, '/admin/policy');
    await page.getByRole('button', { name: 'Change: Search' }).click();
    await page.getByRole('radio', { name: 'Are refused' }).check();
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).waitFor();
    await desk.as('sue@acme.test', 'PATCH', '/v1/policy', { recipients: { max: 4 } });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody else was faster').waitFor();
    await page.getByText(/The most recipients of a ticket: 4 instead of 5/).waitFor();
    await page.getByRole('button', { name: 'Save on top of it' }).click();
    await told(page, /is in force/);
    const { body } = await desk.as<{ recipients: object; search: object }>(ada, 'GET', '/v1/policy');
    expect(body).toMatchObject({ recipients: { max: 4 }, search: { wildcards: 'refuse' } });
    await context.close();
  });

  it('changes who may move tickets: seen in words before it counts, on top of what others did, or refused at its rule [LIFE-02]', async () => {
    const { body: ticket } = await desk.as<{ id: string }>(nora, 'POST', '/v1/tickets', {
      subject: 'Door sticks',
      description: 'Since Monday',
    });
    const close = () => desk.as('abe@acme.test', 'PUT', `/v1/tickets/${ticket.id}/status`, { status: 'closed' });
    expect((await close()).status).not.toBe(200); // a reason is needed
    const { page, context, faults } = await signIn(browser, desk.url, ada, '/admin/transitions');
    await page.getByRole('button', { name: /^From New to Closed: nobody; with a reason: the desk/ }).click();
    await page.getByRole('heading', { name: 'Rules from New to Closed' }).waitFor();
    await page.getByRole('button', { name: 'New rule' }).click();
    const form = page.getByRole('dialog', { name: 'New rule' });
    await form.getByRole('status').getByText('From “New” to “Closed”: the desk.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await form.getByRole('button', { name: 'Add the rule' }).click();
    await page.getByRole('button', { name: 'From New to Closed: the desk', exact: true }).waitFor();
    await page.getByRole('button', { name: 'See what changes' }).click();
    const changes = page.getByRole('dialog', { name: 'What changes' });
    await changes.getByText('From now on: From “New” to “Closed”: the desk.').waitFor();
    expect((await close()).status).not.toBe(200); // shown, not saved
    // Somebody else adds a rule of their own meanwhile; both are kept.
    const { body: before } = await desk.as<{ transitions: object[] }>(ada, 'GET', '/v1/policy');
    const theirs = { from: 'waiting', to: 'closed', by: ['admin'], reason: 'optional' };
    await desk.as('sue@acme.test', 'PATCH', '/v1/policy', { transitions: [...before.transitions, theirs] });
    await changes.getByRole('button', { name: 'Save' }).click();
    await page.getByText('From now on: From “Waiting” to “Closed”: administrators.').waitFor();
    await page.getByRole('button', { name: 'Save on top of it' }).click();
    await told(page, /is in force/);
    const { body: after } = await desk.as<{ transitions: object[] }>(ada, 'GET', '/v1/policy');
    expect(after.transitions).toEqual([
      ...before.transitions,
      theirs,
      { from: 'new', to: 'closed', by: ['staff'], reason: 'optional' },
    ]);
    expect((await close()).status).toBe(200);

    // What would leave tickets without a way out is refused where it stands.
    await page.getByRole('button', { name: 'Show all' }).click();
    const ways = page.getByRole('button', { name: /^Take away: From [^:]* to (“Resolved”|any other):/ });
    while ((await ways.count()) > 0) await ways.first().click();
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page
      .getByRole('alert')
      .getByText(/nothing leads from the initial status to resolved/)
      .waitFor();
    await page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'Presets' }).click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click();
    await page.getByRole('button', { name: 'Discard' }).click();
    expect(await ways.count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('gives priorities names of the tenant’s own, and switches features off and on', async () => {
    const { page, context } = await signIn(browser, desk.url, ada, '/admin/policy');
    await page.getByRole('button', { name: 'Change: Priorities' }).click();
    await page.getByRole('textbox', { name: 'What “critical” is called' }).fill('On fire');
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await told(page, /is in force/);
    const { body } = await desk.as<{ items: { id: string; label: string }[] }>(nora, 'GET', '/v1/priorities');
    expect(body.items.find(({ id }) => id === 'critical')?.label).toBe('On fire');
    await page.getByRole('button', { name: 'Change: Switches' }).click();
    await page.getByRole('switch', { name: 'Snoozing tickets' }).click();
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Change: Switches' }).waitFor();
    await page.getByText('Switched off: Snoozing tickets.').waitFor();
    const capabilities = async () =>
      (await desk.as<{ capabilities: string[] }>('abe@acme.test', 'GET', '/v1/me')).body.capabilities;
    expect(await capabilities()).not.toContain('snooze');
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByText('Everything that your subscription holds is on.').waitFor();
    expect(await capabilities()).toContain('snooze');
    await context.close();
  });

  it('orders categories by keyboard, renames where the name stands, and guards what tickets hold [CLAS-01]', async () => {
    await desk.as(nora, 'POST', '/v1/tickets', { subject: 'VAT', description: 'Wrong', categoryId: 'billing' });
    const { page, context, faults } = await signIn(browser, desk.url, ada, '/admin/categories');
    const names = async () => {
      const { body } = await desk.as<{ items: { id: string; name: string }[] }>(nora, 'GET', '/v1/categories');
      return body.items.map(({ name }) => name);
    };
    const [first, second] = await names();
    await page.getByRole('button', { name: `Move ${second}` }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowUp');
    await page.waitForTimeout(400); // the list moves
    await page.keyboard.press('Space');
    await told(page, /has a new place/);
    expect((await names()).slice(0, 2)).toEqual([second, first]);

    // Quicker than the desk: the one change waits for the other, and both count.
    let answers: (() => void)[] = [];
    await page.route('**/v1/policy', async (route) => {
      if (route.request().method() === 'PATCH' && answers.length === 0) {
        await new Promise<void>((resolve) => (answers = [resolve]));
      }
      await route.continue();
    });
    for (const name of ['Account', 'Feature Request']) {
      await page.getByRole('button', { name: `Rename category ${name}` }).click();
      await page.getByRole('textbox', { name: `Name of category ${name}` }).fill(`${name} matters`);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('button', { name: 'Rename category Feature Request matters' }).waitFor();
    expect(answers).toHaveLength(1);
    answers[0]?.();
    await told(page, /Feature Request matters/);
    expect(await names()).toEqual(expect.arrayContaining(['Account matters', 'Feature Request matters']));
    await page.unroute('**/v1/policy');

    await page.getByRole('button', { name: 'Rename category General' }).click();
    await page.getByRole('textbox', { name: 'Name of category General' }).fill('Everything else');
    await page.keyboard.press('Enter');
    await told(page, /Everything else/);
    expect(await names()).toContain('Everything else');

    await page.getByRole('button', { name: 'Actions on Billing' }).click();
    await page.getByRole('menuitem', { name: 'Take away' }).click();
    await page
      .getByRole('dialog')
      .getByText(/1 ticket is classified as billing/)
      .waitFor();
    await page.getByRole('button', { name: 'Leave it' }).click();
    expect(await names()).toContain('Billing');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('makes a group with what it covers, and gives it somebody', async () => {
    const { page, context } = await signIn(browser, desk.url, ada, '/admin/groups');
    await page.getByRole('button', { name: 'New group' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Second line');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await told(page, /Second line is there/);
    await page.getByRole('combobox', { name: 'Let Second line cover' }).selectOption({ label: 'Technical' });
    await told(page, /covers Technical/);
    const person = page.getByRole('combobox', { name: 'Add somebody to Second line' });
    await person
      .or(page.getByRole('textbox', { name: 'Add somebody to Second line' }))
      .first()
      .fill('Olga');
    await page.getByRole('option', { name: 'Olga' }).click();
    await told(page, /Olga is in Second line/);
    const { body } = await desk.as<{ scopes: object[]; members: { name: string }[] }>(
      ada,
      'GET',
      '/v1/admin/groups/second-line',
    );
    expect(body.scopes).toEqual([{ categoryId: 'technical', typeId: null }]);
    expect(body.members.map(({ name }) => name)).toEqual(['Olga']);
    await context.close();
  });

  it('narrows a customer to projects of their organisation, and widens again', async () => {
    const nina = 'nina@northwind.test';
    const projects = async () => {
      const { body } = await desk.as<{ items: { id: string }[] }>(nina, 'GET', '/v1/projects');
      return body.items.map(({ id }) => id);
    };
    expect(await projects()).toEqual(['voice', 'web']);
    const { page, context, faults } = await signIn(browser, desk.url, ada, `/admin/users?q=${nina}`);
    const edit = async () => {
      await page.getByRole('button', { name: 'Actions on Nina' }).click();
      await page.getByRole('menuitem', { name: 'Edit' }).click();
      await page.getByRole('dialog', { name: 'Edit the user' }).waitFor();
    };
    await edit();
    await page.getByRole('combobox', { name: 'Only these projects' }).click();
    await page.getByRole('option', { name: 'Voice' }).click();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await told(page, /Nina is changed/);
    expect(await projects()).toEqual(['voice']);
    await page.getByRole('cell', { name: 'Northwind, voice' }).waitFor();
    await edit();
    await page.getByRole('combobox', { name: 'Only these projects' }).press('Backspace');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('cell', { name: 'Northwind', exact: true }).waitFor();
    expect(await projects()).toEqual(['voice', 'web']);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('disables somebody, whose open page is signed out, and lets them in again', async () => {
    const mo = await signIn(browser, desk.url, 'mo@acme.test', '/');
    await mo.page.getByRole('heading').first().waitFor();
    const { page, context } = await signIn(browser, desk.url, ada, '/admin/users?q=mo@acme.test');
    await page.getByRole('button', { name: 'Actions on Mo' }).click();
    await page.getByRole('menuitem', { name: 'Disable' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await told(page, /is let in no more/);
    await mo.page.getByText('You are no longer signed in').waitFor({ timeout: 15_000 });
    await page.getByRole('button', { name: 'Undo' }).click();
    await told(page, /as it was/);
    const { body } = await desk.as<{ items: { disabled: boolean }[] }>(ada, 'GET', '/v1/admin/users?q=mo@acme.test');
    expect(body.items[0]?.disabled).toBe(false);
    await mo.context.close();
    await context.close();
  });

  it('shows an API key once; it works until it is revoked', async () => {
    const { page, context } = await signIn(browser, desk.url, nora, '/account/api-keys');
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByRole('textbox', { name: 'What it is for' }).fill('Shop form');
    await page.getByRole('checkbox', { name: 'Open tickets', exact: true }).check();
    await page.getByRole('button', { name: 'Make the key' }).click();
    const key = (await page.getByTestId('api-key').textContent()) ?? '';
    expect(key).toMatch(/^ldk_acme_/);
    await page.getByRole('button', { name: 'I have it' }).click();
    await page.getByRole('table', { name: 'API keys' }).getByText('Shop form').waitFor();
    expect(await page.content()).not.toContain(key);
    const use = () => desk.send('GET', '/v1/tickets', undefined, { authorization: `Bearer ${key}` });
    expect((await use()).status).toBe(200);
    await page.getByRole('button', { name: 'Revoke Shop form' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await told(page, /is revoked/);
    expect((await use()).status).toBe(401);
    await page.goto(new URL('/admin/users', desk.url).href);
    await page.getByText('This is not open to you').waitFor();
    await context.close();
  });

  it('builds a read model anew, and shows how far it is', async () => {
    const { page, context } = await signIn(browser, desk.url, ada, '/admin/operations');
    await page.getByRole('button', { name: 'Build ticket-list anew' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Build anew' }).click();
    await told(page, /is being built anew/);
    const card = page.getByRole('region', { name: 'ticket-list' });
    await card.getByText(/Built anew/).waitFor({ timeout: 30_000 });
    await page.getByText('No job has failed.').waitFor();
    await context.close();
  });

  it('is usable by everybody: no findings of axe on any page, in both schemes, nor on a phone', async () => {
    const { page, context, faults } = await signIn(browser, desk.url, ada, '/admin/policy');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const path of adminPages) {
      const name = path.slice('/admin/'.length);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(new URL(path, desk.url).href);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect([name, colorScheme, await axeFindings(page)]).toEqual([name, colorScheme, []]);
      }
      await takePicture(page, `admin-${name}`);
      await page.setViewportSize(narrow);
      let width = Number.POSITIVE_INFINITY;
      for (let look = 0; look < 100 && width > narrow.width; look += 1) {
        await page.waitForTimeout(50);
        width = await page.evaluate<number>('document.documentElement.scrollWidth');
      }
      expect([name, width]).toEqual([name, narrow.width]);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    expect(faults).toEqual([]);
    await context.close();
  }, 300_000);
});
