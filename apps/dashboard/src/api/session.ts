// Who is here: the cookie's session and what they may do. The cookie itself is out of reach of scripts.
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Capability } from '#access';
import { api, ask, csrfToken, setCsrfToken, whenSignedOut, type Me } from './client';
import { isProblem } from './problem';
import { dropDrafts, keepDraftsOf } from '../parts/draft';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  /** null: nobody is signed in */
  queryFn: async (): Promise<Me | null> => {
    try {
      const { csrfToken } = await ask(api.GET('/v1/session'));
      setCsrfToken(csrfToken);
      const me = await ask(api.GET('/v1/me'));
      keepDraftsOf(`${me.tenant.id} ${me.user.id}`);
      return me;
    } catch (error) {
      if (isProblem(error) && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

/** What is on the screen stays; a dialog offers signing in again. */
export function keepSession(say: () => void): void {
  whenSignedOut(say);
}

let last: Me | undefined;

/** The person signed in; whose session has ended stays on the screen until they sign in again. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(sessionQuery);
  last = data ?? last;
  if (!last) throw new Error('nobody is signed in');
  return last;
}

export const may = (me: Me, capability: Capability): boolean => me.capabilities.includes(capability);
export const licensed = (me: Me, feature: string): boolean => me.features[feature] !== false;

export async function signOut(): Promise<void> {
  const { endUrl } = await ask(
    api.POST('/auth/logout', { params: { header: { 'X-CSRF-Token': csrfToken() } }, body: {} }),
  );
  dropDrafts();
  location.assign(endUrl ?? '/');
}

export const signInUrl = (returnTo: string) => `/auth/login?${new URLSearchParams({ returnTo })}`;
