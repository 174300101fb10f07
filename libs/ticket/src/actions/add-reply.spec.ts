import {
  preset,
  abe,
  amy,
  assigned,
  audra,
  closed,
  mo,
  moved,
  nate,
  nora,
  note,
  opened,
  pat,
  paul,
  reopened,
  reply,
  resolved,
  uma,
  unified,
} from '../../test/desk.js';
import { day, given, later, noon } from '../../test/given.js';
import { limits } from '../limits.js';

const ask = (data: { body?: string; parentId?: string; notify?: boolean; then?: object } = {}) =>
  ({ type: 'AddReply', data: { replyId: 'r-9', body: 'Hello', ...data } }) as const;
const hers = reply('r-9', { side: 'requester' });
const ours = reply('r-9');

describe('AddReply', () => {
  it('adds a public reply of either side [RPLY-01]', () => {
    given(opened())
      .when({ ...ask(), by: nora })
      .then(hers);
    given(opened()).when(ask()).then(ours);
  });

  it('takes every customer of the organisation for the requester, partners for support', () => {
    given(opened())
      .when({ ...ask(), by: nate })
      .then(hers);
    given(opened())
      .when({ ...ask(), by: pat })
      .then(ours);
    given(opened({ requesterId: 'abe' }))
      .when(ask())
      .then(hers);
  });

  it('trims the body and refuses a blank or endless one [RPLY-02]', () => {
    given(opened())
      .when(ask({ body: '  Hello \n' }))
      .then(ours);
    given(opened())
      .when(ask({ body: ' \n ' }))
      .rejects('required', 'body');
    given(opened())
      .when(ask({ body: 'x'.repeat(limits.body + 1) }))
      .rejects('unknown-value', 'body');
    given(opened())
      .when(ask({ body: '🐢'.repeat(limits.body) }))
      .thenLike({ type: 'ReplyAdded' });
  });

  it('does not mail when support says so; requesters cannot say so [RPLY-11]', () => {
    given(opened())
      .when(ask({ notify: false }))
      .thenLike({ data: { notify: false } });
    given(opened())
      .when({ ...ask({ notify: false }), by: nora })
      .thenLike({ data: { notify: true } });
  });

  it('is not for auditors [ROLE-07]', () =>
    given(opened())
      .when({ ...ask(), by: audra })
      .rejects('not-allowed'));

  describe('answers another reply of the ticket [RPLY-07]', () => {
    it('by its id', () =>
      given(opened(), reply('r-1'))
        .when(ask({ parentId: 'r-1' }))
        .thenLike({ data: { parentId: 'r-1' } }));
    it.each([
      ['one that is nowhere', [opened()]],
      ['a note, which requesters may not learn of', [opened(), note('r-1')]],
      ['a deleted one', [opened(), reply('r-1'), { type: 'ReplyDeleted', data: { replyId: 'r-1' } } as const]],
    ])('not %s', (_, history) => {
      given(...history)
        .when(ask({ parentId: 'r-1' }))
        .rejects('unknown-value', 'parentId');
      given(...history)
        .when({ ...ask({ parentId: 'r-1' }), by: nora })
        .rejects('unknown-value', 'parentId');
    });
  });

  it("takes up a waiting ticket again with a requester's reply, not with support's [LIFE-09]", () => {
    given(opened(), moved('waiting'))
      .when({ ...ask(), by: nora })
      .then(hers, moved('in_progress', 'waiting'));
    given(opened(), moved('waiting')).when(ask()).then(ours);
    const patient = preset('unified', { replies: { ...unified.replies, resumesWaiting: false } });
    given(opened(), moved('waiting'))
      .when({ ...ask(), by: nora, policy: patient })
      .then(hers);
  });

  describe('on a resolved ticket', () => {
    const history = [opened(), resolved()];

    it("inside the window reopens it with a requester's reply, in one go [REOP-01]", () => {
      given(...history)
        .when({ ...ask(), by: nora })
        .then(hers, reopened('new', { cause: 'reply' }));
      given(...history)
        .when({ ...ask(), by: nate })
        .then(hers, reopened('new', { cause: 'reply' }));
    });
    it('reopens to the target for assigned tickets [REOP-04]', () =>
      given(opened(), assigned({ groupId: 'desk' }), resolved())
        .when({ ...ask(), by: nora })
        .then(hers, reopened('in_progress', { cause: 'reply' })));
    it('counts until the last moment of the window, and not at its end [REOP-02] [REOP-05]', () => {
      given(...history)
        .when({ ...ask(), by: nora, at: later(7 * day - 1) })
        .thenLike(hers, { type: 'TicketReopened' });
      given(...history)
        .when({ ...ask(), by: nora, at: later(7 * day) })
        .rejects('reopen-window-over');
    });
    it('is a plain comment of support [REOP-09]', () =>
      given(...history)
        .when({ ...ask(), at: later(30 * day) })
        .then(ours));
    it('with a window of nothing is closed to customers, even at the very moment [REOP-03]', () => {
      const never = preset('unified', { reopen: { ...unified.reopen, window: 'PT0S' } });
      given(...history)
        .when({ ...ask(), by: nora, policy: never, at: noon })
        .rejects('reopen-window-over');
      given(...history)
        .when({ ...ask(), by: nora, policy: never, at: later(-5) })
        .rejects('reopen-window-over');
    });
    it('without a limit reopens for ever', () => {
      const always = preset('unified', { reopen: { ...unified.reopen, window: null } });
      given(...history)
        .when({ ...ask(), by: nora, policy: always, at: later(999 * day) })
        .thenLike(hers, { type: 'TicketReopened' });
    });
    it.each([
      ['comment', nora, 'ReplyAdded'],
      ['staff', nora, 'comments-not-open'],
      ['staff', abe, 'ReplyAdded'],
      ['nobody', abe, 'comments-not-open'],
    ] as const)('where the policy says %s', (whileResolved, by, outcome) => {
      const policy = preset('unified', { replies: { ...unified.replies, whileResolved } });
      const asked = given(...history).when({ ...ask(), by, policy });
      if (outcome === 'ReplyAdded') asked.thenLike({ type: outcome });
      else asked.rejects(outcome);
    });
    it('never reopens where replies do not reopen', () => {
      const policy = preset('unified', { reopen: { ...unified.reopen, byReply: false } });
      given(...history)
        .when({ ...ask(), by: nora, policy })
        .then(hers);
    });
  });

  it('is refused to requesters when closed, open to support by policy', () => {
    const history = [opened(), resolved(), closed()];
    given(...history)
      .when({ ...ask(), by: nora })
      .rejects('ticket-closed');
    given(...history)
      .when(ask())
      .then(ours);
    const shut = preset('unified', { replies: { ...unified.replies, whileClosed: 'nobody' } });
    given(...history)
      .when({ ...ask(), policy: shut })
      .rejects('ticket-closed');
    const wide = preset('unified', { replies: { ...unified.replies, whileClosed: 'everyone' } });
    given(...history)
      .when({ ...ask(), by: nora, policy: wide })
      .then(hers);
  });

  it('waits until progress starts in the strict preset [RPLY-08]', () => {
    const policy = preset('social');
    given(opened())
      .when({ ...ask(), by: uma, policy })
      .rejects('comments-not-open');
    given(opened())
      .when({ ...ask(), by: mo, policy })
      .rejects('comments-not-open');
  });

  it('in the strict preset is for the desk in progress, for both when resolved, for nobody when closed [RPLY-09]', () => {
    const policy = preset('social');
    const progress = [opened(), moved('in_progress')];
    given(...progress)
      .when({ ...ask(), by: nora, policy })
      .rejects('comments-not-open');
    given(...progress)
      .when({ ...ask(), by: mo, policy })
      .then(ours);
    given(...progress, resolved('in_progress'))
      .when({ ...ask(), by: nora, policy })
      .then(hers);
    given(...progress, resolved('in_progress'), closed())
      .when({ ...ask(), by: mo, policy })
      .rejects('ticket-closed');
  });

  describe('with changes along [LIFE-17] [RPLY-10]', () => {
    it('changes status and priority in the same append', () =>
      given(opened())
        .when(ask({ then: { status: 'resolved', notes: ' Put out. ', priority: 'high' } }))
        .then(
          ours,
          { ...resolved('new', 'Put out.') },
          { type: 'PriorityChanged', data: { from: 'normal', to: 'high' } },
        ));
    it('does all or nothing', () => {
      given(opened())
        .when(ask({ then: { status: 'closed', priority: 'high' } }))
        .rejects('reason-required', 'reason');
      given(opened())
        .when(ask({ then: { status: 'nowhere' } }))
        .rejects('unknown-value', 'then.status');
    });
    it('is for support only, and only what they may do by itself', () => {
      given(opened())
        .when({ ...ask({ then: { priority: 'high' } }), by: nora })
        .rejects('field-not-allowed', 'then');
      given(opened({ requesterId: 'abe' }))
        .when(ask({ then: { status: 'waiting' } }))
        .rejects('field-not-allowed');
      given(opened())
        .when({ ...ask({ then: { priority: 'high' } }), by: pat })
        .rejects('field-not-allowed', 'then.priority');
      given(opened())
        .when({ ...ask({ then: { status: 'resolved' } }), by: paul })
        .rejects('field-not-allowed', 'then.status');
      given(opened())
        .when({ ...ask({ then: { status: 'waiting' } }), by: pat })
        .then(ours, moved('waiting'));
    });
    it('leaves what is so already', () =>
      given(opened())
        .when(ask({ then: { status: 'new', priority: 'normal' } }))
        .then(ours));
  });

  it('stops at thousands', () => {
    const full = Array.from({ length: limits.repliesPerTicket }, (_, index) => reply(`r-${index}`));
    given(opened(), ...full.slice(1))
      .when({ ...ask(), by: amy })
      .thenLike({ type: 'ReplyAdded' });
    given(opened(), ...full)
      .when({ ...ask(), by: amy })
      .rejects('too-many-replies');
  });
});
