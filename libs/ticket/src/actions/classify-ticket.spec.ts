import { catalogue, dev, nora, opened, pat } from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = (data: { categoryId: string | null; typeId?: string; itemId?: string }) =>
  ({ type: 'ClassifyTicket', data, policy: catalogue() }) as const;
const nothing = { categoryId: null, typeId: null, itemId: null };
const printer = { categoryId: 'hardware', typeId: 'printer', itemId: 'laser' };

describe('ClassifyTicket', () => {
  it('names one to three levels [CATG-03] [CATG-09]', () => {
    given(opened())
      .when(ask(printer))
      .then({ type: 'TicketReclassified', data: { from: nothing, to: printer } });
    given(opened())
      .when(ask({ categoryId: 'hardware' }))
      .thenLike({ data: { to: { ...nothing, categoryId: 'hardware' } } });
  });
  it('clears the levels that are not named [CATG-04]', () =>
    given(opened(printer))
      .when(ask({ categoryId: 'software' }))
      .thenLike({ data: { to: { ...nothing, categoryId: 'software' } } }));
  it('refuses triples that do not belong together [CATG-04]', () => {
    given(opened())
      .when(ask({ categoryId: 'software', typeId: 'printer' }))
      .rejects('wrong-parent', 'typeId');
    given(opened())
      .when(ask({ categoryId: 'hardware', itemId: 'laser' }))
      .rejects('wrong-parent', 'itemId');
    given(opened())
      .when(ask({ categoryId: 'lost' }))
      .rejects('unknown-value', 'categoryId');
  });
  it('is for agents and partner admins, not for developers or requesters [CATG-09]', () => {
    given(opened())
      .when({ ...ask(printer), by: pat })
      .thenLike({ type: 'TicketReclassified' });
    for (const by of [nora, dev])
      given(opened())
        .when({ ...ask(printer), by })
        .rejects('not-allowed');
  });
  it('offers archived entries to the desk only [CATG-06]', () => {
    given(opened())
      .when(ask({ categoryId: 'fax' }))
      .thenLike({ type: 'TicketReclassified' });
    given(opened())
      .when({ ...ask({ categoryId: 'fax' }), by: pat })
      .rejects('unknown-value', 'categoryId');
  });
  it('changes nothing twice', () => given(opened(printer)).when(ask(printer)).then());
  it('takes the category away unless every ticket must have one', () => {
    given(opened(printer))
      .when(ask({ categoryId: null }))
      .thenLike({ data: { to: nothing } });
    const policy = catalogue({ onCreate: 'required' });
    given(opened(printer))
      .when({ ...ask({ categoryId: null }), policy })
      .rejects('required', 'categoryId');
  });
});
