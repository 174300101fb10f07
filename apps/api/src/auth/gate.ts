// Every request passes here before a byte of its body is read: who calls (401), how often (429), and whether the tenant
// has what is asked for (403). A token or a session says who; role, client and groups are read from the directory each
// time, so that a changed right counts at once.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { looksLikeKey } from './api-keys.js';
import type { Browsers } from './browsers.js';
import type { Caller } from './caller.js';
import type { People } from './people.js';
import { IdentityUnavailable, type TokenVerifier } from './token-verifier.js';
import { Problem } from '../http/problem.js';
import { RouteOptions } from '../http/route-options.js';
import { networkOf } from '../limits/address.js';
import type { Counters } from '../limits/counters.js';
import { refuseWhatIsOff } from '../limits/licence.js';
import { unauthenticated } from './unauthenticated.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** null on open routes */
    caller: Caller | null;
  }
  interface FastifyContextConfig {
    open?: boolean;
  }
}

/** Answers without a token. */
export const Open = () => RouteOptions({ open: true });

/** Pages and documents that everybody may read; they are not routes of ours and carry no configuration. */
const openPaths = /^\/(docs|openapi)\b/;

export interface GateParts {
  readonly verifier: TokenVerifier;
  readonly people: People;
  /** null: cookies do not count */
  readonly browsers: Browsers | null;
  readonly counters: Counters;
}

export function guardWith(server: FastifyInstance, parts: GateParts): void {
  const { counters } = parts;
  server.decorateRequest('caller', null);
  server.addHook('onRequest', async (request) => {
    const { config, url = '' } = request.routeOptions;
    if (request.is404) return;
    if (config.limited) await counters.count(config.limited, networkOf(request.ip));
    if (config.open || openPaths.test(url)) return;
    request.caller = await identify(request, parts);
    if (!request.caller) {
      // Whoever is signed in never meets this limit: an address that guesses locks nobody out who shares it.
      await counters.count('unauthenticated', networkOf(request.ip));
      throw nobody(request);
    }
    const { actor } = request.caller;
    await counters.count('user', `${actor.tenant}/${actor.id}`);
    await counters.count('address', networkOf(request.ip));
    refuseWhatIsOff(actor.off, request.method, url);
  });
}

const identify = (request: FastifyRequest, parts: GateParts): Promise<Caller | null> =>
  request.headers.authorization === undefined ? bySession(request, parts) : byHeader(request, parts);

const bearerOf = ({ headers }: FastifyRequest) => /^Bearer +([\w.~+/=-]+)$/i.exec(headers.authorization ?? '')?.[1];

const nobody = (request: FastifyRequest): Problem =>
  unauthenticated(`Bearer realm="ledgerdesk"${bearerOf(request) === undefined ? '' : ', error="invalid_token"'}`);

async function byHeader(request: FastifyRequest, { verifier, people }: GateParts): Promise<Caller | null> {
  const token = bearerOf(request);
  if (token === undefined) return null;
  if (looksLikeKey(token)) return people.findByKey(token);
  try {
    const bearer = await verifier.verify(token);
    return bearer && (await people.find(bearer, request.id));
  } catch (error) {
    throw error instanceof IdentityUnavailable ? identityAway(request, error) : error;
  }
}

async function bySession(request: FastifyRequest, { people, browsers }: GateParts): Promise<Caller | null> {
  const cookie = browsers?.sessionOf(request);
  const caller = cookie && (await people.findBySession(cookie));
  if (caller) browsers?.refuseForged(request, cookie);
  return caller ?? null;
}

export function identityAway(request: FastifyRequest, error: IdentityUnavailable): Problem {
  request.log.error({ correlationId: request.id, err: error }, 'the identity provider does not answer');
  return new Problem(503, 'identity-unavailable', 'The identity provider does not answer.', {
    headers: { 'Retry-After': '5' },
  });
}
