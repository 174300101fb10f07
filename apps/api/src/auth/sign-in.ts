// Signing in at an identity provider: OpenID Connect's code flow with PKCE, state and nonce. The provider's tokens stay
// in here; what a browser gets is a session of ours.
import { EncryptJWT, jwtDecrypt, errors, type JWTPayload } from 'jose';
import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretBasic,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
  type CustomFetch,
} from 'openid-client';
import { Problem } from '../http/problem.js';
import type { Claimed } from './claims.js';
import { IdentityUnavailable } from './token-verifier.js';

/** How long somebody may take to sign in. */
export const pendingSeconds = 600;
const answersWithinSeconds = 5;

export interface Provider {
  /** by the origin that browsers use: the embedded provider is part of each */
  readonly issuerAt: (origin: string) => string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly scope: string;
  readonly read: (claims: JWTPayload) => Claimed | null;
  /** instead of the network */
  readonly fetch?: CustomFetch;
}

/** What is kept, sealed, in the browser until it comes back. */
interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

export class SignIn {
  /** `secret`: 32 bytes, the same in every process */
  constructor(
    private readonly provider: Provider,
    private readonly secret: Uint8Array,
  ) {}

  /** @throws IdentityUnavailable */
  async begin(origin: string, returnTo: string): Promise<{ readonly url: string; readonly sealed: string }> {
    const configuration = await this.#discover(origin);
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: callbackAt(origin),
      scope: this.provider.scope,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    const sealed = await new EncryptJWT({ state, nonce, verifier, returnTo })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience(origin)
      .setExpirationTime(`${pendingSeconds}s`)
      .encrypt(this.secret);
    return { url: url.href, sealed };
  }

  /**
   * Who came back, and where they wanted to go. `search`: the query of the request to the callback.
   * @throws Problem 400, 403; IdentityUnavailable
   */
  async finish(
    origin: string,
    search: string,
    sealed: string | undefined,
  ): Promise<{ readonly claimed: Claimed | null; readonly returnTo: string }> {
    const pending = await this.#open(origin, sealed);
    const configuration = await this.#discover(origin);
    try {
      const tokens = await authorizationCodeGrant(configuration, new URL(callbackAt(origin) + search), {
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        pkceCodeVerifier: pending.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) return { claimed: null, returnTo: pending.returnTo };
      // Many providers keep names and addresses out of the ID token.
      const more = configuration.serverMetadata().userinfo_endpoint
        ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : {};
      return { claimed: this.provider.read({ ...more, ...claims }), returnTo: pending.returnTo };
    } catch (error) {
      if (error instanceof AuthorizationResponseError) {
        throw new Problem(403, 'sign-in-refused', 'The identity provider did not let you in.');
      }
      if (isAway(error)) throw new IdentityUnavailable(messageOf(error), { cause: error });
      const problem = new Problem(400, 'sign-in-failed', 'What the identity provider answered does not fit.');
      throw Object.assign(problem, { cause: error });
    }
  }

  /** Where the provider ends its own session; null: it has no such place, or does not answer. */
  async endUrl(origin: string): Promise<string | null> {
    const configuration = await this.#discover(origin).catch(() => null);
    if (!configuration?.serverMetadata().end_session_endpoint) return null;
    // Without the ID token as a hint: it would be shown to the browser.
    return buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${origin}/` }).href;
  }

  async #open(origin: string, sealed: string | undefined): Promise<Pending> {
    try {
      const { payload } = await jwtDecrypt<Pending>(sealed ?? '', this.secret, {
        audience: origin,
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      return payload;
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      throw new Problem(400, 'sign-in-expired', 'This sign-in was not begun in this browser, or too long ago.');
    }
  }

  /** Anew each time: keys and places of yesterday are no reason to turn somebody away. @throws IdentityUnavailable */
  async #discover(origin: string): Promise<Configuration> {
    const { clientId, clientSecret, fetch } = this.provider;
    const issuer = this.provider.issuerAt(origin);
    const execute = [enableNonRepudiationChecks];
    if (issuer.startsWith('http:')) execute.push(allowInsecureRequests);
    try {
      return await discovery(
        new URL(issuer),
        clientId,
        undefined,
        clientSecret === null ? None() : ClientSecretBasic(clientSecret),
        { execute, timeout: answersWithinSeconds, ...(fetch && { [customFetch]: fetch }) },
      );
    } catch (error) {
      throw new IdentityUnavailable(`${issuer}: ${messageOf(error)}`, { cause: error });
    }
  }
}

export const callbackAt = (origin: string): string => `${origin}/auth/callback`;

/** No connection, no answer in time, or an answer that is none. */
const isAway = (error: unknown): boolean =>
  error instanceof ClientError
    ? error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM'
    : error instanceof TypeError && error.message === 'fetch failed';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
