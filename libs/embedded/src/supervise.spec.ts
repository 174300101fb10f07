import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Program, type Programs, buildPrograms, until } from '../test/programs.js';
import { query } from '../test/query.js';
import { claimants } from './claims.js';
import { birthOf, postmasterOf, serverProcessesIn, signalAll } from './processes.js';

let programs: Programs;
let dataDir: string;

beforeAll(() => {
  programs = buildPrograms();
});
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'ledgerdesk-supervise-'));
});
afterEach(async () => {
  await programs.stop();
  signalAll(claimants(join(dataDir, 'children')), 'SIGKILL');
  await until(() => serverProcessesIn(postgres().dataDir).length === 0);
  rmSync(dataDir, { recursive: true, force: true });
});
afterAll(() => programs.close());

const child = (name: string, behaviour: string) => ({
  name,
  entry: programs.path('child'),
  args: [behaviour, join(dataDir, 'diary')],
  env: { NAME: name },
});
const supervise = (plan: object) => programs.run('supervisor', [JSON.stringify({ dataDir, ...plan })]);
const diary = () => readFileSync(join(dataDir, 'diary'), 'utf8').trim().split('\n');
const postgres = () => ({ dataDir: join(dataDir, 'postgres') });
const pidOf = async (program: Program, name: string) =>
  Number((await program.line(new RegExp(`^${name} +\\| working as`))).split(' ').at(-1));
const alive = (pid: number) => birthOf(pid) !== undefined;

describe('children', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'start in order, write one log, end in reverse on %s with 0',
    async (signal) => {
      const program = supervise({ children: [child('first', 'works'), child('second', 'works')] });
      await program.line(/^all ready/);
      program.process.kill(signal);

      expect(await program.ended).toEqual({ code: 0, signal: null });
      expect(diary()).toEqual([
        'started first',
        'started second',
        'stopping second',
        'stopped second',
        'stopping first',
        'stopped first',
      ]);
      const pid = await pidOf(program, 'first');
      expect(program.lines).toContain(`first      | working as ${pid}`);
      expect(program.lines).toContain(`ready {"ready":true,"url":"child://${pid}"}`);
    },
  );

  it('are restarted when they die, with a line that says so', async () => {
    const program = supervise({ children: [child('steady', 'works'), child('mortal', 'works')] });
    await program.line(/^all ready/);
    process.kill(await pidOf(program, 'mortal'), 'SIGKILL');
    await program.line(/^supervisor \| mortal died \(signal SIGKILL\), restart 1 in 200 ms$/);
    await program.line(/^supervisor \| mortal is ready again$/);
    program.process.kill('SIGTERM');

    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(diary().filter((entry) => entry === 'started mortal')).toHaveLength(2);
    expect(diary().filter((entry) => entry === 'started steady')).toHaveLength(1);
  });

  it('end everything with 1 when one dies five times within a minute', async () => {
    const program = supervise({ children: [child('steady', 'works'), child('mortal', 'dies')] });

    expect(await program.ended).toEqual({ code: 1, signal: null });
    expect(program.lines.filter((line) => line.includes('mortal died'))).toEqual([
      'supervisor | mortal died (exit code 1), restart 1 in 200 ms',
      'supervisor | mortal died (exit code 1), restart 2 in 400 ms',
      'supervisor | mortal died (exit code 1), restart 3 in 800 ms',
      'supervisor | mortal died (exit code 1), restart 4 in 1600 ms',
      'supervisor | mortal died (exit code 1), 5 times within a minute: given up',
    ]);
    expect(diary().slice(-2)).toEqual(['stopping steady', 'stopped steady']);
  });

  it('fail the whole start with their last lines when they never get ready', async () => {
    const program = supervise({ children: [child('steady', 'works'), child('broken', 'dies-at-start')] });

    expect(await program.ended).toEqual({ code: 1, signal: null });
    expect(program.lines).not.toContain('all ready');
    const verdict = program.lines.findIndex((line) => line.includes('it was never ready. Its last lines:'));
    expect(program.lines[verdict + 1]).toBe('supervisor | the configuration is nonsense');
    expect(diary().at(-1)).toBe('stopped steady');
  });

  it('are killed after the grace time, and the code is 1 because not everything was flushed', async () => {
    const program = supervise({ graceMs: 300, children: [child('first', 'works'), child('deaf', 'deaf')] });
    await program.line(/^all ready/);
    program.process.kill('SIGTERM');

    expect(await program.ended).toEqual({ code: 1, signal: null });
    expect(program.lines).toContain('supervisor | deaf did not end within 300 ms and is killed');
    expect(diary().at(-1)).toBe('stopped first');
  });

  it('give the code 1 when they cannot end in good order', async () => {
    const program = supervise({ children: [child('leaky', 'fails-to-stop')] });
    await program.line(/^all ready/);
    program.process.kill('SIGTERM');

    expect(await program.ended).toEqual({ code: 1, signal: null });
    expect(program.lines).toContain('supervisor | leaky ended badly (exit code 1)');
  });

  it('are killed by a second signal, but not by the echo of the first', async () => {
    const program = supervise({ graceMs: 60_000, children: [child('deaf', 'deaf')] });
    await program.line(/^all ready/);
    program.process.kill('SIGINT');
    program.process.kill('SIGINT');
    await program.line(/SIGINT: ending everything/);
    await sleep(1_200);
    expect(program.lines.filter((line) => line.includes('again'))).toEqual([]);
    program.process.kill('SIGINT');

    expect(await program.ended).toEqual({ code: 1, signal: null });
    expect(program.lines).toContain('supervisor | SIGINT again: killing what is left');
  });
});

