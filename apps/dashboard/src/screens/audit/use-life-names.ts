// People and tickets of a life, by what the history and the ticket itself tell of them.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { ticketQuery } from '../../api/tickets';
import { useNames } from '../../parts/use-names';
import type { Life } from './life';

/** An id that none of them names is shown as it is. */
export function useLifeNames(life: Life): (id: string) => string {
  const nameOf = useNames();
  const now = life.pictures.at(-1);
  const { data: ticket } = useQuery({
    ...ticketQuery(now?.ticketId ?? ''),
    enabled: now !== undefined && now.deleted === null,
    retry: false,
  });
  const { data: primary } = useQuery({
    ...ticketQuery(now?.mergedInto ?? ''),
    enabled: now?.mergedInto !== undefined,
    retry: false,
  });
  const known = useMemo(() => {
    const names = new Map<string, string>();
    for (const { actor } of life.steps) if (actor.name) names.set(actor.id, actor.name);
    const named = [
      ticket?.requester,
      ticket?.client,
      ticket?.assignee?.user,
      ticket?.assignee?.group,
      ...(ticket?.recipients ?? []),
    ];
    for (const one of named) if (one) names.set(one.id, one.name);
    for (const link of ticket?.links ?? []) names.set(link.id, link.number);
    if (primary) names.set(primary.id, primary.number);
    return names;
  }, [life, ticket, primary]);
  return useCallback((id: string) => known.get(id) ?? nameOf(id), [known, nameOf]);
}
