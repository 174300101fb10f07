import { abe, nate, nora, note, opened, reply } from '../../test/desk.js';
import { given, later, minute } from '../../test/given.js';

const ask = { type: 'DeleteReply', data: { replyId: 'r-1' } } as const;
const deleted = { type: 'ReplyDeleted', data: { replyId: 'r-1' } } as const;
const hers = [opened(), { ...reply('r-1', { side: 'requester' }), by: { id: 'nora' } }] as const;

describe('DeleteReply', () => {
  it('is for the author inside the window and for staff at any time [EDIT-01] [EDIT-02]', () => {
    given(...hers)
      .when({ ...ask, by: nora })
      .then(deleted);
    given(...hers)
      .when({ ...ask, by: nora, at: later(15 * minute) })
      .rejects('edit-window-over');
    given(...hers)
      .when({ ...ask, by: abe, at: later(99 * minute) })
      .then(deleted);
    given(...hers)
      .when({ ...ask, by: nate })
      .rejects('not-allowed');
  });
  it('happens once; whoever may know of it hears that it is so, others find nothing [EDIT-03]', () => {
    given(...hers, deleted)
      .when({ ...ask, by: abe })
      .then();
    given(...hers, deleted)
      .when({ ...ask, by: nora })
      .then();
    given(...hers, deleted)
      .when({ ...ask, by: nate })
      .rejects('reply-not-found');
  });
  it('hides notes from requesters', () =>
    given(opened(), note('r-1'))
      .when({ ...ask, by: nora })
      .rejects('reply-not-found'));
});
