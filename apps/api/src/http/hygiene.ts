// What no part of a request may hold, whatever it means: text that PostgreSQL or UTF-8 cannot carry, keys that reach
// prototypes, nesting that only an attacker writes.
import type { FieldError } from '#write-side';

const deepest = 16;
const unstorable = /\0|\p{Surrogate}/u; // with the u flag a surrogate of a pair is no match
const poisonous = new Set(['__proto__', 'constructor', 'prototype']);

const inside = (field: string, key: string): string => (field === '' ? key : `${field}.${key}`);

/** The first flaw of a parsed body or query, with the path of the field that has it. */
export function flawOf(value: unknown, field = '', depth = 0): FieldError | null {
  if (typeof value === 'string') {
    return unstorable.test(value) ? { field, code: 'invalid-text', message: 'holds NUL or half a character' } : null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (depth === deepest) return { field, code: 'too-deep', message: `is nested deeper than ${deepest} levels` };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const flaw = flawOf(item, `${field}[${index}]`, depth + 1);
      if (flaw) return flaw;
    }
    return null;
  }
  for (const [key, item] of Object.entries(value)) {
    if (poisonous.has(key)) return { field: inside(field, key), code: 'unknown-field', message: 'is not a field' };
    if (unstorable.test(key)) return { field, code: 'invalid-text', message: 'has a key with NUL or half a character' };
    const flaw = flawOf(item, inside(field, key), depth + 1);
    if (flaw) return flaw;
  }
  return null;
}
