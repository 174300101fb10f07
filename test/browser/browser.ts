// A real browser before a started desk: signing in as somebody of the demo directory, pictures, and axe.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const executablePath = process.env.LEDGERDESK_CHROMIUM ?? '/usr/bin/chromium';

/** `describe`, skipped and said so where no browser is; CI requires one. */
export const describeInBrowser: typeof describe.skip =
  existsSync(executablePath) || process.env.LEDGERDESK_TEST_BROWSER === 'required' ? describe : describe.skip;

export async function openBrowser(): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const userData = mkdtempSync(join(tmpdir(), 'ledgerdesk-chromium-'));
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--crash-dumps-dir=${userData}`,
    ],
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      rmSync(userData, { recursive: true, force: true });
    },
  };
}

export const wide = { width: 1440, height: 900 };
export const narrow = { width: 390, height: 844 };

export interface Signed {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of scripts, the console and the Content-Security-Policy; a spec ends with none. */
  readonly faults: string[];
}

/** Goes to `path` and signs in on the embedded provider's page, like a person. */
export async function signIn(
  browser: Browser,
  url: string,
  login: string,
  path = '/',
  options: BrowserContextOptions = {},
): Promise<Signed> {
  const context = await browser.newContext({ viewport: wide, locale: 'en-GB', timezoneId: 'UTC', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // What the desk refuses is told by status; screens say it to people.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text());
  });
  await page.goto(new URL(path, url).href);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: login }).click();
  await page.getByRole('navigation', { name: 'Main' }).or(page.getByRole('banner')).first().waitFor();
  return { context, page, faults };
}

/** Where pictures go: `LEDGERDESK_PICTURES`, else a directory of this run that is named at its end. */
const pictures = process.env.LEDGERDESK_PICTURES ?? join(tmpdir(), `ledgerdesk-pictures-${process.pid}`);

/** @returns the picture's path */
export async function takePicture(page: Page, name: string): Promise<string> {
  mkdirSync(pictures, { recursive: true });
  const path = join(pictures, `${name}.png`);
  await page.screenshot({ path });
  return path;
}

/** What axe finds against WCAG 2.2 A and AA, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

/** What axe finds in either scheme: nothing. */
export const axe = async (page: Page): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    // A colour on its way is nobody's colour.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate('new Promise((shown) => requestAnimationFrame(() => setTimeout(shown, 50)))');
    expect(await axeFindings(page)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
};

// The screen of a ticket at the desk.
export const thread = (page: Page) => page.getByRole('list', { name: 'What happened' });
export const box = (page: Page) => page.getByRole('textbox', { name: 'Write a reply' });
export const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });
