// Whoever comes without an account passes here before a byte of their body is read. Their tenant is known by the host they
// ask; what they may reach, by a link that was mailed to them: one ticket, and nothing else.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { actorOf, type Actor } from '#access';
import type { TicketPolicy } from '#policy';
import { guestIdOf } from '#ticket';
import type { GuestLinks, OpenedByLink, PolicyBook } from '#write-side';
import { unauthenticated } from '../auth/unauthenticated.js';
import { Problem } from '../http/problem.js';
import { RouteOptions } from '../http/route-options.js';
import type { Features } from '../limits/features.js';

/** `form`: anybody; `link-request`: anybody, where there are links; `link`: whoever has one; `account`: a signed-in caller. */
type Way = 'form' | 'link-request' | 'link' | 'account';

declare module 'fastify' {
  interface FastifyRequest {
    visit: Visit | null;
  }
  interface FastifyContextConfig {
    guest?: Way;
  }
}

/** A route for guests: 404 where the tenant lets none in. */
export const ForGuests = (guest: Way) => RouteOptions({ guest });

export interface Visit {
  readonly tenant: string;
  readonly policy: TicketPolicy;
  /** what the link opens; null on other ways */
  readonly opened: OpenedByLink | null;
}

interface GateParts {
  /** tenants by host; `*` for every other host */
  readonly tenants: ReadonlyMap<string, string>;
  readonly policies: PolicyBook;
  readonly links: GuestLinks;
  readonly features: Features;
}

export function guardGuests(server: FastifyInstance, parts: GateParts): void {
  server.decorateRequest('visit', null);
  server.addHook('onRequest', async (request) => {
    const way = request.routeOptions.config.guest;
    if (way && !request.is404) request.visit = await received(request, way, parts);
  });
}

async function received(request: FastifyRequest, way: Way, parts: GateParts): Promise<Visit> {
  const { tenants, policies, links, features } = parts;
  const tenant = request.caller?.actor.tenant ?? tenants.get(request.hostname.toLowerCase()) ?? tenants.get('*');
  const policy = tenant === undefined ? null : await policies.find(tenant);
  const { enabled, accessLink } = policy?.guest ?? {};
  const needsLinks = way === 'link' || way === 'link-request';
  if (tenant === undefined || !policy || enabled !== true || (needsLinks && accessLink == null)) {
    throw new Problem(404, 'not-found', 'There is no such route.');
  }
  if (way !== 'account') await features.require(tenant, 'supportTickets', 'guest');
  if (way !== 'link') return { tenant, policy, opened: null };
  const token = /^Bearer +([\w-]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
  const opened = token === undefined ? null : await links.open(tenant, token, new Date().toISOString());
  if (!opened) throw unauthenticated('Bearer realm="ledgerdesk guest"');
  return { tenant, policy, opened };
}

/** One guest is one ticket: there is nobody to recognise elsewhere. */
export const guestOf = ({ tenant, policy }: Pick<Visit, 'tenant' | 'policy'>, ticketId: string): Actor =>
  actorOf(
    { tenant, userId: guestIdOf(ticketId), role: 'guest', clientIds: [], groupIds: [], groupScopes: [] },
    policy.visibility,
    policy.roles,
  );

export const Visited = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const { visit, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!visit) throw new Error(`${routeOptions.url} is not for guests`);
  return visit;
});

/** The link's ticket, and the guest who may reach it. */
export const ByLink = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { visit, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!visit?.opened) throw new Error(`${routeOptions.url} is not opened by a link`);
  return { ...visit.opened, policy: visit.policy, by: guestOf(visit, visit.opened.ticketId) };
});
export interface ByLink extends OpenedByLink {
  readonly policy: TicketPolicy;
  readonly by: Actor;
}
