// `npm run crucible -- --rounds 50`: see docs/crucible.md.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { playable, run, type Found } from './crucible.js';
import { faults } from './faults/index.js';
import { mutants, plant, type Mutant } from './mutants.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    rounds: { type: 'string', default: '10' },
    round: { type: 'string' },
    mutant: { type: 'string' },
    fault: { type: 'string', multiple: true, default: [] },
    list: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => console.log(line);
const whole = (name: string, text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a whole number`);
  return Number(text);
};

if (values.list) {
  for (const { name, what } of faults) say(`${name.padEnd(30)} ${what}`);
  say('\nmutants');
  for (const { name, what, breaks } of mutants) say(`${name.padEnd(30)} ${what} (${breaks.join(', ')})`);
  process.exit(0);
}

const seed = values.seed === undefined ? randomInt(1, 1_000_000) : whole('seed', values.seed);
const unknown = values.fault.find((name) => !faults.some((fault) => fault.name === name));
if (unknown !== undefined) throw new Error(`there is no fault ${unknown}: --list`);
const chosen = playable(
  faults.filter(({ name }) => values.fault.length === 0 || values.fault.includes(name)),
  say,
);
const rounds =
  values.round === undefined
    ? Array.from({ length: whole('rounds', values.rounds) }, (_, index) => index + 1)
    : [whole('round', values.round)];

if (values.mutant !== undefined) process.exit((await goRed(values.mutant)) ? 0 : 1);

say(`seed ${seed}, ${rounds.length} rounds`);
const started = Date.now();
const found = await run({ root: process.cwd(), seed, rounds, faults: chosen, say });
say(`${((Date.now() - started) / 1_000).toFixed(0)} s`);
if (found) report(found);
process.exit(found ? 1 : 0);

function report({ round, fault, violations }: Found): void {
  for (const { invariant, what } of violations.slice(0, 20)) say(`${invariant}: ${what}`);
  say(`again: npm run crucible -- --seed ${seed} --fault ${fault} --round ${round}`);
}

/** True: every mutant that was asked for is caught. */
async function goRed(wanted: string): Promise<boolean> {
  const planted = mutants.filter(({ name }) => wanted === 'all' || name === wanted);
  if (planted.length === 0) throw new Error(`there is no mutant ${wanted}: --list`);
  const verdicts: string[] = [];
  for (const mutant of planted) {
    const { caught, how } = await isCaught(mutant);
    verdicts.push(`${caught ? 'caught' : 'NOT CAUGHT'}  ${mutant.name}: ${how}`);
    say(verdicts.at(-1) ?? '');
  }
  say('');
  for (const verdict of verdicts) say(verdict);
  return !verdicts.some((verdict) => verdict.startsWith('NOT'));
}

async function isCaught(mutant: Mutant): Promise<{ caught: boolean; how: string }> {
  const { name, fault, rounds: most, breaks } = mutant;
  const strikes = playable(
    faults.filter((one) => one.name === fault),
    say,
  );
  if (strikes.length === 0) return { caught: true, how: `skipped, as ${fault} cannot be played here` };
  const { root, remove } = plant(mutant);
  say(`mutant ${name}, seed ${seed}`);
  try {
    const numbers = Array.from({ length: most }, (_, index) => index + 1);
    const red = await run({ root, seed, rounds: numbers, faults: strikes, say });
    const telling = red?.violations.find(({ invariant }) => breaks.includes(invariant));
    if (telling) return { caught: true, how: `${telling.invariant}: ${telling.what.slice(0, 200)}` };
    return {
      caught: false,
      how: red ? `only ${red.violations.map(({ invariant }) => invariant).join(', ')}` : 'all held',
    };
  } finally {
    remove();
  }
}
