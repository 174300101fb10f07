import { nora, opened, pat, unified } from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = (tag: string) => ({ type: 'TagTicket', data: { tag } }) as const;

describe('TagTicket', () => {
  it('stores the name trimmed and lower-case [TAGS-02]', () => {
    given(opened())
      .when(ask('  Paper JAM '))
      .then({ type: 'TagAdded', data: { tag: 'paper jam' } });
    given(opened())
      .when(ask('Cafe\u0301'))
      .then({ type: 'TagAdded', data: { tag: 'caf\u00e9' } });
  });
  it('takes names that are then equal for the same tag [TAGS-02]', () =>
    given(opened({ tags: ['vip'] }))
      .when(ask(' VIP'))
      .then());
  it('refuses no name and a very long one [TAGS-03]', () => {
    given(opened()).when(ask('  ')).rejects('required', 'tag');
    given(opened())
      .when(ask('x'.repeat(51)))
      .rejects('unknown-value', 'tag');
    given(opened())
      .when(ask('x'.repeat(50)))
      .thenLike({ type: 'TagAdded' });
  });
  it('refuses a tag out of use, unless the ticket has it [TAGS-04]', () => {
    const policy = { ...unified, tags: { old: { active: false }, vip: { active: true } } };
    given(opened())
      .when({ ...ask(' OLD'), policy })
      .rejects('tag-inactive', 'tag');
    given(opened())
      .when({ ...ask('vip'), policy })
      .thenLike({ type: 'TagAdded' });
    given(opened())
      .when({ ...ask('constructor'), policy })
      .thenLike({ type: 'TagAdded' });
    given(opened({ tags: ['old'] }))
      .when({ ...ask('old'), policy })
      .then();
  });
  it('is for staff [TAGS-01]', () => {
    for (const by of [nora, pat])
      given(opened())
        .when({ ...ask('vip'), by })
        .rejects('not-allowed');
  });
  it('stops at fifty', () => {
    const tags = Array.from({ length: 50 }, (_, index) => `tag-${index}`);
    given(opened({ tags })).when(ask('one-more')).rejects('tag-limit');
    given(opened({ tags })).when(ask('tag-7')).then();
  });
});
