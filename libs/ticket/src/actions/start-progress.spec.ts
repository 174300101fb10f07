import { abe, ada, amy, assigned, billing, mo, moved, nora, opened, pat, preset, resolved } from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = (assigneeId?: string) => ({ type: 'StartProgress', data: assigneeId ? { assigneeId } : {} }) as const;

describe('StartProgress', () => {
  it('moves the ticket and gives it to whoever starts [LIFE-03] [ASGN-10]', () =>
    given(opened())
      .when(ask())
      .then(moved('in_progress'), assigned({ userId: 'abe' })));
  it('or to the user named [LIFE-03]', () =>
    given(opened())
      .when(ask('amy'))
      .then(moved('in_progress'), assigned({ userId: 'amy' })));
  it('leaves the user it has and keeps the group', () => {
    given(opened({ assignee: { userId: 'amy', groupId: null } }))
      .when(ask())
      .then(moved('in_progress'));
    given(opened({ assignee: { userId: null, groupId: 'desk' } }))
      .when(ask())
      .then(moved('in_progress'), assigned({ userId: 'abe', groupId: 'desk' }, { groupId: 'desk' }));
  });
  it('happens once: the second starter changes nothing', () => {
    const history = [opened(), moved('in_progress'), assigned({ userId: 'abe' })];
    given(...history)
      .when({ ...ask(), by: amy })
      .then();
    given(...history)
      .when({ ...ask('amy'), by: amy })
      .then();
  });
  it('finds somebody for a ticket in progress that nobody holds', () =>
    given(opened(), moved('in_progress'))
      .when(ask())
      .then(assigned({ userId: 'abe' })));
  it('is not for requesters; naming somebody needs the right to assign', () => {
    given(opened())
      .when({ ...ask(), by: nora })
      .rejects('not-allowed');
    given(opened())
      .when({ ...ask('abe'), by: pat })
      .rejects('field-not-allowed', 'assigneeId');
  });
  it('assigns nobody who cannot hold tickets', () => {
    given(opened())
      .when({ ...ask(), by: pat })
      .then(moved('in_progress'));
    given(opened())
      .when({ ...ask(), by: billing })
      .then(moved('in_progress'));
  });
  it('in the strict preset is for admins and moderators, from New only [LIFE-03]', () => {
    const policy = preset('social');
    for (const by of [mo, ada])
      given(opened())
        .when({ ...ask(), by, policy })
        .thenLike(moved('in_progress'), {});
    given(opened())
      .when({ ...ask(), by: abe, policy })
      .rejects('transition-not-allowed');
    given(opened(), resolved())
      .when({ ...ask(), by: mo, policy })
      .rejects('transition-not-allowed');
  });
  it('needs a status that stands for it', () =>
    given(opened({ status: 'open', state: 'open' }))
      .when({ ...ask(), by: ada, policy: preset('portal') })
      .rejects('transition-not-allowed'));
});
