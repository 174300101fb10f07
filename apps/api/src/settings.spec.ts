import { BadSettings, readSettings } from './settings.js';

const good = {
  DATABASE_URL: 'postgres://localhost/ledgerdesk',
  EVENTSTORE_URL: 'esdb://localhost:2113?tls=false',
  LEDGERDESK_VAULT_KEY: Buffer.alloc(32, 7).toString('base64'),
  LEDGERDESK_EMBEDDED: '1',
};

const problemsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (error instanceof BadSettings) return error.problems;
    throw error;
  }
};

it('takes defaults for what is not set', () => {
  expect(readSettings(good)).toMatchObject({ host: '127.0.0.1', port: 3000, identity: { kind: 'embedded' } });
});

it('names every problem of a bad environment at once', () => {
  const problems = problemsOf({ PORT: '70000', DATABASE_URL: 'mysql://x', LEDGERDESK_VAULT_KEY: 'short' });
  for (const name of [
    'PORT',
    'DATABASE_URL',
    'EVENTSTORE_URL',
    'LEDGERDESK_VAULT_KEY',
    'OIDC_ISSUER',
    'OIDC_AUDIENCE',
  ]) {
    expect(problems).toContainEqual(expect.stringMatching(new RegExp(`^${name} `)));
  }
  expect(problems).toHaveLength(6);
});

it('knows whose guests come by which host [GUST-01]', () => {
  const tenants = (text?: string) => [
    ...readSettings({ ...good, ...(text !== undefined && { LEDGERDESK_GUEST_TENANTS: text }) }).guestTenants,
  ];
  expect(tenants()).toEqual([['*', 'acme']]);
  expect(tenants('')).toEqual([]);
  expect(tenants('Help.acme.test=acme, help.globex.test=globex')).toEqual([
    ['help.acme.test', 'acme'],
    ['help.globex.test', 'globex'],
  ]);
  for (const wrong of ['ACME!', 'a=b=c', 'one=acme,one=globex', 'one=acme,']) {
    expect(problemsOf({ ...good, LEDGERDESK_GUEST_TENANTS: wrong })).toEqual([
      expect.stringMatching(/^LEDGERDESK_GUEST_TENANTS must be/),
    ]);
  }
});

it('lets a configured identity provider win over the embedded one', () => {
  const { identity } = readSettings({ ...good, OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'ledgerdesk' });
  expect(identity).toMatchObject({ kind: 'oidc', issuer: 'https://id.example', audience: 'ledgerdesk', client: null });
});

it('has no dev tokens outside the embedded mode', () => {
  expect(problemsOf({ ...good, LEDGERDESK_EMBEDDED: '0' })).toHaveLength(2);
});

it('knows the kinds of references and who is asked about them [CALL-11]', () => {
  const kinds = (more: NodeJS.ProcessEnv) => readSettings({ ...good, ...more }).references;
  expect(kinds({})).toEqual({ call: 'reported', licence: 'reported' });
  expect(kinds({ LEDGERDESK_REFERENCES: '' })).toEqual({});
  expect(
    kinds({
      LEDGERDESK_REFERENCES: 'call=reported, order=https://orders.test/check?v=1',
      LEDGERDESK_REFERENCES_TIMEOUT_MS: '500',
      LEDGERDESK_REFERENCES_TOKEN: 'secret',
    }),
  ).toEqual({
    call: 'reported',
    order: { url: 'https://orders.test/check?v=1', timeoutMs: 500, token: 'secret' },
  });
  for (const wrong of ['call', 'call=', 'Call=reported', 'order=ftp://orders.test', 'order=orders.test']) {
    expect(problemsOf({ ...good, LEDGERDESK_REFERENCES: `licence=reported,${wrong}` })).toEqual([
      expect.stringMatching(/^LEDGERDESK_REFERENCES must say/),
    ]);
  }
});

describe('signing in', () => {
  const oidc = { ...good, OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'ledgerdesk' };
  const browsers = { ...oidc, OIDC_CLIENT_ID: 'desk', LEDGERDESK_PUBLIC_URL: 'https://desk.example/' };

  it('needs a public address and a client, and makes no users unless told to', () => {
    expect(readSettings(browsers)).toMatchObject({
      publicUrl: 'https://desk.example',
      identity: { client: { clientId: 'desk', clientSecret: null }, newUserRoles: [], claims: { tenant: 'tenant' } },
    });
    const roles = { OIDC_NEW_USERS: '1', OIDC_NEW_USER_ROLES: 'client_staff, user' };
    expect(readSettings({ ...browsers, ...roles })).toMatchObject({
      identity: { newUserRoles: ['client_staff', 'user'] },
    });
    expect(readSettings({ ...browsers, OIDC_NEW_USERS: '1' })).toMatchObject({ identity: { newUserRoles: ['user'] } });
  });

  it.each([
    ['LEDGERDESK_PUBLIC_URL', { ...oidc, OIDC_CLIENT_ID: 'desk' }],
    ['LEDGERDESK_PUBLIC_URL', { ...browsers, LEDGERDESK_PUBLIC_URL: 'https://desk.example/path' }],
    ['LEDGERDESK_PUBLIC_URL', { ...browsers, LEDGERDESK_PUBLIC_URL: 'desk.example' }],
    ['OIDC_CLIENT_ID', { ...oidc, OIDC_CLIENT_SECRET: 'x' }],
    ['OIDC_TENANT', { ...oidc, OIDC_TENANT: 'No Tenant' }],
    ['OIDC_NEW_USERS', { ...oidc, OIDC_NEW_USERS: 'yes' }],
    ['OIDC_NEW_USER_ROLES', { ...oidc, OIDC_NEW_USERS: '1', OIDC_NEW_USER_ROLES: 'user,guest' }],
    ['LEDGERDESK_SESSION_HOURS', { ...oidc, LEDGERDESK_SESSION_HOURS: 'ever' }],
  ])('names %s when it does not fit', (name, env) => {
    expect(() => readSettings(env)).toThrow(new RegExp(`^  - ${name} must`, 'm'));
  });
});
