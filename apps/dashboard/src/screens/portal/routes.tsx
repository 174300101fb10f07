import { createRoute } from '@tanstack/react-router';
import { categoriesQuery, prioritiesQuery, projectsQuery } from '../../api/tickets';
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
  // A form stands still: what it offers is there before it is shown.
  loader: ({ context: { client, me } }) =>
    Promise.all([
      client.ensureQueryData(prioritiesQuery),
      client.ensureQueryData(categoriesQuery),
      ...(me.clients.length === 1 ? [client.ensureQueryData(projectsQuery(me.clients[0]?.id))] : []),
    ]),
  component: screen(() => import('./create'), 'NewTicket'),
});
const detail = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard/support/$id',
  component: screen(() => import('./detail'), 'SupportTicket'),
});

export const portalRoutes = [list, create, detail] as const;
