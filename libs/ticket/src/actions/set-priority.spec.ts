import { abe, ada, dev, nora, opened, pat, preset } from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = (priority: 'critical' | 'normal') => ({ type: 'SetPriority', data: { priority } }) as const;

describe('SetPriority', () => {
  it('is for staff, on the full scale, with old and new told [PRIO-03] [PRIO-04]', () => {
    for (const by of [abe, ada, dev]) {
      given(opened())
        .when({ ...ask('critical'), by })
        .then({ type: 'PriorityChanged', data: { from: 'normal', to: 'critical' } });
    }
    for (const by of [nora, pat])
      given(opened())
        .when({ ...ask('critical'), by })
        .rejects('not-allowed');
  });
  it('changes nothing twice', () => given(opened()).when(ask('normal')).then());
  it('knows what the tenant uses [PRIO-01]', () =>
    given(opened({ priority: 'low' }))
      .when({ ...ask('normal'), policy: preset('itdesk') })
      .rejects('not-selectable', 'priority'));
});
