import { parseJsonBody } from './json-body.js';
import { Problem } from './problem.js';

const refusalOf = (text: string | Buffer): Problem => {
  try {
    parseJsonBody(Buffer.from(text));
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('it was accepted');
};
const fieldOf = (text: string) => refusalOf(text).body.errors?.[0]?.field;

it('takes an empty body for the empty object', () => {
  expect(parseJsonBody(Buffer.alloc(0))).toEqual({});
});

it.each([
  ['NUL', '{"a":{"b":["x","\\u0000"]}}', 'a.b[1]'],
  ['a lone surrogate', '{"subject":"\\ud800"}', 'subject'],
  ['a lone surrogate the other way round', '{"subject":"\\udc00\\ud800"}', 'subject'],
  ['a key with NUL', '{"a":{"b\\u0000":1}}', 'a'],
  ['__proto__', '{"a":{"__proto__":{"x":1}}}', 'a.__proto__'],
  ['__proto__ in escapes', '{"\\u005f_proto__":1}', '__proto__'],
  ['a number beyond 2^53', '{"a":[1,9007199254740993]}', 'a[1]'],
  ['a number beyond all', '{"a":{"b":1e999}}', 'a.b'],
  ['constructor', '{"constructor":{"prototype":{"x":1}}}', 'constructor'],
])('names the field with %s', (_, text, field) => {
  expect(fieldOf(text)).toBe(field);
});

it('keeps the last of two values of one name, as every reader of JSON here does', () => {
  expect(parseJsonBody(Buffer.from('{"a":1,"a":2}'))).toEqual({ a: 2 });
});

it('lets whole characters beyond the basic plane pass', () => {
  expect(parseJsonBody(Buffer.from('{"subject":"😀"}'))).toEqual({ subject: '😀' });
});

it('refuses nesting that nobody writes, however deep', () => {
  const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
  expect(refusalOf(deep).body).toMatchObject({ status: 400, errors: [{ code: 'too-deep' }] });
});

it('refuses a crowd of values before each of them is looked at', () => {
  const crowd = JSON.stringify({ references: Array.from({ length: 10_001 }, () => ({})) });
  expect(refusalOf(crowd).body).toMatchObject({ status: 400, errors: [{ field: 'references', code: 'too-many' }] });
});

it.each([
  ['truncated', '{"a":'],
  ['no JSON', 'a=b'],
  ['a bare NaN', '{"a":NaN}'],
  ['no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
])('calls a body malformed that is %s', (_, text) => {
  expect(refusalOf(text).body).toMatchObject({ status: 400, code: 'malformed-json' });
});

it.each(['[]', '"text"', 'null', '1'])('wants an object, not %s', (text) => {
  expect(refusalOf(text).body).toMatchObject({ status: 400, code: 'validation-failed' });
});
