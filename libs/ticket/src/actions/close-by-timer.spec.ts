import { ada, closed, opened, preset, reopened, reply, resolved, system, unified } from '../../test/desk.js';
import { day, given, later } from '../../test/given.js';
import { exists } from '../state.js';
import { autoCloseDue } from './close-by-timer.js';

const ask = (generation: bigint, at: string) =>
  ({ type: 'CloseByTimer', data: { generation }, by: system, at }) as const;
const imported = { origin: 'import' } as const;

describe('CloseByTimer', () => {
  it('closes when the delay ends, exactly, as System [REOP-06] [REOP-07] [LIFE-21]', () => {
    given(opened(), resolved())
      .when(ask(1n, later(7 * day - 1)))
      .then();
    given(opened(), resolved())
      .when(ask(1n, later(7 * day)))
      .then(closed('timer'));
  });
  it('closes once [REOP-07]', () =>
    given(opened(), resolved(), closed('timer'))
      .when(ask(1n, later(8 * day)))
      .then());
  it('does nothing for an earlier resolution, a reopened or an open ticket [REOP-08]', () => {
    given(opened(), resolved(), reopened(), resolved())
      .when(ask(1n, later(8 * day)))
      .then();
    given(opened(), resolved(), reopened(), resolved())
      .when(ask(3n, later(8 * day)))
      .then(closed('timer'));
    given(opened(), resolved(), reopened())
      .when(ask(1n, later(8 * day)))
      .then();
    given(opened())
      .when(ask(0n, later(8 * day)))
      .then();
  });
  it('is not put off by notes and replies of support', () =>
    given(opened(), resolved(), reply('r-1'))
      .when(ask(1n, later(7 * day)))
      .then(closed('timer')));
  it('follows the policy of now, counted from resolvedAt [REOP-18]', () => {
    const within = (autoClose: typeof unified.autoClose, window: string | null = 'P1D') =>
      preset('unified', { autoClose, reopen: { ...unified.reopen, window } });
    const history = [opened(), resolved()];
    given(...history)
      .when({ ...ask(1n, later(2 * day)), policy: within({ enabled: true, after: 'P2D' }) })
      .then(closed('timer'));
    given(...history)
      .when({ ...ask(1n, later(day)), policy: within({ enabled: true }) })
      .then(closed('timer'));
    given(...history)
      .when({ ...ask(1n, later(9 * day)), policy: within({ enabled: false }) })
      .then();
    given(...history)
      .when({ ...ask(1n, later(9 * day)), policy: within({ enabled: true }, null) })
      .then();
    given(...history)
      .when({ ...ask(1n, later(9 * day)), policy: within({ enabled: true }, 'PT0S') })
      .then();
  });
  it('is for the system alone', () =>
    given(opened(), resolved())
      .when({ ...ask(1n, later(8 * day)), by: ada })
      .rejects('not-allowed'));

  describe('of an imported ticket', () => {
    const history = [
      { ...opened(), ...imported },
      { ...resolved(), ...imported },
    ];
    it('never comes before it is live', () =>
      given(...history)
        .when(ask(1n, later(999 * day)))
        .then());
    it('counts from the moment it went live', () => {
      const adopted = [...history, { type: 'TicketAdopted', data: {}, at: later(100 * day) } as const];
      given(...adopted)
        .when(ask(1n, later(107 * day - 1)))
        .then();
      given(...adopted)
        .when(ask(1n, later(107 * day)))
        .then(closed('timer'));
    });
    it('counts from the resolution when that is what made it live', () => {
      const { state } = given({ ...opened(), ...imported }, { ...resolved(), at: later(day) });
      expect(state).toMatchObject({ live: true, clockFrom: later(day) });
      expect(exists(state) && state.state === 'resolved' && autoCloseDue(state, unified)).toBe(
        Date.parse(later(8 * day)),
      );
    });
  });
});