it('ends everything with 1 when the caller’s own part of the start fails', async () => {
  const program = supervise({ children: [child('first', 'works')], failure: 'migration 7 failed' });

  expect(await program.ended).toEqual({ code: 1, signal: null });
  expect(program.lines).toContain('supervisor | migration 7 failed');
  expect(diary().at(-1)).toBe('stopped first');
});

it('refuses a directory that another supervisor uses, naming its pid', async () => {
  const first = supervise({ children: [child('first', 'works')] });
  await first.line(/^all ready/);
  const second = supervise({ children: [child('second', 'works')] });

  expect(await second.ended).toEqual({ code: 1, signal: null });
  expect(second.lines).toEqual([`supervisor | ${dataDir} is in use by process ${first.process.pid}`]);
  expect(diary()).toEqual(['started first']);
});

it('ends with 0 on a signal in the middle of the first start, and the next one starts afresh', async () => {
  const plan = { postgres: postgres(), children: [child('first', 'works')] };
  const interrupted = supervise(plan);
  await until(() => existsSync(`${postgres().dataDir}.new`));
  interrupted.process.kill('SIGTERM');
  expect(await interrupted.ended).toEqual({ code: 0, signal: null });
  expect(interrupted.lines.filter((line) => line.startsWith('ready'))).toEqual([]);
  expect(serverProcessesIn(postgres().dataDir)).toEqual([]);

  await supervise(plan).line(/^all ready/);
});

describe('after kill -9', () => {
  it('of PostgreSQL it comes back on the same port with its data', async () => {
    const program = supervise({ postgres: postgres() });
    const url = (await program.line(/^url/)).slice(4);
    await query(url, 'create table kept as select 42 as answer');
    signalAll([postmasterOf(postgres().dataDir) ?? 0], 'SIGKILL');
    await program.line(/^supervisor \| postgresql died \(signal SIGKILL\), restart 1 in 200 ms$/);
    await program.line(/^supervisor \| postgresql is ready again$/);

    expect(await query(url, 'table kept')).toEqual([{ answer: 42 }]);
    program.process.kill('SIGTERM');
    expect(await program.ended).toEqual({ code: 0, signal: null });
  });

  it('of the supervisor nothing goes on, and the next start finds everything', async () => {
    const plan = { postgres: postgres(), children: [child('first', 'works'), child('second', 'works')] };
    const killed = supervise(plan);
    const url = (await killed.line(/^url/)).slice(4);
    await query(url, 'create table kept as select 42 as answer');
    const pids = [await pidOf(killed, 'first'), await pidOf(killed, 'second')];
    await killed.line(/^all ready/);
    killed.process.kill('SIGKILL');
    await until(() => !pids.some(alive) && serverProcessesIn(postgres().dataDir).length === 0);
    expect(
      diary()
        .filter((entry) => entry.startsWith('stopped'))
        .sort(),
    ).toEqual(['stopped first', 'stopped second']);

    const next = supervise(plan);
    expect(await query((await next.line(/^url/)).slice(4), 'table kept')).toEqual([{ answer: 42 }]);
    await next.line(/^all ready/);
    next.process.kill('SIGTERM');
    expect(await next.ended).toEqual({ code: 0, signal: null });
  });

  it('of everything the next start heals what is left', async () => {
    const plan = { postgres: postgres(), children: [child('first', 'works')] };
    const killed = supervise(plan);
    const url = (await killed.line(/^url/)).slice(4);
    await query(url, 'create table kept as select 42 as answer');
    const pid = await pidOf(killed, 'first');
    await killed.line(/^all ready/);
    signalAll([killed.process.pid ?? 0, pid, ...serverProcessesIn(postgres().dataDir)], 'SIGKILL');
    await killed.ended;
    expect(readdirSync(postgres().dataDir)).toContain('postmaster.pid');

    const next = supervise(plan);
    expect(await query((await next.line(/^url/)).slice(4), 'table kept')).toEqual([{ answer: 42 }]);
    await next.line(/^all ready/);
  });

  it('of the supervisor the next start ends a child that did not notice', async () => {
    const killed = supervise({ children: [child('deaf', 'deaf')] });
    const pid = await pidOf(killed, 'deaf');
    await killed.line(/^all ready/);
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(alive(pid)).toBe(true);

    const next = supervise({ graceMs: 200, children: [child('first', 'works')] });
    await next.line(/^all ready/);
    expect(alive(pid)).toBe(false);
  });
});
