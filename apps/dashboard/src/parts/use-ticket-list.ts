// A list of tickets that grows at its end and keeps its place: rows that are shown stay where they are while it refreshes.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TicketItem } from '../api/client';
import { listQuery, type TicketFilters } from '../api/tickets';

export function useTicketList(filters: TicketFilters, pageSize = 50) {
  const query = useInfiniteQuery(listQuery(filters, pageSize));
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = query;
  const rows = useMemo(() => {
    // A ticket that moved between two pages' requests stands in both; the first is newer.
    const seen = new Map<string, TicketItem>();
    for (const page of data?.pages ?? [])
      for (const item of page.items) if (!seen.has(item.id)) seen.set(item.id, item);
    return [...seen.values()];
  }, [data]);
  return {
    ...query,
    rows,
    /** how old the answer may be, in milliseconds; null: nothing is known yet */
    lagMs: data?.pages[0]?.asOf.lagMs ?? null,
    more: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}
