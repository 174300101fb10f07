// What browsers send and keep: one cookie for the session, one while somebody is signing in, and where they believe to be.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';

/** A session as its cookie tells it. The secret is in the cookie only; the id is what the database knows. */
export interface SessionCookie {
  readonly tenant: string;
  readonly id: Buffer;
  readonly csrfToken: string;
}

const sessionText = /^([a-z0-9]{1,32})\.([\w-]{43})$/;
const safeMethods = new Set(['GET', 'HEAD']);

export const sessionId = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export class Browsers {
  /** `publicUrl`: the origin under which browsers reach this service; null: the one each request names */
  constructor(private readonly publicUrl: string | null) {}

  /** @throws Problem 400 when the request names no host */
  originOf({ protocol, host }: FastifyRequest): string {
    const url = this.publicUrl ?? `${protocol}://${host}`;
    if (!host || !URL.canParse(url))
      throw new Problem(400, 'bad-host', 'The request does not say which host it means.');
    return new URL(url).origin;
  }

  sessionOf(request: FastifyRequest): SessionCookie | null {
    const [, tenant, secret] = sessionText.exec(cookieIn(request, this.#sessionName(request)) ?? '') ?? [];
    if (tenant === undefined || secret === undefined) return null;
    return {
      tenant,
      id: sessionId(secret),
      csrfToken: createHmac('sha256', secret).update('ledgerdesk csrf').digest('base64url'),
    };
  }

  sessionCookie(request: FastifyRequest, { tenant, secret }: { tenant: string; secret: string }): string {
    return this.#cookie(request, this.#sessionName(request), `${tenant}.${secret}`, '/');
  }

  noSessionCookie(request: FastifyRequest): string {
    return `${this.#cookie(request, this.#sessionName(request), '', '/')}; Max-Age=0`;
  }

  /** What is remembered of a sign-in until the provider sends the browser back. */
  pendingOf(request: FastifyRequest): string | undefined {
    return cookieIn(request, this.#pendingName(request));
  }

  pendingCookie(request: FastifyRequest, sealed: string, seconds: number): string {
    return `${this.#cookie(request, this.#pendingName(request), sealed, '/auth')}; Max-Age=${seconds}`;
  }

  noPendingCookie(request: FastifyRequest): string {
    return `${this.#cookie(request, this.#pendingName(request), '', '/auth')}; Max-Age=0`;
  }

  /** A cookie comes along with whatever another site makes a browser send; the token and the origin do not. */
  refuseForged(request: FastifyRequest, { csrfToken }: SessionCookie): void {
    if (safeMethods.has(request.method)) return;
    const { origin, 'sec-fetch-site': site, 'x-csrf-token': given } = request.headers;
    const elsewhere =
      (origin !== undefined && origin !== this.originOf(request)) ||
      (site !== undefined && site !== 'same-origin' && site !== 'none');
    if (!elsewhere && typeof given === 'string' && sameText(given, csrfToken)) return;
    throw new Problem(403, 'csrf-token-invalid', 'The header X-CSRF-Token must hold the token of the session.');
  }

  #cookie(request: FastifyRequest, name: string, value: string, path: string): string {
    return `${name}=${value}; Path=${path}; HttpOnly; SameSite=Lax${this.#secure(request) ? '; Secure' : ''}`;
  }

  #secure = (request: FastifyRequest): boolean => this.originOf(request).startsWith('https:');
  #sessionName = (request: FastifyRequest) => `${this.#secure(request) ? '__Host-' : ''}ledgerdesk-session`;
  #pendingName = (request: FastifyRequest) => `${this.#secure(request) ? '__Secure-' : ''}ledgerdesk-sign-in`;
}

/** In constant time for texts of one length. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieIn({ headers }: FastifyRequest, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
