import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell/route';

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/support',
  validateSearch: ({ q, view }): { q?: string; view?: string } => ({
    ...(typeof q === 'string' && { q }),
    ...(typeof view === 'string' && { view }),
  }),
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
