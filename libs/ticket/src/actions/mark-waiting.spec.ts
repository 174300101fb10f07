import { ada, moved, nora, opened, pat, preset, resolved } from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = (reason?: string) => ({ type: 'MarkWaiting', data: { reason } }) as const;

describe('MarkWaiting', () => {
  it('waits for the requester, with a reason or without', () => {
    given(opened()).when(ask()).then(moved('waiting'));
    given(opened())
      .when(ask(' Which printer? '))
      .thenLike({ data: { to: 'waiting', reason: 'Which printer?' } });
    given(opened(), moved('in_progress'))
      .when({ ...ask(), by: pat })
      .then(moved('waiting', 'in_progress'));
  });
  it('changes nothing twice', () => given(opened(), moved('waiting')).when(ask()).then());
  it('is not for requesters', () =>
    given(opened())
      .when({ ...ask(), by: nora })
      .rejects('not-allowed'));
  it('from Resolved needs a reason', () => {
    given(opened(), resolved()).when(ask()).rejects('reason-required', 'reason');
    given(opened(), resolved())
      .when(ask('not yet'))
      .thenLike({ type: 'TicketReopened', data: { to: 'waiting' } });
  });
  it('finds the status that stands for waiting under whatever name [STAT-02] [STAT-10]', () =>
    given(opened())
      .when({ ...ask(), by: ada, policy: preset('itdesk') })
      .thenLike({ data: { to: 'pending', toState: 'waiting' } }));
});
