import { foldBatch, keysOf } from './fold.js';
import type { LogEvent, Row, RowModel } from './row-model.js';

interface Word extends LogEvent {
  readonly data: { readonly ticket: string; readonly word: string; readonly says: 'come' | 'go' | 'end' };
}
const words: RowModel<Word> = {
  name: 'words',
  version: 1,
  tables: { model: 'words', tables: [] },
  table: 'words',
  key: ['word'],
  keys: ({ data: { word, says } }) => (says === 'end' ? [] : [{ word }]),
  evolve: (row, { data: { ticket, word, says } }) => (says === 'go' ? null : { ...row, ticket, word }),
  clears: ({ data: { ticket, says } }) => (says === 'end' ? { ticket } : null),
};
const said = (says: Word['data']['says'], word: string, ticket = 't-1'): Word => ({
  stream: ticket,
  revision: 0n,
  position: 0n,
  type: says,
  data: { ticket, word, says },
  metadata: { recordedAt: '' },
});
const row = (word: string, ticket = 't-1'): Row => ({ ticket, word });
const folded = (stored: readonly Row[], ...events: Word[]) => {
  const keys = new Set(keysOf(words, events).map(({ word }) => word));
  const loaded = stored.filter(({ word }) => keys.has(word));
  const { clears, deletes, updates, inserts } = foldBatch(words, loaded, events);
  return { clears, deletes, updates, inserts };
};
const nothing = { clears: [], deletes: [], updates: [], inserts: [] };

describe('rows that all end at once', () => {
  it('are not deleted again where one of them went before in the same batch', () =>
    expect(folded([row('a')], said('go', 'a'), said('end', ''))).toEqual({ ...nothing, clears: [{ ticket: 't-1' }] }));

  it('are inserted where one of them belongs to something else by then', () =>
    expect(folded([row('a')], said('come', 'a', 't-2'), said('end', ''))).toEqual({
      ...nothing,
      clears: [{ ticket: 't-1' }],
      inserts: [row('a', 't-2')],
    }));

  it('are deleted by name where one of them has only just come to belong to them', () =>
    expect(folded([row('a', 't-2')], said('come', 'a'), said('end', ''))).toEqual({
      ...nothing,
      clears: [{ ticket: 't-1' }],
      deletes: [row('a', 't-2')],
    }));

  it('are inserted where one of them comes again', () =>
    expect(folded([row('a')], said('end', ''), said('come', 'a'))).toEqual({
      ...nothing,
      clears: [{ ticket: 't-1' }],
      inserts: [row('a')],
    }));
});
