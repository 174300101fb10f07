import { sql } from 'kysely';
import { Client } from 'pg';
import { openDesk, type Desk } from '../../test/desk.js';
import { ReadModelClock } from './read-model-clock.js';

let desk: Desk;
let clock: ReadModelClock;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.projector.deleteFrom('read.bookmarks').execute();
  await move('ticket-list', '10');
  clock = new ReadModelClock(desk.api.pool, { url: desk.url, role: 'ledgerdesk_api' });
  await clock.start();
});
afterEach(() => clock.close());

const move = async (model: string, position: string, live = true): Promise<void> => {
  const now = new Date().toISOString();
  await desk.projector
    .insertInto('read.bookmarks')
    .values({ model, live, version: 1, position, recorded_at: now, updated_at: now, caught_up: true, halted: null })
    .onConflict((conflict) => conflict.columns(['model', 'live']).doUpdateSet({ position }))
    .execute();
};
const wake = () => sql`select pg_notify('ledgerdesk_projection', 'ticket-list')`.execute(desk.projector);

/** Long enough never to end a wait that the test means to see answered. */
const long = 30_000;

describe('waiting for a read model', () => {
  it('ends at once when it is there already, compared as numbers', async () => {
    expect(await clock.waitFor(['ticket-list'], '10', long)).toBe(true);
    expect(await clock.waitFor(['ticket-list'], '9', long)).toBe(true);
    await move('ticket-list', '18446744073709551614');
    expect(await clock.waitFor(['ticket-list'], '18446744073709551614', long)).toBe(true);
    expect(await clock.waitFor(['ticket-list'], '18446744073709551615', 50)).toBe(false);
  });

  it('ends when the projector says so, for all who wait, also after the connection that listens was broken', async () => {
    await clock.close();
    clock = new ReadModelClock(desk.api.pool, { url: desk.url, role: 'ledgerdesk_api' }, 10 * long); // never looks unasked
    await clock.start();
    const waits = Promise.all(['11', '12', '12'].map((position) => clock.waitFor(['ticket-list'], position, long)));
    await move('ticket-list', '12');
    await wake();
    expect(await waits).toEqual([true, true, true]);

    expect(await listeners('pg_terminate_backend(pid)')).toBe(1);
    const cut = clock.waitFor(['ticket-list'], '13', long);
    await move('ticket-list', '13');
    await wake();
    expect(await cut).toBe(true); // heard, or looked at by the new connection because it was not
  });

  it('ends also when nobody says so', async () => {
    const unheard = clock.waitFor(['ticket-list'], '11', long);
    await move('ticket-list', '11');
    expect(await unheard).toBe(true);
  });

  it('needs every model, and only the versions that readers see', async () => {
    await move('ticket-list', '20');
    await move('ticket-thread', '20', false);
    expect(await clock.waitFor(['ticket-list', 'ticket-thread'], '20', 300)).toBe(false);
    await move('ticket-thread', '20');
    expect(await clock.waitFor(['ticket-list', 'ticket-thread'], '20', long)).toBe(true);
  });

  it('is given up when the clock is closed', async () => {
    const waits = clock.waitFor(['ticket-list'], '99', long);
    await clock.close();
    expect(await waits).toBe(false);
    expect(await clock.waitFor(['ticket-list'], '1', long)).toBe(false);
  });
});

/** How many connections listen, as the server's owner sees them; `what` is done to each. */
async function listeners(what: string): Promise<number> {
  const owner = new Client(desk.url);
  await owner.connect();
  try {
    const { rowCount } = await owner.query(
      `select ${what} from pg_stat_activity where query = 'listen ledgerdesk_projection'`,
    );
    return rowCount ?? 0;
  } finally {
    await owner.end();
  }
}
