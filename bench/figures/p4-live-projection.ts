import type { LedgerEvent } from '#ledger';
import { HotRows, ModelSession, sharedRoom, type RowModel } from '#projection';
import { ticketList } from '../../projections/index.js';
import { inTurns, oursOverTheirs, row, timed, type Figure, type Row } from '../bench.js';
import { eventsOf, spanning } from '../generator/generate.js';
import { generatedUnder } from '../generator/prepare.js';
import { startDatabase, ticketListEmptier } from '../servers.js';
import { NaiveProjector } from '../yardsticks/naive-projector.js';

/** The runner's own largest. */
const batchSize = 1_000;
const { counts: _, ...uncounted } = ticketList;

export const liveProjection: Figure = {
  id: 'P4',
  title: 'events into ticket-list and badges in batches, beside a transaction for each event; what the badges cost',
  measure: async (bench) => {
    const { quick } = bench;
    const url = await startDatabase(bench);
    const empty = await ticketListEmptier(url, bench);
    const naive = {
      flushed: await NaiveProjector.open(url, ticketList, bench),
      unflushed: await NaiveProjector.open(url, ticketList, bench, 'unflushed'),
    };
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
    const theirs = async (
      commits: keyof typeof naive,
      events: readonly LedgerEvent[],
      before: readonly LedgerEvent[] = [],
    ) => {
      await empty();
      await takeIn(url, ticketList, before);
      await naive[commits].restart();
      const some = events.slice(0, few);
      const ms = await timed(async () => {
        for (const event of some) await naive[commits].project(event);
      });
      return (some.length * 1_000) / ms;
    };

    const inserts = await inTurns(bench, {
      ours: () => ours(opening),
      flushed: () => theirs('flushed', opening),
      unflushed: () => theirs('unflushed', opening),
    });
    const updates = await inTurns(bench, {
      ours: () => ours(later, opening),
      flushed: () => theirs('flushed', later, opening),
      unflushed: () => theirs('unflushed', later, opening),
    });
    const costs = await inTurns(bench, { ours: () => ours(all), theirs: () => ours(all, [], uncounted) });
    const rows = (what: string, least: number, found: typeof inserts): Row[] => [
      row(
        { id: 'P4', what, yardstick: 'a transaction per event', reach: { atLeast: least } },
        found.map(({ ours: mine, flushed }) => ({ ours: mine, theirs: flushed })),
        oursOverTheirs,
        'events/s',
      ),
      row(
        { id: 'P4', what, yardstick: 'the same, commits unflushed', reach: null },
        found.map(({ ours: mine, unflushed }) => ({ ours: mine, theirs: unflushed })),
        oursOverTheirs,
        'events/s',
      ),
    ];
    return [
      ...rows('live projection, inserts', 20, inserts),
      ...rows('live projection, updates', 15, updates),
      row(
        { id: 'P4', what: 'time with badge counts', yardstick: 'without them', reach: { atMost: 1.2 } },
        costs,
        ({ ours: counted, theirs: bare }) => bare / counted,
        'events/s',
      ),
    ];
  },
};

/** In milliseconds, without the connecting; as a follower does it that has something to catch up with. */
async function takeIn(url: string, model: RowModel<LedgerEvent>, events: readonly LedgerEvent[]): Promise<number> {
  const session = await ModelSession.open(url, model, () => undefined);
  try {
    await session.resume();
    const hot = new HotRows(model, session, sharedRoom);
    return await timed(async () => {
      for (let from = 0; from < events.length; from += batchSize) {
        const batch = events.slice(from, from + batchSize);
        const caughtUp = from + batchSize >= events.length;
        await hot.takeIn({ events: batch, position: batch.at(-1)?.position ?? null, caughtUp }, caughtUp);
      }
    });
  } finally {
    await session.close();
  }
}
