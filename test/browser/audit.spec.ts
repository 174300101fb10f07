// The auditor's replay: a ticket's life step by step, at any moment, proven, and carried away.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBufferPromise } from 'yauzl';
import type { Browser, Page } from 'playwright-core';
import { RunningDesk, scratch } from '../support/running-desk.js';
import { axeFindings, describeInBrowser, narrow, openBrowser, signIn, takePicture } from './browser.js';

interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly position: string;
}
interface Step {
  readonly eventId: string;
  readonly type: string;
  readonly revision: string;
  readonly position: string;
  readonly occurredAt: string;
  readonly actor: { readonly name: string | null; readonly role: string };
}
type State = Readonly<Record<string, unknown>> & { readonly replies: readonly { readonly body: string }[] };

describeInBrowser('the auditor in a browser', () => {
  const { dataDir, remove } = scratch();
  const [nora, abe, ada, audra] = ['nora@northwind.test', 'abe@acme.test', 'ada@acme.test', 'audra@acme.test'] as const;
  let desk: RunningDesk;
  let browser: Browser;
  let close: () => Promise<void>;
  let fire: Ticket;
  let merged: Ticket;
  let erased: Ticket;

  const act = async <T = Ticket>(user: string, method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await desk.as(user, method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };
  const open = (subject: string) => act(nora, 'POST', '/v1/tickets', { subject, description: 'It burns' });
  const stateAt = async (id: string, query: string) =>
    (await act<{ state: State }>(audra, 'GET', `/v1/audit/tickets/${id}${query}`)).state;
  const stepsOf = async (id: string) =>
    (await act<{ items: Step[] }>(audra, 'GET', `/v1/audit/tickets/${id}/events?limit=100`)).items;

  beforeAll(async () => {
    desk = await RunningDesk.start(dataDir);
    ({ browser, close } = await openBrowser());
    [fire, merged, erased] = [await open('Printer on fire'), await open('Fire in the printer'), await open('Secret')];
    const at = `/v1/tickets/${fire.id}`;
    await act(abe, 'PUT', `${at}/priority`, { priority: 'high' });
    const { replyId } = await act<{ replyId: string }>(abe, 'POST', `${at}/replies`, { body: 'Have you tried water?' });
    await act(abe, 'POST', `${at}/replies`, { body: 'They are clueless', visibility: 'internal' });
    await act(abe, 'PATCH', `${at}/replies/${replyId}`, { body: 'Have you tried sand?' });
    await act(abe, 'POST', `${at}/resolve`, { notes: 'Burnt down' });
    await act(nora, 'POST', `${at}/reopen`, {});
    await act(abe, 'POST', `${at}/merge`, { sources: [merged.id] });
    await act('sue@acme.test', 'DELETE', `/v1/tickets/${erased.id}?reason=asked`);
    await act(ada, 'PATCH', '/v1/policy', { reopen: { window: 'P10D' } });
  });
  afterAll(async () => {
    await close?.();
    await desk?.end();
    remove();
  });

  /** The cells of a field, as they are read. */
  const sides = (page: Page, field: string) =>
    page.getByRole('table', { name: 'Before and after' }).locator(`tr[data-field="${field}"] td`).allInnerTexts();
  const findings = async (page: Page): Promise<string[]> => {
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await axeFindings(page)).map((finding) => `${colorScheme}: ${finding}`));
    }
    await page.emulateMedia({ colorScheme: 'light' });
    return found;
  };

  it('replays a ticket with the keyboard: each step before and after, who, and by which policy [AUDT-02] [AUDT-03]', async () => {
    const { page, context, faults } = await signIn(browser, desk.url, audra, `/audit/${fire.number}`);
    const steps = await stepsOf(fire.id);
    expect(steps.length).toBeGreaterThanOrEqual(8);
    const slider = page.getByRole('slider', { name: 'Event' });
    await page.getByText(`Event ${steps.length} of ${steps.length}`).waitFor();
    await slider.press('Home');
    for (const [index, { type, revision, actor }] of steps.entries()) {
      if (index > 0) await slider.press('ArrowRight');
      await page.getByText(`Event ${index + 1} of ${steps.length}`).waitFor();
      expect(new URL(page.url()).searchParams.get('revision')).toBe(revision);
      const step = page.getByRole('region', { name: 'The step' });
      expect(await step.innerText()).toContain(`${actor.name} (${actor.role.replace('_', ' ')})`);
      const origins = await page.getByRole('region', { name: 'Where it came from' }).innerText();
      expect(origins).toMatch(/policy\s+version 0/);

      const after = await stateAt(fire.id, `?revision=${revision}`);
      const before = index === 0 ? null : await stateAt(fire.id, `?revision=${Number(revision) - 1}`);
      await page.getByText('Everything', { exact: true }).click();
      if (before) {
        const differing = Object.keys({ ...before, ...after }).filter(
          (field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null),
        );
        const marked = page.locator('tr[data-changed="true"]');
        const fields = await marked.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-field')));
        expect(new Set(fields)).toEqual(new Set(differing));
      } else {
        expect(await sides(page, 'subject')).toEqual(['no ticket yet', 'Printer on fire']);
      }
      const [was, is] = await sides(page, 'replies');
      for (const { body } of before?.replies ?? []) expect(was).toContain(body);
      for (const { body } of after.replies) expect(is).toContain(body);
      await page.getByText('What changed', { exact: true }).click();
      if (type === 'PriorityChanged') expect(await sides(page, 'priority')).toEqual(['Normal', 'High']);
      if (type === 'ReplyEdited') {
        expect(await page.locator('tr[data-field="replies"] del').allInnerTexts()).toContain('water?');
        expect(await page.locator('tr[data-field="replies"] ins').allInnerTexts()).toContain('sand?');
        await takePicture(page, 'audit-ticket');
      }
    }
    expect(await findings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows a moment by its address: what had happened, and that there was nothing before [AUDT-02]', async () => {
    const steps = await stepsOf(fire.id);
    const { occurredAt } = steps.find(({ type }) => type === 'NoteAdded') as Step;
    const { page, context, faults } = await signIn(browser, desk.url, audra, `/audit/${fire.id}?at=${occurredAt}`);
    await page.getByTestId('step-name').getByText('Internal note written').waitFor();
    const { replies, priority } = await stateAt(fire.id, `?at=${occurredAt}`);
    expect([replies.length, priority]).toEqual([2, 'high']);
    await page.getByText('Everything', { exact: true }).click();
    const [, shown] = await sides(page, 'replies');
    expect(shown).toContain('Have you tried water?');
    expect(shown).not.toContain('sand');
    expect(await sides(page, 'priority')).toEqual(['High', 'High']);

    await page.getByLabel('Moment', { exact: true }).fill('2001-01-01T00:00:00');
    await page.getByLabel('Moment', { exact: true }).press('Enter');
    await page.getByText('There was no such ticket yet').waitFor();
    await page.waitForURL(/at=/);
    await page.goto(`${desk.url}/audit/${fire.id}?knownAt=2001-01-01T00:00:00Z`);
    await page.getByText('Nothing was known of it yet').waitFor();
    await page.getByRole('button', { name: 'As it is now' }).click();
    await page.getByText(`Event ${steps.length} of ${steps.length}`).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('finds deleted tickets without their texts, and points on from merged ones [AUDT-02]', async () => {
    const { page, context, faults } = await signIn(browser, desk.url, audra, `/audit/${erased.number}`);
    await page.getByText('This ticket was deleted').waitFor();
    expect(await page.content()).not.toContain('Secret');
    await page.getByRole('slider', { name: 'Event' }).press('Home');
    await page.getByText('Event 1 of').waitFor();
    expect(await sides(page, 'subject')).toEqual(['no ticket yet', 'erased']);
    await page.goto(`${desk.url}/audit/${merged.number}`);
    await page.getByText('This ticket was merged into another one').waitFor();
    await page.getByRole('alert').getByRole('link').click();
    await page.getByRole('heading', { name: 'Printer on fire' }).waitFor();
    expect(faults).toEqual([]);
    await page.goto(`${desk.url}/audit/TICK-999999`);
    await page.getByText('There is nothing here').waitFor();
    await context.close();
  });

  it('hands out the evidence as an archive [AUDT-08]', async () => {
    const { page, context, faults } = await signIn(browser, desk.url, audra, `/audit/${fire.number}`, {
      acceptDownloads: true,
    });
    const evidence = page.getByRole('button', { name: 'Download evidence' });
    await page.route('**/evidence', (route) => route.fulfill({ status: 500, body: '' }), { times: 1 });
    await evidence.click();
    await page.getByText('The evidence could not be fetched').waitFor();
    const coming = page.waitForEvent('download');
    await evidence.click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe(`${fire.number}-evidence.zip`);
    const archive = await fromBufferPromise(readFileSync(await download.path()), { lazyEntries: true });
    const files: string[] = [];
    for await (const { fileName } of archive.eachEntry()) files.push(fileName);
    expect(files).toEqual(
      expect.arrayContaining(['timeline.md', 'events.ndjson', 'proof.json', 'SHA256SUMS', 'check.mjs']),
    );
    expect(faults).toEqual([]);
    await context.close();
  });

  it('reads the log as a stream: filters in the address, details, what a policy changed [AUDT-01]', async () => {
    const { page, context, faults } = await signIn(browser, desk.url, audra, '/audit');
    const events = page.getByRole('list', { name: 'Events' });
    await page.getByText(/events, up to the end of the log/).waitFor();
    await page.getByRole('combobox', { name: 'What happened' }).click();
    await page.getByRole('option', { name: 'Policy published' }).click();
    await page.waitForURL(/TicketPolicyPublished/);
    await page.getByText(/^2 events, up to the end/).waitFor();
    await page.reload();
    await page.getByText(/^2 events, up to the end/).waitFor();
    await events.getByRole('button', { name: /Ada/ }).click();
    await page.getByText('Policy version 1, compared with version 0').waitFor();
    await page.getByText('reopen.window', { exact: true }).waitFor();
    expect(await findings(page)).toEqual([]);
    await takePicture(page, 'audit-log');

    await page.goto(`${desk.url}/audit?ticket=${fire.number}`);
    const steps = await stepsOf(fire.id);
    await page.getByText(new RegExp(`^${steps.length} events, up to the end`)).waitFor();
    await events.getByRole('button', { name: /Priority changed/ }).click();
    await page.getByRole('link', { name: 'The ticket’s whole life' }).click();
    await page.getByRole('heading', { name: 'Printer on fire' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says when the log was cut off, and goes on from there without gap or repeat', async () => {
    const { page, context, faults } = await signIn(browser, desk.url, audra, '/audit?type=AuditRead');
    await page.getByText(/events, up to the end of the log/).waitFor();
    const whole = await fetch(`${desk.url}/v1/audit/events?type=ReplyAdded&type=NoteAdded&type=TicketOpened`, {
      headers: { authorization: `Bearer ${await desk.token(audra)}` },
    });
    const lines = (await whole.text()).trim().split('\n');
    const [first = '', second = ''] = lines;
    await page.route(
      '**/v1/audit/events**',
      (route) =>
        route.fulfill({ contentType: 'application/x-ndjson', body: `${first}\n${second}\n${lines[2]?.slice(0, 40)}` }),
      { times: 1 },
    );
    await page.goto(`${desk.url}/audit?type=%5B%22TicketOpened%22%2C%22ReplyAdded%22%2C%22NoteAdded%22%5D`);
    await page.getByText('The answer was cut off after 2 events').waitFor();
    await page.getByRole('button', { name: 'Go on from there' }).click();
    await page.getByText(new RegExp(`^${lines.length - 3} events, up to the end`)).waitFor();
    expect(new URL(page.url()).searchParams.get('after')).toContain((JSON.parse(second) as Step).position);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows what was refused, and on a phone nothing sticks out', async () => {
    expect((await desk.as(nora, 'PUT', `/v1/tickets/${fire.id}/priority`, { priority: 'low' })).status).toBe(403);
    const { page, context, faults } = await signIn(browser, desk.url, audra, '/audit?tab=refusals');
    const table = page.getByRole('table', { name: 'Refused commands' });
    const row = table.getByRole('row').filter({ hasText: 'PUT /v1/tickets/{id}/priority' });
    while ((await row.count()) === 0) {
      await page.getByRole('button', { name: 'Look again' }).click(); // they are written about once a second
      await page.waitForTimeout(300);
    }
    expect(await row.first().innerText()).toMatch(/Nora[^]*403 not-allowed/);
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize(narrow);
    for (const path of ['/audit', `/audit/${fire.id}`, '/audit?tab=refusals', '/audit?tab=proof']) {
      await page.goto(`${desk.url}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(narrow.width);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is open to those who audit only [AUDT-02]', async () => {
    const { page, context } = await signIn(browser, desk.url, abe, '/audit');
    for (const path of ['/audit', `/audit/${fire.id}`]) {
      await page.goto(`${desk.url}${path}`);
      await page.getByText('This is not open to you').waitFor();
    }
    expect(await page.getByRole('link', { name: 'Audit' }).count()).toBe(0);
    await context.close();
  });

  // Last: what it breaks stays broken.
  it('gives a verdict on the hashes, and names the event of which a byte was changed at the disk [AUDT-06]', async () => {
    const { page, context, faults } = await signIn(browser, desk.url, audra, `/audit/${fire.number}`);
    const check = page.getByRole('region', { name: 'Hash check' });
    const steps = await stepsOf(fire.id);
    await check.getByRole('button', { name: 'Check now' }).click();
    const sound = check.locator('[data-verdict="sound"]');
    await sound.waitFor();
    expect(await sound.innerText()).toContain(`All ${steps.length} events of ticket ${fire.number}`);

    const { position, revision, eventId } = steps.find(({ type }) => type === 'PriorityChanged') as Step;
    flip(join(dataDir, 'events', 'events.mdb'), position);
    await check.getByRole('button', { name: 'Check again' }).click();
    const broken = check.locator('[data-verdict="broken"]');
    await broken.waitFor();
    const told = await broken.innerText();
    for (const part of [`“Priority changed”, revision ${revision}`, eventId, 'not what was written']) {
      expect(told).toContain(part);
    }
    expect(await findings(page)).toEqual([]);
    await takePicture(page, 'audit-broken');

    await page.goto(`${desk.url}/audit?tab=proof`);
    await check.getByRole('button', { name: 'Check now' }).click();
    await broken.waitFor();
    expect(await broken.innerText()).toContain(eventId);
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** As a hand at the disk would: in the event's stored data, where the event node keeps it. */
function flip(path: string, position: string): void {
  const script = `
    import { open } from 'lmdb';
    const [path, position] = process.argv.slice(1);
    const root = open({ path, noSubdir: true, maxDbs: 8 });
    const events = root.openDB('events', {});
    const row = events.get(Number(position));
    const data = Buffer.from(row[6]);
    const at = data.indexOf('high');
    if (at < 0) throw new Error('nothing to flip');
    data.write('hihh', at);
    row[6] = data;
    await events.put(Number(position), row);
    await root.close();`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script, path, position], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}
