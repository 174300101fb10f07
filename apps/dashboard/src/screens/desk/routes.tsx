import { createRoute, redirect } from '@tanstack/react-router';
import { homeOf } from '../../shell/navigation';
import { shellRoute } from '../../shell/route';
import { screen } from '../../shell/screen';
import { readSearch } from './search';

const queue = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  validateSearch: readSearch,
  beforeLoad: ({ context: { me } }) => {
    const home = homeOf(me);
    if (home !== '/') throw redirect({ to: home, replace: true });
  },
  component: screen(() => import('./queue'), 'Queue'),
});
const tickets = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tickets',
  beforeLoad: () => {
    throw redirect({ to: '/', replace: true });
  },
});
const create = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tickets/new',
  component: screen(() => import('./new-ticket'), 'NewTicket'),
});
const ticket = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tickets/$id',
  /** `from`: number of the merged ticket that led here; `stay`: look at a merged ticket itself */
  validateSearch: ({ from, stay }): { from?: string; stay?: true } => ({
    ...(typeof from === 'string' && { from: from.slice(0, 40) }),
    ...(stay === true && { stay }),
  }),
  component: screen(() => import('./ticket'), 'TicketScreen'),
});

export const deskRoutes = [queue, tickets, create, ticket] as const;
