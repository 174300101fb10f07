// For scripts that look at the product: a built desk on a directory and a port of its own, a browser, and somebody signed in.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';

/** `work` gets {url, dataDir, as(login, method, path, body?) → answer, signIn(login, path, options?) → page}. */
export async function withDesk(work) {
  const directory = mkdtempSync(join(tmpdir(), 'ledgerdesk-own-'));
  const dataDir = join(directory, 'data');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const desk = spawn(process.execPath, ['dist/apps/cli/src/main.js', 'up'], {
    env: { ...process.env, EVENTSTORE_URL: '', DATABASE_URL: '', REDIS_URL: '', PORT: String(port), DATA_DIR: dataDir },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => desk.once('exit', resolve));
  let browser;
  const signIn = async (login, path, options = {}) => {
    browser ??= await chromium.launch({
      executablePath: process.env.LEDGERDESK_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    });
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      timezoneId: 'UTC',
      ...options,
    });
    const page = await context.newPage();
    await page.goto(url + path);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: login }).click();
    await page.getByRole('banner').waitFor();
    return page;
  };
  try {
    while (!(await fetch(`${url}/v1/session`).catch(() => undefined))) {
      if (desk.exitCode !== null) throw new Error('the desk did not start: npm run build');
      await sleep(200);
    }
    await work({ url, dataDir, as: caller(url), signIn });
  } finally {
    await browser?.close();
    desk.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true, force: true });
  }
}

function caller(url) {
  const tokens = new Map();
  const send = async (method, path, body, headers = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return async (login, method, path, body) => {
    if (!tokens.has(login)) tokens.set(login, (await send('POST', '/v1/dev/token', { user: login })).token);
    return send(method, path, body, { authorization: `Bearer ${tokens.get(login)}` });
  };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
