import { abe, closed, nate, nora, opened, preset, reopened, resolved, unified } from '../../test/desk.js';
import { given, noon } from '../../test/given.js';
import { allowedActions } from '../allowed.js';
import { exists } from '../state.js';
import type { TicketEvent } from '../events.js';

const rate = (score = 4, comment?: string) => ({ type: 'RateTicket', data: { score, comment }, by: nora }) as const;
const rated = (score = 4, comment: string | null = null): TicketEvent => ({
  type: 'TicketRated',
  data: { score, comment },
});

describe('RateTicket', () => {
  it('keeps what the requester thinks of a resolution, also when it is closed [REPT-13]', () => {
    given(opened(), resolved()).when(rate(5, ' Quick! ')).then(rated(5, 'Quick!'));
    given(opened(), resolved(), closed()).when(rate()).then(rated());
  });

  it('asks for it once per resolution [REPT-13]', () => {
    given(opened(), resolved(), rated()).when(rate(1)).rejects('already-rated');
    given(opened(), resolved(), rated(), closed()).when(rate(1)).rejects('already-rated');
    given(opened(), resolved(), rated(), reopened()).when(rate(1)).rejects('rating-not-open');
    given(opened(), resolved(), rated(), reopened(), resolved()).when(rate(1)).then(rated(1));
  });

  it('is not open before anything was resolved, nor where the policy does not ask [REPT-13]', () => {
    given(opened()).when(rate()).rejects('rating-not-open');
    const neverResolved: TicketEvent = {
      type: 'TicketClosed',
      data: { from: 'new', to: 'closed', fromState: 'new', toState: 'closed', reason: null, cause: 'action' },
    };
    given(opened(), neverResolved).when(rate()).rejects('rating-not-open');
    for (const rating of [undefined, { enabled: false }]) {
      given(opened(), resolved())
        .when({ ...rate(), policy: preset('unified', { rating }) })
        .rejects('rating-not-open');
    }
  });

  it('is the requester alone who rates, in whole points from 1 to 5', () => {
    for (const by of [abe, nate])
      given(opened(), resolved())
        .when({ ...rate(), by })
        .rejects('not-allowed');
    for (const score of [0, 6, 2.5, NaN])
      given(opened(), resolved()).when(rate(score)).rejects('unknown-value', 'score');
    given(opened(), resolved())
      .when(rate(3, 'x'.repeat(10_001)))
      .rejects('unknown-value', 'comment');
  });

  it('is taken of a closed ticket that nothing leaves, and offered exactly while it is open', () => {
    const policy = preset('social', { rating: { enabled: true } });
    given(opened(), resolved(), closed())
      .when({ ...rate(), policy })
      .then(rated());
    const offered = (events: TicketEvent[], by = nora, at = unified) => {
      const { state } = given(...events);
      return exists(state) && allowedActions(by, state, at, noon).includes('rate');
    };
    expect(offered([opened(), resolved()])).toBe(true);
    expect(offered([opened(), resolved(), closed()], nora, policy)).toBe(true);
    expect(offered([opened(), resolved(), rated()])).toBe(false);
    expect(offered([opened()])).toBe(false);
    expect(offered([opened(), resolved()], nate)).toBe(false);
  });
});
