import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell/route';
import { readLogSearch, readMoment } from './search';

const log = createRoute({
  getParentRoute: () => shellRoute,
  path: '/audit',
  validateSearch: readLogSearch,
  component: lazyRouteComponent(() => import('./log'), 'AuditLog'),
});
const ticket = createRoute({
  getParentRoute: () => shellRoute,
  path: '/audit/$id',
  validateSearch: readMoment,
  component: lazyRouteComponent(() => import('./ticket'), 'TicketLife'),
});

export const auditRoutes = [log, ticket] as const;
