// Which requests are counted against what. Every limit is a number of requests in a minute, over all processes together.
import { RouteOptions } from '../http/route-options.js';

/**
 * `user` and `address` count every request of a signed-in caller, `unauthenticated` those of which nobody knows the caller.
 * The others count the requests of one address to routes
 * that answer without signing in, and only those. Usual limits; settings change them.
 */
export const usualLimits = {
  user: 600,
  address: 6_000,
  /** of one address: tokens, keys and sessions that are nobody's */
  unauthenticated: 60,
  /** beginning and finishing a sign-in */
  'sign-in': 30,
  /** what a guest writes; also per e-mail address */
  guest: 10,
  /** what a guest reads of the one ticket */
  'guest-read': 120,
  /** links that are mailed to whoever is named; also per e-mail address */
  'access-link': 5,
  'dev-token': 60,
} as const;
export type LimitName = keyof typeof usualLimits;
export type Limits = Readonly<Record<LimitName, number>>;
export const limitNames = Object.keys(usualLimits) as LimitName[];

/** `choose` gets a limit's name as variables have it, like `ACCESS_LINK`, and the usual number. */
export const limitsOf = (choose: (name: string, usual: number) => number): Limits =>
  Object.fromEntries(
    limitNames.map((name) => [name, choose(name.toUpperCase().replaceAll('-', '_'), usualLimits[name])]),
  ) as Limits;

declare module 'fastify' {
  interface FastifyContextConfig {
    limited?: LimitName;
  }
}

/**
 * Counts a route's requests by address under a limit of its own, before anything else of them is looked at: for routes
 * that answer without signing in (`@Open()`). Beyond it: 429 with `Retry-After`. Routes with the same name share a limit.
 */
export const Limited = (limited: LimitName) => RouteOptions({ limited });
