// Who a bearer token speaks for. Embedded or production, the same checks: signature, issuer, audience, expiry.
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify, type JWK, type JWTVerifyGetKey } from 'jose';
import { embeddedAudience, embeddedIssuer } from './embedded-issuer.js';

export interface Bearer {
  readonly tenant: string;
  readonly userId: string;
  readonly expiresAt: Date;
}

/** The identity provider does not answer: the token is neither good nor bad. */
export class IdentityUnavailable extends Error {}

const algorithms = ['ES256', 'ES384', 'EdDSA', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
const tenantId = /^[a-z0-9]{1,32}$/;

export interface VerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: () => Promise<JWTVerifyGetKey>;
  /** how far the provider's clock may be off */
  readonly clockToleranceSeconds: number;
}

/** A token found good is not checked again for a minute: its signature costs more than the rest of a request. */
const rememberedForMs = 60_000;
const remembered = 10_000;

export class TokenVerifier {
  readonly #good = new Map<string, { readonly bearer: Bearer; readonly until: number }>();

  constructor(private readonly options: VerifierOptions) {}

  /** null: not a token of ours, or no longer. @throws IdentityUnavailable */
  async verify(token: string): Promise<Bearer | null> {
    const known = this.#good.get(token);
    if (known && Date.now() < known.until) return known.bearer;
    this.#good.delete(token);
    const bearer = await this.#check(token);
    if (!bearer) return null;
    const expiry = bearer.expiresAt.getTime() + this.options.clockToleranceSeconds * 1000;
    this.#good.set(token, { bearer, until: Math.min(Date.now() + rememberedForMs, expiry) });
    if (this.#good.size > remembered) this.#good.delete(this.#good.keys().next().value ?? '');
    return bearer;
  }

  async #check(token: string): Promise<Bearer | null> {
    const { issuer, audience, keys, clockToleranceSeconds } = this.options;
    const key = await keys();
    try {
      const { payload } = await jwtVerify(token, key, {
        issuer,
        audience,
        algorithms,
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['sub', 'exp', 'tenant'],
      });
      const { sub, exp, tenant } = payload;
      if (sub === undefined || exp === undefined || typeof tenant !== 'string' || !tenantId.test(tenant)) return null;
      return { tenant, userId: sub, expiresAt: new Date(exp * 1000) };
    } catch (error) {
      if (error instanceof errors.JWKSTimeout) throw new IdentityUnavailable(error.message);
      if (error instanceof errors.JOSEError) return null;
      throw new IdentityUnavailable(error instanceof Error ? error.message : 'no keys');
    }
  }
}

export const embeddedVerifier = (publicKey: JWK): TokenVerifier => {
  const keys = createLocalJWKSet({ keys: [publicKey] });
  return new TokenVerifier({
    issuer: embeddedIssuer,
    audience: embeddedAudience,
    keys: () => Promise.resolve(keys),
    clockToleranceSeconds: 0,
  });
};

/** Keys come from the provider's discovery document, read at the first token and again until it answers. */
export const oidcVerifier = ({ issuer, audience }: { issuer: string; audience: string }): TokenVerifier => {
  let found: Promise<JWTVerifyGetKey> | undefined;
  const keys = () =>
    (found ??= discover(issuer).catch((error: unknown) => {
      found = undefined;
      throw error;
    }));
  return new TokenVerifier({ issuer, audience, keys, clockToleranceSeconds: 5 });
};

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  try {
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'error' });
    if (!answer.ok) throw new Error(`it answers ${answer.status}`);
    const document = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (document.issuer !== issuer) throw new Error('its document names another issuer');
    if (typeof document.jwks_uri !== 'string') throw new Error('its document names no keys');
    return createRemoteJWKSet(new URL(document.jwks_uri), { timeoutDuration: 5_000 });
  } catch (error) {
    throw new IdentityUnavailable(`${issuer}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
