import { abe, closed, nora, opened, pat, reopened, resolved, system } from '../../test/desk.js';
import { day, given, later } from '../../test/given.js';
import { allowedActions } from '../allowed.js';
import { exists } from '../state.js';
import type { TicketEvent } from '../events.js';
import { unified } from '../../test/desk.js';

const until = later(day);
const snooze = (moment = until) => ({ type: 'SnoozeTicket', data: { until: moment } }) as const;
const wake = { type: 'WakeTicket', data: {} } as const;
const ring = (generation: bigint, at: string) =>
  ({ type: 'WakeByTimer', data: { generation }, by: system, at }) as const;
const snoozed = (moment = until): TicketEvent => ({ type: 'TicketSnoozed', data: { until: moment } });
const woke = (cause: 'timer' | 'reply' | 'action'): TicketEvent => ({ type: 'TicketWoke', data: { until, cause } });

describe('SnoozeTicket', () => {
  it('sets a ticket aside until a moment ahead, of a year at most', () => {
    given(opened()).when(snooze()).then(snoozed());
    given(opened())
      .when(snooze(later(366 * day)))
      .then(snoozed(later(366 * day)));
    for (const moment of [later(0), later(-1), later(366 * day + 1), 'tomorrow']) {
      given(opened()).when(snooze(moment)).rejects('unknown-value', 'until');
    }
  });

  it('is so already for the same moment, and moves to another', () => {
    given(opened(), snoozed()).when(snooze()).then();
    given(opened(), snoozed())
      .when(snooze(later(2 * day)))
      .then(snoozed(later(2 * day)));
  });

  it('is for the desk, and for what is not done', () => {
    for (const by of [nora, pat])
      given(opened())
        .when({ ...snooze(), by })
        .rejects('not-allowed');
    given(opened(), resolved()).when(snooze()).rejects('ticket-done');
    given(opened(), resolved(), closed()).when(snooze()).rejects('ticket-done');
    const offered = (...events: TicketEvent[]) => {
      const { state } = given(...events);
      return exists(state) && allowedActions(abe, state, unified, later(0)).includes('snooze');
    };
    expect(offered(opened())).toBe(true);
    expect(offered(opened(), resolved())).toBe(false);
  });

  it('ends with the ticket: what is resolved is not set aside, nor when it is reopened', () => {
    expect(given(opened(), snoozed(), resolved()).state).not.toHaveProperty('snooze');
    expect(given(opened(), snoozed(), resolved(), reopened()).state).not.toHaveProperty('snooze');
  });
});

describe('waking', () => {
  it('is asked for by the desk', () => {
    given(opened(), snoozed()).when(wake).then(woke('action'));
    given(opened()).when(wake).then();
    given(opened(), snoozed())
      .when({ ...wake, by: nora })
      .rejects('not-allowed');
    expect(given(opened(), snoozed(), woke('action')).state).not.toHaveProperty('snooze');
  });

  it("comes with a requester's reply, in the same append, and not with support's", () => {
    const says = { type: 'AddReply', data: { replyId: 'r-1', body: 'Well?' } } as const;
    given(opened(), snoozed())
      .when({ ...says, by: nora })
      .thenLike({ type: 'ReplyAdded' }, woke('reply'));
    given(opened(), snoozed())
      .when({ ...says, by: abe })
      .thenLike({ type: 'ReplyAdded' });
    given(opened())
      .when({ ...says, by: nora })
      .thenLike({ type: 'ReplyAdded' });
  });

  it('comes at the moment, not before it, and once', () => {
    given(opened(), snoozed())
      .when(ring(1n, later(day - 1)))
      .then();
    given(opened(), snoozed()).when(ring(1n, until)).then(woke('timer'));
    given(opened(), snoozed(), woke('timer')).when(ring(1n, until)).then();
    given(opened(), snoozed())
      .when({ ...ring(1n, until), by: abe })
      .rejects('not-allowed');
  });

  it('does not come for an earlier snooze, or to a ticket that is done or merged', () => {
    given(opened(), snoozed(), snoozed(later(2 * day)))
      .when(ring(1n, later(3 * day)))
      .then();
    given(opened(), snoozed(), resolved()).when(ring(1n, until)).then();
    const merged: TicketEvent = {
      type: 'TicketMergedInto',
      data: { from: 'new', fromState: 'new', to: 'closed', toState: 'closed', target: 't-9' },
    };
    given(opened(), snoozed(), merged).when(ring(1n, until)).then();
  });

  it('waits until an imported ticket is live', () => {
    const imported = [opened(), snoozed()].map((event) => ({ ...event, origin: 'import' as const }));
    given(...imported)
      .when(ring(1n, until))
      .then();
    given(...imported, { type: 'TicketAdopted', data: {} })
      .when(ring(1n, until))
      .then(woke('timer'));
  });
});
