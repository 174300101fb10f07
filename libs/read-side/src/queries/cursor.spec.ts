import { openCursor, sealCursor, type CursorBinding } from './cursor.js';

const secret = new Uint8Array(32).fill(7);
const binding: CursorBinding = {
  list: 'tickets',
  tenant: 'acme',
  caller: 'abe',
  filters: { state: ['new'], view: 'open' },
  sort: 'updatedAt desc',
};
const key = ['2026-01-01 00:00:00+00', '0b7f7a3e-0000-4000-8000-000000000001'] as const;
const refused = expect.objectContaining({ code: 'bad-cursor' });

describe('a cursor', () => {
  it('opens for the list it was sealed for, however its filters are written', () => {
    const cursor = sealCursor(secret, binding, key);
    expect(openCursor(secret, { ...binding, filters: { view: 'open', state: ['new'] } }, cursor)).toEqual(key);
  });

  it.each<[string, Partial<CursorBinding>]>([
    ['another list', { list: 'thread' }],
    ['another tenant', { tenant: 'globex' }],
    ['another caller', { caller: 'amy' }],
    ['other filters', { filters: { state: ['new'], view: 'all' } }],
    ['another sort', { sort: 'updatedAt asc' }],
  ])('does not open for %s', (_, change) => {
    const cursor = sealCursor(secret, binding, key);
    expect(() => openCursor(secret, { ...binding, ...change }, cursor)).toThrow(refused);
  });

  it('does not open when any one of its characters is another', () => {
    const cursor = sealCursor(secret, binding, key);
    for (let place = 0; place < cursor.length; place += 1) {
      const other = cursor[place] === 'A' ? 'B' : 'A';
      const tampered = cursor.slice(0, place) + other + cursor.slice(place + 1);
      expect(() => openCursor(secret, binding, tampered)).toThrow(refused);
    }
  });

  it.each(['', '.', 'a', 'a.b', 'a.b.c', '\0', `${'x'.repeat(10_000)}.y`])('does not open from %j', (cursor) => {
    expect(() => openCursor(secret, binding, cursor)).toThrow(refused);
  });

  it('does not open under another secret, nor with something appended', () => {
    const cursor = sealCursor(secret, binding, key);
    expect(() => openCursor(new Uint8Array(32).fill(8), binding, cursor)).toThrow(refused);
    expect(() => openCursor(secret, binding, `${cursor}.x`)).toThrow(refused);
    expect(() => openCursor(secret, binding, `${cursor}=`)).toThrow(refused);
  });
});
