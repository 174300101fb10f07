import { abe, actor, opened, preset, uma } from '../../test/desk.js';
import { day, given, later, noon } from '../../test/given.js';
import { limits } from '../limits.js';
import { opensTicket } from '../guests.js';

const gail = actor('guest', 'guest:t-1');
const gails = opened({
  requesterId: gail.id,
  clientId: null,
  recipients: [],
  guest: { name: 'G', email: 'g@home.test' },
});
const policy = preset('unified', { guest: { enabled: true, accessLink: 'P7D' } });
const ask = (linkId = 'l-2') =>
  ({ type: 'IssueGuestLink', data: { linkId, email: 'G@home.test' }, by: gail, policy }) as const;
const issued = (linkId: string, at = noon) => ({
  type: 'GuestLinkIssued' as const,
  data: { linkId, expiresAt: later(7 * day, at) },
  at,
});

describe('IssueGuestLink', () => {
  it('makes a link that opens the ticket for as long as the policy says [GUST-05]', () => {
    given(gails)
      .when(ask())
      .then({ type: 'GuestLinkIssued', data: { linkId: 'l-2', expiresAt: later(7 * day) } });
    const { state } = given(gails, issued('l-2'));
    expect(opensTicket('l-2', state, later(7 * day - 1))).toBe(true);
    expect(opensTicket('l-2', state, later(7 * day))).toBe(false);
    expect(opensTicket('l-3', state, noon)).toBe(false);
  });

  it('leaves the earlier links to their own end [GUST-05]', () => {
    const { state } = given(gails, issued('l-1'), issued('l-2', later(3 * day)));
    expect(opensTicket('l-1', state, later(4 * day))).toBe(true);
    expect(opensTicket('l-1', state, later(8 * day))).toBe(false);
    expect(opensTicket('l-2', state, later(8 * day))).toBe(true);
  });

  it('makes no more where there are plenty, and again when some are over', () => {
    const plenty = Array.from({ length: limits.guestLinks }, (_, n) => issued(`p-${n}`));
    const desk = given(gails, ...plenty);
    expect(desk.when(ask()).events()).toEqual([]);
    desk.when({ ...ask(), at: later(7 * day) }).thenLike({ type: 'GuestLinkIssued' });
  });

  it('goes to the address the ticket was opened with and no other [GUST-05]', () =>
    given(gails)
      .when({ ...ask(), data: { linkId: 'l-2', email: 'h@home.test' } })
      .rejects('ticket-not-found'));

  it('is for the guest of the ticket, where the policy has links', () => {
    for (const by of [abe, uma, actor('guest', 'guest:t-2')]) {
      given(gails)
        .when({ ...ask(), by })
        .rejects('not-allowed');
    }
    for (const guest of [{ enabled: true }, { enabled: true, accessLink: null }, { accessLink: 'P7D' }]) {
      given(gails)
        .when({ ...ask(), policy: { ...policy, guest } })
        .rejects('not-allowed');
    }
    given(opened({ requesterId: gail.id }))
      .when({ ...ask(), by: uma })
      .rejects('not-allowed');
  });
});
