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
/** As the projector says it, in the transaction that moves the bookmark. */
const tell = (model: string, position: string) =>
  sql`select pg_notify('ledgerdesk_projection', ${JSON.stringify({ model, position })})`.execute(desk.projector);

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
    await tell('ticket-list', '12');
    expect(await waits).toEqual([true, true, true]);

    expect(await listeners('pg_terminate_backend(pid)')).toBe(1);
    const cut = clock.waitFor(['ticket-list'], '13', long);
    await move('ticket-list', '13');
    await tell('ticket-list', '13');
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

  it('takes the projector at its word, also when that says that a model has fallen back', async () => {
    await clock.close();
    clock = new ReadModelClock(desk.api.pool, { url: desk.url, role: 'ledgerdesk_api' }, 10 * long); // never looks unasked
    await clock.start();
    expect(await clock.waitFor(['ticket-list'], '10', long)).toBe(true);
    const told = clock.waitFor(['ticket-list'], '11', long);
    await tell('ticket-thread', '11');
    await tell('ticket-list', '11');
    expect(await told).toBe(true);
    await tell('ticket-list', '5'); // what was built anew stands in for what had halted
    await move('ticket-list', '5');
    await tell('ticket-thread', '12');
    expect(await clock.waitFor(['ticket-thread'], '12', long)).toBe(true); // and so has heard all before
    expect(await clock.waitFor(['ticket-list'], '11', 300)).toBe(false);
    const again = clock.waitFor(['ticket-list'], '11', long);
    await move('ticket-list', '11');
    await sql`select pg_notify('ledgerdesk_projection', 'something else')`.execute(desk.projector);
    expect(await again).toBe(true); // looked
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
