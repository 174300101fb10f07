// What the started product needs is away or frozen: it says so truthfully, loses nothing it has acknowledged, and heals by
// itself. What is retried with its key is there once.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#embedded';
import { serverProcessesIn, signalAll } from '../../libs/embedded/src/processes.js';
import { RunningDesk, scratch, type Answer } from '../support/running-desk.js';

const nina = 'nina@northwind.test';
const abe = 'abe@acme.test';
const audra = 'audra@acme.test';

interface Receipt {
  id: string;
  number: string;
  position: string;
}
interface Told extends Receipt {
  code?: string;
}

const open = (desk: RunningDesk, key: string): Promise<Answer<Told>> =>
  desk.as<Told>(nina, 'POST', '/v1/tickets', { subject: key, description: key }, { 'idempotency-key': key });

/** Until it holds, or for as long as a crowded machine may need. */
async function until(holds: () => Promise<boolean>, ms = 90_000): Promise<void> {
  for (const end = Date.now() + ms; !(await holds().catch(() => false)); await pause(200)) {
    if (Date.now() > end) throw new Error('it did not come about');
  }
}

async function subjectsIn(desk: RunningDesk, after: string): Promise<string[]> {
  const list = await desk.as<{ items: { subject: string }[] }>(abe, 'GET', `/v1/tickets?limit=100&after=${after}`);
  expect(list.status).toBe(200);
  return list.body.items.map(({ subject }) => subject).toSorted();
}

const pidOf = (dataDir: string, program: string): number => {
  const pids = readdirSync(join(dataDir, 'children')).map((claim) => Number(claim.split('-')[0]));
  const found = pids.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program));
  if (!found) throw new Error(`no ${program} is running`);
  return found;
};

/** Commands while something is frozen, then again when it is not: truthful answers, and each ticket once. */
async function frozen(desk: RunningDesk, pids: number[], codes: readonly string[], meanwhile?: () => Promise<void>) {
  const before = await open(desk, `before ${codes[0]}`);
  expect(before.status).toBe(201);
  const keys = [0, 1, 2].map((n) => `${codes[0]} ${n}`);
  signalAll(pids, 'SIGSTOP');
  try {
    for (const { status, body } of await Promise.all(keys.map((key) => open(desk, key)))) {
      expect([status, codes.includes(String(body.code))]).toEqual([503, true]);
    }
    await meanwhile?.();
  } finally {
    signalAll(pids, 'SIGCONT');
  }
  let last = '';
  for (const key of keys) {
    await until(async () => {
      const { status, body } = await open(desk, key);
      last = body.position;
      return status === 201 || status === 200;
    });
  }
  const subjects = await subjectsIn(desk, last);
  for (const subject of [...keys, `before ${codes[0]}`])
    expect(subjects.filter((s) => s === subject)).toEqual([subject]);
  await until(async () => (await desk.send('GET', '/health/ready')).status === 200);
  expect(await desk.as(audra, 'POST', '/v1/audit/verify', {})).toMatchObject({ status: 200, body: { ok: true } });
}

const linux = process.platform === 'linux';
(linux ? describe : describe.skip)(`Frozen${linux ? '' : ' (skipped: needs /proc)'}`, () => {
  const { dataDir, remove } = scratch();
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await RunningDesk.start(dataDir);
    for (const user of [nina, abe, audra]) await desk.token(user);
  });
  afterAll(async () => {
    await desk?.end();
    remove();
  });

  it('PostgreSQL: commands are answered with 503, and heal', () =>
    frozen(desk, serverProcessesIn(join(dataDir, 'postgres')), ['database-unavailable', 'outcome-unknown']));

  it('the event node: commands are answered with 503 while lists are read', () =>
    frozen(desk, [pidOf(dataDir, 'event-node')], ['outcome-unknown', 'log-unavailable'], async () => {
      expect((await desk.as(abe, 'GET', '/v1/tickets')).status).toBe(200);
    }));
});

const redis = spawnSync('redis-server', ['--version']).status === 0;
(redis && linux ? describe : describe.skip)(`Redis away${redis ? '' : ' (skipped: no redis-server here)'}`, () => {
  const { dataDir, remove } = scratch();
  let desk: RunningDesk;
  let server: ChildProcess;
  let port = 0;
  const serve = (): ChildProcess =>
    spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
      stdio: 'ignore',
    });
  beforeAll(async () => {
    port = await freePort();
    server = serve();
    desk = await RunningDesk.start(dataDir, {
      REDIS_URL: `redis://127.0.0.1:${port}`,
      LEDGERDESK_POLICY: '{"reopen":{"window":"PT5S"}}',
    });
  });
  afterAll(async () => {
    server?.kill('SIGKILL');
    await desk?.end();
    remove();
  });

  it('commands go on, and alarms that were lost with it are found by the sweep', async () => {
    const early = (await open(desk, 'resolved before')).body;
    expect((await desk.as(abe, 'POST', `/v1/tickets/${early.id}/resolve`, {})).status).toBe(200);
    server.kill('SIGKILL');
    const late = await open(desk, 'opened without');
    expect(late.status).toBe(201);
    expect((await desk.as(abe, 'POST', `/v1/tickets/${late.body.id}/resolve`, {})).status).toBe(200);
    await pause(5_000);
    server = serve(); // and it remembers nothing
    process.kill(pidOf(dataDir, 'worker'), 'SIGKILL'); // its successor sweeps first
    for (const { id } of [early, late.body]) {
      await until(
        async () => (await desk.as<{ state: string }>(abe, 'GET', `/v1/tickets/${id}`)).body.state === 'closed',
      );
    }
  });
});

const mounts = (...args: string[]): boolean => spawnSync('mount', args).status === 0;
const disk = scratch();
const events = join(disk.dataDir, 'events');
mkdirSync(events, { recursive: true });
const small = mounts('-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', events);
afterAll(() => {
  if (small) spawnSync('umount', ['-l', events]);
  disk.remove();
});

(small ? it : it.skip)(
  `A full disk fails commands and keeps what was acknowledged${small ? '' : ' (skipped: no mounting here)'}`,
  async () => {
    const desk = await RunningDesk.start(disk.dataDir);
    try {
      const { body: ticket } = await open(desk, 'filled');
      const reply = (index: number, size: number) =>
        desk.as<Told>(
          nina,
          'POST',
          `/v1/tickets/${ticket.id}/replies`,
          { body: `${index} ${'x'.repeat(size)}` },
          { 'idempotency-key': `reply-${index}` },
        );
      let kept = 0;
      let refused: Answer<Told> | undefined;
      while (!refused && kept < 200) {
        const answer = await reply(kept, 90_000);
        if (answer.status === 201) kept += 1;
        else refused = answer;
      }
      expect(kept).toBeGreaterThan(0);
      expect(refused?.status).toBe(503);
      expect(['log-unavailable', 'outcome-unknown']).toContain(refused?.body.code);
      expect((await desk.as(abe, 'GET', '/v1/tickets')).status).toBe(200);

      expect(mounts('-o', 'remount,size=64m', events)).toBe(true);
      await until(async () => (await reply(kept, 90_000)).status === 201);
      const { position } = (await reply(kept + 1, 10)).body;
      const seen = await desk.as<{ publicReplyCount: number }>(
        abe,
        'GET',
        `/v1/tickets/${ticket.id}?after=${position}`,
      );
      expect(seen.body.publicReplyCount).toBe(kept + 2);
      expect(await desk.as(audra, 'POST', '/v1/audit/verify', {})).toMatchObject({ status: 200, body: { ok: true } });
    } finally {
      await desk.end();
    }
  },
);
