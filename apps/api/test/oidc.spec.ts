// Signing in at an identity provider of one's own: a certified OpenID Connect server on loopback, and Ledgerdesk behind a
// proxy that speaks HTTPS.
import { jest } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';
import { startStack, type Stack } from '../../../test/stack.js';
import type { OidcIdentity } from '../src/settings.js';
import { Browser } from './browser.js';
import { Client, send } from './client.js';

const publicUrl = 'https://desk.test';
const audience = 'urn:ledgerdesk:api';

/** What the provider says of whoever signs in next; `sub` also names a program with a secret. */
let person: { sub: string } & Record<string, unknown> = { sub: 'zora' };
let issuer: string;
let server: Server;
let away = false;
let handle: ReturnType<Provider['callback']>;
let stack: Stack;
let url: string;

async function newProvider(): Promise<void> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: String(Math.random()) };
  const provider = new Provider(issuer, {
    jwks: { keys: [key] },
    clients: [
      {
        client_id: 'desk',
        client_secret: 'secret+of%the:desk',
        redirect_uris: [`${publicUrl}/auth/callback`],
        post_logout_redirect_uris: [`${publicUrl}/`],
      },
      ...['zora', 'shop'].map((client_id) => ({
        client_id,
        client_secret: 'secret',
        redirect_uris: [],
        response_types: [],
        grant_types: ['client_credentials'],
      })),
    ],
    clientAuthMethods: ['client_secret_basic'],
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    cookies: { keys: ['a key of the spec'] },
    claims: { openid: ['sub', 'tenant', 'role', 'client'], profile: ['name'], email: ['email', 'email_verified'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...person, sub }) }),
    extraTokenClaims: () => ({ tenant: 'acme', ...person, sub: undefined }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context, resource) => ({
          scope: '',
          audience: resource,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  });
  const ordinary = provider.callback();
  handle = async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return ordinary(request, response);
    const refused = person.refused === true;
    const result = refused ? { error: 'access_denied' } : { login: { accountId: person.sub } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };
}

const identity = (): OidcIdentity => ({
  kind: 'oidc',
  issuer,
  audience,
  claims: { tenant: 'tenant', subject: 'sub', role: 'role', client: 'client', everybodyIn: null },
  newUserRoles: ['client_staff', 'user'],
  client: { clientId: 'desk', clientSecret: 'secret+of%the:desk', scope: 'openid profile email' },
});

