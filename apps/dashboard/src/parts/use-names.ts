// What ids in a ticket's history are called, as far as the catalogues and those met there tell; an id that nobody names
// is shown as it is.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Named } from '../api/client';
import { may, useMe } from '../api/session';
import { assigneesQuery, categoriesQuery, prioritiesQuery, statusesQuery } from '../api/tickets';

const nobody: readonly Named[] = [];

/** `met`: those whose names stand beside their ids already, kept from one drawing to the next. */
export function useNames(met = nobody): (id: string) => string {
  const me = useMe();
  const { data: assignees } = useQuery({ ...assigneesQuery(''), enabled: may(me, 'assign') });
  const { data: categories } = useQuery(categoriesQuery);
  const { data: priorities } = useQuery(prioritiesQuery);
  const { data: statuses } = useQuery(statusesQuery);
  const names = useMemo(() => {
    const known = new Map<string, string>([...met, me.user].map(({ id, name }) => [id, name]));
    for (const { id, name } of [...(assignees?.users ?? []), ...(assignees?.groups ?? [])]) known.set(id, name);
    for (const category of categories?.items ?? []) {
      known.set(category.id, category.name);
      for (const type of category.types) for (const one of [type, ...type.items]) known.set(one.id, one.name);
    }
    for (const { id, label } of [...(priorities?.items ?? []), ...(statuses?.items ?? [])]) known.set(id, label);
    return known;
  }, [me, met, assignees, categories, priorities, statuses]);
  return useCallback((id) => names.get(id) ?? id, [names]);
}
