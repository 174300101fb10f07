// Two desks' worth of read models for the figures about lists and badges: one with ten thousand tickets, one with as many
// as are wanted. Filled by the product's own rebuild, from generated events instead of a log.
import type { LedgerEvent } from '#ledger';
import { rebuild, type RebuiltLog } from '#projection';
import { connectDatabase, seedDemo, type Database } from '#read-side';
import { ticketList } from '../../projections/index.js';
import { timed, type Bench } from '../bench.js';
import { eventsOf, spanning } from '../generator/generate.js';
import { tenants } from '../generator/lives.js';
import { generatedUnder } from '../generator/prepare.js';
import { startDatabase } from '../servers.js';

export interface FilledList {
  readonly database: Database;
  /** tickets of all tenants */
  readonly all: number;
  /** of acme, which is the largest tenant */
  readonly tickets: number;
  /** acme's tickets by status, as they are when all events are replayed one by one */
  readonly replayed: Readonly<Record<string, number>>;
}

export interface FilledLists {
  readonly small: FilledList;
  readonly big: FilledList;
}

export const filledLists = ({ shared, tickets, quick }: Bench): Promise<FilledLists> =>
  shared('filled lists', async (ends) => ({
    small: await fill(quick ? Math.ceil(tickets / 10) : 10_000, ends),
    big: await fill(tickets, ends),
  }));

async function fill(tickets: number, { atEnd, say }: Pick<Bench, 'atEnd' | 'say'>): Promise<FilledList> {
  const url = await startDatabase({ atEnd });
  const database = connectDatabase({ url, role: 'ledgerdesk_api', max: 4 });
  atEnd(() => database.close());
  await seedDemo(database);
  const statuses = new Map<string, string>();
  const ms = await timed(() =>
    rebuild({
      model: ticketList,
      log: generatedLog(tickets, (event) => replay(statuses, event), say),
      url,
      signal: new AbortController().signal,
    }),
  );
  say(`filled with ${tickets.toLocaleString('en')} tickets in ${Math.round(ms / 1_000)} s`);
  const replayed: Record<string, number> = {};
  let mine = 0;
  for (const [stream, status] of statuses) {
    if (!stream.startsWith(`ticket-${tenants[0].id}.`)) continue;
    mine += 1;
    replayed[status] = (replayed[status] ?? 0) + 1;
  }
  return { database, all: tickets, tickets: mine, replayed };
}

/** Knows nothing of rows and cells. */
function replay(statuses: Map<string, string>, { stream, data }: LedgerEvent): void {
  if ('toState' in data) statuses.set(stream, data.to);
  else if ('status' in data && 'state' in data) statuses.set(stream, data.status);
}

/** Ends where no position lies, so that whoever has come there has everything. */
const end = 2n ** 62n;

function generatedLog(
  tickets: number,
  onEvent: (event: LedgerEvent) => void,
  say: Bench['say'],
): RebuiltLog<LedgerEvent> {
  return {
    head: () => Promise.resolve(end),
    follow: async function* () {
      let events: LedgerEvent[] = [];
      let sent = 0;
      for (const event of eventsOf(spanning(tickets, 7, generatedUnder))) {
        onEvent(event);
        events.push(event);
        if (events.length < 1_000) continue;
        yield { events, position: event.position, caughtUp: false };
        events = [];
        if ((sent += 1) % 200 === 0) say(`${(sent * 1_000).toLocaleString('en')} events`);
      }
      yield { events, position: end, caughtUp: true };
    },
  };
}
