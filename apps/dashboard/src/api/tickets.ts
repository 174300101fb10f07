// Asking for tickets. Keys: ['tickets', filters] lists, ['ticket', uuid, …] one ticket; live updates invalidate by them.
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { api, ask, type Ticket } from './client';
import type { operations } from './contract';
import { isLate } from '../parts/behind';
import { isProblem } from './problem';

export type TicketFilters = Omit<
  NonNullable<operations['ListTicketsRoute_list']['parameters']['query']>,
  'cursor' | 'limit' | 'after'
>;
export type View = NonNullable<TicketFilters['view']>;

export const listQuery = (filters: TicketFilters, pageSize = 50) =>
  infiniteQueryOptions({
    queryKey: ['tickets', filters, pageSize],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/v1/tickets', {
          params: { query: { ...filters, limit: pageSize, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    // A list that is late is looked at until it is not.
    refetchInterval: ({ state: { data } }) => (isLate(data?.pages[0]?.asOf.lagMs) ? 3_000 : false),
  });

/** `id`: UUID. A number is resolved by `ticketQuery(number)` once; screens then use the UUID that came back. */
export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['ticket', id],
    queryFn: ({ signal }) => ask(api.GET('/v1/tickets/{id}', { params: { path: { id } }, signal })),
  });

/** The ticket as it stands. @throws Problem also when it has gone while it was shown, or is out of reach now */
export function useTicket(id: string): Ticket {
  const { data, error } = useSuspenseQuery(ticketQuery(id));
  if (isProblem(error) && (error.status === 404 || error.status === 403)) throw error;
  return data;
}

export const threadQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['ticket', id, 'thread'],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/v1/tickets/{id}/thread', {
          params: { path: { id }, query: { limit: 100, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: ({ signal }) => ask(api.GET('/v1/counts', { signal })),
  refetchInterval: 60_000,
});

export interface FilterField {
  readonly id: string;
  readonly name: string;
  readonly type: 'text' | 'textarea' | 'select' | 'number';
  readonly options?: readonly string[];
  readonly filterable: boolean;
}

const catalogue = { staleTime: 5 * 60_000 };
export const statusesQuery = queryOptions({
  queryKey: ['catalogue', 'statuses'],
  queryFn: () => ask(api.GET('/v1/statuses')),
  ...catalogue,
});
export const prioritiesQuery = queryOptions({
  queryKey: ['catalogue', 'priorities'],
  queryFn: () => ask(api.GET('/v1/priorities')),
  ...catalogue,
});
export const categoriesQuery = queryOptions({
  queryKey: ['catalogue', 'categories'],
  queryFn: () => ask(api.GET('/v1/categories')),
  ...catalogue,
});
export const projectsQuery = (clientId?: string) =>
  queryOptions({
    queryKey: ['catalogue', 'projects', clientId],
    queryFn: ({ signal }) => ask(api.GET('/v1/projects', { params: { query: clientId ? { clientId } : {} }, signal })),
    ...catalogue,
  });
export const candidatesQuery = (q: string, clientId?: string) =>
  queryOptions({
    queryKey: ['recipient-candidates', q, clientId],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/v1/recipient-candidates', {
          params: { query: { ...(q && { q }), ...(clientId && { clientId }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
export const clientsQuery = queryOptions({
  queryKey: ['catalogue', 'clients'],
  queryFn: () => ask(api.GET('/v1/clients')),
  ...catalogue,
});
/** The policy's custom fields that lists can be narrowed by. */
export const filterFieldsQuery = queryOptions({
  queryKey: ['catalogue', 'filter-fields'],
  queryFn: async () => {
    const { customFields } = (await ask(api.GET('/v1/policy'))) as { customFields?: unknown };
    return (Array.isArray(customFields) ? (customFields as FilterField[]) : []).filter((one) => one.filterable);
  },
  ...catalogue,
});
export const assigneesQuery = (q: string, ticket?: string) =>
  queryOptions({
    queryKey: ['assignees', q, ticket],
    queryFn: ({ signal }) =>
      ask(api.GET('/v1/assignees', { params: { query: { ...(q && { q }), ...(ticket && { ticket }) } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
interface Classified {
  readonly categoryId?: string | undefined;
  readonly typeId?: string | undefined;
  readonly itemId?: string | undefined;
}

/** The custom fields of a classification. */
export const fieldsQuery = (at: Classified) =>
  queryOptions({
    queryKey: ['catalogue', 'custom-fields', at],
    queryFn: ({ signal }) => ask(api.GET('/v1/custom-fields/resolved', { params: { query: at }, signal })),
    ...catalogue,
  });

export interface ReferencesAsked {
  readonly kind?: string;
  /** what its id begins with */
  readonly q?: string;
  /** of the ticket that is to refer to it */
  readonly clientId?: string | undefined;
  readonly projectId?: string | undefined;
}
/** What a ticket can refer to, the latest first; not everything has a list. */
export const referencesQuery = ({ kind, q, clientId, projectId }: ReferencesAsked) =>
  queryOptions({
    queryKey: ['references', kind, q, clientId, projectId],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/v1/references', {
          params: {
            query: {
              ...(kind && { kind }),
              ...(q && { q }),
              ...(clientId && { clientId }),
              ...(projectId && { projectId }),
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
export const tagsQuery = (prefix: string) =>
  queryOptions({
    queryKey: ['tags', prefix],
    queryFn: ({ signal }) => ask(api.GET('/v1/tags', { params: { query: prefix ? { prefix } : {} }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** Status ids as the tenant calls them, with their colour; the id itself where a status is gone. */
export function useStatuses() {
  const { data } = useQuery(statusesQuery);
  const items = data?.items ?? [];
  const byId = new Map(items.map((status) => [status.id, status]));
  return { items, byId };
}

export function usePriorities() {
  const { data } = useQuery(prioritiesQuery);
  const items = data?.items ?? [];
  const labels = new Map<string, string>(items.map(({ id, label }) => [id, label]));
  return { items, label: (id: string) => labels.get(id) ?? id };
}
