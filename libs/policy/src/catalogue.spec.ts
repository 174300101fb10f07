import { classificationFault, fieldsFor } from './catalogue.js';
import type { CustomField, TicketPolicy } from './policy.js';
import { presets } from './presets.js';

describe('catalogues', () => {
  const entry = (id: string, active = true) => ({ id, name: id, order: 1, active });
  const field = (id: string, order: number, ...on: Partial<CustomField['on'][number]>[]): CustomField => ({
    ...entry(id),
    type: 'text',
    options: [],
    order,
    filterable: false,
    on: on.map((node) => ({ categoryId: 'c', visibleOnNew: false, requiredOnNew: false, order: 1, ...node })),
  });
  const policy: TicketPolicy = {
    ...presets.unified,
    version: 0,
    classification: {
      levels: 3,
      onCreate: 'optional',
      categories: [{ ...entry('c'), types: [{ ...entry('t', false), items: [entry('i')] }] }],
    },
    customFields: [
      field('item', 1, { typeId: 't', itemId: 'i' }),
      field('late', 9, {}),
      field('early', 1, { order: 0 }),
      field('type', 1, { typeId: 't' }),
      field('both', 5, { visibleOnNew: true, requiredOnNew: true }, { typeId: 't' }),
      { ...field('gone', 1, {}), active: false },
      field('elsewhere', 1, { categoryId: 'd' }),
    ],
  };
  const triple = { categoryId: 'c', typeId: 't', itemId: 'i' };
  const shown = (depth?: 1 | 2 | 3) => fieldsFor(policy, triple, depth).map((one) => one.field.id);

  it('list the fields of category, type and item in that order, each once [CFLD-03] [CFLD-04] [CFLD-11]', () => {
    expect(shown()).toEqual(['early', 'both', 'late', 'type', 'item']);
    expect(shown(2)).toEqual(['early', 'both', 'late', 'type']);
    expect(shown(1)).toEqual(['early', 'both', 'late']);
    expect(fieldsFor(policy, { ...triple, typeId: null, itemId: null }).map((one) => one.field.id)).toEqual([
      'early',
      'both',
      'late',
    ]);
    expect(fieldsFor(policy, triple).find((one) => one.field.id === 'both')).toMatchObject({
      visibleOnNew: true,
      requiredOnNew: true,
    });
    expect(fieldsFor(policy, { categoryId: null, typeId: null, itemId: null })).toEqual([]);
  });

  it('say what is wrong with a triple: first what is not there, then what is archived [CATG-04]', () => {
    expect(classificationFault(policy, triple)).toEqual({ field: 'typeId', code: 'inactive' });
    expect(classificationFault(policy, { ...triple, itemId: 'x' })).toEqual({ field: 'itemId', code: 'unknown' });
    expect(classificationFault(policy, { categoryId: null, typeId: 't', itemId: null })).toEqual({
      field: 'typeId',
      code: 'unknown',
    });
    expect(classificationFault(policy, { categoryId: 'c', typeId: null, itemId: null })).toBeUndefined();
  });
});
