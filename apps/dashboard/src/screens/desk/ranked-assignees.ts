import type { Schemas } from '../../api/client';

type Assignees = Schemas['AssigneesBody'];

/** As the desk ranks them, whoever covers the ticket first; who is away is last and says so. */
export function rankedAssignees(assignees: Assignees | undefined): {
  readonly people: readonly { readonly id: string; readonly name: string; readonly covers: boolean }[];
  readonly groups: Assignees['groups'];
} {
  const people = (assignees?.users ?? [])
    .toSorted((a, b) => Number(b.available) - Number(a.available))
    .map(({ id, name, available, covers }) => ({ id, name: available ? name : `${name} (away)`, covers }));
  return { people, groups: assignees?.groups ?? [] };
}
