import type { LedgerEvent } from '#ledger';
import { ModelSession, type RowModel } from '#projection';
import { ticketList } from '../../projections/index.js';
import { inTurns, interleave, oursOverTheirs, row, timed, type Figure } from '../bench.js';
import { eventsOf, spanning } from '../generator/generate.js';
import { generatedUnder } from '../generator/prepare.js';
import { startDatabase, ticketListEmptier } from '../servers.js';
import { NaiveProjector } from '../yardsticks/naive-projector.js';

/** The runner's own largest batch. */
const batchSize = 1_000;
const { counts: _, ...uncounted } = ticketList;

export const liveProjection: Figure = {
  id: 'P4',
  title: 'events into ticket-list and badges in batches, beside a transaction for each event; what the badges cost',
  measure: async (bench) => {
    const { quick } = bench;
    const url = await startDatabase(bench);
    const empty = await ticketListEmptier(url, bench);
    const naive = await NaiveProjector.open(url, ticketList, bench);
    const all = [...eventsOf(spanning(quick ? 600 : 6_000, 4, generatedUnder))];
    const opening = all.filter(({ type }) => type === 'TicketOpened');
    const later = all.filter(({ type }) => type !== 'TicketOpened');
    const few = quick ? 200 : 2_000;

    /** Events per second, onto what `before` has made. */
    const ours = async (events: readonly LedgerEvent[], before: readonly LedgerEvent[] = [], model = ticketList) => {
      await empty();
      await takeIn(url, model, before);
      return (events.length * 1_000) / (await takeIn(url, model, events));
    };
    const theirs = async (events: readonly LedgerEvent[], before: readonly LedgerEvent[] = []) => {
      await empty();
      await takeIn(url, ticketList, before);
      await naive.restart();
      const some = events.slice(0, few);
      const ms = await timed(async () => {
        for (const event of some) await naive.project(event);
      });
      return (some.length * 1_000) / ms;
    };

    const inserts = await interleave(
      bench,
      () => ours(opening),
      () => theirs(opening),
    );
    const updates = await interleave(
      bench,
      () => ours(later, opening),
      () => theirs(later, opening),
    );
    const costs = await inTurns(bench, { ours: () => ours(all), theirs: () => ours(all, [], uncounted) });
    const yardstick = 'a transaction per event';
    return [
      row(
        { id: 'P4', what: 'live projection, inserts', yardstick, reach: { atLeast: 20 } },
        inserts,
        oursOverTheirs,
        'events/s',
      ),
      row(
        { id: 'P4', what: 'live projection, updates', yardstick, reach: { atLeast: 15 } },
        updates,
        oursOverTheirs,
        'events/s',
      ),
      row(
        { id: 'P4', what: 'time with badge counts', yardstick: 'without them', reach: { atMost: 1.2 } },
        costs,
        ({ ours: counted, theirs: bare }) => bare / counted,
        'events/s',
      ),
    ];
  },
};

/** In milliseconds, without the connecting. */
async function takeIn(url: string, model: RowModel<LedgerEvent>, events: readonly LedgerEvent[]): Promise<number> {
  const session = await ModelSession.open(url, model, () => undefined);
  try {
    await session.resume();
    return await timed(async () => {
      for (let from = 0; from < events.length; from += batchSize) {
        const batch = events.slice(from, from + batchSize);
        await session.takeIn({ events: batch, position: batch.at(-1)?.position ?? null, caughtUp: false });
      }
    });
  } finally {
    await session.close();
  }
}
