import { setTimeout as sleep } from 'node:timers/promises';
import { ReadModelClock } from '#read-side';
import { byCallersFor, inTurns, quantile, row, type Caller, type Figure, type Pair } from '../bench.js';
import { demoActor, openDesk, startProcess, writerOf } from '../servers.js';
import { plainAppends } from '../yardsticks/plain-append.js';
import { desksDay } from './command-mix.js';

/** However long a row takes: what has not come by then is a failure, not a figure. */
const patienceMs = 30_000;

export const visibility: Figure = {
  id: 'P6',
  title: 'from the start of a command until its row can be read, beside the append alone, at 20 % and 80 % load',
  measure: async (bench) => {
    const { quick } = bench;
    const desk = await openDesk(bench);
    await startProcess(bench, 'dist/projections/main.js', desk.env);
    const clock = new ReadModelClock(desk.database.pool, { url: desk.databaseUrl, role: 'ledgerdesk_api' });
    await clock.start();
    bench.atEnd(() => clock.close());
    const day = desksDay(writerOf(desk), demoActor('abe@acme.test', 'agent', await desk.policies.get('acme')));
    const append = plainAppends(desk.eventStoreUrl, bench);

    const ms = quick ? 1_500 : 10_000;
    await byCallersFor(ms / 3, 32, day);
    const most = await byCallersFor(ms, 32, day);
    bench.say(`at most ${Math.round(most)} commands/s`);
    const seen = (): Caller => {
      const next = day();
      return async () => {
        const { position } = await next();
        if (!(await clock.waitFor(['ticket-list'], position.toString(), patienceMs))) throw new Error('no row came');
      };
    };
    const rows = [];
    for (const load of [0.2, 0.8]) {
      const found: Record<'p50' | 'p99', Pair>[] = [];
      const times: Record<'ours' | 'theirs', number[]> = { ours: [], theirs: [] };
      const measured = (who: 'ours' | 'theirs', start: () => Caller) => async () => {
        times[who] = await atRate(most * load, ms, start);
        return quantile(times[who], 0.5);
      };
      await inTurns(
        { ...bench, say: (text) => (bench.say(`${load * 100} %: ${text}`), found.push(both(times))) },
        { ours: measured('ours', seen), theirs: measured('theirs', append) },
      );
      const what = `row visible at ${load * 100} % load`;
      const ratio = ({ ours, theirs }: Pair) => ours / theirs;
      for (const q of ['p50', 'p99'] as const) {
        const about = { id: 'P6', what: `${what}, ${q}`, yardstick: `the append alone, ${q}` };
        const pairs = found.map((round) => round[q]);
        if (load < 0.5) rows.push(row({ ...about, reach: { atMost: 3 } }, pairs, ratio, 'ms'));
        else if (q === 'p99')
          rows.push({ ...row({ ...about, reach: { atMost: 250 } }, pairs, ({ ours }) => ours, 'ms'), unit: 'ms' });
      }
    }
    return rows;
  },
};

const both = ({ ours, theirs }: Record<'ours' | 'theirs', number[]>): Record<'p50' | 'p99', Pair> => ({
  p50: { ours: quantile(ours, 0.5), theirs: quantile(theirs, 0.5) },
  p99: { ours: quantile(ours, 0.99), theirs: quantile(theirs, 0.99) },
});

/**
 * In milliseconds, how long each took. Begun at random moments, whether the ones before are answered or not, as people
 * do; whoever has to wait for a free caller has waited.
 */
async function atRate(perSecond: number, ms: number, start: () => Caller): Promise<number[]> {
  const times: number[] = [];
  const free: Caller[] = [];
  const running = new Set<Promise<void>>();
  const began = performance.now();
  for (let due = began; due < began + ms; due -= (Math.log(1 - Math.random()) * 1_000) / perSecond) {
    const early = due - performance.now();
    if (early > 1) await sleep(early);
    const at = Math.max(due, began);
    const caller = free.pop() ?? start();
    const one = caller().then(() => {
      times.push(performance.now() - at);
      free.push(caller);
      running.delete(one);
    });
    running.add(one);
  }
  await Promise.all(running);
  return times;
}
