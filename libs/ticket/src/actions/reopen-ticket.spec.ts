import { actorOf, narrowed } from '#access';
import {
  abe,
  ada,
  assigned,
  audra,
  closed,
  dev,
  moved,
  nate,
  nora,
  opened,
  pat,
  paul,
  preset,
  reopened,
  reply,
  resolved,
  uma,
  unified,
} from '../../test/desk.js';
import { day, given, later } from '../../test/given.js';

const ask = (reason?: string) => ({ type: 'ReopenTicket', data: { reason } }) as const;
const done = [opened(), resolved()];
const over = [opened(), resolved(), closed()];
const policyWith = (reopen: Partial<typeof unified.reopen>) =>
  preset('unified', { reopen: { ...unified.reopen, ...reopen } });

describe('ReopenTicket', () => {
  it('goes to New, or to In Progress when somebody has it [REOP-04]', () => {
    given(...done)
      .when(ask())
      .then(reopened());
    given(opened(), assigned({ userId: 'amy' }), resolved())
      .when(ask())
      .then(reopened('in_progress'));
    given(opened(), assigned({ groupId: 'desk' }), resolved())
      .when(ask())
      .then(reopened('in_progress'));
  });
  it('is for support at any time, also when closed, with a reason or without [REOP-09] [REOP-10]', () => {
    for (const by of [abe, ada, dev, pat]) {
      given(...done)
        .when({ ...ask(), by, at: later(99 * day) })
        .then(reopened());
      given(...over)
        .when({ ...ask('burns again'), by, at: later(99 * day) })
        .then(reopened('new', { from: 'closed', reason: 'burns again' }));
    }
  });
  it('is for customers inside the window: their own, and their organisation’s [REOP-11]', () => {
    for (const by of [nora, nate]) {
      given(...done)
        .when({ ...ask(), by, at: later(7 * day - 1) })
        .then(reopened());
      given(...done)
        .when({ ...ask(), by, at: later(7 * day) })
        .rejects('reopen-window-over');
    }
  });
  it('is for plain users and partner users with their own tickets only', () => {
    given(...done)
      .when({ ...ask(), by: uma })
      .rejects('not-allowed');
    given(...done)
      .when({ ...ask(), by: paul })
      .rejects('not-allowed');
    given(opened({ requesterId: 'paul' }), resolved())
      .when({ ...ask(), by: paul })
      .then(reopened());
    given(...done)
      .when({ ...ask(), by: audra })
      .rejects('not-allowed');
  });
  it('knows no window for a program that may reopen its own tickets, and only those', () => {
    const shop = actorOf(
      { role: 'service', userId: 'shop', tenant: 'acme', clientIds: [], groupIds: [], groupScopes: [] },
      unified.visibility,
    );
    const keyed = narrowed(shop, ['read', 'reopen-own']);
    given(opened({ requesterId: 'shop' }), resolved())
      .when({ ...ask(), by: keyed, at: later(99 * day) })
      .then(reopened());
    given(...done)
      .when({ ...ask(), by: keyed })
      .rejects('not-allowed');
  });
  it('is never for customers with a window of nothing, still for support [REOP-03]', () => {
    const policy = policyWith({ window: 'PT0S' });
    given(...done)
      .when({ ...ask(), by: nora, policy })
      .rejects('reopen-window-over');
    given(...done)
      .when({ ...ask(), policy })
      .then(reopened());
  });
  it('of a closed ticket is for customers where a switch says so, inside its window [REOP-12]', () => {
    given(...over)
      .when({ ...ask(), by: nora })
      .rejects('transition-not-allowed');
    const always = policyWith({ fromClosed: true });
    given(...over)
      .when({ ...ask(), by: nora, policy: always, at: later(99 * day) })
      .then(reopened('new', { from: 'closed' }));
    const aDay = policyWith({ fromClosed: true, closedWindow: 'P1D' });
    given(...over)
      .when({ ...ask(), by: nora, policy: aDay, at: later(day - 1) })
      .thenLike({ type: 'TicketReopened' });
    given(...over)
      .when({ ...ask(), by: nora, policy: aDay, at: later(day) })
      .rejects('reopen-window-over');
  });
  it('by a deed of its own is off at the IT desk, where replies do it [REOP-01]', () => {
    const policy = preset('itdesk');
    given(...done)
      .when({ ...ask(), by: nora, policy })
      .rejects('transition-not-allowed');
    given(...done)
      .when({ type: 'AddReply', data: { replyId: 'r-1', body: 'Again' }, by: nora, policy })
      .then(reply('r-1', { side: 'requester', body: 'Again' }), reopened('new', { cause: 'reply' }));
  });
  it('goes to Open in the flow and portal presets [REOP-14]', () => {
    for (const name of ['licence', 'portal'] as const) {
      given(opened({ status: 'open', state: 'open' }), resolved('open'))
        .when({ ...ask(), by: ada, policy: preset(name) })
        .then(reopened('open'));
    }
  });
  it('is for customers, also from Closed, in the portal preset [REOP-11]', () =>
    given(opened({ status: 'open', state: 'open' }), resolved('open'), closed())
      .when({ ...ask(), by: nora, policy: preset('portal'), at: later(999 * day) })
      .then(reopened('open', { from: 'closed' })));
  it('is for nobody in the strict preset [REOP-13] [LIFE-07]', () => {
    for (const history of [done, over]) {
      given(...history)
        .when({ ...ask(), by: ada, policy: preset('social') })
        .rejects('transition-not-allowed');
    }
  });
  it('changes nothing on an open ticket', () =>
    given(opened(), moved('waiting'))
      .when({ ...ask(), by: nora })
      .then());
  it('counts, and flags until support replies or resolves [REOP-15]', () => {
    const again = given(...done, reopened(), resolved(), reopened()).state;
    expect(again).toMatchObject({ reopened: true, reopenCount: 2, state: 'new' });
    expect(given(...done, reopened(), reply('r-1', { side: 'requester' })).state).toMatchObject({ reopened: true });
    expect(given(...done, reopened(), reply('r-1')).state).toMatchObject({ reopened: false, reopenCount: 1 });
    expect(given(...done, reopened(), resolved()).state).toMatchObject({ reopened: false, reopenCount: 1 });
  });
});
