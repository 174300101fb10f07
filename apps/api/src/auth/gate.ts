// Every request passes here before a byte of its body is read: who calls (401), and how often (429). The token says who;
// role, client and groups are read from the directory each time, so that a changed right counts at once.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from './caller.js';
import { IdentityUnavailable, type Bearer, type TokenVerifier } from './token-verifier.js';
import { Problem } from '../http/problem.js';
import { RouteOptions } from '../http/route-options.js';
import { networkOf } from '../limits/address.js';
import type { Counters } from '../limits/counters.js';
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
  /** null: unknown or disabled */
  readonly findCaller: (bearer: Bearer) => Promise<Caller | null>;
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
    const { actor } = (request.caller = await authenticate(request, parts));
    await counters.count('user', `${actor.tenant}/${actor.id}`);
    await counters.count('address', networkOf(request.ip));
  });
}

async function authenticate(request: FastifyRequest, { verifier, findCaller }: GateParts): Promise<Caller> {
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw unauthenticated('Bearer realm="ledgerdesk"');
  let bearer: Bearer | null;
  try {
    bearer = await verifier.verify(token);
  } catch (error) {
    if (!(error instanceof IdentityUnavailable)) throw error;
    request.log.error({ correlationId: request.id, err: error }, 'the identity provider does not answer');
    throw new Problem(503, 'identity-unavailable', 'The identity provider does not answer.', {
      headers: { 'Retry-After': '5' },
    });
  }
  const caller = bearer && (await findCaller(bearer));
  if (!caller) throw unauthenticated('Bearer realm="ledgerdesk", error="invalid_token"');
  return caller;
}
