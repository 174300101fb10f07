import type { PolicyDocument } from './events.js';
import type { CategoryItem, CategoryType } from './policy.js';

/** A node of the classification by the ids that lead to it. */
export type CatalogueNode = readonly [category: string, type?: string, item?: string];

export interface TakenAway {
  /** statuses that are gone, or stand for another state than before */
  readonly statuses: readonly string[];
  readonly nodes: readonly CatalogueNode[];
  readonly customFields: readonly string[];
}

/** What the next document no longer has, though tickets may hold it. */
export function takenAway(before: PolicyDocument, after: PolicyDocument): TakenAway {
  const states = new Map(after.statuses.map(({ id, state }) => [id, state]));
  const fields = new Set(after.customFields.map(({ id }) => id));
  const nodes = new Set(nodesOf(after).map((node) => node.join('/')));
  return {
    statuses: before.statuses.filter(({ id, state }) => states.get(id) !== state).map(({ id }) => id),
    nodes: nodesOf(before).filter((node) => !nodes.has(node.join('/'))),
    customFields: before.customFields.map(({ id }) => id).filter((id) => !fields.has(id)),
  };
}

function nodesOf({ classification }: PolicyDocument): CatalogueNode[] {
  const items = (category: string, { id: type, items }: CategoryType): CatalogueNode[] => [
    [category, type],
    ...items.map(({ id }: CategoryItem): CatalogueNode => [category, type, id]),
  ];
  return classification.categories.flatMap(({ id, types }): CatalogueNode[] => [
    [id],
    ...types.flatMap((type) => items(id, type)),
  ]);
}
