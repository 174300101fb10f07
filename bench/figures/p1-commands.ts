import { byCallers, interleave, oursOverTheirs, row, type Figure } from '../bench.js';
import { demoActor, openDesk, writerOf } from '../servers.js';
import { plainAppends } from '../yardsticks/plain-append.js';
import { desksDay } from './command-mix.js';

export const callers = 32;

export const commands: Figure = {
  id: 'P1',
  title: 'commands through ActOnTicket, 32 callers, beside plain appends',
  measure: async (bench) => {
    const desk = await openDesk(bench);
    const day = desksDay(writerOf(desk), demoActor('abe@acme.test', 'agent', await desk.policies.get('acme')));
    const append = plainAppends(desk.eventStoreUrl, bench);
    const amount = bench.quick ? 640 : 3_200;
    const pairs = await interleave(
      bench,
      () => byCallers(amount, callers, day),
      () => byCallers(amount, callers, append),
    );
    return [
      row(
        { id: 'P1', what: 'commands, 32 callers', yardstick: 'plain appendToStream', reach: { atLeast: 0.8 } },
        pairs,
        oursOverTheirs,
        '/s',
      ),
    ];
  },
};
