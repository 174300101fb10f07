// What operators see and ask: figures, readiness, and rebuilds of read models.
import { Client as Postgres } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { startStack, type Stack } from '../../../test/stack.js';
import { send, signIn, type Client } from './client.js';

let stack: Stack;
let url: string;
let owner: Postgres;
let abe: Client;
let ada: Client;
let nora: Client;

beforeAll(async () => {
  stack = await startStack({ apis: 2 });
  [url = ''] = stack.urls;
  owner = new Postgres({ connectionString: stack.parts.settings.databaseUrl });
  owner.on('error', () => undefined);
  await owner.connect();
  [abe, ada, nora] = [
    await signIn(url, 'abe@acme.test'),
    await signIn(url, 'ada@acme.test'),
    await signIn(url, 'nora@northwind.test'),
  ];
});
afterAll(async () => {
  await owner?.end();
  await stack?.stop();
});

const figures = async (): Promise<string> => String((await send(`${url}/metrics`)).body.text);
interface Projection {
  readonly name: string;
  readonly state: string;
  readonly position: string;
  readonly progress: number | null;
  readonly rebuiltAt: string | null;
  readonly error: string | null;
}
const projections = async (): Promise<Projection[]> =>
  (await ada.get('/v1/admin/projections')).body.items as Projection[];
const ready = () => send(`${url}/health/ready`);

describe('figures', () => {
  it('tell commands by type and outcome, appends by stream, and every read model', async () => {
    await nora.open();
    await abe.post('/v1/tickets/TICK-1001/close');
    await abe.post('/v1/tickets/TICK-1001/take');
    const page = await figures();
    expect(page).toMatch(/ledgerdesk_command_seconds_count\{type="OpenTicket",outcome="accepted"\} [1-9]/);
    expect(page).toMatch(/ledgerdesk_append_seconds_count\{stream="ticket",outcome="stored"\} [1-9]/);
    for (const { name } of await projections()) {
      expect(page).toMatch(new RegExp(`ledgerdesk_projection_lag_seconds\\{projection="${name}"\\} \\d`));
      expect(page).toContain(`ledgerdesk_projection_running{projection="${name}"} 1`);
    }
  });

  it('count conflicts of commands that another process was faster with', async () => {
    const ticket = await nora.open();
    const elsewhere = abe.at(stack.urls[1] ?? '');
    for (let turn = 0; turn < 3; turn += 1) {
      for (const [i, each] of [abe, elsewhere].entries()) {
        expect((await each.put(`/v1/tickets/${ticket.id}/tags/tag-${turn}-${i}`)).status).toBe(200);
      }
    }
    expect(await figures()).toMatch(/ledgerdesk_command_conflicts_total\{type="TagTicket"\} [1-9]/);
  });

  it('say nothing of jobs and timers until a worker has counted, and then how long ago', async () => {
    expect(await figures()).not.toMatch(/^ledgerdesk_(timers|jobs|worker)\w*(\{.*\})? /m);
    await owner.query(`insert into worker.figures values ('jobs', 'failed', 3, now() - interval '1 minute'),
      ('timers_due', '', 2, now() - interval '1 minute'), ('timers_late_seconds', '', 61.5, now() - interval '1 minute')`);
    const page = await figures();
    expect(page).toContain('ledgerdesk_jobs{state="failed"} 3');
    expect(page).toContain('ledgerdesk_timers_due 2');
    expect(page).toContain('ledgerdesk_timers_late_seconds 61.5');
    expect(page).toMatch(/ledgerdesk_worker_figures_age_seconds [67]\d/);
  });
});

describe('rebuilds', () => {
  it('are ordered by administrators, of models there are', async () => {
    const route = '/v1/admin/projections/ticket-list/rebuild';
    expect((await abe.post(route)).status).toBe(403);
    expect((await abe.get('/v1/admin/projections')).status).toBe(403);
    expect((await ada.post('/v1/admin/projections/nothing/rebuild')).body.code).toBe('projection-not-found');
    expect((await ada.delete(route)).body.code).toBe('no-rebuild');
  });

  it('go on while everybody reads what was there, and end with new tables at no lower position', async () => {
    const opened = await nora.open();
    const before = await abe.get(`/v1/tickets?after=${opened.position}`);
    const count = (before.body.items as unknown[]).length;
    const position = BigInt((await projections()).find(({ name }) => name === 'ticket-list')?.position ?? 0);
    const ordered = await ada.post('/v1/admin/projections/ticket-list/rebuild');
    expect([ordered.status, ordered.body]).toMatchObject([202, { name: 'ticket-list', state: 'rebuilding' }]);
    for (;;) {
      const list = await abe.get(`/v1/tickets?after=${opened.position}`);
      expect([list.status, (list.body.items as unknown[]).length]).toEqual([200, count]);
      const now = (await projections()).find(({ name }) => name === 'ticket-list');
      expect(now?.error).toBeNull();
      if (now?.rebuiltAt) {
        expect(BigInt(now.position) >= position).toBe(true);
        break;
      }
      const again = await ada.post('/v1/admin/projections/ticket-list/rebuild');
      if (again.status !== 202) expect(again.body.code).toBe('rebuild-running');
      await sleep(50);
    }
  });
});

describe('readiness', () => {
  afterEach(() => stack.projector.start());

  it('names a projector that is silent', async () => {
    await stack.projector.stop();
    expect((await ready()).status).toBe(200); // one that is being restarted is no outage
    await owner.query(`update read.bookmarks set updated_at = now() - interval '1 minute'`);
    const { status, body } = await ready();
    expect([status, body.status]).toEqual([503, 'unavailable']);
    expect(body.projections).toContainEqual(
      expect.objectContaining({ name: 'ticket-list', ok: false, problem: 'the projector is silent' }),
    );
    expect((await abe.get('/v1/tickets')).status).toBe(200);
  });

  it('names a read model that stands still, and no stream of anybody', async () => {
    await stack.projector.stop();
    const stream = 'ticket-globex.0198f6c2-3b1e-7c11-9a53-5e9a5f1f5a10';
    await owner.query(`update read.bookmarks set halted = $1 where model = 'ticket-thread'`, [
      `unknown-type: TicketTeleported (schema 1) at revision 0 of ${stream}, position 77`,
    ]);
    for (const told of [JSON.stringify((await ready()).body), JSON.stringify(await projections())]) {
      expect(told).toContain('TicketTeleported (schema 1) at revision 0 of a ticket stream, position 77');
      expect(told).not.toContain('globex');
    }
    expect(await figures()).toContain('ledgerdesk_projection_running{projection="ticket-thread"} 0');
  });

  it('names the event log that is away: reads go on, commands say that nothing was stored', async () => {
    await stack.endEventNode();
    const { status, body } = await ready();
    expect(status).toBe(503);
    expect(body.dependencies).toContainEqual(expect.objectContaining({ name: 'event-log', ok: false }));
    expect((await abe.get('/v1/tickets')).status).toBe(200);
    const refused = await nora.post('/v1/tickets', { subject: 'x', description: 'x' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(await figures()).toMatch(
      /ledgerdesk_append_seconds_count\{stream="\w+",outcome="(LogUnavailable|OutcomeUnknown)"\}/,
    );
  });
});
