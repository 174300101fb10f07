// An import that is cut off, by the network or by its own end, goes on where it was and does nothing twice.
import { spawn } from 'node:child_process';
import { writeFileSync, mkdtempSync, rmSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack, type Stack } from '../stack.js';
import { brittleProxy } from '../support/brittle-proxy.js';
import { buildCli, type Cli } from './cli.js';
import { Desk } from './desk.js';
import { expectedTickets } from './expected.js';
import { sample } from './sources.js';

const directory = mkdtempSync(join(tmpdir(), 'ledgerdesk-interrupted-'));
let stack: Stack;
let cli: Cli;
beforeAll(async () => {
  cli = buildCli();
  stack = await startStack();
});
afterAll(async () => {
  await stack?.stop();
  cli?.remove();
  rmSync(directory, { recursive: true, force: true });
});
const url = (): string => stack.urls[0] ?? '';

it('sends again what was not answered when connections break', async () => {
  const proxy = await brittleProxy(url(), 1_000, 3);
  try {
    const ran = await cli.run(['import', '--format', 'servicenow', sample], { LEDGERDESK_URL: proxy.url });
    expect({ code: ran.code, stderr: ran.stderr.includes('ledgerdesk:') }).toEqual({ code: 0, stderr: false });
    expect(proxy.broken()).toBe(3);
    // What was done before a break, and not heard of, is told as done before.
    expect(ran.stdout).not.toMatch(/ 0 done before/);
  } finally {
    proxy.close();
  }
  const desk = await Desk.signIn(url(), 'ada@acme.test');
  expect(await desk.tickets()).toEqual(expectedTickets(sample));
});

it('can be killed at any point and run again', async () => {
  const gus = await Desk.signIn(url(), 'gus@globex.test');
  const env = { PATH: process.env['PATH'], LEDGERDESK_URL: url(), LEDGERDESK_TOKEN: gus.token };
  const before = await stack.parts.ledger.head();
  const child = spawn(process.execPath, [cli.main, 'import', '--format', 'servicenow', sample], {
    env,
    stdio: 'ignore',
  });
  const gone = new Promise((resolve) => child.on('close', resolve));
  while (child.exitCode === null && (await stack.parts.ledger.head()) === before) await new Promise(setImmediate);
  child.kill('SIGKILL');
  await gone;
  const ran = await cli.run(['import', '--format', 'servicenow', sample], env);
  expect(ran.code).toBe(0);
  expect(await gus.tickets()).toEqual(expectedTickets(sample));
});

describe('what the command says', () => {
  const file = (name: string, text: string): string => {
    const path = join(directory, name);
    writeFileSync(path, text);
    return path;
  };
  const head = readFileSync(sample, 'utf8').split('\n')[0]?.trim() ?? '';
  const row = (change: Record<string, string>): string => {
    const cells: Record<string, string> = {
      number: 'INC9',
      incident_state: 'New',
      priority: '3 - Moderate',
      category: 'Category 1',
      caller_id: 'Caller 9',
      opened_at: '01-03-2016 00:00',
      sys_updated_at: '01-03-2016 00:01',
      sys_updated_by: 'Updated by 9',
      ...change,
    };
    return head
      .split(',')
      .map((column) => cells[column] ?? '?')
      .join(',');
  };
  const run = (...args: string[]) => cli.run(['import', ...args], { LEDGERDESK_URL: url() });

  it('names every row that failed, imports the others, and ends with 1', async () => {
    const path = file(
      'bad.csv',
      [
        head,
        row({}),
        row({ incident_state: 'Cancelled' }),
        row({ number: 'INC10', sys_updated_at: 'yesterday' }),
        row({ number: 'INC11', category: 'x'.repeat(101) }),
        'INC12,New',
      ].join('\n'),
    );
    const report = join(directory, 'report.csv');
    const ran = await run('--format', 'servicenow', '--report', report, path);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('4 rows failed');
    expect(ran.stdout).toContain('incident_state: is none that a ticket has (1 row)\n  3');
    expect(ran.stdout).toContain('sys_updated_at is no time (day-month-year hour:minute) (1 row)\n  4');
    expect(ran.stdout).toMatch(/create was refused: validation-failed \(command.category.name .*\(1 row\)\n {2}5/);
    expect(ran.stdout).toContain('2 cells under 36 columns (1 row)\n  6');
    const lines = readFileSync(report, 'utf8').split('\n');
    expect(lines[0]).toBe('row,incident,outcome,column,from,to,reason');
    expect(lines).toContain('3,INC9,failed,incident_state,,Cancelled,is none that a ticket has');
    const desk = await Desk.signIn(url(), 'ada@acme.test');
    expect([...(await desk.tickets()).keys()]).toEqual(expect.arrayContaining(['INC9']));
  });

  it.each([
    ['no format', () => [sample]],
    ['a format nobody knows', () => ['--format', 'excel', sample]],
    ['a time that is none', () => ['--format', 'servicenow', '--until', 'tomorrow', sample]],
    ['a file that is not there', () => ['--format', 'servicenow', join(directory, 'none.csv')]],
    ['a file of another kind', () => ['--format', 'servicenow', file('other.csv', 'a,b\n1,2\n')]],
    [
      'a report that cannot be written',
      () => ['--format', 'servicenow', '--report', join(directory, 'no/where'), sample],
    ],
  ])('ends with 2 for %s, and nothing was done', async (_, args) => {
    const before = await stack.parts.ledger.head();
    const ran = await run(...args());
    expect(ran.code).toBe(2);
    expect(ran.stderr).not.toBe('');
    expect(await stack.parts.ledger.head()).toBe(before);
  });

  it('ends with 1 where the token may not import, and says why', async () => {
    const abe = await Desk.signIn(url(), 'abe@acme.test');
    const ran = await cli.run(['import', '--format', 'servicenow', sample], {
      LEDGERDESK_URL: url(),
      LEDGERDESK_TOKEN: abe.token,
    });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('You may not import');
  });
});
