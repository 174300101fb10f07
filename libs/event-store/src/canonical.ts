// The canonical form (RFC 8785) of what is stored. JSON.stringify writes it where an object's keys stand in order, and
// many times faster than the library, which stays for keys that JavaScript orders by itself.
import canonicalize from 'canonicalize';

const lone = /\p{Surrogate}/u;
/** Array indices come first whatever the order of writing; `__proto__` is no key of a literal. */
const unruly = /^(?:\d+|__proto__)$/;

/** @throws Error for what has no canonical form: a number that is none, half a pair of characters */
export function canonicalJson(value: object): string {
  const ordered = inOrder(value);
  return ordered === undefined ? (canonicalize(value) as string) : JSON.stringify(ordered);
}

/** The same with its keys in order; undefined: the library knows. */
function inOrder(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      if (lone.test(value)) throw new Error('half a pair of characters has no canonical form');
      return value;
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : undefined;
    case 'object':
      break;
    default:
      return undefined;
  }
  if (value === null) return null;
  if ('toJSON' in value) return undefined;
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(inOrder);
    return items.includes(undefined) ? undefined : items;
  }
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const child = (value as Record<string, unknown>)[key];
    if (child === undefined) continue;
    const item = unruly.test(key) || lone.test(key) ? undefined : inOrder(child);
    if (item === undefined) return undefined;
    ordered[key] = item;
  }
  return ordered;
}
