import { randomUUID } from 'node:crypto';
import { interleave, median, oursOverTheirs, row, timed, type Figure } from '../bench.js';
import { demoActor, openDesk, writerOf } from '../servers.js';
import { plainAppends } from '../yardsticks/plain-append.js';
import { give, nextCommand } from './command-mix.js';

export const oneCaller: Figure = {
  id: 'P2',
  title: 'one command after the other on tickets that are known, beside one plain append after the other',
  measure: async (bench) => {
    const desk = await openDesk(bench);
    const writer = writerOf(desk);
    const by = demoActor('abe@acme.test', 'agent', await desk.policies.get('acme'));
    const append = plainAppends(desk.eventStoreUrl, bench);
    const amount = bench.quick ? 100 : 500;
    const p50 = async (work: (index: number) => Promise<unknown>): Promise<number> => {
      const times: number[] = [];
      for (let index = 0; index < amount; index += 1) times.push(await timed(() => work(index)));
      return median(times);
    };
    const pairs = await interleave(
      bench,
      async () => {
        const tickets = Array.from({ length: amount / 10 }, () => randomUUID());
        for (const id of tickets) await give(writer, by, id, nextCommand(id, 0));
        return p50((index) => {
          const id = tickets[index % tickets.length] as string;
          return give(writer, by, id, nextCommand(id, 1 + Math.floor(index / tickets.length)));
        });
      },
      () => p50(append()),
    );
    return [
      row(
        { id: 'P2', what: 'one caller, p50', yardstick: 'one plain append, p50', reach: { atMost: 1.3 } },
        pairs,
        oursOverTheirs,
        'ms',
      ),
    ];
  },
};
