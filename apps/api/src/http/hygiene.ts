// What no part of a request may hold, whatever it means: text that PostgreSQL or UTF-8 cannot carry, keys that reach
// prototypes, nesting that only an attacker writes, numbers
// that are not kept.
import type { FieldError } from '#write-side';

const deepest = 16;
/** Far more than a form holds; validating each value costs more than reading it. */
const mostValues = 10_000;
const unstorable = /\0|\p{Surrogate}/u; // with the u flag a surrogate of a pair is no match
const poisonous = new Set(['__proto__', 'constructor', 'prototype']);

const inside = (field: string, key: string): string => (field === '' ? key : `${field}.${key}`);

/** The first flaw of a parsed body or query, with the path of the field that has it. */
export function flawOf(value: unknown, field = ''): FieldError | null {
  let values = 0;

  const walk = (value: unknown, field: string, depth: number): FieldError | null => {
    if (typeof value === 'string') {
      return unstorable.test(value) ? { field, code: 'invalid-text', message: 'holds NUL or half a character' } : null;
    }
    if (typeof value === 'number') {
      // JSON has longer numbers than JavaScript: what would be stored is not what was sent.
      const kept = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
      return kept ? null : { field, code: 'out-of-range', message: 'cannot be kept exactly' };
    }
    if (typeof value !== 'object' || value === null) return null;
    if (depth === deepest) return { field, code: 'too-deep', message: `is nested deeper than ${deepest} levels` };
    const named = !Array.isArray(value);
    for (const [key, item] of Object.entries(value)) {
      values += 1;
      if (values > mostValues) return { field, code: 'too-many', message: `makes more than ${mostValues} values` };
      if (named && poisonous.has(key))
        return { field: inside(field, key), code: 'unknown-field', message: 'is not a field' };
      if (named && unstorable.test(key)) {
        return { field, code: 'invalid-text', message: 'has a key with NUL or half a character' };
      }
      const flaw = walk(item, named ? inside(field, key) : `${field}[${key}]`, depth + 1);
      if (flaw) return flaw;
    }
    return null;
  };

  return walk(value, field, 0);
}
