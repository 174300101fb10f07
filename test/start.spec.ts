import { readFileSync, readdirSync } from 'node:fs';
import { RunningDesk, scratch } from './support/running-desk.js';

const { dataDir, remove } = scratch();
let desk: RunningDesk | undefined;
afterAll(async () => {
  await desk?.end();
  remove();
});

interface Page {
  items: { id: string; number: string; subject: string }[];
}

/** Processes that were started for this desk, by their environment. */
const processesOfDesk = (): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      if (!(pid > 0)) return false;
      try {
        const [args, environment] = ['cmdline', 'environ'].map((file) =>
          readFileSync(`/proc/${pid}/${file}`, 'latin1'),
        );
        return (args?.includes(dataDir) || environment?.includes(dataDir)) ?? false;
      } catch {
        return false;
      }
    });

describe('the embedded default', () => {
  let number = '';

  it('starts from nothing, serves, and ends with 0 on SIGTERM', async () => {
    desk = await RunningDesk.start(dataDir);
    const created = await desk.as<{ number: string; position: string }>('nina@northwind.test', 'POST', '/v1/tickets', {
      subject: 'The phone is silent',
      description: 'Since this morning.',
    });
    expect(created.status).toBe(201);
    ({ number } = created.body);
    const list = await desk.as<Page>('abe@acme.test', 'GET', `/v1/tickets?after=${created.body.position}`);
    expect(list.body.items.map((item) => item.number)).toEqual([number]);
    expect(await desk.end()).toBe(0);
  });

  it('keeps everything over a restart, and ends with 0 on Ctrl-C', async () => {
    desk = await RunningDesk.start(dataDir);
    const ticket = await desk.as('abe@acme.test', 'GET', `/v1/tickets/${number.toLowerCase()}`);
    expect(ticket).toMatchObject({ status: 200, body: { number, description: 'Since this morning.' } });
    expect(await desk.end('SIGINT')).toBe(0);
  });

  it('heals when everything was killed in the middle of its work', async () => {
    desk = await RunningDesk.start(dataDir);
    const running = desk;
    const acknowledged: string[] = [];
    const writers = Array.from({ length: 8 }, async () => {
      for (;;) {
        const answer = await running
          .as<{ number: string }>('nina@northwind.test', 'POST', '/v1/tickets', {
            subject: 'Busy',
            description: 'Very.',
          })
          .catch(() => null);
        if (answer?.status !== 201) return;
        acknowledged.push(answer.body.number);
      }
    });
    while (acknowledged.length < 50) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const pid of [running.process.pid as number, ...processesOfDesk()]) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // it ended by itself when the others did
      }
    }
    await Promise.all(writers);

    desk = await RunningDesk.start(dataDir);
    for (const known of [number, acknowledged[0], acknowledged.at(-1)]) {
      expect(await desk.as('abe@acme.test', 'GET', `/v1/tickets/${known}`)).toMatchObject({ status: 200 });
    }
    const counts = await desk.as<{ views: { all: number } }>('abe@acme.test', 'GET', '/v1/counts');
    expect(counts.body.views.all).toBeGreaterThanOrEqual(acknowledged.length + 1);
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
  });

  it('publishes a changed policy at the next start and gives it to the next command', async () => {
    await desk?.end();
    desk = await RunningDesk.start(dataDir, { LEDGERDESK_POLICY: '{"priorities":{"default":"high"}}' });
    const created = await desk.as<{ id: string; position: string }>('nina@northwind.test', 'POST', '/v1/tickets', {
      subject: 'By the new policy',
      description: 'High unless said otherwise.',
    });
    const { id, position } = created.body;
    const ticket = await desk.as('abe@acme.test', 'GET', `/v1/tickets/${id}?after=${position}`);
    expect(ticket.body).toMatchObject({ priority: 'high' });
  });

  it('names everything that is wrong with its environment and starts nothing', async () => {
    const env = {
      PORT: 'http',
      EVENTSTORE_URL: 'http://x',
      LEDGERDESK_POLICY: '{"statuses":[]}',
      OIDC_ISSUER: 'https://id',
    };
    const log = await RunningDesk.start(dataDir, env).then(
      () => '',
      (error: Error) => error.message,
    );
    for (const name of ['PORT', 'EVENTSTORE_URL', 'LEDGERDESK_POLICY statuses', 'OIDC_AUDIENCE'])
      expect(log).toContain(name);
  });
});
