import { audra, closed, nora, opened, pat, preset, resolved, uma } from '../../test/desk.js';
import { given } from '../../test/given.js';
import type { EventData } from '../events.js';

const gails = (more: Partial<EventData['TicketOpened']> = {}) =>
  opened({
    requesterId: 'guest:t-1',
    clientId: null,
    recipients: [],
    guest: { name: 'Gail', email: 'Gail@Home.test' },
    ...more,
  });
const link = { type: 'GuestLinkIssued', data: { linkId: 'l-1', expiresAt: '2026-03-08T12:00:00.000Z' } } as const;
const claim = (email = 'gail@home.test') => ({ type: 'ClaimTicket', data: { email } }) as const;
const from = { requesterId: 'guest:t-1', clientId: null };

describe('ClaimTicket', () => {
  it('gives the ticket to the guest who has an account now, in any letter case [GUST-07]', () =>
    given(gails(), link)
      .when({ ...claim(), by: uma })
      .then(
        { type: 'RequesterChanged', data: { from, to: { requesterId: 'uma', clientId: null } } },
        { type: 'RecipientAdded', data: { userId: 'uma' } },
      ));

  it('takes it to the organisation of its new requester, or it would be out of their sight', () => {
    given(gails())
      .when({ ...claim(), by: nora })
      .thenLike({ data: { to: { requesterId: 'nora', clientId: 'northwind' } } }, {});
    given(gails())
      .when({ ...claim(), by: pat })
      .thenLike({ data: { to: { requesterId: 'pat', clientId: null } } }, {});
  });

  it('ends the links, and is done once [GUST-07]', () => {
    const claimed = { type: 'RequesterChanged', data: { from, to: { requesterId: 'uma', clientId: null } } } as const;
    const desk = given(gails(), link, claimed);
    expect(desk.state).not.toHaveProperty('guestAccess');
    expect(desk.when({ ...claim(), by: uma }).events()).toEqual([]);
    desk.when({ ...claim(), by: nora }).rejects('ticket-not-found');
  });

  it('tells others nothing: neither that there is a ticket, nor whose', () => {
    given(gails())
      .when({ ...claim('gail@home.test.evil'), by: uma })
      .rejects('ticket-not-found');
    given(opened())
      .when({ ...claim(), by: uma })
      .rejects('ticket-not-found');
  });

  it('is not for those who only look', () =>
    given(gails())
      .when({ ...claim(), by: audra })
      .rejects('not-allowed'));

  it('takes over a ticket that nothing else happens to any more', () =>
    given(gails(), resolved(), closed())
      .when({ ...claim(), by: uma, policy: preset('social') })
      .then({ type: 'RequesterChanged', data: { from, to: { requesterId: 'uma', clientId: null } } }));
});
