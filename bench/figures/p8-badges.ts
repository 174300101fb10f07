import { isDeepStrictEqual } from 'node:util';
import { presets } from '#policy';
import { badges as badgesOf, type Tx } from '#read-side';
import { inTurns, median, oursOverTheirs, row, theirsOverOurs, timed, type Figure } from '../bench.js';
import { demoActor } from '../servers.js';
import { countStar } from '../yardsticks/count-star.js';
import { filledLists, type FilledList } from './filled-lists.js';

const actor = demoActor('abe@acme.test', 'agent', presets.unified);

export const badges: Figure = {
  id: 'P8',
  title: 'all badges of an agent, beside COUNT(*), beside the small store; and whether they are right',
  measure: async (bench) => {
    const { small, big } = await filledLists(bench);
    const p50 = (list: FilledList, times: number, work: (tx: Tx) => Promise<unknown>) => async (): Promise<number> => {
      const taken: number[] = [];
      for (let i = 0; i < times; i += 1)
        taken.push(await timed(() => list.database.inTenant('acme', (tx) => work(tx))));
      return median(taken);
    };
    const often = bench.quick ? 20 : 100;
    const found = await inTurns(bench, {
      big: p50(big, often, (tx) => badgesOf(tx, actor)),
      counted: p50(big, bench.quick ? 3 : 5, (tx) => countStar(tx, actor)),
      small: p50(small, often, (tx) => badgesOf(tx, actor)),
    });
    const shown = await big.database.inTenant('acme', (tx) => badgesOf(tx, actor));
    const counted = await big.database.inTenant('acme', (tx) => countStar(tx, actor));
    const { views, byStatus } = shown;
    const right = isDeepStrictEqual({ views, byStatus }, counted) && isDeepStrictEqual({ ...byStatus }, big.replayed);
    const of = `of ${big.tickets.toLocaleString('en')} tickets`;
    return [
      row(
        { id: 'P8', what: `badges ${of}`, yardstick: 'COUNT(*) of the same', reach: { atLeast: 100 } },
        found.map(({ big: ours, counted: theirs }) => ({ ours, theirs })),
        theirsOverOurs,
        'ms',
      ),
      row(
        {
          id: 'P8',
          what: `badges ${of}`,
          yardstick: `of ${small.tickets.toLocaleString('en')}`,
          reach: { atMost: 1.2 },
        },
        found.map(({ big: ours, small: theirs }) => ({ ours, theirs })),
        oursOverTheirs,
        'ms',
      ),
      {
        id: 'P8',
        what: 'badges that are exact',
        yardstick: 'COUNT(*), and a replay of all events',
        reach: { atLeast: 1 },
        ratios: [right ? 1 : 0],
        ours: JSON.stringify(byStatus),
        theirs: JSON.stringify(big.replayed),
      },
    ];
  },
};
