// Who a bearer token speaks for. Embedded or production, the same checks: signature, issuer, audience, expiry.
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JWK,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { claimedBy, claimedByEmbedded, type Claimed, type ClaimRules } from './claims.js';
import { embeddedAudience, embeddedIssuer } from './embedded-issuer.js';

export interface Bearer {
  readonly claimed: Claimed;
  readonly expiresAt: Date;
}

/** The identity provider does not answer: the token is neither good nor bad. */
export class IdentityUnavailable extends Error {}

const algorithms = ['ES256', 'ES384', 'EdDSA', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];

export interface VerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: () => Promise<JWTVerifyGetKey>;
  readonly read: (claims: JWTPayload) => Claimed | null;
  /** how far the provider's clock may be off */
  readonly clockToleranceSeconds: number;
}

/** A token found good is not checked again for a minute: its signature costs more than the rest of a request. */
const rememberedForMs = 60_000;
const remembered = 10_000;

/** jose's codes for a provider that gives no keys: no answer in time, not 200, or nothing that can be read. */
const aboutKeys = new Set([errors.JWKSTimeout.code, errors.JOSEError.code, errors.JWKSInvalid.code]);

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
    const { issuer, audience, keys, read, clockToleranceSeconds } = this.options;
    const key = await keys();
    try {
      const { payload } = await jwtVerify(token, key, {
        issuer,
        audience,
        algorithms,
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp'],
      });
      const claimed = read(payload);
      return claimed && payload.exp !== undefined ? { claimed, expiresAt: new Date(payload.exp * 1000) } : null;
    } catch (error) {
      if (error instanceof errors.JOSEError && !aboutKeys.has(error.code)) return null;
      throw new IdentityUnavailable(error instanceof Error ? error.message : 'no keys', { cause: error });
    }
  }
}

export const embeddedVerifier = (publicKey: JWK): TokenVerifier => {
  const keys = createLocalJWKSet({ keys: [publicKey] });
  return new TokenVerifier({
    issuer: embeddedIssuer,
    audience: embeddedAudience,
    keys: () => Promise.resolve(keys),
    read: claimedByEmbedded,
    clockToleranceSeconds: 0,
  });
};

export interface OidcRules {
  readonly issuer: string;
  readonly audience: string;
  readonly claims: ClaimRules;
}

/**
 * Keys come from the provider's discovery document, read at the first token and again until it answers. A key that is
 * not known makes it ask for the keys again, once in `cooldownMs` at most.
 */
export const oidcVerifier = ({ issuer, audience, claims }: OidcRules, cooldownMs = 10_000): TokenVerifier => {
  let found: Promise<JWTVerifyGetKey> | undefined;
  const keys = () =>
    (found ??= discover(issuer, cooldownMs).catch((error: unknown) => {
      found = undefined;
      throw error;
    }));
  const read = (payload: JWTPayload) => claimedBy(payload, claims);
  return new TokenVerifier({ issuer, audience, keys, read, clockToleranceSeconds: 5 });
};

async function discover(issuer: string, cooldownDuration: number): Promise<JWTVerifyGetKey> {
  try {
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'error' });
    if (!answer.ok) throw new Error(`it answers ${answer.status}`);
    const document = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (document.issuer !== issuer) throw new Error('its document names another issuer');
    if (typeof document.jwks_uri !== 'string') throw new Error('its document names no keys');
    return createRemoteJWKSet(new URL(document.jwks_uri), { timeoutDuration: 5_000, cooldownDuration });
  } catch (error) {
    throw new IdentityUnavailable(`${issuer}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
