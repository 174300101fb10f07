// What ids in a ticket's history are called, as far as the catalogues tell; an id that nobody names is shown as it is.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { may, useMe } from '../api/session';
import { assigneesQuery, categoriesQuery, prioritiesQuery, statusesQuery } from '../api/tickets';

export function useNames(): (id: string) => string {
  const me = useMe();
  const { data: assignees } = useQuery({ ...assigneesQuery(''), enabled: may(me, 'assign') });
  const { data: categories } = useQuery(categoriesQuery);
  const { data: priorities } = useQuery(prioritiesQuery);
  const { data: statuses } = useQuery(statusesQuery);
  const names = useMemo(() => {
    const known = new Map<string, string>([[me.user.id, me.user.name]]);
    for (const { id, name } of [...(assignees?.users ?? []), ...(assignees?.groups ?? [])]) known.set(id, name);
    for (const category of categories?.items ?? []) {
      known.set(category.id, category.name);
      for (const type of category.types) for (const one of [type, ...type.items]) known.set(one.id, one.name);
    }
    for (const { id, label } of [...(priorities?.items ?? []), ...(statuses?.items ?? [])]) known.set(id, label);
    return known;
  }, [me, assignees, categories, priorities, statuses]);
  return useCallback((id) => names.get(id) ?? id, [names]);
}
