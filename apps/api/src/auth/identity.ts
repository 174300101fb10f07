// Who may come in, put together from the settings: whose tokens count, and how browsers sign in.
import { hkdfSync } from 'node:crypto';
import type { Parts } from '../parts.js';
import { Browsers } from './browsers.js';
import { claimedBy, claimedByEmbedded } from './claims.js';
import { EmbeddedIssuer } from './embedded-issuer.js';
import { embeddedClientId, embeddedIssuerAt, EmbeddedProvider } from './embedded-provider.js';
import { Newcomers } from './newcomers.js';
import { People, tenantsOf } from './people.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { embeddedVerifier, oidcVerifier, type TokenVerifier } from './token-verifier.js';

export interface IdentityParts {
  readonly verifier: TokenVerifier;
  readonly people: People;
  readonly sessions: Sessions;
  /** null: bearer tokens and API keys only */
  readonly browsers: { readonly browsers: Browsers; readonly signIn: SignIn } | null;
  /** null: people come from a provider of their own */
  readonly embedded: { readonly issuer: EmbeddedIssuer; readonly provider: EmbeddedProvider } | null;
}

export async function identityOf(parts: Parts): Promise<IdentityParts> {
  const { settings, database, policies } = parts;
  const { identity, publicUrl, vaultKey, databaseUrl } = settings;
  const secretFor = (use: string) => new Uint8Array(hkdfSync('sha256', vaultKey, '', `ledgerdesk ${use}`, 32));
  const sessions = new Sessions(database, settings.sessions);
  const newUserRoles = identity.kind === 'oidc' ? identity.newUserRoles : [];
  const newcomers = newUserRoles.length > 0 ? new Newcomers(parts, newUserRoles) : null;
  const people = new People(database, policies, sessions, newcomers);
  const signInSecret = secretFor('sign-in');

  if (identity.kind === 'oidc') {
    const { issuer, client, claims } = identity;
    const browsers =
      client && publicUrl !== null
        ? {
            browsers: new Browsers(publicUrl),
            signIn: new SignIn(
              { ...client, issuerAt: () => issuer, read: (found) => claimedBy(found, claims) },
              signInSecret,
            ),
          }
        : null;
    return { verifier: oidcVerifier(identity), people, sessions, browsers, embedded: null };
  }

  const issuer = await EmbeddedIssuer.open(settings.dataDir);
  const provider = new EmbeddedProvider(
    issuer,
    { search: async (text) => people.search(text, await tenantsOf(databaseUrl)), find: people.findById },
    secretFor('embedded provider'),
  );
  const signIn = new SignIn(
    {
      clientId: embeddedClientId,
      clientSecret: null,
      scope: 'openid',
      issuerAt: embeddedIssuerAt,
      read: claimedByEmbedded,
      fetch: (url, { body, ...asked }) =>
        provider.answer(new Request(url, { ...asked, body: body instanceof URLSearchParams ? body : null })),
    },
    signInSecret,
  );
  return {
    verifier: embeddedVerifier(issuer.publicKey),
    people,
    sessions,
    browsers: { browsers: new Browsers(publicUrl), signIn },
    embedded: { issuer, provider },
  };
}
