import { abe, closed, nora, opened, preset, resolved, sue, system } from '../../test/desk.js';
import { day, given, later } from '../../test/given.js';
import { allowedActions, allowedStatuses } from '../allowed.js';
import { exists } from '../state.js';
import type { TicketEvent } from '../events.js';

const into = (target = 't-9') => ({ type: 'MergeInto', data: { target } }) as const;
const undo = (target = 't-9') => ({ type: 'UndoMerge', data: { target } }) as const;
const merged = (from = 'new' as 'new' | 'resolved' | 'closed'): TicketEvent => ({
  type: 'TicketMergedInto',
  data: { from, fromState: from, to: 'closed', toState: 'closed', target: 't-9' },
});

describe('MergeInto', () => {
  it('ends the ticket, and points to its primary [MRGE-03]', () => {
    given(opened()).when(into()).then(merged());
    const { state } = given(opened(), merged());
    expect(state).toMatchObject({ state: 'closed', merged: { into: 't-9', status: 'new', state: 'new' } });
  });

  it('leaves a closed ticket closed, and resolves where nothing is ever closed', () => {
    given(opened(), resolved(), closed()).when(into()).then(merged('closed'));
    given(opened({ status: 'open', state: 'open' }))
      .when({ ...into(), policy: preset('selfserve') })
      .thenLike({ data: { from: 'open', to: 'resolved', toState: 'resolved' } });
    given(opened(), resolved(), closed())
      .when({ ...into(), policy: preset('social') })
      .then(merged('closed'));
  });

  it('is done once, and refuses another primary and one that has taken in others [MRGE-06]', () => {
    expect(given(opened(), merged()).when(into()).events()).toEqual([]);
    given(opened(), merged()).when(into('t-8')).rejects('ticket-merged');
    given(opened(), { type: 'TicketAbsorbed', data: { source: 't-2', upToRevision: '0' } })
      .when(into())
      .rejects('merge-chain');
    given(opened())
      .when({ ...into(), by: nora })
      .rejects('not-allowed');
    given(opened())
      .when({ ...into(), by: system })
      .then(merged());
  });

  it('leaves nothing to do on it but to delete it [MRGE-03]', () => {
    const desk = given(opened(), merged());
    for (const command of [
      { type: 'AddReply', data: { replyId: 'r', body: 'x' } },
      { type: 'AddNote', data: { replyId: 'r', body: 'x' } },
      { type: 'ReopenTicket', data: {} },
      { type: 'SetStatus', data: { status: 'waiting', reason: 'x' } },
      { type: 'AssignTicket', data: { userId: 'abe' } },
      { type: 'TagTicket', data: { tag: 'vip' } },
    ] as const) {
      desk.when({ ...command, by: abe }).rejects('ticket-merged');
    }
    desk.when({ type: 'DeleteTicket', data: {}, by: sue }).thenLike({ type: 'TicketTombstoned' });
    if (!exists(desk.state)) throw new Error('it is there');
    const policy = preset('unified');
    expect(allowedActions(sue, desk.state, policy, later(0))).toEqual(['link', 'delete']);
    expect(allowedStatuses(abe, desk.state, policy, later(0))).toEqual([]);
  });

  it('stops the clock of a resolved ticket: its alarm rings for nothing [MRGE-07]', () => {
    const desk = given(opened(), resolved(), merged('resolved'));
    const ring = { type: 'CloseByTimer', data: { generation: 1n }, by: system, at: later(30 * day) } as const;
    expect(desk.when(ring).events()).toEqual([]);
  });
});

describe('UndoMerge', () => {
  it('takes the ticket back to where it was', () => {
    given(opened(), merged())
      .when(undo())
      .then({
        type: 'MergeUndone',
        data: { from: 'closed', fromState: 'closed', to: 'new', toState: 'new', target: 't-9' },
      });
    const back = given(opened(), resolved(), merged('resolved'), {
      type: 'MergeUndone',
      data: { from: 'closed', fromState: 'closed', to: 'resolved', toState: 'resolved', target: 't-9' },
      at: later(day),
    });
    expect(back.state).toMatchObject({ state: 'resolved', resolvedAt: later(day), generation: 3n, reopenCount: 0 });
    expect(back.state).not.toHaveProperty('merged');
  });

  it('does nothing where it is not merged into that one', () => {
    expect(given(opened()).when(undo()).events()).toEqual([]);
    expect(given(opened(), merged()).when(undo('t-8')).events()).toEqual([]);
  });
});
