import { catalogue, nora, opened, pat } from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = (values: Record<string, string | number | null>) =>
  ({ type: 'SetCustomFields', data: { values }, policy: catalogue() }) as const;
const printer = { categoryId: 'hardware', typeId: 'printer', itemId: 'laser' };
const set = (fieldId: string, from: string | number | null, to: string | number | null) =>
  ({ type: 'CustomFieldSet', data: { fieldId, from, to } }) as const;

describe('SetCustomFields', () => {
  it('takes each type as it is meant [CFLD-01] [CFLD-07]', () =>
    given(opened(printer))
      .when(ask({ serial: ' X-1 ', pages: '120', tray: 'upper' }))
      .then(set('serial', null, 'X-1'), set('pages', null, 120), set('tray', null, 'upper')));
  it('refuses what the type does not take [CFLD-07]', () => {
    given(opened(printer))
      .when(ask({ pages: 'many' }))
      .rejects('not-a-number', 'values.pages');
    given(opened(printer))
      .when(ask({ tray: 'middle' }))
      .rejects('not-an-option', 'values.tray');
    given(opened(printer))
      .when(ask({ serial: 5 }))
      .rejects('unknown-value', 'values.serial');
  });
  it('clears with nothing, and changes nothing twice [CFLD-07]', () => {
    const history = opened({ ...printer, customFields: { serial: 'X-1', pages: 3 } });
    given(history)
      .when(ask({ serial: '', pages: null }))
      .then(set('serial', 'X-1', null), set('pages', 3, null));
    given(history)
      .when(ask({ serial: 'X-1', pages: '3', tray: null }))
      .then();
  });
  it('gives a field out of use no new value, but lets it be cleared or stay [CFLD-07] [CFLD-08]', () => {
    const history = opened({ ...printer, customFields: { old: 'kept' } });
    given(history)
      .when(ask({ old: 'new' }))
      .rejects('inactive-field', 'values.old');
    given(history)
      .when(ask({ old: 'kept' }))
      .then();
    given(history)
      .when(ask({ old: null }))
      .then(set('old', 'kept', null));
  });
  it('knows which fields the classification carries [CFLD-04]', () => {
    given(opened())
      .when(ask({ serial: 'X-1' }))
      .rejects('unknown-field', 'values.serial');
    given(opened(printer))
      .when(ask({ lost: 'x' }))
      .rejects('unknown-field', 'values.lost');
    given(opened(printer))
      .when(ask({ constructor: 'x' }))
      .rejects('unknown-field', 'values.constructor');
    given(opened({ customFields: { serial: 'X-1' } }))
      .when(ask({ serial: 'X-2' }))
      .then(set('serial', 'X-1', 'X-2'));
  });
  it('is for staff [CFLD-06]', () => {
    for (const by of [nora, pat])
      given(opened(printer))
        .when({ ...ask({ serial: 'X' }), by })
        .rejects('not-allowed');
  });
});
