// History from the command line: read step by step, proven, carried away.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn, type Client } from '../../apps/api/test/client.js';
import { buildCli, type Cli, type Ran } from '../import/cli.js';
import { startStack, type Stack } from '../stack.js';
import { brittleProxy } from '../support/brittle-proxy.js';

const folder = mkdtempSync(join(tmpdir(), 'ledgerdesk-audit-'));
let stack: Stack;
let cli: Cli;
let nora: Client;
let abe: Client;
beforeAll(async () => {
  cli = buildCli();
  stack = await startStack();
  [nora, abe] = await Promise.all([signIn(url(), 'nora@northwind.test'), signIn(url(), 'abe')]);
});
afterAll(async () => {
  await stack?.stop();
  cli?.remove();
  rmSync(folder, { recursive: true, force: true });
});
const url = (): string => stack.urls[0] ?? '';
const run = (...args: string[]): Promise<Ran> => cli.run(args, { LEDGERDESK_URL: url(), INIT_CWD: folder });

describe('replay', () => {
  it('shows each step: when, who, what changed, before and after [AUDT-02]', async () => {
    const { id, number } = await nora.open({ subject: 'Printer \u001b[2Jburns' });
    await abe.act('PUT', `/v1/tickets/${id}/priority`, { priority: 'high' });
    const { code, stdout } = await run('replay', number);
    expect(code).toBe(0);
    expect(stdout).toContain(`${number}  Printer \ufffd[2Jburns`);
    const steps = stdout.split('\n\n').slice(1);
    expect(steps).toHaveLength(3);
    expect(steps[0]).toMatch(/^#0 {3}20\S+ \S+Z {2}Nora[^\n]* \(client_admin\) {2}TicketOpened\n {5}/);
    expect(steps[1]).toMatch(
      /^#1 {3}20\S+ \S+Z {2}Abe[^\n]* \(agent\) {2}PriorityChanged\n {5}priority: normal → high$/,
    );
    expect(steps[2]).toMatch(/^new, priority high, at 20.* revision 1\n$/);
  });

  it('ends where it is told to', async () => {
    const { id } = await nora.open();
    const between = new Date().toISOString();
    while (new Date().toISOString() <= between); // the next event happens later, if only by a millisecond
    await abe.act('PUT', `/v1/tickets/${id}/priority`, { priority: 'high' });
    for (const moment of [
      ['--at', between],
      ['--known-at', between],
      ['--revision', '0'],
    ]) {
      const { stdout } = await run('replay', id, ...moment);
      expect(stdout).toContain('TicketOpened');
      expect(stdout).not.toContain('PriorityChanged');
      expect(stdout).toContain('new, priority normal,');
    }
    expect((await run('replay', id, '--at', between, '--revision', '0')).code).toBe(2);
    expect((await run('replay', id, '--at', 'lunch')).code).toBe(2);
    expect(await run('replay', id, '--at', '2001-01-01')).toMatchObject({ code: 1, stdout: '' });
  });
});

it('verifies a ticket, or everything [AUDT-06]', async () => {
  const { number } = await nora.open();
  expect(await run('verify', number)).toMatchObject({ code: 0, stdout: '1 events are sound.\n' });
  expect((await run('verify')).stdout).toMatch(/^\d+ events are sound\.\n$/);
  expect(await run('verify', 'TICK-999999')).toMatchObject({ code: 1, stderr: 'ledgerdesk: id is not known\n' });
});

describe('export', () => {
  const idsOf = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { eventId?: string; end?: true }).eventId ?? 'end');

  it('writes the log as lines and goes on where it was cut off, without gap or repeat', async () => {
    for (let more = 40; more > 0; more -= 1) await nora.open({ description: 'x'.repeat(5_000) });
    const proxy = await brittleProxy(url(), 60_000, 2);
    try {
      const cut = await cli.run(['export'], { LEDGERDESK_URL: proxy.url });
      expect(proxy.broken()).toBe(2);
      expect(cut.code).toBe(0);
      const { code } = await run('export', '--out', 'log.ndjson');
      expect(code).toBe(0);
      const whole = idsOf(readFileSync(join(folder, 'log.ndjson'), 'utf8'));
      const arrived = idsOf(cut.stdout);
      expect(arrived.at(-1)).toBe('end');
      // Each reading is itself recorded, so the later one has more.
      expect(whole.slice(0, arrived.length - 1)).toEqual(arrived.slice(0, -1));
    } finally {
      proxy.close();
    }
  });

  it('takes filters, and refuses what is none', async () => {
    const { stdout } = await run('export', '--type', 'PriorityChanged', '--actor', abe.userId);
    expect(idsOf(stdout).length).toBeGreaterThan(1);
    expect((await run('export', '--type', 'Nothing')).code).toBe(1);
    expect((await run('export', 'TICK-1001', '--type', 'TicketOpened')).code).toBe(2);
  });

  it('fetches the evidence of a ticket [AUDT-08]', async () => {
    const { number } = await nora.open();
    const { code, stdout } = await run('export', number);
    const file = join(folder, `${number}-evidence.zip`);
    expect([code, stdout]).toEqual([0, `The evidence is in ${file}\n`]);
    expect(readFileSync(file).subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'));
    writeFileSync(join(folder, 'plain'), '');
    expect((await run('export', number, '--out', 'plain/evidence.zip')).code).toBe(2);
  });
});
