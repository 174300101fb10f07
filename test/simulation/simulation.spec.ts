// Write side and projectors in one thread, with a seed for all that may go wrong: what must hold holds, the same seed does
// the same again, and each bug that is planted is found, or none of this would prove anything.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
interface Summary {
  readonly steps: number;
  readonly traces: readonly string[];
  readonly happened: Readonly<Record<string, number>>;
}

const simulate = (...args: string[]): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['test/simulation/run.mjs', '--json', ...args]);
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });

/** Fails with what to run again. */
async function holds(seed: number, steps: number, more: readonly string[] = []): Promise<Summary> {
  const { code, out, err } = await simulate('--seed', `${seed}`, '--steps', `${steps}`, ...more);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out) as Summary;
}

it('loses, repeats and skips nothing, whatever goes wrong in between [I1] [I2] [I3] [I4] [I5] [I6]', async () => {
  const { steps, happened } = await holds(1, 80_000);
  expect(steps).toBeGreaterThanOrEqual(80_000);
  // All of it has gone wrong, or this proves less than it says.
  for (const fault of [
    'crash', // of a process at any of its awaits, so before an append, and after it before the answer
    'freeze',
    'stopped',
    'lostAnswer',
    'lateAppendRefused',
    'conflict',
    'unavailable',
    'lostConnection',
    'duplicate',
    'keyReused',
    'clockJump',
    'policyChanged',
    'standing-by', // two projectors at once
  ]) {
    expect([fault, happened[fault] ?? 0]).not.toEqual([fault, 0]);
  }
});

it('does so from a seed that nobody has chosen', async () => {
  const seed = randomInt(1_000_000_000);
  process.stdout.write(`simulated from seed ${seed}\n`);
  await holds(seed, 20_000);
});

it('does the same again from the same seed, to the last byte', async () => {
  const small = ['--world-steps', '4000'];
  const [both, again] = [await holds(3, 8_000, small), await holds(3, 8_000, small)];
  expect(again).toMatchObject({ traces: both.traces, happened: both.happened, steps: both.steps });
  // A world does not depend on those before it, so that one that fails can be had again by itself.
  const [first, second] = both.traces;
  expect((await holds(4, 1, small)).traces).toEqual([second]);
  expect(first).not.toBe(second);
});

describe('a planted bug is found, with the seed and the step to find it again', () => {
  it.each([
    ['bookmark-outside-the-transaction', '[I4] [I5] [I6]'],
    ['two-projectors-without-compare-and-set', '[I4] [I5] [I6]'],
    ['append-with-any', '[I2] [I5]'],
    ['keys-only-in-the-cache', '[I5]'],
    ['follower-restarts-one-further', '[I4] [I6]'],
    ['events-applied-twice', '[I4] [I5]'],
  ])('%s %s', async (plant, invariants) => {
    const { code, err } = await simulate('--seed', '1', '--steps', '400000', '--plant', plant);
    expect(code).toBe(1);
    const [broken] = /\[I\d\]/.exec(err) ?? [];
    expect(invariants.split(' ')).toContain(broken);
    expect(err).toMatch(/at step \d+; again with\n {2}npm run simulate -- --seed \d+ /);
  });
});
