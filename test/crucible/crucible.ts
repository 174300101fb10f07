// Rounds: writers write, a fault strikes, everything has to come to rest by itself, and then every invariant is checked on
// what is there. Which fault strikes when, and what is asked, follows from seed and round; what the machine makes of it
// does not, so a reproduction is likely, not certain.
import { chanceFrom } from '../../bench/generator/chance.js';
import { redisServer } from './kept-servers.js';
import { faults, type Fault, type Strike } from './faults/index.js';
import { History } from './history.js';
import { checks } from './invariants/index.js';
import { logOnlyGrows } from './invariants/i3-log-only-grows.js';
import { comesToRest } from './invariants/i10-heals.js';
import { naiveCursorSkips, nothingSkippedSoFar } from './invariants/i6-nothing-skipped.js';
import { Readers } from './readers.js';
import { Stack } from './stack.js';
import { Violated, type Violation } from './violation.js';
import { Writers, type Asked } from './writers.js';

export interface Running {
  /** the directory that holds the `dist` to run */
  readonly root: string;
  readonly seed: number;
  /** their numbers */
  readonly rounds: readonly number[];
  /** the faults to choose from */
  readonly faults: readonly Fault[];
  readonly say: (line: string) => void;
}

export interface Found {
  readonly round: number;
  readonly fault: string;
  readonly violations: readonly Violation[];
}

/** A desk is used for so many rounds: its log is read as a whole after each. */
const roundsOfOneDesk = 6;

/** What can be played here; what cannot is said. */
export function playable(chosen: readonly Fault[], say: (line: string) => void): Fault[] {
  return chosen.filter((fault) => {
    const { name, missing } = fault;
    const why =
      ('needs' in fault && fault.needs === 'redis' && redisServer === undefined && 'redis-server is not installed') ||
      missing?.();
    if (why) say(`skipped: ${name} (${why})`);
    return !why;
  });
}

export const faultOf = ({ seed, faults: chosen }: Pick<Running, 'seed' | 'faults'>, round: number): Fault =>
  chosen[chanceOf(seed, round).below(chosen.length)] ?? (faults[0] as Fault);

const chanceOf = (seed: number, round: number) => chanceFrom(seed * 1_000_003 + round);

/** Ends with the first round that finds something; null: none did. */
export async function run(running: Running): Promise<Found | null> {
  const { root, seed, rounds, say } = running;
  let desk: Desk | null = null;
  const end = async (): Promise<void> => {
    await desk?.stack.stop();
    desk = null;
  };
  try {
    for (const round of rounds) {
      const fault = faultOf(running, round);
      let violations: readonly Violation[];
      if ('proof' in fault) {
        await end(); // one desk at a time
        const started = performance.now();
        violations = await fault.proof(root, chanceOf(seed, round), (line) => say(`  ${line}`));
        say(`round ${round} ${fault.name}: ${secondsSince(started)} s: ${verdict(violations)}`);
      } else {
        const redis = redisServer !== undefined && (fault.needs === 'redis' || chanceOf(seed, round).is(0.5));
        const wanted = { root, redis, clock: fault.needs === 'clock', release: fault.needs === 'release' };
        const fits = fault.needs === undefined || desk?.stack.wanted[fault.needs];
        if (!fits || desk?.rounds === roundsOfOneDesk) await end();
        desk ??= await openDesk(wanted, say);
        violations = await play(desk, running, round, fault);
      }
      if (violations.length > 0) return { round, fault: fault.name, violations };
    }
    return null;
  } finally {
    await end();
  }
}

interface Desk {
  readonly stack: Stack;
  readonly asked: Asked[];
  rounds: number;
  history: History | null;
  clockMoved: boolean;
}

async function openDesk(wanted: Stack['wanted'], say: (line: string) => void): Promise<Desk> {
  const stack = await Stack.start(wanted);
  try {
    say(`a new desk, queues in ${wanted.redis ? 'Redis' : 'PostgreSQL'}`);
    const [skipped] = await naiveCursorSkips(stack.postgres.url, stack.pool);
    if (!skipped) throw new Error('the naive cursor skipped nothing: the check of I6 sees nothing here');
    say(`${skipped.what} (as it must: I6 would see it)`);
    return { stack, asked: [], rounds: 0, history: null, clockMoved: false };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

const warmUp = { commands: 60, ms: 20_000 };
const afterwards = { commands: 40, ms: 20_000 };

async function play(desk: Desk, { seed, say }: Running, round: number, fault: Strike): Promise<Violation[]> {
  const { stack } = desk;
  const started = performance.now();
  const chance = chanceOf(seed, round);
  chance.next(); // chose the fault
  const writers = new Writers(stack, chance, `${seed}-${round}`);
  const readers = new Readers(stack, writers);
  desk.clockMoved ||= fault.needs === 'clock';
  desk.rounds += 1;
  const told = (line: string): void => say(`  ${line}`);
  try {
    writers.start();
    readers.start();
    await writers.more(warmUp.commands, warmUp.ms);
    if (fault.quiet) {
      await writers.stop();
      await comesToRest(stack);
    }
    await fault.strike({ stack, writers, chance, say: told });
    if (fault.quiet) writers.start();
    await writers.more(afterwards.commands, afterwards.ms);
    await writers.stop();
    await readers.stop();
    await stack.endGuests();
    await comesToRest(stack);
  } catch (error) {
    if (!(error instanceof Violated)) throw error;
    tails(stack, say);
    return [error.violation, ...(await brokenInTheLog(desk))];
  } finally {
    writers.abandon();
    desk.asked.push(...writers.asked);
    await readers.stop();
  }
  const { asked, clockMoved, history: before } = desk;
  const history = await History.read(stack.client);
  desk.history = history;
  const facts = { stack, history, before, asked, clockMoved };
  const found = [...writers.violations];
  for (const check of checks) found.push(...(await check(facts)));
  const { acknowledged, sentAgain } = writers;
  say(
    `round ${round} ${fault.name}: ${writers.asked.length} commands, ${acknowledged} acknowledged, ${sentAgain} sent again; ` +
      `${history.events.length} events, ${secondsSince(started)} s: ${verdict(found)}`,
  );
  return found;
}

const secondsSince = (started: number): string => ((performance.now() - started) / 1_000).toFixed(1);
const verdict = (found: readonly Violation[]): string => (found.length === 0 ? 'holds' : 'BROKEN');

/** What does not heal may stand on a log that is broken, or on events that were skipped: so much can be said of nobody at rest. */
async function brokenInTheLog({ stack, asked, clockMoved, history: before }: Desk): Promise<readonly Violation[]> {
  try {
    const facts = { stack, history: await History.read(stack.client), before, asked, clockMoved };
    return [...(await logOnlyGrows(facts)), ...nothingSkippedSoFar(facts)];
  } catch {
    return []; // the log is what is away
  }
}

/** What the processes said last, for whoever looks for the cause. */
function tails(stack: Stack, say: (line: string) => void): void {
  for (const { name, lines } of stack.processes)
    for (const line of lines.slice(-5)) say(`  ${name} | ${line.slice(0, 300)}`);
}
