// Every request passes here before a byte of its body is read: who calls (401), and how often (429). The token says who;
// role, client and groups are read from the directory each time, so that a changed right counts at once.
import { RouteConfig } from '@nestjs/platform-fastify';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from './caller.js';
import { IdentityUnavailable, type Bearer, type TokenVerifier } from './token-verifier.js';
import { Problem } from '../http/problem.js';
import { unauthenticated } from './unauthenticated.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** null on open routes */
    caller: Caller | null;
  }
  interface FastifyContextConfig {
    open?: boolean;
    unlimited?: boolean;
  }
}

/** Answers without a token. */
export const Open = () => RouteConfig({ open: true });
/** Counts against no limit: one request that stands for thousands. */
export const Unlimited = () => RouteConfig({ unlimited: true });

/** Pages and documents that everybody may read; they are not routes of ours and carry no configuration. */
const openPaths = /^\/(docs|openapi)\b/;

export interface GateParts {
  readonly verifier: TokenVerifier;
  /** null: unknown or disabled */
  readonly findCaller: (bearer: Bearer) => Promise<Caller | null>;
  readonly requestsPerMinute: { readonly user: number; readonly address: number };
}

export async function guardWith(server: FastifyInstance, parts: GateParts): Promise<void> {
  await server.register(rateLimit, { global: false });
  const minute = { timeWindow: '1 minute', cache: 50_000 };
  const limits = [
    server.createRateLimit({
      ...minute,
      max: parts.requestsPerMinute.user,
      keyGenerator: ({ caller }) => `${caller?.actor.tenant}/${caller?.actor.id}`,
    }),
    server.createRateLimit({ ...minute, max: parts.requestsPerMinute.address, keyGenerator: ({ ip }) => ip }),
  ];
  server.decorateRequest('caller', null);
  server.addHook('onRequest', async (request) => {
    const { config, url = '' } = request.routeOptions;
    if (request.is404 || config.open || openPaths.test(url)) return;
    request.caller = await authenticate(request, parts);
    if (config.unlimited) return;
    for (const limit of limits) {
      const verdict = await limit(request);
      if (!verdict.isAllowed && verdict.isExceeded) throw tooMany(verdict.ttlInSeconds);
    }
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

const tooMany = (seconds: number): Problem =>
  new Problem(429, 'too-many-requests', 'Too many requests in a minute.', {
    headers: { 'Retry-After': String(Math.max(1, seconds)) },
  });
