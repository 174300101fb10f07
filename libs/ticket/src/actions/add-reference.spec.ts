import { nora, opened, pat, unified } from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = (kind: string, id: string) => ({ type: 'AddReference', data: { kind, id } }) as const;
const calls = (count: number, kind = 'call') => Array.from({ length: count }, (_, index) => ({ kind, id: `${index}` }));

describe('AddReference', () => {
  it('attaches, by scoped support roles [CALL-05]', () => {
    given(opened())
      .when(ask('call', ' c-1 '))
      .then({ type: 'ReferenceAdded', data: { kind: 'call', id: 'c-1' } });
    given(opened())
      .when({ ...ask('call', 'c-1'), by: pat })
      .thenLike({ type: 'ReferenceAdded' });
    given(opened())
      .when({ ...ask('call', 'c-1'), by: nora })
      .rejects('not-allowed');
  });
  it('counts repeats once [CALL-02]', () =>
    given(opened({ references: calls(5) }))
      .when(ask('call', '3'))
      .then());
  it('stops at five calls, or at what the policy says of the kind [CALL-01] [CALL-11]', () => {
    given(opened({ references: calls(5) }))
      .when(ask('call', 'x'))
      .rejects('reference-limit');
    given(opened({ references: calls(5) }))
      .when(ask('order', 'x'))
      .thenLike({ type: 'ReferenceAdded' });
    const policy = { ...unified, references: { limits: { order: 1 } } };
    given(opened({ references: calls(1, 'order') }))
      .when({ ...ask('order', 'x'), policy })
      .rejects('reference-limit');
    given(opened({ references: calls(5) }))
      .when({ ...ask('call', 'x'), policy })
      .rejects('reference-limit');
    given(opened({ references: calls(9) }))
      .when({ ...ask('call', 'x'), policy: { ...unified, references: { limits: { call: 10 } } } })
      .thenLike({ type: 'ReferenceAdded' });
  });
  it('stops at twenty in all', () =>
    given(opened({ references: calls(20, 'order') }))
      .when(ask('call', 'x'))
      .rejects('reference-limit'));
  it('has kind and id', () => {
    given(opened()).when(ask('', 'x')).rejects('required', 'kind');
    given(opened()).when(ask('call', ' ')).rejects('required', 'id');
    given(opened()).when(ask('constructor', 'x')).thenLike({ type: 'ReferenceAdded' });
  });
});
