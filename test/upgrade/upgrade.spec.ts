// The present product opens what a released version left: migrated, models of older shapes built anew by themselves, the
// chain whole, the same lists.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { models } from '../../projections/index.js';
import { RunningDesk, scratch } from '../support/running-desk.js';
import { releasePlatform, unpackRelease } from './unpack.js';

interface Shown {
  readonly list: readonly { readonly id: string }[];
  readonly views: Readonly<Record<string, number>>;
  readonly threads: Readonly<Record<string, readonly { kind: string; body?: string }[]>>;
  /** on the chain of the tenant */
  readonly events: number;
  /** the first ticket's receipt, made with key `frozen-1` */
  readonly replayed: { readonly id: string; readonly number: string };
}

const version = '0.1.0';
const abe = 'abe@acme.test';
const shown = JSON.parse(readFileSync(join(import.meta.dirname, `${version}.json`), 'utf8')) as Shown;
const { dataDir, remove } = scratch();
let desk: RunningDesk;

const here = `${process.platform}-${process.arch}`;
const title = `A desk of version ${version}`;
const portable = here === releasePlatform;
(portable ? describe : describe.skip)(portable ? title : `${title} (skipped: its cluster is not for ${here})`, () => {
  beforeAll(async () => {
    unpackRelease(version, dataDir);
    // What was resolved then must not close by itself because this is run much later.
    desk = await RunningDesk.start(dataDir, { LEDGERDESK_POLICY: '{"reopen":{"window":"P3650D"}}' });
  });
  afterAll(async () => {
    await desk?.end();
    remove();
  });

  it('has its read models built anew where their shape is another, without anybody asking', async () => {
    interface Projection {
      name: string;
      version: number;
      state: string;
      error: string | null;
      rebuiltAt: string | null;
    }
    const wanted = new Map(models.map((model) => [model.name, model.version]));
    const projections = async () =>
      (await desk.as<{ items: Projection[] }>('ada@acme.test', 'GET', '/v1/admin/projections')).body.items;
    let items = await projections();
    const done = ({ name, version: own, state }: Projection) => state === 'live' && own === wanted.get(name);
    for (const end = Date.now() + 120_000; !items.every(done) && Date.now() < end; items = await projections()) {
      await pause(250);
    }
    expect(items).toEqual(
      items.map((item) => ({ ...item, state: 'live', version: wanted.get(item.name), error: null }) as Projection),
    );
    expect(items).toHaveLength(wanted.size);
    const newer = items.filter(({ version: own }) => own > 1); // all were 1 then
    expect(newer.length).toBeGreaterThan(0);
    for (const { rebuiltAt } of newer) expect(rebuiltAt).not.toBeNull();
  });

  it('shows the lists, counts and threads that it showed', async () => {
    const list = await desk.as<{ items: unknown[] }>(abe, 'GET', '/v1/tickets?limit=100');
    expect(list.body.items).toEqual(shown.list.map((item) => expect.objectContaining(item) as unknown));
    expect((await desk.as(abe, 'GET', '/v1/counts')).body).toMatchObject({ views: shown.views });
    for (const [id, entries] of Object.entries(shown.threads)) {
      const thread = await desk.as<{ items: unknown[] }>(abe, 'GET', `/v1/tickets/${id}/thread`);
      expect(thread.body.items).toEqual(entries.map((entry) => expect.objectContaining(entry) as unknown));
    }
  });

  it('has every event of then, whole', async () => {
    const verdict = await desk.as<{ ok: boolean; checked: number }>('audra@acme.test', 'POST', '/v1/audit/verify', {});
    expect(verdict).toMatchObject({ status: 200, body: { ok: true } });
    expect(verdict.body.checked).toBeGreaterThanOrEqual(shown.events);
  });

  it('knows what was done then, and goes on', async () => {
    const subject = 'No dial tone';
    const description = `${subject}: as it was said on the telephone. Ärger, 東京, 🛠.`;
    const key = { 'idempotency-key': 'frozen-1' };
    const again = await desk.as('nina@northwind.test', 'POST', '/v1/tickets', { subject, description }, key);
    expect(again.body).toMatchObject({ id: shown.replayed.id, number: shown.replayed.number });
    const reply = await desk.as(abe, 'POST', `/v1/tickets/${shown.replayed.id}/replies`, { body: 'Still there?' });
    expect(reply.status).toBe(201);
    const { position } = reply.body as { position: string };
    const ticket = await desk.as(abe, 'GET', `/v1/tickets/${shown.replayed.id}?after=${position}`);
    expect(ticket.body).toMatchObject({ description, publicReplyCount: 3 });
  });
});
