import { nora, opened } from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = (id: string) => ({ type: 'RemoveReference', data: { kind: 'call', id } }) as const;
const history = opened({
  references: [
    { kind: 'call', id: 'c-1' },
    { kind: 'order', id: 'c-1' },
  ],
});

describe('RemoveReference', () => {
  it('detaches that one [CALL-05]', () => {
    given(history)
      .when(ask('c-1'))
      .then({ type: 'ReferenceRemoved', data: { kind: 'call', id: 'c-1' } });
    const { state } = given(history, { type: 'ReferenceRemoved', data: { kind: 'call', id: 'c-1' } });
    expect(state).toMatchObject({ references: [{ kind: 'order', id: 'c-1' }] });
  });
  it('changes nothing when it is not there', () => given(history).when(ask('c-2')).then());
  it('is not for customers', () =>
    given(history)
      .when({ ...ask('c-1'), by: nora })
      .rejects('not-allowed'));
});
