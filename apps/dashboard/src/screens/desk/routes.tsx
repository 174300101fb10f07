import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { homeOf } from '../../shell/navigation';
import { shellRoute } from '../../shell/route';
import { readSearch } from './search';

const queue = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  validateSearch: readSearch,
  beforeLoad: ({ context: { me } }) => {
    const home = homeOf(me);
    if (home !== '/') throw redirect({ to: home, replace: true });
  },
  component: lazyRouteComponent(() => import('./queue'), 'Queue'),
});
const tickets = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tickets',
  beforeLoad: () => {
    throw redirect({ to: '/', replace: true });
  },
});
const ticket = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tickets/$id',
  component: lazyRouteComponent(() => import('./ticket'), 'TicketScreen'),
});

export const deskRoutes = [queue, tickets, ticket] as const;
