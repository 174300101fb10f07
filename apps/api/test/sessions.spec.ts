// Browsers: signing in by the embedded provider, what a session may do, and how it ends.
import { demoUserId } from '#read-side';
import { startStack, type Stack } from '../../../test/stack.js';
import { Browser } from './browser.js';
import { signIn } from './client.js';
import { EventStream } from './event-stream.js';

let stack: Stack;
let url: string;
let other: string;

beforeAll(async () => {
  stack = await startStack({ apis: 2 });
  [url = '', other = ''] = stack.urls;
});
afterAll(() => stack.stop());

const signedIn = async (login = 'abe@acme.test'): Promise<Browser> => {
  const browser = new Browser(url);
  const answer = await browser.signIn(login);
  expect(answer.status).toBe(200);
  return browser;
};
const codeOf = async (answer: Response) => ((await answer.json()) as { code?: string }).code;

describe('signing in', () => {
  it('opens a session by code, PKCE, state and nonce, and shows the browser no token [AUTH-01] [NENU-07]', async () => {
    const browser = new Browser(url);
    const { answer, places } = await browser.follow('/auth/login?returnTo=/v1/session');
    expect(answer.status).toBe(200);
    const asked = new URL(places[0] ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);

    const session = await browser.signIn('abe@acme.test');
    expect(await session.json()).toEqual({
      user: {
        id: demoUserId('abe@acme.test'),
        name: 'Abe',
        login: 'abe@acme.test',
        role: 'agent',
        side: 'staff',
        tenant: 'acme',
      },
      csrfToken: expect.stringMatching(/^[\w-]{43}$/),
      expiresAt: expect.stringMatching(/Z$/),
    });
    expect([...browser.cookies.keys()]).toEqual(['ledgerdesk-session']);
    expect(browser.cookies.get('ledgerdesk-session')).toMatchObject({
      value: expect.stringMatching(/^acme\.[\w-]{43}$/),
      path: '/',
      attributes: 'Path=/; HttpOnly; SameSite=Lax',
    });
  });

  it('works under every name of the host', async () => {
    const browser = new Browser(url.replace('127.0.0.1', 'localhost'));
    expect((await browser.signIn('gary@globex.test')).status).toBe(200);
  });

  it('offers people to find by name, on a page without scripts', async () => {
    const browser = new Browser(url);
    const { answer, places } = await browser.follow('/auth/login');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/);
    const page = await answer.text();
    expect(page).not.toMatch(/<script|javascript:|style=|onclick/);
    expect(page).toContain('gary@globex.test');
    const found = await (await browser.send(`${places[0]}&q=NORA`)).text();
    expect(found).toContain('nora@northwind.test');
    expect(found).not.toContain('gary@globex.test');
    const quoted = await (await browser.send(`${places[0]}&q=${encodeURIComponent('"><b>')}`)).text();
    expect(quoted).not.toContain('<b>');
  });

  it.each(['//evil.test', '/\\evil.test', 'https://evil.test', '/.//evil.test', 'evil', '', '/a b', '/\tx'])(
    'sends nobody to another site: %j',
    async (returnTo) => {
      const browser = new Browser(url);
      const begun = await browser.send(`/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
      if (begun.status === 400) return expect(await codeOf(begun)).toBe('validation-failed');
      await browser.signIn('abe@acme.test', returnTo);
      expect(new URL(browser.at).origin).toBe(url);
    },
  );

  it('is finished by the browser that began it, once, and soon', async () => {
    const one = new Browser(url);
    const { places } = await one.follow('/auth/login');
    const chosen = await one.send(`${places[0]}&user=acme%20${demoUserId('abe@acme.test')}`);
    const callback = chosen.headers.get('location') ?? '';
    const stranger = new Browser(url);
    expect(await codeOf(await stranger.send(callback))).toBe('sign-in-expired');
    await stranger.follow('/auth/login');
    expect(await codeOf(await stranger.send(callback))).toBe('sign-in-failed');
    const kept = [...one.cookies.values()];
    expect((await one.send(callback)).status).toBe(303);
    one.restore(kept);
    expect(await codeOf(await one.send(callback))).toBe('sign-in-failed');
    const page = await new Browser(url).send('/auth/callback?error=access_denied', {
      headers: { accept: 'text/html' },
    });
    expect([page.status, page.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
  });

  it('begins a new session each time, and ends the one before', async () => {
    const browser = await signedIn();
    const former = browser.cookies.get('ledgerdesk-session')?.value ?? '';
    await browser.signIn('abe@acme.test');
    expect(browser.cookies.get('ledgerdesk-session')?.value).not.toBe(former);
    const answer = await fetch(`${url}/v1/session`, { headers: { cookie: `ledgerdesk-session=${former}` } });
    expect(answer.status).toBe(401);
  });
});

describe('a session', () => {
  it('counts wherever a token does, on every API; without one, or with another, it is 401 [NENU-08]', async () => {
    const browser = await signedIn();
    expect((await browser.send('/v1/tickets')).status).toBe(200);
    const elsewhereToo = { cookie: `ledgerdesk-session=${browser.cookies.get('ledgerdesk-session')?.value}` };
    expect((await fetch(`${other}/v1/me`, { headers: elsewhereToo })).status).toBe(200);
    for (const cookie of ['', 'ledgerdesk-session=acme.x', `ledgerdesk-session=acme.${'x'.repeat(43)}`]) {
      expect((await fetch(`${url}/v1/session`, { headers: { cookie } })).status).toBe(401);
    }
    const { value = '' } = browser.cookies.get('ledgerdesk-session') ?? {};
    const elsewhere = value.replace('acme', 'globex');
    const headers = { cookie: `ledgerdesk-session=${elsewhere}` };
    expect((await fetch(`${url}/v1/me`, { headers })).status).toBe(401);
    const token = await signIn(url, 'abe');
    expect((await token.get('/v1/session')).status).toBe(401);
    expect((await browser.send('/v1/me', { headers: { authorization: 'Bearer nonsense' } })).status).toBe(401);
  });

  it('changes nothing without its own token, or from another site [NENU-05]', async () => {
    const [browser, stranger] = [await signedIn(), await signedIn('amy@acme.test')];
    const { csrfToken } = (await (await stranger.send('/v1/session')).json()) as { csrfToken: string };
    const body = { subject: 'Printer', description: 'It burns' };
    const forged: Record<string, string>[] = [
      { 'x-csrf-token': '' },
      { 'x-csrf-token': csrfToken },
      { 'x-csrf-token': 'x'.repeat(43) },
      { origin: 'https://evil.test' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of forged) {
      const answer = await browser.act('POST', '/v1/tickets', body, headers);
      expect([headers, answer.status, await codeOf(answer)]).toEqual([headers, 403, 'csrf-token-invalid']);
    }
    const own = { origin: url, 'sec-fetch-site': 'same-origin' };
    expect((await browser.act('POST', '/v1/tickets', body, own)).status).toBe(201);
    const token = await signIn(url, 'abe');
    expect((await token.post('/v1/tickets', body)).status).toBe(201); // no cookie, no token needed
  });

  const row = (set: { last_used_at?: string; expires_at?: string }) =>
    stack.parts.database.inTenant('acme', (tx) => tx.updateTable('directory.sessions').set(set).execute());
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

  it('ends when it is not used, and after a day in any case', async () => {
    const browser = await signedIn();
    await row({ last_used_at: ago(59) });
    expect((await browser.send('/v1/me')).status).toBe(200);
    const { last_used_at } = await stack.parts.database.inTenant('acme', (tx) =>
      tx
        .selectFrom('directory.sessions')
        .select('last_used_at')
        .orderBy('last_used_at', 'desc')
        .executeTakeFirstOrThrow(),
    );
    expect(Date.parse(last_used_at)).toBeGreaterThan(Date.parse(ago(1)));
    await row({ last_used_at: ago(61) });
    expect((await browser.send('/v1/me')).status).toBe(401);
    const second = await signedIn();
    await row({ expires_at: ago(0) });
    expect((await second.send('/v1/me')).status).toBe(401);
  });

  it('keeps no secret in the database', async () => {
    const browser = await signedIn();
    const [, secret = ''] = (browser.cookies.get('ledgerdesk-session')?.value ?? '').split('.');
    const rows = await stack.parts.database.inTenant('acme', (tx) =>
      tx.selectFrom('directory.sessions').selectAll().execute(),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ id }) => id.toString())).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(secret);
    const without = await stack.parts.database.db.selectFrom('directory.sessions').selectAll().execute();
    expect(without).toEqual([]); // no tenant, no rows
  });
});

describe('the end of a session', () => {
  it('comes by logout, here and on every API, and with it the end of its streams [AUTH-04]', async () => {
    const browser = await signedIn();
    const cookie = `ledgerdesk-session=${browser.cookies.get('ledgerdesk-session')?.value}`;
    const streams = [await EventStream.open({ url, cookie }), await EventStream.open({ url: other, cookie })];
    expect((await browser.send('/auth/logout', { method: 'POST' })).status).toBe(403);
    const answer = await browser.act('POST', '/auth/logout');
    expect(await answer.json()).toEqual({ endUrl: null });
    expect(browser.cookies.size).toBe(0);
    for (const at of [url, other]) expect((await fetch(`${at}/v1/me`, { headers: { cookie } })).status).toBe(401);
    for (const stream of streams) await stream.until(() => stream.ended);
  });

  it('comes when the user is disabled: at once, for requests and streams [AUTH-04]', async () => {
    const browser = await signedIn('stan@acme.test');
    const cookie = `ledgerdesk-session=${browser.cookies.get('ledgerdesk-session')?.value}`;
    const stream = await EventStream.open({ url: other, cookie });
    const disable = (disabled: boolean) =>
      stack.parts.database.inTenant('acme', (tx) =>
        tx.updateTable('directory.users').set({ disabled }).where('login', '=', 'stan@acme.test').execute(),
      );
    await disable(true);
    expect((await browser.send('/v1/me')).status).toBe(401);
    await stream.until(() => stream.ended);
    await disable(false);
  });
});
