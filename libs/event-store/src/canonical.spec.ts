import * as fc from 'fast-check';
import canonicalize from 'canonicalize';
import { canonicalJson } from './canonical.js';

describe('the canonical form', () => {
  it('is what the library writes, for anything JSON can hold', () => {
    const anything = fc.object({
      key: fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.nat().map(String), fc.constant('__proto__')),
      values: [
        fc.string({ unit: 'grapheme' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
      ],
      withNullPrototype: false,
    });
    fc.assert(
      fc.property(anything, (value) => expect(canonicalJson(value)).toBe(canonicalize(value))),
      { numRuns: 2_000 },
    );
  });

  it('leaves out what is undefined, and keeps the order of numbers and signs as the standard has it', () => {
    for (const value of [
      { b: undefined, a: 1 },
      { a: [undefined, 1] },
      { '10': 1, '9': 2 },
      { '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4, '\ufb33': 5 },
      { n: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0] },
      JSON.parse('{"__proto__":{"b":1,"a":2}}') as object,
    ])
      expect(canonicalJson(value)).toBe(canonicalize(value));
  });

  it('does not exist for half a pair of characters or a number that is none', () => {
    for (const value of [{ a: '\ud800' }, { '\udc00': 1 }, { a: Number.NaN }, [{ a: [Infinity] }]])
      expect(() => canonicalJson(value)).toThrow();
  });
});
