import type { FactoryProvider, Provider } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { GuestLinks, Numbers } from '#write-side';
import { Counters } from '../limits/counters.js';
import { Features } from '../limits/features.js';
import type { Parts } from '../parts.js';
import { AddressSecret } from './address-key.js';
import { guardGuests } from './guest-gate.js';
import { LinkRequests, LOG } from './link-requests.js';

/** What the routes for guests are made of: `guard` comes after the gate for callers with an account. */
export function guestParts({ settings, ledger, database, policies, counters, numbers, digestSecret, log }: Parts) {
  const links = new GuestLinks(ledger, settings.vaultKey);
  const provide = <T>(token: unknown, value: T): FactoryProvider<T> => ({
    provide: token as symbol,
    useFactory: () => value,
  });
  const providers: Provider[] = [
    provide(GuestLinks, links),
    provide(Numbers, numbers),
    provide(Counters, counters),
    provide(AddressSecret, new AddressSecret(digestSecret)),
    provide(LOG, log),
    LinkRequests,
  ];
  const features = new Features(database, policies);
  const guard = (server: FastifyInstance): void =>
    guardGuests(server, { tenants: settings.guestTenants, policies, links, features });
  return { providers, guard };
}
