import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../api/session';
import { Loading } from './loading';
import { screen } from './screen';
import { Shell } from './shell';

export const rootRoute = createRootRouteWithContext<{ readonly client: QueryClient }>()();

/** Everything behind signing in. Screens are its children: `createRoute({ getParentRoute: () => shellRoute, … })`. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context: { client }, location }) => {
    const me = await client.ensureQueryData(sessionQuery);
    if (!me) throw redirect({ to: '/sign-in', search: { returnTo: location.href } });
    return { me };
  },
  pendingComponent: () => (
    <main>
      <Loading />
    </main>
  ),
  component: Shell,
});

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  // Only a path of this site: anything else would let a link send people away after signing in.
  validateSearch: ({ returnTo }): { returnTo?: string } =>
    typeof returnTo === 'string' && /^\/(?![/\\])/.test(returnTo) ? { returnTo } : {},
  component: screen(() => import('./sign-in'), 'SignIn'),
});
