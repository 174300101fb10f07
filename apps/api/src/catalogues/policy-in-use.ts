// What a next policy may not take away, because tickets hold it or numbers were made with it. The counts are those of
// the read models, brought up to the log's end: a ticket of the same moment can still slip by, and stays whole, as every
// status in a ticket's history is known by its state there.
import { mayMeet, takenAway, type PolicyDocument, type PolicyProblem, type TicketPolicy } from '#policy';
import { countCatalogueUse, type CatalogueUse, type Database } from '#read-side';
import type { FieldError, PolicyBook } from '#write-side';
import type { Freshness } from '../http/freshness.js';
import { Problem } from '../http/problem.js';

export interface PolicyParts {
  readonly policies: PolicyBook;
  readonly database: Database;
  readonly freshness: Freshness;
}

export async function catalogueUse({ database, freshness }: PolicyParts, tenant: string): Promise<CatalogueUse> {
  if (!(await freshness.current(['ticket-list']))) {
    throw new Problem(503, 'read-model-behind', 'Tickets cannot be counted right now.', {
      headers: { 'Retry-After': '1' },
    });
  }
  return database.inTenant(tenant, (tx) => countCatalogueUse(tx, tenant));
}

/** What tickets hold and the next document would take away, with how many they are. */
export async function inUse(
  parts: PolicyParts,
  tenant: string,
  current: TicketPolicy,
  next: PolicyDocument,
): Promise<FieldError[]> {
  const { statuses, nodes } = takenAway(current, next);
  if (statuses.length === 0 && nodes.length === 0) return [];
  const use = await catalogueUse(parts, tenant);
  return [
    ...held(statuses, use.statuses, (id, tickets) => ({
      field: `statuses[${id}]`,
      code: 'status-in-use',
      message: `${tickets} in status ${id}: set its active to false instead`,
    })),
    ...held(
      nodes.map((node) => node.join('/')),
      use.nodes,
      (id, tickets) => ({
        field: `classification.categories[${id}]`,
        code: 'category-in-use',
        message: `${tickets} classified as ${id}: set its active to false instead`,
      }),
    ),
  ];
}

function held(
  ids: readonly string[],
  counts: ReadonlyMap<string, number>,
  tell: (id: string, tickets: string) => FieldError,
): FieldError[] {
  return ids.flatMap((id) => {
    const count = counts.get(id) ?? 0;
    return count === 0 ? [] : [tell(id, count === 1 ? '1 ticket is' : `${count} tickets are`)];
  });
}

/** What is wrong with a document only as the successor of those before it. */
export async function successionProblems(
  { policies }: PolicyParts,
  tenant: string,
  current: TicketPolicy,
  next: PolicyDocument,
): Promise<PolicyProblem[]> {
  const lost = takenAway(current, next).customFields.map((id) => ({
    field: `customFields[${id}]`,
    code: 'impossible',
    message: 'tickets may have values of it: set its active to false instead',
  }));
  const { template } = next.numbers;
  if (template === current.numbers.template) return lost;
  const earlier = [...(await policies.numberTemplates(tenant))].find((known) => mayMeet(known, template));
  if (earlier === undefined) return lost;
  const message = `could make a number that a ticket has from ${earlier}`;
  return [...lost, { field: 'numbers.template', code: 'impossible', message }];
}
