// Scope: which tickets of the tenant an actor can reach at all. One value, used by the write side in memory and by the
// queries as SQL, so that a ticket is hidden everywhere or nowhere.

/** The facts of a ticket that scope looks at. */
export interface ScopeFacts {
  readonly requesterId: string;
  readonly clientId: string | null;
  readonly projectId: string | null;
  readonly categoryId: string | null;
  readonly typeId: string | null;
  readonly assigneeId: string | null;
  readonly groupId: string | null;
}

/** All named facts must match one of their values; the alternatives of a scope are joined by OR. `null` matches "none". */
export type ScopeClause = { readonly [F in keyof ScopeFacts]?: readonly (ScopeFacts[F] | string)[] };

export type Scope = 'tenant' | readonly ScopeClause[];

export function inScope(scope: Scope, ticket: ScopeFacts): boolean {
  if (scope === 'tenant') return true;
  return scope.some((clause) =>
    (Object.keys(clause) as (keyof ScopeFacts)[]).every((fact) =>
      clause[fact]?.some((value) => value === ticket[fact]),
    ),
  );
}
