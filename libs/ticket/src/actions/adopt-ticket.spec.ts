import { abe, ada, opened } from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = { type: 'AdoptTicket', data: {}, by: ada } as const;
const imported = { ...opened(), origin: 'import' } as const;

describe('AdoptTicket', () => {
  it('makes an imported ticket live', () => {
    expect(given(imported).state).toMatchObject({ live: false });
    given(imported).when(ask).then({ type: 'TicketAdopted', data: {} });
    expect(given(imported, { type: 'TicketAdopted', data: {} }).state).toMatchObject({ live: true });
  });
  it('changes nothing for a live one', () => given(opened()).when(ask).then());
  it('is for whoever imports', () =>
    given(imported)
      .when({ ...ask, by: abe })
      .rejects('not-allowed'));
});
