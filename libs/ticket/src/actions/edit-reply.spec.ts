import { abe, amy, billing, dev, nate, nora, note, opened, pat, preset, reply } from '../../test/desk.js';
import { day, given, later, minute } from '../../test/given.js';

const ask = { type: 'EditReply', data: { replyId: 'r-1', body: ' Better ' } } as const;
const edited = { type: 'ReplyEdited', data: { replyId: 'r-1', body: 'Better' } } as const;
const hers = [opened(), { ...reply('r-1', { side: 'requester' }), by: { id: 'nora' } }] as const;

describe('EditReply', () => {
  it('is for the author inside the window, whose end is outside [EDIT-01]', () => {
    given(...hers)
      .when({ ...ask, by: nora })
      .then(edited);
    given(...hers)
      .when({ ...ask, by: nora, at: later(15 * minute - 1) })
      .then(edited);
    given(...hers)
      .when({ ...ask, by: nora, at: later(15 * minute) })
      .rejects('edit-window-over');
  });
  it("is for nobody else's reply, but for staff of any, at any time [EDIT-02]", () => {
    for (const by of [nate, pat])
      given(...hers)
        .when({ ...ask, by })
        .rejects('not-allowed');
    given(...hers)
      .when({ ...ask, by: abe, at: later(99 * day) })
      .then(edited);
  });
  it('lets developers edit their own without limit and no others', () => {
    given(opened(), { ...reply('r-1'), by: { id: 'dev' } })
      .when({ ...ask, by: dev, at: later(99 * day) })
      .then(edited);
    given(opened(), reply('r-1'))
      .when({ ...ask, by: dev })
      .rejects('not-allowed');
    given(opened(), reply('r-1'))
      .when({ ...ask, by: billing })
      .rejects('not-allowed');
  });
  it('has no window where the policy gives none [RPLY-18]', () =>
    given(...hers)
      .when({ ...ask, by: nora, policy: preset('portal') })
      .rejects('edit-window-over'));
  it('does not find what is not there, is deleted, or is a note for a requester', () => {
    given(opened()).when(ask).rejects('reply-not-found');
    given(opened(), note('r-1'))
      .when({ ...ask, by: nora })
      .rejects('reply-not-found');
    given(...hers, { type: 'ReplyDeleted', data: { replyId: 'r-1' } })
      .when({ ...ask, by: amy })
      .rejects('reply-not-found');
  });
  it('keeps a note a note [EDIT-06]', () => {
    const { state } = given(opened(), note('r-1'), edited);
    expect(state).toMatchObject({ state: 'new' });
    expect('replies' in state && state.replies.get('r-1')).toMatchObject({ kind: 'note' });
  });
  it('says something', () =>
    given(...hers)
      .when({ ...ask, data: { replyId: 'r-1', body: '' } })
      .rejects('required'));
});
