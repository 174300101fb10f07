import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Programs, buildPrograms } from '../test/programs.js';
import { claim } from './claims.js';
import { lock } from './lock.js';
import { birthOf } from './processes.js';

let directory: string;
let claims: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'ledgerdesk-lock-'));
  claims = join(directory, 'lock');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

it('is free again after the release, and not before', async () => {
  const release = await lock(directory, claims);
  await expect(lock(directory, claims)).rejects.toThrow(`${directory} is already in use by this process`);
  release();
  (await lock(directory, claims))();
  expect(readdirSync(claims)).toEqual([]);
});

it('names the living process that holds it', async () => {
  claim(claims, process.ppid);
  await expect(lock(directory, claims)).rejects.toThrow(`${directory} is in use by process ${process.ppid}`);
});

it('is healed when its holder is dead, also when another program has the pid now', async () => {
  (await lock(directory, claims))();
  writeFileSync(join(claims, `${process.ppid}-${birthOf(process.ppid)}9`), ''); // born at another time
  writeFileSync(join(claims, `4194304-${birthOf(process.pid)}`), ''); // beyond the highest pid there is
  const release = await lock(directory, claims);
  expect(readdirSync(claims)).toEqual([`${process.pid}-${birthOf(process.pid)}`]);
  release();
});

describe('with many at once', () => {
  let programs: Programs;
  beforeAll(() => {
    programs = buildPrograms();
  });
  afterAll(() => programs.close());

  it('never lets two in', async () => {
    const diary = join(directory, 'diary');
    writeFileSync(diary, '');
    const contenders = Array.from({ length: 6 }, () => programs.run('holder', [directory, diary]));
    await Promise.all(contenders.map(({ ended }) => ended));

    const entries = readFileSync(diary, 'utf8').trim().split('\n');
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter((entry, turn) => entry !== (turn % 2 === 0 ? 'in' : 'out'))).toEqual([]);
  });
});
