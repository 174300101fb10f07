import { audra, nora, opened, paul } from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = (userId: string) => ({ type: 'AddRecipient', data: { userId } }) as const;

describe('AddRecipient', () => {
  it('adds one, by either side [RCPT-05]', () => {
    for (const by of [nora, paul]) {
      given(opened())
        .when({ ...ask('nate'), by })
        .then({ type: 'RecipientAdded', data: { userId: 'nate' } });
    }
    given(opened()).when(ask('nate')).thenLike({ type: 'RecipientAdded' });
    given(opened())
      .when({ ...ask('nate'), by: audra })
      .rejects('not-allowed');
  });
  it('changes nothing twice', () => given(opened()).when(ask('nora')).then());
  it('stops at the most there may be [RCPT-02]', () =>
    given(opened({ recipients: ['nora', 'a', 'b', 'c', 'd'] }))
      .when(ask('e'))
      .rejects('recipient-limit'));
});
