// The short, fixed part of `npm run crucible`, started as its user starts it. Long runs and most mutants stay out of here.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { untraceable } from './faults/flush-order.js';
import { faults } from './faults/index.js';
import { skippedBy } from './invariants/i6-nothing-skipped.js';
import { edited, mutants } from './mutants.js';

const patienceMs = 900_000; // on a machine with nothing else to do it takes a minute

async function crucible(...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['test/crucible/run.mjs', ...args], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) console.error(said);
  return { code, said };
}

const linux = process.platform === 'linux';
const here = linux ? '' : ' (skipped: needs /proc)';

(linux ? it : it.skip)(
  `holds under thirty-two writers while the event node and PostgreSQL are killed and answers are lost${here} [I1] [I2] [I3] [I4] [I5] [I6] [I7] [I9] [I10]`,
  async () => {
    const struck = ['kill-event-node', 'kill-postgres', 'lost-answer'].flatMap((name) => ['--fault', name]);
    const { code, said } = await crucible('--seed', '5', '--rounds', '3', ...struck);
    expect(code).toBe(0);
    expect(said.match(/^round \d .*: holds$/gm)).toHaveLength(3);
    expect(said).toMatch(/^the naive cursor skipped \d+ of \d+/m);
  },
  patienceMs,
);

const untraced = untraceable();
(untraced === null ? describe : describe.skip)(
  `The flush before the answer [I1]${untraced === null ? '' : ` (skipped: ${untraced})`}`,
  () => {
    it('is seen in the order of system calls, and in copies of the file', async () => {
      expect((await crucible('--fault', 'flush-order', '--rounds', '1')).code).toBe(0);
    });

    it.each(mutants.filter(({ fault }) => fault === 'flush-order').map(({ name }) => name))(
      'is missed in the mutant %s',
      async (mutant) => {
        const { code, said } = await crucible('--mutant', mutant);
        expect([code, said]).toEqual([0, expect.stringMatching(new RegExp(`^caught  ${mutant}: I1`, 'm')) as unknown]);
      },
    );
  },
);

describe('mutants', () => {
  it('are there for every invariant, each with a fault that there is', () => {
    const broken = new Set(mutants.flatMap(({ breaks }) => breaks));
    expect([...broken].toSorted()).toEqual(['I1', 'I10', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'I9']);
    const known = new Set(faults.map(({ name }) => name));
    expect(mutants.filter(({ fault }) => !known.has(fault))).toEqual([]);
  });

  it.each(mutants)('$name still finds its place in the product', (mutant) => {
    expect(edited(mutant).size).toBeGreaterThan(0);
  });

  it('whose place is gone are an error', () => {
    const gone = { name: 'gone', edits: [['dist/projections/main.js', 'no such text', '']] } as const;
    expect(() => edited(gone)).toThrow('0 places in dist/projections/main.js read no such text');
  });
});

describe('the check of followers [I6]', () => {
  const wanted = ['a', 'b', 'c'];
  it.each([
    ['skips', ['a', 'c'], 'skipped 1 of 3, the first one b'],
    ['repeats', ['a', 'b', 'b', 'c'], 'was given 1 events twice'],
    ['changes places', ['a', 'c', 'b'], 'was given c in place 1 instead of b'],
  ])('sees one that %s', (_, seen, what) => {
    expect(skippedBy('it', seen, wanted)).toEqual([{ invariant: 'I6', what: `it ${what}` }]);
  });
  it('is content with one that does neither', () => expect(skippedBy('it', wanted, wanted)).toEqual([]));
});

it('names its faults and mutants, and refuses others', () => {
  const ask = (...args: string[]) =>
    spawnSync(process.execPath, ['test/crucible/run.mjs', ...args], { encoding: 'utf8' });
  const { stdout } = ask('--list');
  for (const { name } of [...faults, ...mutants]) expect(stdout).toContain(`\n${name} `.trimStart());
  expect(ask('--fault', 'rain').stderr).toContain('there is no fault rain');
});
