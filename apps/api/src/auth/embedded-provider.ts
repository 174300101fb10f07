// The embedded mode's OpenID Connect provider: discovery, keys, code flow with PKCE, and a page to choose somebody of the
// demo directory instead of a password. It is part of every origin under which the service is reached, so its issuer is
// that origin's: a library's provider has one issuer for its life, and would not do.
import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { EncryptJWT, errors, jwtDecrypt, type JWTPayload } from 'jose';
import type { Browsers } from './browsers.js';
import type { DevUser } from './dev-user.js';
import type { EmbeddedIssuer } from './embedded-issuer.js';
import { choicePage, pageHeaders } from './pages.js';
import { callbackAt } from './sign-in.js';

const path = '/v1/dev/oidc';
export const embeddedClientId = 'ledgerdesk-browser';
export const embeddedIssuerAt = (origin: string): string => origin + path;

const codeSeconds = 60;
const tokenSeconds = 300;

interface Code extends JWTPayload {
  readonly userId: string;
  readonly tenant: string;
  readonly challenge: string;
  readonly nonce: string | null;
  readonly jti: string;
}

export interface DemoPeople {
  /** Those whose name, login or role contains the text. */
  readonly search: (text: string) => Promise<readonly DevUser[]>;
  /** null: not there, or disabled */
  readonly find: (tenant: string, userId: string) => Promise<DevUser | null>;
}

export class EmbeddedProvider {
  readonly #spent = new Set<string>();

  /** `secret`: 32 bytes */
  constructor(
    private readonly issuer: EmbeddedIssuer,
    private readonly people: DemoPeople,
    private readonly secret: Uint8Array,
  ) {}

  async answer(request: Request): Promise<Response> {
    const { origin, pathname, searchParams } = new URL(request.url);
    switch (`${request.method} ${pathname.slice(path.length)}`) {
      case 'GET /.well-known/openid-configuration':
        return Response.json(discoveryAt(origin));
      case 'GET /jwks':
        return Response.json({ keys: [this.issuer.publicKey] });
      case 'GET /authorize':
        return this.#authorize(origin, searchParams);
      case 'POST /token':
        return this.#token(origin, new URLSearchParams(await request.text()));
      default:
        return refusal('not_found', 404);
    }
  }

  async #authorize(origin: string, asked: URLSearchParams): Promise<Response> {
    const challenge = asked.get('code_challenge');
    if (asked.get('client_id') !== embeddedClientId || asked.get('redirect_uri') !== callbackAt(origin)) {
      return refusal('unauthorized_client');
    }
    if (asked.get('response_type') !== 'code' || asked.get('code_challenge_method') !== 'S256' || !challenge) {
      return refusal('invalid_request');
    }
    const [, tenant, userId] = /^([a-z0-9]{1,32}) (.+)$/.exec(asked.get('user') ?? '') ?? [];
    const user = tenant && userId ? await this.people.find(tenant, userId) : null;
    if (!user) return this.#choose(asked);
    const code = await new EncryptJWT({
      userId: user.id,
      tenant: user.tenant,
      challenge,
      nonce: asked.get('nonce'),
    })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience(embeddedIssuerAt(origin))
      .setJti(randomUUID())
      .setExpirationTime(`${codeSeconds}s`)
      .encrypt(this.secret);
    const back = new URL(callbackAt(origin));
    back.search = new URLSearchParams({
      code,
      state: asked.get('state') ?? '',
      iss: embeddedIssuerAt(origin),
    }).toString();
    return new Response(null, { status: 303, headers: { Location: back.href } });
  }

  async #choose(asked: URLSearchParams): Promise<Response> {
    const q = (asked.get('q') ?? '').trim().slice(0, 200);
    const kept = [...asked].filter(([name]) => name !== 'q' && name !== 'user');
    const choices = (await this.people.search(q)).map(({ id, tenant, name, login, role }) => ({
      tenant,
      name,
      login,
      role,
      href: `?${new URLSearchParams([...kept, ['user', `${tenant} ${id}`]]).toString()}`,
    }));
    return new Response(choicePage(choices, q, kept), { headers: pageHeaders });
  }

  async #token(origin: string, asked: URLSearchParams): Promise<Response> {
    if (asked.get('grant_type') !== 'authorization_code') return refusal('unsupported_grant_type');
    if (asked.get('client_id') !== embeddedClientId) return refusal('invalid_client', 401);
    const code = await this.#redeem(origin, asked.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    if (code?.challenge !== challenge || asked.get('redirect_uri') !== callbackAt(origin)) {
      return refusal('invalid_grant');
    }
    const { userId, tenant, nonce } = code;
    const wanted = { userId, tenant, seconds: tokenSeconds };
    const access = await this.issuer.issue(wanted);
    const id = await this.issuer.issue({
      ...wanted,
      issuer: embeddedIssuerAt(origin),
      audience: embeddedClientId,
      claims: nonce === null ? {} : { nonce },
    });
    return Response.json({
      access_token: access.token,
      token_type: 'Bearer',
      expires_in: tokenSeconds,
      id_token: id.token,
    });
  }

  /** A code counts once; one that this process has not given out cannot have been spent elsewhere for long. */
  async #redeem(origin: string, sealed: string): Promise<Code | null> {
    try {
      const { payload } = await jwtDecrypt<Code>(sealed, this.secret, { audience: embeddedIssuerAt(origin) });
      if (this.#spent.has(payload.jti)) return null;
      this.#spent.add(payload.jti);
      setTimeout(() => this.#spent.delete(payload.jti), 2 * codeSeconds * 1000).unref();
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }
}

const discoveryAt = (origin: string) => ({
  issuer: embeddedIssuerAt(origin),
  authorization_endpoint: `${embeddedIssuerAt(origin)}/authorize`,
  token_endpoint: `${embeddedIssuerAt(origin)}/token`,
  jwks_uri: `${embeddedIssuerAt(origin)}/jwks`,
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code'],
  subject_types_supported: ['public'],
  scopes_supported: ['openid'],
  id_token_signing_alg_values_supported: ['ES256'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none'],
  authorization_response_iss_parameter_supported: true,
});

const refusal = (error: string, status = 400): Response => Response.json({ error }, { status });

/** Its routes; they take forms where the rest of the service takes JSON. */
export async function serveProvider(
  server: FastifyInstance,
  provider: EmbeddedProvider,
  browsers: Browsers,
): Promise<void> {
  await server.register((scope, _options, done) => {
    scope.addContentTypeParser<string>(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 16_384 },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.route<{ Body: string | undefined }>({
      method: ['GET', 'POST'],
      url: `${path}/*`,
      config: { open: true },
      handler: async (request, reply) => {
        const { method, url, body } = request;
        const asked = new Request(browsers.originOf(request) + url, { method, ...(method === 'POST' && { body }) });
        const answer = await provider.answer(asked);
        return reply
          .code(answer.status)
          .headers(Object.fromEntries(answer.headers))
          .send(await answer.text());
      },
    });
    done();
  });
}
