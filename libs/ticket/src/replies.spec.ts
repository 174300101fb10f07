import { Replies, type Reply } from './replies.js';

const reply = (authorId: string): Reply => ({
  kind: 'reply',
  authorId,
  at: '2026-03-01T12:00:00.000Z',
  deleted: false,
});

describe('Replies', () => {
  it('holds hundreds, each in its latest state and in the order written', () => {
    let replies = Replies.none;
    for (let index = 0; index < 300; index += 1) replies = replies.with(`r-${index}`, reply('a'));
    replies = replies.with('r-7', { ...reply('a'), deleted: true });
    expect(replies.size).toBe(300);
    expect(replies.get('r-7')).toMatchObject({ deleted: true });
    expect(replies.get('r-299')).toMatchObject({ deleted: false });
    expect(replies.get('r-300')).toBeUndefined();
    expect(replies.entries().map(([id]) => id)).toEqual(Array.from({ length: 300 }, (_, index) => `r-${index}`));
    expect(replies.entries()[7]?.[1].deleted).toBe(true);
  });
  it('leaves earlier versions as they were', () => {
    const one = Replies.none.with('r-1', reply('a'));
    one.with('r-2', reply('b'));
    one.with('r-1', reply('c'));
    expect(one.entries()).toEqual([['r-1', reply('a')]]);
  });
});
