import { createRoute } from '@tanstack/react-router';
import { shellRoute } from '../../shell/route';
import { screen } from '../../shell/screen';
import { supportSearch } from './search';

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/support',
  validateSearch: supportSearch,
  component: screen(() => import('./list'), 'SupportList'),
});
const create = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/support/new',
  component: screen(() => import('./create'), 'NewTicket'),
});
const detail = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/support/$id',
  component: screen(() => import('./detail'), 'SupportTicket'),
});

export const portalRoutes = [list, create, detail] as const;
