import {
  abe,
  ada,
  assigned,
  closed,
  mo,
  moved,
  nate,
  nora,
  opened,
  pat,
  preset,
  reopened,
  resolved,
  unified,
} from '../../test/desk.js';
import { given, noon } from '../../test/given.js';

const ask = (status: string, words: { reason?: string; notes?: string } = {}) =>
  ({ type: 'SetStatus', data: { status, ...words } }) as const;

describe('SetStatus', () => {
  it('decides as the verb that leads there, stamps included [LIFE-16]', () => {
    given(opened())
      .when(ask('resolved', { notes: 'Put out' }))
      .then(resolved('new', 'Put out'));
    expect(given(opened(), resolved()).state).toMatchObject({ resolvedAt: noon });
    given(opened(), resolved()).when(ask('closed')).then(closed());
    given(opened(), resolved()).when(ask('new')).then(reopened());
    given(opened()).when(ask('waiting')).then(moved('waiting'));
    given(opened())
      .when({ ...ask('resolved'), by: nora })
      .then(resolved());
    given(opened(), resolved())
      .when({ ...ask('new'), by: nate })
      .then(reopened());
  });
  it('does not assign: that is StartProgress', () =>
    given(opened()).when(ask('in_progress')).then(moved('in_progress')));
  it('is not for customers where it is not theirs to decide [LIFE-13]', () => {
    given(opened())
      .when({ ...ask('in_progress'), by: nora })
      .rejects('not-allowed');
    given(opened())
      .when({ ...ask('closed'), by: nora })
      .rejects('not-allowed');
    given(opened(), resolved())
      .when({ ...ask('waiting'), by: nora })
      .rejects('transition-not-allowed');
  });
  it('goes anywhere for staff who give a reason, for partner admins only along the flow [LIFE-02] [LIFE-11]', () => {
    const closedOne = [opened(), resolved(), closed()];
    given(...closedOne)
      .when(ask('waiting'))
      .rejects('reason-required', 'reason');
    given(...closedOne)
      .when(ask('waiting', { reason: 'x' }))
      .then(reopened('waiting', { from: 'closed', reason: 'x' }));
    given(opened(), moved('in_progress'))
      .when(ask('new', { reason: 'x' }))
      .thenLike({ type: 'TicketStatusChanged' });
    given(opened(), moved('in_progress'))
      .when({ ...ask('new', { reason: 'x' }), by: pat })
      .rejects('transition-not-allowed');
    given(opened())
      .when({ ...ask('waiting'), by: pat })
      .then(moved('waiting'));
  });
  it('reopens to the one target that fits without a reason', () => {
    given(opened(), resolved()).when(ask('in_progress')).rejects('reason-required');
    given(opened(), assigned({ userId: 'amy' }), resolved())
      .when(ask('in_progress'))
      .then(reopened('in_progress'));
  });
  it('goes by the row that asks least, wherever it stands', () => {
    const everyMove = { from: '*', to: '*', by: ['staff'], reason: 'required' } as const;
    const policy = { ...unified, transitions: [everyMove, ...unified.transitions] };
    given(opened())
      .when({ ...ask('waiting'), policy })
      .then(moved('waiting'));
  });
  it('changes nothing when it is so', () => given(opened()).when(ask('new')).then());
  it('knows the catalogue', () => {
    given(opened()).when(ask('lost')).rejects('unknown-value', 'status');
    const statuses = unified.statuses.map((status) =>
      status.id === 'waiting' ? { ...status, active: false } : status,
    );
    given(opened())
      .when({ ...ask('waiting'), policy: { ...unified, statuses } })
      .rejects('transition-not-allowed');
  });
  it('moves freely at the IT desk, except to Closed [LIFE-10]', () => {
    const policy = preset('itdesk');
    given(opened(), resolved(), closed())
      .when({ ...ask('in_progress'), policy })
      .thenLike({ type: 'TicketReopened' });
    given(opened(), resolved())
      .when({ ...ask('pending'), policy })
      .thenLike({ type: 'TicketReopened' });
    given(opened())
      .when({ ...ask('closed'), by: abe, policy })
      .rejects('transition-not-allowed');
    given(opened())
      .when({ ...ask('closed'), by: ada, policy })
      .thenLike({ type: 'TicketClosed' });
  });
  it('follows the flow preset: waiting and back, anything to Open [LIFE-08]', () => {
    const policy = preset('licence');
    const fresh = opened({ status: 'open', state: 'open' });
    given(fresh, moved('waiting', 'open'))
      .when({ ...ask('in_progress'), policy })
      .thenLike({ data: { to: 'in_progress' } });
    for (const history of [[moved('waiting', 'open')], [resolved('open')], [resolved('open'), closed()]]) {
      given(fresh, ...history)
        .when({ ...ask('open'), policy })
        .thenLike({ data: { to: 'open' } });
    }
    given(fresh, resolved('open'))
      .when({ ...ask('waiting'), policy })
      .rejects('transition-not-allowed');
  });
  it('cannot get round the assignment of the strict preset [LIFE-03]', () =>
    given(opened())
      .when({ ...ask('in_progress'), by: mo, policy: preset('social') })
      .rejects('transition-not-allowed'));
  it('treats a status of the tenant by what it stands for [STAT-01] [STAT-02]', () => {
    const vendor = {
      ...unified.statuses[2],
      id: 'vendor',
      label: 'Awaiting Vendor',
    } as (typeof unified.statuses)[number];
    const policy = { ...unified, statuses: [...unified.statuses, vendor] };
    const there = {
      type: 'TicketStatusChanged',
      data: { from: 'new', to: 'vendor', fromState: 'new', toState: 'waiting', reason: null },
    } as const;
    given(opened())
      .when({ ...ask('vendor'), policy })
      .then(there);
    given(opened(), there)
      .when({ type: 'ResolveTicket', data: {}, policy })
      .thenLike({ type: 'TicketResolved', data: { from: 'vendor' } });
    given(opened(), there)
      .when({ type: 'AddReply', data: { replyId: 'r-1', body: 'It came' }, by: nora, policy })
      .thenLike({ type: 'ReplyAdded' }, { type: 'TicketStatusChanged', data: { from: 'vendor', to: 'in_progress' } });
    given(opened(), there)
      .when({ ...ask('waiting'), policy })
      .rejects('reason-required');
  });
});
