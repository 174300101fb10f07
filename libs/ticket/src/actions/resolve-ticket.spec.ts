import {
  abe,
  assigned,
  closed,
  dev,
  mo,
  moved,
  nate,
  nora,
  opened,
  pat,
  paul,
  preset,
  resolved,
  reopened,
  system,
  uma,
} from '../../test/desk.js';
import { given, later } from '../../test/given.js';

const ask = (notes?: string) => ({ type: 'ResolveTicket', data: { notes } }) as const;

describe('ResolveTicket', () => {
  it('is for the desk, with notes or without [LIFE-15]', () => {
    for (const by of [abe, dev, pat, system])
      given(opened())
        .when({ ...ask(), by })
        .then(resolved());
    given(opened(), moved('waiting')).when(ask(' Put out ')).then(resolved('waiting', 'Put out'));
  });
  it('is for the requester, not for their colleagues [LIFE-14]', () => {
    given(opened())
      .when({ ...ask(), by: nora })
      .then(resolved());
    given(opened({ requesterId: 'paul' }))
      .when({ ...ask(), by: paul })
      .then(resolved());
    given(opened())
      .when({ ...ask(), by: nate })
      .rejects('not-allowed');
    given(opened())
      .when({ ...ask(), by: paul })
      .rejects('not-allowed');
  });
  it.each(['portal', 'itdesk', 'licence'] as const)('is not for the requester in %s [LIFE-13]', (name) => {
    const policy = preset(name);
    const first = policy.initialStatus === 'new' ? ({} as const) : ({ status: 'open', state: 'open' } as const);
    given(opened({ ...first, requesterId: 'uma' }))
      .when({ ...ask(), by: uma, policy })
      .rejects('transition-not-allowed');
  });
  it('changes nothing twice', () => given(opened(), resolved()).when(ask('again')).then());
  it('stamps the moment; a reopening clears it and the next resolution stamps anew [LIFE-16]', () => {
    const at = later(5);
    expect(given(opened(), { ...resolved(), at }).state).toMatchObject({
      resolvedAt: at,
      clockFrom: at,
      generation: 1n,
    });
    expect(given(opened(), resolved(), reopened()).state).not.toHaveProperty('resolvedAt');
    const again = given(opened(), resolved(), reopened(), { ...resolved(), at }).state;
    expect(again).toMatchObject({ resolvedAt: at, generation: 3n });
  });
  it('from Closed asks for the reason that notes are not', () =>
    given(opened(), resolved(), closed()).when(ask('really')).rejects('reason-required'));
  it('in the strict preset only from In Progress [LIFE-04]', () => {
    const policy = preset('social');
    given(opened())
      .when({ ...ask(), by: mo, policy })
      .rejects('transition-not-allowed');
    given(opened(), moved('in_progress'), assigned({ userId: 'mo' }))
      .when({ ...ask(), by: mo, policy })
      .then(resolved('in_progress'));
  });
});
