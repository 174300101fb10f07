import { amend } from './amend.js';
import type { PolicyDocument } from './events.js';
import { presetNames, type Json } from './policy.js';
import { presets } from './presets.js';
import { validatePolicy } from './validate.js';
import { withPreset } from './with-preset.js';

const every = new Set(presetNames.flatMap((name) => presets[name].statuses.map(({ id }) => id)));
const pairs = presetNames.flatMap((from) => presetNames.map((to) => [from, to] as const));

describe('a preset for a tenant that has tickets', () => {
  it.each(pairs)('from %s to %s: whole, and a way out of every status [SETT-10]', (from, to) => {
    const next = withPreset(presets[from], to, every);
    expect(validatePolicy(next)).toEqual([]);
    for (const { id, active } of presets[from].statuses) {
      const kept = next.statuses.find((status) => status.id === id);
      expect(kept).toBeDefined();
      const known = presets[to].statuses.some((status) => status.id === id);
      expect(kept?.active).toBe(known ? presets[to].statuses.find((status) => status.id === id)?.active : false);
      if (active && !known) {
        const state = kept?.state ?? '';
        expect(next.transitions.some((row) => ['*', id, `@${state}`].includes(row.from))).toBe(true);
      }
    }
  });

  it.each(pairs)('from %s to %s: the preset and nothing else where no ticket is in the way', (from, to) => {
    const bare = { ...presets[from], classification: { ...presets[from].classification, categories: [] } };
    expect(withPreset(bare, to, new Set())).toEqual(presets[to]);
  });

  it('keeps the catalogues that are its own', () => {
    const patch = {
      classification: {
        categories: [{ id: 'phones', name: 'Phones', order: 1, active: true, types: [] }],
      },
      visibility: { developerCategories: ['phones'] },
      customFields: [
        { id: 'imei', name: 'IMEI', type: 'text', options: [], order: 1, active: true, filterable: true, on: [] },
      ],
      statuses: presets.unified.statuses.map((status) =>
        status.id === 'resolved' ? { ...status, id: 'solved', label: 'Solved' } : status,
      ),
      transitions: JSON.parse(JSON.stringify(presets.unified.transitions).replaceAll('"resolved"', '"solved"')) as Json,
    };
    const own = amend(presets.unified, patch as unknown as Json) as unknown as PolicyDocument;
    expect(validatePolicy(own)).toEqual([]);
    const next = withPreset(own, 'licence', new Set(['solved', 'new']));
    expect(validatePolicy(next)).toEqual([]);
    expect(next).toMatchObject({
      preset: 'licence',
      classification: { onCreate: 'optional', categories: patch.classification.categories },
      visibility: { developerCategories: ['phones'], staffQueue: 'assigned+unassigned' },
      customFields: patch.customFields,
    });
    expect(next.statuses.map(({ id, state, active }) => [id, state, active])).toEqual([
      ['open', 'open', true],
      ['in_progress', 'in_progress', true],
      ['waiting', 'waiting', true],
      ['solved', 'resolved', true],
      ['closed', 'closed', true],
      ['new', 'new', false],
    ]);
  });
});
