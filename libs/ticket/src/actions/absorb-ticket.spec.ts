import { abe, dev, nora, opened } from '../../test/desk.js';
import { given } from '../../test/given.js';
import { limits } from '../limits.js';
import type { MergeSource } from './absorb-ticket.js';

const source = (more: Partial<MergeSource> = {}): MergeSource => ({
  ticketId: 't-2',
  clientId: 'northwind',
  requesterId: 'nate',
  ...more,
});
const absorb = (more?: Partial<MergeSource>) =>
  ({ type: 'AbsorbTicket', data: { source: source(more), upToRevision: '3' } }) as const;
const absorbed = (id = 't-2') => ({ type: 'TicketAbsorbed', data: { source: id, upToRevision: '3' } }) as const;
const merged = {
  type: 'TicketMergedInto',
  data: { from: 'new', fromState: 'new', to: 'closed', toState: 'closed', target: 't-9' },
} as const;

describe('AbsorbTicket', () => {
  it('takes a ticket of the same customer in, once [MRGE-01]', () => {
    given(opened()).when(absorb()).then(absorbed());
    expect(given(opened(), absorbed()).when(absorb()).events()).toEqual([]);
  });

  it('refuses itself, what is merged, what has taken in others, and when it is merged itself [MRGE-06]', () => {
    given(opened())
      .when(absorb({ ticketId: 't-1' }))
      .rejects('merge-to-self');
    given(opened())
      .when(absorb({ merged: { into: 't-7', status: 'new', state: 'new' } }))
      .rejects('ticket-merged');
    given(opened())
      .when(absorb({ absorbed: ['t-1'] }))
      .rejects('merge-chain');
    given(opened(), merged).when(absorb()).rejects('ticket-merged');
    given(opened())
      .when({ type: 'AbsorbTicket', data: { source: null, upToRevision: '' } })
      .rejects('ticket-not-found');
  });

  it("keeps one customer's words from another: organisations, or people without one [MRGE-04]", () => {
    for (const clientId of ['contoso', null]) {
      given(opened()).when(absorb({ clientId })).rejects('merge-across-customers');
    }
    const umas = opened({ clientId: null, requesterId: 'uma' });
    given(umas)
      .when(absorb({ clientId: null }))
      .rejects('merge-across-customers');
    given(umas)
      .when(absorb({ clientId: null, requesterId: 'uma' }))
      .then(absorbed());
  });

  it('is for those who merge', () => {
    for (const by of [nora, dev])
      given(opened())
        .when({ ...absorb(), by })
        .rejects('not-allowed');
  });

  it('takes in so many and no more', () => {
    const many = Array.from({ length: limits.absorbedPerTicket }, (_, n) => absorbed(`s-${n}`));
    given(opened(), ...many)
      .when({ ...absorb(), by: abe })
      .rejects('merge-chain');
  });
});
