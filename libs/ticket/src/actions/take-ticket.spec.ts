import { amy, assigned, billing, nora, opened } from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = { type: 'TakeTicket', data: {} } as const;

describe('TakeTicket', () => {
  it('takes what nobody has, also from a group, which keeps it [ASGN-04]', () => {
    given(opened())
      .when(ask)
      .then(assigned({ userId: 'abe' }));
    given(opened(), assigned({ groupId: 'desk' }))
      .when(ask)
      .then(assigned({ userId: 'abe', groupId: 'desk' }, { groupId: 'desk' }));
  });
  it('is a conflict for the second taker and nothing for the first [ASGN-04]', () => {
    given(opened(), assigned({ userId: 'abe' }))
      .when({ ...ask, by: amy })
      .rejects('already-assigned');
    given(opened(), assigned({ userId: 'abe' }))
      .when(ask)
      .then();
  });
  it('is for people of the desk', () => {
    for (const by of [nora, billing])
      given(opened())
        .when({ ...ask, by })
        .rejects('not-allowed');
  });
});
