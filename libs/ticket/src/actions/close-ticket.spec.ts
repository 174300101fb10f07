import { abe, ada, closed, mo, nora, opened, pat, preset, resolved } from '../../test/desk.js';
import { given, noon } from '../../test/given.js';

const ask = (reason?: string) => ({ type: 'CloseTicket', data: { reason } }) as const;

describe('CloseTicket', () => {
  it('closes a resolved ticket before its time [REOP-16] [LIFE-12]', () => {
    for (const by of [abe, ada, pat])
      given(opened(), resolved())
        .when({ ...ask(), by })
        .then(closed());
  });
  it('is not for requesters', () =>
    given(opened(), resolved())
      .when({ ...ask(), by: nora })
      .rejects('not-allowed'));
  it('of an open ticket needs a reason, and is for staff only', () => {
    given(opened()).when(ask(' ')).rejects('reason-required', 'reason');
    given(opened())
      .when(ask('spam'))
      .thenLike({ type: 'TicketClosed', data: { from: 'new', reason: 'spam' } });
    given(opened())
      .when({ ...ask('spam'), by: pat })
      .rejects('transition-not-allowed');
  });
  it('changes nothing twice', () => given(opened(), resolved(), closed()).when(ask()).then());
  it('stamps closedAt and keeps resolvedAt, if there was one [LIFE-16]', () => {
    expect(given(opened(), resolved(), closed()).state).toMatchObject({ resolvedAt: noon, closedAt: noon });
    const directly = { ...closed(), data: { ...closed().data, from: 'new', fromState: 'new' } } as const;
    expect(given(opened(), directly).state).toMatchObject({ resolvedAt: null, closedAt: noon });
  });
  it('by hand is for admins at the IT desk, for nobody in self-service [LIFE-12]', () => {
    given(opened(), resolved())
      .when({ ...ask(), by: abe, policy: preset('itdesk') })
      .rejects('transition-not-allowed');
    given(opened(), resolved())
      .when({ ...ask(), by: ada, policy: preset('itdesk') })
      .then(closed());
    given(opened(), resolved('open'))
      .when({ ...ask(), by: ada, policy: preset('selfserve') })
      .rejects('transition-not-allowed');
  });
  it('in the strict preset only from Resolved [LIFE-05]', () =>
    given(opened())
      .when({ ...ask('x'), by: mo, policy: preset('social') })
      .rejects('transition-not-allowed'));
});
