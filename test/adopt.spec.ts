import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { RunningDesk, scratch } from './support/running-desk.js';

const run = promisify(execFile);
const abe = 'abe@acme.test';
const { dataDir, remove } = scratch();
let desk: RunningDesk;

beforeAll(async () => {
  desk = await RunningDesk.start(dataDir, { LEDGERDESK_POLICY: '{"reopen":{"window":"PT2S"}}' });
});
afterAll(async () => {
  await desk?.end();
  remove();
});

const ledgerdesk = (...args: string[]) =>
  run(process.execPath, ['dist/apps/cli/src/main.js', ...args], {
    env: { ...process.env, NODE_OPTIONS: '', LEDGERDESK_URL: desk.url, LEDGERDESK_TOKEN: '' },
  });
const views = async () => (await desk.as<{ views: Record<string, number> }>(abe, 'GET', '/v1/counts')).body.views;
async function until(holds: (now: Record<string, number>) => boolean): Promise<Record<string, number>> {
  for (const end = Date.now() + 20_000; ; await sleep(100)) {
    const now = await views();
    if (holds(now) || Date.now() > end) return now;
  }
}

describe('imported tickets', () => {
  let resolved = 0;

  it('start no timer, however long ago they were resolved', async () => {
    await ledgerdesk('import', '--format', 'servicenow', '--until', '2016-03-24', 'test/import/servicenow-sample.csv');
    ({ resolved = 0 } = await views());
    expect(resolved).toBeGreaterThan(3);
    await sleep(4_000);
    expect((await views()).resolved).toBe(resolved);
  });

  it('go live one by one, and count from then', async () => {
    const list = await desk.as<{ items: { number: string }[] }>(abe, 'GET', '/v1/tickets?view=resolved&limit=1');
    await ledgerdesk('adopt', list.body.items[0]?.number ?? '');
    expect((await until((now) => now.resolved === resolved - 1)).resolved).toBe(resolved - 1);
  });

  it('go live all together, twice as well as once', async () => {
    await ledgerdesk('adopt', '--all');
    await ledgerdesk('adopt', '--all');
    expect((await until((now) => now.resolved === 0)).resolved).toBe(0);
  });

  it('are named when they are not there', async () => {
    await expect(ledgerdesk('adopt', 'TICK-999999')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('TICK-999999'),
    });
    await expect(ledgerdesk('adopt')).rejects.toMatchObject({ code: 2 });
  });
});
