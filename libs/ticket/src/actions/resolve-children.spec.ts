import { billing, nora, opened, pat } from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = (...children: string[]) => ({ type: 'ResolveChildren', data: { notes: ' Fixed ', children } }) as const;

describe('ResolveChildren', () => {
  it('is one event on the parent that names each child once [LINK-08] [BULK-01]', () =>
    given(opened())
      .when(ask('t-2', 't-3', 't-2'))
      .then({ type: 'ChildrenResolveRequested', data: { notes: 'Fixed', children: ['t-2', 't-3'] } }));
  it('changes nothing without children', () => {
    given(opened()).when(ask()).then();
    given(opened()).when(ask('t-1')).then();
  });
  it('is for whoever links and resolves', () => {
    given(opened())
      .when({ ...ask('t-2'), by: billing })
      .thenLike({ type: 'ChildrenResolveRequested' });
    for (const by of [nora, pat])
      given(opened())
        .when({ ...ask('t-2'), by })
        .rejects('not-allowed');
  });
});
