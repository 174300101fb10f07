import { nora, opened } from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = (userId: string) => ({ type: 'RemoveRecipient', data: { userId } }) as const;

describe('RemoveRecipient', () => {
  it('removes one, by either side [RCPT-05]', () =>
    given(opened({ recipients: ['nora', 'nate'] }))
      .when({ ...ask('nora'), by: nora })
      .then({ type: 'RecipientRemoved', data: { userId: 'nora' } }));
  it('leaves the last [RCPT-08]', () => given(opened()).when(ask('nora')).rejects('last-recipient'));
  it('changes nothing when they are none', () => given(opened()).when(ask('nate')).then());
});
