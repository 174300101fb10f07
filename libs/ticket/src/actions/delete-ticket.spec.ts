import { abe, ada, closed, moved, opened, preset, resolved, sue } from '../../test/desk.js';
import { given } from '../../test/given.js';

const ask = { type: 'DeleteTicket', data: { reason: ' test data ' }, by: sue } as const;
const gone = { type: 'TicketTombstoned', data: { number: 'TICK-1001', reason: 'test data' } } as const;

describe('DeleteTicket', () => {
  it('is for super admins, in whatever status, also where closed is the end [LIFE-19] [ROLE-04]', () => {
    given(opened()).when(ask).then(gone);
    given(opened(), moved('in_progress'), resolved('in_progress'), closed())
      .when({ ...ask, policy: preset('social') })
      .then(gone);
    for (const by of [abe, ada])
      given(opened())
        .when({ ...ask, by })
        .rejects('not-allowed');
  });
  it('leaves a ticket that no command finds, whose number stays taken [NUMB-01]', () => {
    const after = given(opened(), gone);
    expect(after.state).toEqual({ state: 'deleted', ticketId: 't-1', number: 'TICK-1001' });
    after.when(ask).rejects('ticket-not-found');
    after.when({ type: 'TakeTicket', data: {} }).rejects('ticket-not-found');
    after
      .when({ type: 'OpenTicket', data: { ticketId: 't-1', number: 'TICK-1', subject: 'x', description: 'y' } })
      .rejects('ticket-exists');
  });
});
