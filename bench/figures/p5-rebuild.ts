import { setTimeout as sleep } from 'node:timers/promises';
import { rebuild } from '#projection';
import { orderRebuild } from '#read-side';
import { ticketList } from '../../projections/index.js';
import { byCallersFor, interleave, inTurns, oursOverTheirs, row, timed, type Figure } from '../bench.js';
import { generatedDesk } from '../generator/generated-desk.js';
import { demoActor, startProcess, ticketListEmptier, writerOf, type Desk } from '../servers.js';
import { NaiveProjector } from '../yardsticks/naive-projector.js';
import { desksDay } from './command-mix.js';
import { callers } from './p1-commands.js';

export const rebuilding: Figure = {
  id: 'P5',
  title: 'ticket-list built anew, beside a naive projector, beside just reading; commands meanwhile',
  measure: async (bench) => {
    const { quick } = bench;
    const desk = await generatedDesk(bench, quick ? 600 : bench.tickets, 5);
    const { ledger, databaseUrl: url } = desk;
    let events = 0;
    const never = new AbortController();
    const naive = await NaiveProjector.open(url, ticketList, bench);
    const empty = await ticketListEmptier(url, bench);
    const few = quick ? 200 : 5_000;
    const found = await inTurns(bench, {
      ours: async () => {
        const { events: built, ms } = await rebuild({ model: ticketList, log: ledger, url, signal: never.signal });
        events = built;
        return (built * 1_000) / ms;
      },
      naive: async () => {
        await empty();
        await naive.restart();
        let done = 0;
        const ms = await timed(async () => {
          for await (const batch of ledger.readAll()) {
            for (const event of batch.events) {
              await naive.project(event);
              if ((done += 1) === few) return;
            }
          }
        });
        return (done * 1_000) / ms;
      },
      reading: async () => {
        let read = 0;
        const ms = await timed(async () => {
          for await (const batch of ledger.readAll()) read += batch.events.length;
        });
        return (read * 1_000) / ms;
      },
    });
    await empty(); // of what the naive one has made, which no bookmark of ours knows
    // The projector first follows all of the log with all its models, which takes hours where that is a million tickets.
    const meanwhile = bench.dataDir === null ? await commandsMeanwhile(desk, bench) : null;
    const what = 'rebuild of ticket-list';
    return [
      row(
        { id: 'P5', what, yardstick: 'naive projector, per event', reach: { atLeast: 40 }, note: `${events} events` },
        found.map(({ ours, naive: theirs }) => ({ ours, theirs })),
        oursOverTheirs,
        'events/s',
      ),
      row(
        { id: 'P5', what: 'time of the rebuild', yardstick: 'just reading the events', reach: { atMost: 3 } },
        found.map(({ ours, reading: theirs }) => ({ ours, theirs })),
        ({ ours, theirs }) => theirs / ours,
        'events/s',
      ),
      ...(meanwhile
        ? [
            row(
              { id: 'P5', what: 'commands during a rebuild', yardstick: 'commands without', reach: { atLeast: 0.75 } },
              meanwhile,
              oursOverTheirs,
              '/s',
            ),
          ]
        : []),
    ];
  },
};

/** By the projector itself, which follows with all its models all the while. */
async function commandsMeanwhile(desk: Desk, bench: Parameters<Figure['measure']>[0]) {
  const { database, policies, env } = desk;
  await startProcess(bench, 'dist/projections/main.js', env);
  const bookmarks = () => database.db.selectFrom('read.bookmarks').select(['model', 'live', 'caught_up']).execute();
  const until = async (holds: (found: Awaited<ReturnType<typeof bookmarks>>) => boolean): Promise<void> => {
    while (!holds(await bookmarks())) await sleep(100);
  };
  const isBuilding = (found: Awaited<ReturnType<typeof bookmarks>>) => found.some(({ live }) => !live);
  await until((found) => found.filter(({ live, caught_up }) => live && caught_up).length >= 6);

  const day = desksDay(writerOf(desk), demoActor('abe@acme.test', 'agent', await policies.get('acme')));
  const ms = bench.quick ? 1_000 : 5_000;
  return interleave(
    bench,
    async () => {
      const over = new AbortController();
      const kept = (async () => {
        // One after the other, as long as is measured.
        for (; !over.signal.aborted; await sleep(50))
          if (!isBuilding(await bookmarks())) await orderRebuild(database, 'ticket-list');
      })();
      await until(isBuilding);
      const rate = await byCallersFor(ms, callers, day);
      over.abort();
      await kept;
      await until((found) => !isBuilding(found));
      return rate;
    },
    () => byCallersFor(ms, callers, day),
  );
}
