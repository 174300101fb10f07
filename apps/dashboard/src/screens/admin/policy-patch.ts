// How one policy becomes another, and how two changes made at once become one document.
import type { PolicyDocument } from '#policy';

export type Patch = { [key: string]: unknown };

const isObject = (value: unknown): value is Patch =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The merge patch that makes `to` of `from`. */
export function patchBetween(from: PolicyDocument, to: PolicyDocument): Patch {
  return between(from, to);
}

function between(from: Patch, to: Patch): Patch {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  const changed = keys.filter((key) => JSON.stringify(from[key]) !== JSON.stringify(to[key]));
  return Object.fromEntries(
    changed.map((key) => {
      const [was, is] = [from[key], to[key]];
      if (is === undefined) return [key, null];
      return [key, isObject(was) && isObject(is) ? between(was, is) : is];
    }),
  );
}

type Entry = { readonly id: string };
const areEntries = (list: readonly unknown[]): list is readonly Entry[] =>
  list.every((one) => isObject(one) && typeof one['id'] === 'string');
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What was changed in `mine` since `base`, done to `theirs`: what others changed meanwhile stays. */
export const onTopOf = (base: PolicyDocument, mine: PolicyDocument, theirs: PolicyDocument): PolicyDocument =>
  merged(base, mine, theirs) as PolicyDocument;

function merged(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (same(base, mine)) return theirs;
  if (same(base, theirs)) return mine;
  if (isObject(base) && isObject(mine) && isObject(theirs)) {
    const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    return Object.fromEntries(
      keys.flatMap((key) => {
        const value = merged(base[key], mine[key], theirs[key]);
        return value === undefined ? [] : [[key, value] as const];
      }),
    );
  }
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs)) {
    return areEntries(base) && areEntries(mine) && areEntries(theirs)
      ? mergedEntries(base, mine, theirs)
      : mergedRows(base, mine, theirs);
  }
  return mine;
}

/** In my order; what they added comes last. */
function mergedEntries(base: readonly Entry[], mine: readonly Entry[], theirs: readonly Entry[]): unknown[] {
  const find = (list: readonly Entry[], id: string) => list.find((entry) => entry.id === id);
  const ids = [...new Set([...mine, ...theirs].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const value = merged(find(base, id), find(mine, id), find(theirs, id));
    return value === undefined ? [] : [value];
  });
}

function mergedRows(base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const has = (list: readonly unknown[], row: unknown) => list.some((other) => same(other, row));
  const gone = base.filter((row) => !has(mine, row));
  const added = mine.filter((row) => !has(base, row) && !has(theirs, row));
  return [...theirs.filter((row) => !has(gone, row)), ...added];
}
