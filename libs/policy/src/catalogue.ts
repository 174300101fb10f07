// Questions to a policy's catalogues, asked by decisions and by the pickers alike.
import type { CustomField, State, Status, TicketPolicy } from './policy.js';

export const statusCalled = (policy: TicketPolicy, id: string): Status | undefined =>
  policy.statuses.find((status) => status.id === id);

/** Does `from` or `to` of a transition name this status? `@reopen` is for whoever knows the ticket. */
export const selects = (selector: string, status: Pick<Status, 'id' | 'state'>): boolean =>
  selector === '*' || selector === status.id || selector === `@${status.state}`;

/** Where a verb leads: the active status of that state with the lowest order. */
export const statusFor = (policy: TicketPolicy, state: State): Status | undefined =>
  policy.statuses
    .filter((status) => status.active && status.state === state)
    .reduce<Status | undefined>((first, status) => (first && first.order <= status.order ? first : status), undefined);

interface Triple {
  readonly categoryId: string | null;
  readonly typeId: string | null;
  readonly itemId: string | null;
}
export type ClassificationFault = { readonly field: keyof Triple; readonly code: 'unknown' | 'inactive' };

/** The first level that does not exist under the one above it, or is archived; undefined when the triple stands. */
export function classificationFault(policy: TicketPolicy, triple: Triple): ClassificationFault | undefined {
  const category = policy.classification.categories.find(({ id }) => id === triple.categoryId);
  const type = category?.types.find(({ id }) => id === triple.typeId);
  const item = type?.items.find(({ id }) => id === triple.itemId);
  const levels = [
    ['categoryId', category],
    ['typeId', type],
    ['itemId', item],
  ] as const;
  let inactive: ClassificationFault | undefined;
  for (const [field, entry] of levels) {
    if (triple[field] === null) continue;
    if (!entry) return { field, code: 'unknown' };
    if (!entry.active) inactive ??= { field, code: 'inactive' };
  }
  return inactive;
}

type Node = CustomField['on'][number];
const levelOf = (node: Node): 1 | 2 | 3 => (node.itemId ? 3 : node.typeId ? 2 : 1);

/** The nodes by which a ticket of this classification has the field, as far as a reader of `depth` levels is shown. */
const nodesFor = ({ on }: CustomField, triple: Triple, depth: 1 | 2 | 3): Node[] =>
  on.filter(
    (node) =>
      levelOf(node) <= depth &&
      node.categoryId === triple.categoryId &&
      (node.typeId === undefined || node.typeId === triple.typeId) &&
      (node.itemId === undefined || node.itemId === triple.itemId),
  );

/** What a reader of `depth` levels is shown of a ticket's values; what is left of another classification is for the desk. */
export const valuesFor = <Value>(
  policy: TicketPolicy,
  triple: Triple,
  values: Readonly<Record<string, Value>>,
  depth: 1 | 2 | 3,
): Readonly<Record<string, Value>> =>
  depth === 3
    ? values
    : Object.fromEntries(
        Object.entries(values).filter(([id]) =>
          policy.customFields.some((field) => field.id === id && nodesFor(field, triple, depth).length > 0),
        ),
      );

/** A field that lists can be asked for, with the nodes on which a reader of `depth` levels is shown it; undefined: none such. */
export function filterableField(policy: TicketPolicy, id: string, depth: 1 | 2 | 3) {
  const field = policy.customFields.find((one) => one.id === id && one.filterable);
  const on = field?.on.filter((node) => levelOf(node) <= depth) ?? [];
  return field && (depth === 3 || on.length > 0) ? { ...field, on } : undefined;
}

export interface ResolvedField {
  readonly field: CustomField;
  readonly visibleOnNew: boolean;
  readonly requiredOnNew: boolean;
}

/**
 * The active fields of a classification: those of the category, then the type, then the item, each level in its order.
 * `depth` is how many of the levels the reader is shown.
 */
export function fieldsFor(policy: TicketPolicy, triple: Triple, depth: 1 | 2 | 3 = 3): ResolvedField[] {
  const found = policy.customFields
    .filter(({ active }) => active)
    .flatMap((field) => nodesFor(field, triple, depth).map((node) => ({ field, node, level: levelOf(node) })))
    .sort((a, b) => a.level - b.level || a.node.order - b.node.order || a.field.order - b.field.order);
  const resolved = new Map<string, ResolvedField>();
  for (const { field, node } of found) {
    const above = resolved.get(field.id);
    resolved.set(field.id, {
      field,
      visibleOnNew: node.visibleOnNew || (above?.visibleOnNew ?? false),
      requiredOnNew: (node.visibleOnNew && node.requiredOnNew) || (above?.requiredOnNew ?? false),
    });
  }
  return [...resolved.values()];
}
