// The directory as administrators see it, and how it is changed.
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, ask, type Schemas } from '../../api/client';
import { sayDone, sayFailed } from '../../parts/say';

export type User = Schemas['AdminUserBody'];
export type UserDetail = Schemas['AdminUserDetailBody'];
export type Group = Schemas['AdminGroupBody'];
export type Client = Schemas['AdminClientBody'];
export type Project = Schemas['AdminProjectBody'];

interface UserFilters {
  readonly q?: string;
  readonly role?: string[];
  readonly side?: 'customer' | 'partner' | 'staff' | 'auditor' | 'service';
  readonly disabled?: boolean;
  readonly removed?: boolean;
}

const paged = { initialPageParam: '', placeholderData: keepPreviousData } as const;
const next = ({ nextCursor }: { readonly nextCursor?: string | null }) => nextCursor;
const at = (cursor: string) => (cursor ? { cursor } : {});

export const usersQuery = (filters: UserFilters) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'users', filters],
    queryFn: ({ pageParam, signal }) =>
      ask(api.GET('/v1/admin/users', { params: { query: { ...filters, limit: 50, ...at(pageParam) } }, signal })),
    getNextPageParam: next,
    ...paged,
  });
export const partnersQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'partners', q],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/v1/admin/partners', {
          params: { query: { ...(q && { q }), limit: 50, ...at(pageParam) } },
          signal,
        }),
      ),
    getNextPageParam: next,
    ...paged,
  });
export const groupsQuery = infiniteQueryOptions({
  queryKey: ['admin', 'groups'],
  queryFn: ({ pageParam, signal }) =>
    ask(api.GET('/v1/admin/groups', { params: { query: { limit: 100, ...at(pageParam) } }, signal })),
  getNextPageParam: next,
  ...paged,
});
export const adminClientsQuery = (q = '') =>
  infiniteQueryOptions({
    queryKey: ['admin', 'clients', q],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/v1/admin/clients', { params: { query: { ...(q && { q }), limit: 100, ...at(pageParam) } }, signal }),
      ),
    getNextPageParam: next,
    ...paged,
  });
export const projectsQuery = (clientId: string) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'projects', clientId],
    queryFn: ({ pageParam, signal }) =>
      ask(api.GET('/v1/admin/projects', { params: { query: { clientId, limit: 100, ...at(pageParam) } }, signal })),
    getNextPageParam: next,
    ...paged,
  });
export const userQuery = (userId: string) =>
  queryOptions({
    queryKey: ['admin', 'user', userId],
    queryFn: ({ signal }) => ask(api.GET('/v1/admin/users/{userId}', { params: { path: { userId } }, signal })),
  });

export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

export const setDisabled = (userId: string, disabled: boolean): Promise<UserDetail> =>
  disabled
    ? ask(api.POST('/v1/admin/users/{userId}/disable', { params: { path: { userId } }, body: {} }))
    : ask(api.POST('/v1/admin/users/{userId}/enable', { params: { path: { userId } }, body: {} }));

interface Done {
  readonly told: string;
  readonly undo?: () => Promise<unknown>;
}

/** One change of the directory: told with a way back where there is one; everything that shows it looks again. */
export function useDirectory() {
  const client = useQueryClient();
  const lookAgain = () =>
    Promise.all(
      [['admin'], ['catalogue', 'clients'], ['assignees']].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  const { mutate, mutateAsync, isPending } = useMutation({
    mutationFn: async (act: () => Promise<Done>) => act(),
    onSuccess: async ({ told, undo }) => {
      await lookAgain();
      sayDone(told, undo && (() => mutate(async () => ({ told: 'It is as it was', ...(await undo(), {}) }))));
    },
  });
  /** Its failure is a toast; `change` leaves it to the form. */
  const now = (act: () => Promise<Done>) => mutate(act, { onError: (error) => sayFailed(error) });
  return { change: mutateAsync, now, busy: isPending };
}
