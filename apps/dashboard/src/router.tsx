// Every screen is a file of its own, loaded when it is opened. An area lists its routes in `screens/<area>/routes.tsx`.
import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { adminRoutes } from './screens/admin/routes';
import { auditRoutes } from './screens/audit/routes';
import { deskRoutes } from './screens/desk/routes';
import { portalRoutes } from './screens/portal/routes';
import { Broken } from './shell/broken';
import { NotFound } from './shell/places';
import { Loading } from './shell/loading';
import { rootRoute, shellRoute, signInRoute } from './shell/route';

const routes = rootRoute.addChildren([
  signInRoute,
  shellRoute.addChildren([...deskRoutes, ...portalRoutes, ...auditRoutes, ...adminRoutes]),
]);

export const makeRouter = (client: QueryClient) =>
  createRouter({
    routeTree: routes,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultPendingMs: 200,
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
