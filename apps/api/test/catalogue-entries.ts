// A classification with archived entries, and fields on every level of it.
const entry = (id: string, order: number, more: object = {}) => ({ id, name: id, order, active: true, ...more });
const types = [
  entry('printer', 2, { items: [entry('tray', 1)] }),
  entry('screen', 3, { items: [entry('panel', 1)] }),
  entry('fax', 1, { active: false, items: [] }),
];
const on = (order: number, typeId?: string, itemId?: string, requiredOnNew = false) => ({
  categoryId: 'hardware',
  ...(typeId && { typeId }),
  ...(itemId && { itemId }),
  visibleOnNew: true,
  requiredOnNew,
  order,
});
const field = (id: string, type: string, nodes: readonly object[], more: object = {}) => ({
  id,
  name: id,
  type,
  options: [],
  order: 1,
  active: true,
  filterable: true,
  on: nodes,
  ...more,
});

export const fieldsFor = () => ({
  categories: [
    entry('software', 3, { types: [] }),
    entry('hardware', 2, { types }),
    entry('legacy', 1, { active: false, types: [] }),
  ],
  customFields: [
    field('serial', 'text', [on(1, undefined, undefined, true)]),
    field('pages', 'number', [on(2, 'printer', undefined, true)]),
    field('colour', 'select', [on(1, 'printer')], { options: ['red', 'blue'] }),
    field('size', 'text', [on(1, 'printer', 'tray')]),
    field('both', 'text', [on(1, 'screen', 'panel'), { ...on(1), categoryId: 'software' }]),
    field('licence', 'text', [{ ...on(1), categoryId: 'software' }]),
    field('notes', 'textarea', [on(9, 'screen')], { filterable: false }),
  ],
});
