import { byCallers, interleave, oursOverTheirs, row, type Figure, type Row } from '../bench.js';
import { demoActor, openDesk, startDatabase, writerOf } from '../servers.js';
import { emmettAppends } from '../yardsticks/emmett.js';
import { desksDay } from './command-mix.js';
import { callers } from './p1-commands.js';

const about = {
  id: 'P1b',
  what: 'commands, 32 callers',
  yardstick: 'Emmett append on PostgreSQL',
  reach: { atLeast: 2 },
} as const;

export const commandsBesideEmmett: Figure = {
  id: 'P1b',
  title: 'commands through ActOnTicket, 32 callers, beside appends of Emmett',
  measure: async (bench): Promise<Row[]> => {
    let append;
    try {
      append = await emmettAppends(await startDatabase(bench), bench);
    } catch (error) {
      const note = `skipped: ${error instanceof Error ? error.message : String(error)}`;
      return [{ ...about, ratios: [], ours: '', theirs: '', note }];
    }
    const emmett = append;
    const desk = await openDesk(bench);
    const day = desksDay(writerOf(desk), demoActor('abe@acme.test', 'agent', await desk.policies.get('acme')));
    const amount = bench.quick ? 640 : 3_200;
    const pairs = await interleave(
      bench,
      () => byCallers(amount, callers, day),
      () => byCallers(amount, callers, emmett),
    );
    return [row(about, pairs, oursOverTheirs, '/s')];
  },
};
