import { createRoute } from '@tanstack/react-router';
import { shellRoute } from '../../shell/route';
import { screen } from '../../shell/screen';
import { readLogSearch, readMoment } from './search';

const log = createRoute({
  getParentRoute: () => shellRoute,
  path: '/audit',
  validateSearch: readLogSearch,
  component: screen(() => import('./log'), 'AuditLog'),
});
const ticket = createRoute({
  getParentRoute: () => shellRoute,
  path: '/audit/$id',
  validateSearch: readMoment,
  component: screen(() => import('./ticket'), 'TicketLife'),
});

export const auditRoutes = [log, ticket] as const;
