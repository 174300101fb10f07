import { assigned, opened, reply } from '../test/desk.js';
import { facts, given, later } from '../test/given.js';
import { evolve, fold } from './evolve.js';
import { absent } from './state.js';

describe('evolve', () => {
  it('folds every field that decisions ask for', () =>
    expect(
      given(
        opened({ tags: ['a'], customFields: { serial: 'X' } }),
        assigned({ userId: 'amy', groupId: 'desk' }),
        { type: 'PriorityChanged', data: { from: 'normal', to: 'high' } },
        { type: 'TagAdded', data: { tag: 'b' } },
        { type: 'TagRemoved', data: { tag: 'a' } },
        { type: 'CustomFieldSet', data: { fieldId: 'pages', from: null, to: 3 } },
        { type: 'CustomFieldSet', data: { fieldId: 'serial', from: 'X', to: null } },
        { type: 'RecipientAdded', data: { userId: 'nate' } },
        { type: 'ReferenceAdded', data: { kind: 'call', id: '1' } },
      ).state,
    ).toMatchObject({
      state: 'new',
      assignee: { userId: 'amy', groupId: 'desk' },
      priority: 'high',
      tags: ['b'],
      customFields: { pages: 3 },
      recipients: ['nora', 'nate'],
      references: [{ kind: 'call', id: '1' }],
      live: true,
    }));

  it('never changes the state it was given', () => {
    const before = fold(facts(opened(), reply('r-1')));
    const copy = JSON.stringify(before, bigints);
    for (const event of [reply('r-2'), { type: 'ReplyDeleted', data: { replyId: 'r-1' } } as const]) {
      const [fact] = facts(event);
      if (fact) evolve(before, fact);
    }
    expect(JSON.stringify(before, bigints)).toBe(copy);
    expect('replies' in before && before.replies.size).toBe(1);
  });

  it('takes a ticket for live from its first live event on', () => {
    const imported = { ...opened(), origin: 'import' } as const;
    expect(given(imported, { ...reply('r-1'), origin: 'import' }).state).toMatchObject({ live: false });
    expect(given(imported, { ...reply('r-1'), at: later(1) }).state).toMatchObject({ live: true });
  });

  it('keeps __proto__ a name like any other', () => {
    const values = { type: 'CustomFieldSet', data: { fieldId: '__proto__', from: null, to: 'x' } } as const;
    const { state } = given(opened(), values);
    expect('customFields' in state && Object.entries(state.customFields)).toEqual([['__proto__', 'x']]);
  });

  it('refuses a stream that does not begin with its opening', () => {
    const [fact] = facts(reply('r-1'));
    expect(() => fact && evolve(absent, fact)).toThrow('ReplyAdded at revision 0 comes before TicketOpened');
  });
});

const bigints = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}` : value);
