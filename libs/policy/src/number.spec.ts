import { formatNumber, isNumberTemplate, mayMeet } from './number.js';

describe('numbers', () => {
  it.each([
    ['TICK-{seq}', 'TICK-1001'],
    ['OHD-{yyyy}-{seq:6}', 'OHD-2026-001001'],
    ['{seq}', '1001'],
    ['{seq:2}', '1001'],
  ])('of %s read %s [NUMB-02]', (template, number) => {
    expect(isNumberTemplate(template)).toBe(true);
    expect(formatNumber(template, 1001, '2026-12-31T23:59:59.999Z')).toBe(number);
    expect(formatNumber(template, 1001n, '2026-12-31T23:59:59.999Z')).toBe(number);
  });
  it.each([
    '',
    'TICK',
    '{yyyy}',
    '{seq}{seq}',
    '{seq}-{month}',
    'a/{seq}',
    'a {seq}',
    '{seq',
    `${'x'.repeat(30)}{seq}`,
  ])('cannot be made of %j', (template) => expect(isNumberTemplate(template)).toBe(false));
});

it.each([
  ['TICK-{seq}', 'TICK-{seq:6}', false],
  ['TICK-{seq}', 'OHD-{yyyy}-{seq:6}', false],
  ['TICK-{seq}', '{seq}', false],
  ['TICK-{seq}', 'tick-{seq:4}', false],
  ['TICK-1{seq}', 'TICK-{seq}', true],
  ['{yyyy}{seq}', '{seq}', true],
  ['{yyyy}{seq}', '{yyyy}{seq}', false],
  ['{yyyy}-{seq}', '{seq}-{yyyy}', true],
  ['2026-{seq}', '{yyyy}-{seq}', false],
])('%s and %s may meet in one number: %s [NUMB-01]', (one, other, meet) => {
  expect(mayMeet(one, other)).toBe(meet);
  expect(mayMeet(other, one)).toBe(meet);
});
