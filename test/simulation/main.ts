// `npm run simulate`: worlds, one seed after the other, until they have gone through as many steps as were asked for, each to its
// own end. A
// step is one await of product code or of a caller that was resumed; what servers do in between is not counted.
import { parseArgs } from 'node:util';
import { plants } from './plants.js';
import { replaceSurroundings } from './surroundings.js';
import { simulate } from './simulate.js';

const usage = `npm run simulate -- [--steps 1000000] [--seed n] [--world-steps 20000] [--last 60] [--plant name] [--json]

plants: ${Object.keys(plants).join(', ')}
`;
const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '1000000' },
    seed: { type: 'string' },
    'world-steps': { type: 'string', default: '20000' },
    /** things that happened before a failure, to be told */
    last: { type: 'string', default: '60' },
    plant: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const whole = (name: string, text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new TypeError(`--${name} must be a whole number`);
};

async function main(): Promise<boolean> {
  const steps = whole('steps', values.steps);
  const perWorld = whole('world-steps', values['world-steps']);
  const first = values.seed === undefined ? Math.floor(Math.random() * 1e9) : whole('seed', values.seed);
  const plant = values.plant === undefined ? {} : plants[values.plant];
  if (!plant) throw new TypeError(`there is no plant ${values.plant}`);
  const clock = performance.now.bind(performance);
  const started = clock();
  replaceSurroundings();

  const sums = new Map<string, number>();
  const traces: string[] = [];
  let [done, events] = [0, 0];
  for (let seed = first; done < steps; seed += 1) {
    const told = await simulate(seed, perWorld, { plant, remembered: whole('last', values.last) });
    done += told.steps;
    events += told.events;
    traces.push(told.trace);
    for (const [what, times] of told.happened) sums.set(what, (sums.get(what) ?? 0) + times);
    if (!told.broken) continue;
    const { why, recent } = told.broken;
    const own = perWorld === 20_000 ? '' : ` --world-steps ${perWorld}`;
    const again = `npm run simulate -- --seed ${seed} --steps 1${own}`;
    const withPlant = values.plant === undefined ? '' : ` --plant ${values.plant}`;
    process.stderr.write(`${recent.join('\n')}\n\n${why}\nat step ${told.steps}; again with\n  ${again}${withPlant}\n`);
    return false;
  }
  const seconds = (clock() - started) / 1000;
  const summary = { seed: first, steps: done, worlds: traces.length, events, seconds: Math.round(seconds * 10) / 10 };
  if (values.json)
    process.stdout.write(`${JSON.stringify({ ...summary, traces, happened: Object.fromEntries(sums) })}\n`);
  else {
    const told = [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([what, times]) => `  ${what}: ${times}`);
    process.stdout.write(`${JSON.stringify(summary)}\n${told.join('\n')}\n`);
  }
  return true;
}

if (values.help) process.stdout.write(usage);
else process.exitCode = (await main()) ? 0 : 1;
