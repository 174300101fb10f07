import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell/route';
import { supportSearch } from './search';

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/support',
  validateSearch: supportSearch,
  component: lazyRouteComponent(() => import('./list'), 'SupportList'),
});
const create = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/support/new',
  component: lazyRouteComponent(() => import('./create'), 'NewTicket'),
});
const detail = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/support/$id',
  component: lazyRouteComponent(() => import('./detail'), 'SupportTicket'),
});

export const portalRoutes = [list, create, detail] as const;