beforeAll(async () => {
  for (const said of ['info', 'warn'] as const) jest.spyOn(console, said).mockImplementation(() => undefined); // of its defaults
  server = createServer((request, response) => {
    if (away) return void response.writeHead(502).end();
    void handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await newProvider();
  stack = await startStack({ settings: { identity: identity(), publicUrl } });
  url = stack.urls[0] ?? '';
});
afterAll(async () => {
  await stack.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const browser = () => new Browser(publicUrl, { [publicUrl]: url, [issuer]: issuer });
const nobody = { sub: 'x', tenant: 'acme', name: 'X', email: 'x@acme.test', email_verified: true };
const inAcme: Stack['parts']['database']['inTenant'] = (...asked) => stack.parts.database.inTenant(...asked);
const user = (sub: string) =>
  inAcme('acme', (tx) =>
    tx
      .selectFrom('directory.users')
      .select(['id', 'login', 'name', 'email', 'verified', 'role', 'client_id', 'disabled'])
      .where('subject', '=', sub)
      .executeTakeFirst(),
  );
const connect = (login: string, subject: string | null) =>
  inAcme('acme', (tx) => tx.updateTable('directory.users').set({ subject }).where('login', '=', login).execute());
const enter = async () => {
  const one = browser();
  const { answer } = await one.follow('/auth/login?returnTo=/v1/session');
  return { one, status: answer.status, text: await answer.text() };
};

async function tokenOf(sub: string, resource = audience): Promise<string> {
  const { body } = await send(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${sub}:secret`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource }),
  });
  return String(body.access_token);
}
const statusWith = async (token: string) => (await new Client(url, token, '').get('/v1/me')).status;

describe('a browser', () => {
  it('is signed in by code and PKCE, and holds one cookie that is no token [AUTH-01] [NENU-07]', async () => {
    await connect('abe@acme.test', 'abe-at-the-provider');
    person = { sub: 'abe-at-the-provider', tenant: 'acme', name: 'Abe', email: 'abe@acme.test', email_verified: true };
    const { one, status, text } = await enter();
    expect([status, JSON.parse(text)]).toMatchObject([200, { user: { login: 'abe@acme.test', role: 'agent' } }]);
    expect([...one.cookies.values()]).toMatchObject([
      { name: '__Host-ledgerdesk-session', attributes: 'Path=/; HttpOnly; SameSite=Lax; Secure' },
    ]);
    expect([...one.cookies.values()][0]?.value).toMatch(/^acme\.[\w-]{43}$/);

    const opened = await one.act('POST', '/v1/tickets', { subject: 'x', description: 'x' }, { origin: publicUrl });
    expect(opened.status).toBe(201);
    expect((await one.act('POST', '/v1/tickets', {}, { origin: url })).status).toBe(403);

    const { endUrl } = (await (await one.act('POST', '/auth/logout')).json()) as { endUrl: string };
    const end = new URL(endUrl);
    expect([end.origin, end.searchParams.get('post_logout_redirect_uri')]).toEqual([issuer, `${publicUrl}/`]);
    expect(end.searchParams.has('id_token_hint')).toBe(false);
    expect((await one.send('/v1/session')).status).toBe(401);
  });

  it('is told on a page when the provider, or the directory, does not know it', async () => {
    person = { ...nobody, refused: true };
    expect(await enter()).toMatchObject({ status: 403, text: expect.stringContaining('did not let you in') });
    for (const wrong of [{ tenant: undefined }, { tenant: 'nowhere' }, { role: 'admin' }]) {
      person = { ...nobody, ...wrong };
      expect(await enter()).toMatchObject({ status: 403, text: expect.stringContaining('no account') });
    }
  });
});

describe('an administrator', () => {
  it('says whom the provider means: a subject is one user’s', async () => {
    await connect('ada@acme.test', 'shop');
    person = { sub: 'shop' };
    const admin = new Client(url, await tokenOf('shop'), '');
    const idOf = async (login: string) => {
      const { body } = await admin.get(`/v1/admin/users?q=${login}`);
      return (body.items as { id: string }[])[0]?.id;
    };
    const change = async (login: string) =>
      admin.patch(`/v1/admin/users/${await idOf(login)}`, { subject: 'mo-at-the-provider' });
    expect(await change('mo@acme.test')).toMatchObject({ status: 200, body: { subject: 'mo-at-the-provider' } });
    expect(await change('amy@acme.test')).toMatchObject({ status: 409, body: { code: 'subject-taken' } });
    person = { sub: 'mo-at-the-provider', tenant: 'acme' };
    expect(JSON.parse((await enter()).text)).toMatchObject({ user: { login: 'mo@acme.test' } });
    await connect('ada@acme.test', null);
  });
});

describe('somebody new', () => {
  it('becomes a user as far as the settings allow, told to the journal without name or address', async () => {
    person = {
      ...nobody,
      sub: 'zoe',
      name: 'Zoe',
      email: 'zoe@northwind.test',
      role: ['staff', 'client_staff'],
      client: 'northwind',
    };
    expect((await enter()).status).toBe(200);
    const zoe = await user('zoe');
    expect(zoe).toMatchObject({
      login: 'zoe@northwind.test',
      name: 'Zoe',
      email: 'zoe@northwind.test',
      verified: true,
      role: 'client_staff',
      client_id: 'northwind',
    });
    let told = '';
    for await (const { data, metadata } of stack.parts.ledger.load('directory-acme')) {
      if ((data as { id: string }).id === zoe?.id) told += JSON.stringify([data, metadata.actor]);
    }
    expect(told).toContain('"role":{"to":"client_staff"}');
    expect(told).toContain('identity-provider');
    expect(told).not.toMatch(/zoe/i);
  });

  it('keeps name and address up to date; the role stays what the directory says', async () => {
    person = { ...nobody, sub: 'kim', name: 'Kim', email: 'kim@acme.test', role: 'user' };
    expect((await enter()).status).toBe(200);
    await inAcme('acme', (tx) =>
      tx.updateTable('directory.users').set({ role: 'agent' }).where('subject', '=', 'kim').execute(),
    );
    person = { ...person, name: 'Kim K.', email: 'kk@acme.test', role: 'client_staff' };
    expect((await enter()).status).toBe(200);
    expect(await user('kim')).toMatchObject({ name: 'Kim K.', email: 'kk@acme.test', role: 'agent' });
    person = { ...person, email: 'ada@acme.test', email_verified: false };
    await enter();
    expect(await user('kim')).toMatchObject({ email: 'kk@acme.test' });
  });

  it.each<[string, Record<string, unknown>]>([
    ['a role that is not allowed', { role: 'admin' }],
    ['a client that is not there', { role: 'client_staff', client: 'nowhere' }],
    ['a client that is missing', { role: 'client_staff' }],
    ['the address of somebody else', { role: 'user', email: 'ada@acme.test' }],
  ])('is nobody with %s', async (_, claims) => {
    person = { ...nobody, sub: 'eve', ...claims };
    expect((await enter()).status).toBe(403);
    expect(await user('eve')).toBeUndefined();
  });

  it('stays out once disabled [AUTH-04]', async () => {
    person = { ...nobody, sub: 'len', email: 'len@acme.test', role: 'user' };
    const { one, status } = await enter();
    expect(status).toBe(200);
    await inAcme('acme', (tx) =>
      tx.updateTable('directory.users').set({ disabled: true }).where('subject', '=', 'len').execute(),
    );
    expect((await one.send('/v1/session')).status).toBe(401);
    expect((await enter()).status).toBe(403);
  });
});

describe('an access token', () => {
  it('counts for the user whom its subject names, and for this audience only [AUTH-03]', async () => {
    await connect('billing-service', 'shop');
    person = { sub: 'shop' };
    const token = await tokenOf('shop');
    const { body } = await new Client(url, token, '').get('/v1/me');
    expect(body).toMatchObject({ role: 'service', tenant: { id: 'acme' } });
    expect(await statusWith(await tokenOf('shop', 'urn:another'))).toBe(401);
  });

  it('does not name a connected user by the directory’s own id', async () => {
    const abe = await user('abe-at-the-provider');
    await connect('billing-service', abe?.id ?? '');
    person = { sub: 'shop', tenant: 'acme', role: 'service' };
    expect(await statusWith(await tokenOf('shop'))).toBe(401);
    await connect('billing-service', 'shop');
  });

  it('makes a user of somebody new as well', async () => {
    person = { sub: 'zora', tenant: 'acme', role: 'user' };
    expect(await statusWith(await tokenOf('zora'))).toBe(200);
    expect(await user('zora')).toMatchObject({ role: 'user', email: null, login: expect.stringMatching(/^oidc-/) });
  });

  it('goes on counting when the provider changes its keys', async () => {
    person = { sub: 'shop' };
    const before = await tokenOf('shop');
    expect(await statusWith(before)).toBe(200);
    await newProvider();
    const after = await tokenOf('shop');
    while ((await statusWith(after)) !== 200) await new Promise((resolve) => setTimeout(resolve, 500));
    person = { sub: 'abe-at-the-provider', tenant: 'acme' };
    expect((await enter()).status).toBe(200);
  });

  it('is neither good nor bad while the provider is away: 503, and when to come again', async () => {
    person = { sub: 'shop' };
    const token = await tokenOf('shop');
    const fresh = await startStack({ settings: { identity: identity(), publicUrl } });
    away = true;
    try {
      const at = fresh.urls[0] ?? '';
      for (const answer of [
        await new Client(at, token, '').get('/v1/me'),
        await send(`${at}/auth/login`),
        await send(`${at}/auth/login`, { headers: { accept: 'text/html' } }),
      ]) {
        expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([503, true]);
      }
      away = false;
      expect((await send(`${at}/auth/login`, { redirect: 'manual' })).status).toBe(303);
    } finally {
      away = false;
      await fresh.stop();
    }
  });
});

it('has no sessions where no public address is set', async () => {
  const bare = await startStack({ settings: { identity: { ...identity(), client: null }, publicUrl: null } });
  try {
    for (const path of ['/auth/login', '/v1/session', '/v1/dev/oidc/authorize', '/v1/dev/jwks']) {
      expect((await send(`${bare.urls[0]}${path}`)).status).toBe(404);
    }
  } finally {
    await bare.stop();
  }
});
