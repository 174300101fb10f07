// Where somebody can go, by side and capabilities.
import {
  IconBuildingStore,
  IconHistory,
  IconInbox,
  IconPlus,
  IconSettings,
  IconTicket,
  type Icon,
} from '@tabler/icons-react';
import { queryOptions } from '@tanstack/react-query';
import { api, ask, type Me } from '../api/client';
import { may } from '../api/session';

export interface Destination {
  readonly to: string;
  readonly label: string;
  readonly icon: Icon;
  /** shows how many tickets are open */
  readonly badge?: boolean;
  /** paths that belong to it, itself when absent */
  readonly covers?: readonly string[];
  /** with Alt */
  readonly shortcut?: string;
}

export function placesOf(me: Me): Destination[] {
  const places: Destination[] = [];
  if (me.side === 'staff') {
    places.push({ to: '/', label: 'Queue', icon: IconInbox, badge: true, covers: ['/', '/tickets'], shortcut: 'q' });
  }
  if (me.side === 'customer' || me.side === 'partner') {
    const icon = me.side === 'partner' ? IconBuildingStore : IconTicket;
    places.push({ to: '/dashboard/support', label: 'Support', icon, badge: true, shortcut: 's' });
  }
  if (may(me, 'create')) places.push({ to: createAt(me), label: 'New ticket', icon: IconPlus, shortcut: 'n' });
  if (may(me, 'audit')) places.push({ to: '/audit', label: 'Audit', icon: IconHistory, shortcut: 'a' });
  if (may(me, 'administer')) places.push({ to: '/admin', label: 'Administration', icon: IconSettings, shortcut: 'd' });
  return places;
}

/** Where a ticket is opened: at the desk for somebody, in the portal for oneself. */
export const createAt = (me: Me) => (may(me, 'create-for-other') ? '/tickets/new' : '/dashboard/support/new');

/** Where `/` leads those who have no queue. */
export const homeOf = (me: Me): string =>
  placesOf(me).find(({ to }) => !to.endsWith('/new'))?.to ?? '/dashboard/support';

/** Open tickets in scope; 0 for roles without a badge, and where it cannot be had: then none is shown. */
export const badgesQuery = (me: Me) =>
  queryOptions({
    queryKey: ['badges'],
    queryFn: async ({ signal }) => (await ask(api.GET('/v1/badges', { signal }))).open ?? 0,
    enabled: may(me, 'badge'),
    refetchInterval: 60_000,
    retry: false,
    meta: { beside: true },
  });
