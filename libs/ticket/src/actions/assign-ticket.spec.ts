import {
  abe,
  ada,
  assigned,
  billing,
  closed,
  dev,
  moved,
  nora,
  opened,
  pat,
  preset,
  resolved,
} from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = (data: { userId?: string | null; groupId?: string | null }) => ({ type: 'AssignTicket', data }) as const;
const mine = assigned({ userId: 'abe', groupId: 'desk' });

describe('AssignTicket', () => {
  it('gives it to a user, a group, or a user inside a group [ASGN-01]', () => {
    given(opened())
      .when(ask({ userId: 'amy' }))
      .then(assigned({ userId: 'amy' }));
    given(opened())
      .when(ask({ groupId: 'desk' }))
      .then(assigned({ groupId: 'desk' }));
    given(opened())
      .when(ask({ userId: 'amy', groupId: 'desk' }))
      .then(assigned({ userId: 'amy', groupId: 'desk' }));
  });
  it('replaces both, and tells who had it', () =>
    given(opened(), mine)
      .when(ask({ userId: 'amy' }))
      .then(assigned({ userId: 'amy' }, { userId: 'abe', groupId: 'desk' })));
  it('with neither leaves it to nobody', () => {
    given(opened(), mine)
      .when(ask({}))
      .then({ type: 'TicketUnassigned', data: { from: { userId: 'abe', groupId: 'desk' } } });
    given(opened()).when(ask({})).then();
  });
  it('changes nothing twice', () =>
    given(opened(), mine)
      .when(ask({ userId: 'abe', groupId: 'desk' }))
      .then());
  it('is for staff and keyed programs, not for requesters or partners [ASGN-02]', () => {
    for (const by of [abe, ada, dev, billing])
      given(opened())
        .when({ ...ask({ userId: 'amy' }), by })
        .thenLike({});
    for (const by of [nora, pat])
      given(opened())
        .when({ ...ask({ userId: 'amy' }), by })
        .rejects('not-allowed');
  });
  it('is refused where closed is the end [LIFE-07]', () => {
    const history = [opened(), moved('in_progress'), resolved('in_progress'), closed()];
    given(...history)
      .when({ ...ask({ userId: 'amy' }), by: ada, policy: preset('social') })
      .rejects('ticket-closed');
    given(...history)
      .when(ask({ userId: 'amy' }))
      .thenLike({ type: 'TicketAssigned' });
  });
});
