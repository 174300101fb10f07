import { nora, opened } from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = (tag: string) => ({ type: 'UntagTicket', data: { tag } }) as const;

describe('UntagTicket', () => {
  it('takes the tag off, however it is written [TAGS-01] [TAGS-05]', () =>
    given(opened({ tags: ['vip', 'hot'] }))
      .when(ask(' VIP '))
      .then({ type: 'TagRemoved', data: { tag: 'vip' } }));
  it('changes nothing when it is not there', () => given(opened()).when(ask('vip')).then());
  it('is for staff [TAGS-01]', () =>
    given(opened({ tags: ['vip'] }))
      .when({ ...ask('vip'), by: nora })
      .rejects('not-allowed'));
});
