// One world from a seed: processes that come and go, callers, and what goes wrong. Then all of it stops going wrong, what
// was under way ends, and the witness looks at everything once more.
import { Logger } from '@nestjs/common';
import { models } from '../../projections/index.js';
import { policy } from '../../projections/test/random-log.js';
import { tenants, work, type Desk } from './callers.js';
import { SimulatedLog } from './log.js';
import type { Plant } from './plants.js';
import { startProjector, startWriter, type Parts, type Projector, type Writer } from './processes.js';
import { inhabit } from './surroundings.js';
import { SimulatedTables } from './tables.js';
import { SimulatedVault } from './vault.js';
import { Witness } from './witness.js';
import { calm, Process, World, type Faults } from './world.js';

export interface Told {
  readonly seed: number;
  readonly steps: number;
  readonly events: number;
  readonly trace: string;
  readonly happened: ReadonlyMap<string, number>;
  readonly broken?: { readonly why: string; readonly recent: readonly string[] };
}

const system = { id: 'system', role: 'system', kind: 'system' } as const;
const hour = 3_600_000;

export async function simulate(
  seed: number,
  steps: number,
  { plant = {}, remembered }: { readonly plant?: Plant; readonly remembered: number },
): Promise<Told> {
  const world = new World(seed, remembered);
  inhabit(world);
  const vault = new SimulatedVault(world);
  const witness = new Witness(world, vault);
  const log = new SimulatedLog(world, witness.stored, witness.unanswered);
  const tables = new SimulatedTables(world, models, witness.committed, plant.database);
  const parts: Parts = {
    world,
    server: (process) => log.for(process),
    keys: (process) => vault.for(process),
    open: (process) => tables.for(process),
    ...plant,
  };
  const told = (broken?: Told['broken']): Told => ({
    seed,
    steps: world.steps,
    events: log.events.length,
    trace: world.trace,
    happened: world.happened,
    ...(broken ? { broken } : {}),
  });
  try {
    await live(parts, log, tables, witness, steps);
    await witness.atRest(log.streams, tables.models.values());
    world.check();
    return told();
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return told({ why, recent: world.recent });
  }
}

async function live(parts: Parts, log: SimulatedLog, tables: SimulatedTables, witness: Witness, steps: number) {
  const { world } = parts;
  const { chance } = world;
  const writers: Writer[] = [];
  const projectors: Projector[] = [];
  const tickets = new Map(tenants.map((tenant) => [tenant, [] as string[]]));
  const desk: Desk = { world, witness, writers, tickets };

  let born = 0;
  const bear = (kind: string): Process => {
    const process = new Process(`${kind}-${(born += 1)}`);
    process.skewMs = chance.is(0.3) ? (chance.next() - 0.5) * hour : 0;
    return process;
  };
  const writer = (): void => {
    const process = bear('writer');
    let mine: Writer | undefined;
    process.onDeath(() => {
      if (mine) writers.splice(writers.indexOf(mine), 1);
      world.later(null, chance.below(2_000), 'a writer is started again', writer, false);
    });
    startWriter(parts, process, (ready) => writers.push((mine = ready)));
  };
  const projector = (): void => {
    const process = bear('projector');
    const started = startProjector(parts, process);
    projectors.push(started);
    process.onDeath(() => {
      projectors.splice(projectors.indexOf(started), 1);
      world.later(null, chance.below(5_000), 'a projector is started again', projector, false);
    });
  };
  for (let i = 1 + chance.below(4); i > 0; i -= 1) writer();
  for (let i = 1 + chance.below(3); i > 0; i -= 1) projector();
  await world.run(() => writers.length > 0, 1_000);
  await seedPolicies(world, writers);

  world.faults = faultsOf(world);
  let over = false;
  let working = 2 + chance.below(12);
  for (let i = working; i > 0; i -= 1) {
    world.turn(null, 'a caller comes', () => {
      void work(desk, () => !over).then(() => (working -= 1));
    });
  }
  const disturb = (): void => {
    world.later(
      null,
      chance.below(20_000),
      'something changes',
      () => {
        if (over) return;
        disturb();
        if (world.strikes('clockJump')) jump(world, [...writers, ...projectors]);
        if (chance.is(0.2)) world.turn(null, 'an administrator comes', () => void changePolicy(world, writers));
        if (chance.is(0.1)) {
          const stopping = projectors[chance.below(projectors.length)];
          if (!stopping) return;
          stopping.stop();
          world.count('stopped');
          world.later(null, 10_000, 'a projector has stopped', () => stopping.process.die(), false);
        }
      },
      false,
    );
  };
  disturb();
  const end = world.steps + steps;
  await world.run(() => world.steps >= end, steps + 1);

  over = true;
  world.faults = calm;
  const caughtUp = (): boolean =>
    [...tables.models.values()].every(({ bookmark }) => bookmark?.position === log.head) && working === 0;
  await world.run(caughtUp, 50_000 + steps);
}

/** Each world has some of them, and more or less of each. */
function faultsOf({ chance }: World): Faults {
  const rate = (most: number): number => (chance.is(0.3) ? 0 : most * chance.next() ** 2);
  return {
    crash: rate(0.004),
    freeze: rate(0.001),
    lostAnswer: rate(0.1),
    unavailable: rate(0.003),
    lostConnection: rate(0.02),
    duplicate: rate(0.6),
    clockJump: rate(1),
  };
}

/** Hours or weeks, forwards or back, of one clock or of all. */
function jump({ chance }: World, all: readonly { readonly process: Process }[]): void {
  const by = (chance.next() - 0.4) * hour * (chance.is(0.5) ? 24 * 30 : 2);
  const one = chance.is(0.5) ? all[chance.below(all.length)] : undefined;
  for (const { process } of one ? [one] : all) process.skewMs += by;
}

async function seedPolicies(world: World, writers: readonly Writer[]): Promise<void> {
  const { version: _version, ...document } = policy;
  const [writer] = writers;
  let left: number = tenants.length;
  world.turn(writer?.process ?? null, 'policies are published', () => {
    for (const tenant of tenants) {
      void writer?.policies.publish(tenant, document, { by: system }).then(() => (left -= 1));
    }
  });
  await world.run(() => left === 0, 1_000);
}

const windows = ['P1D', 'P7D', 'P14D', null] as const;

/** May come to nothing: whoever does this looks at what became of it. */
async function changePolicy(world: World, writers: readonly Writer[]): Promise<void> {
  const { chance } = world;
  const writer = writers[chance.below(writers.length)];
  const tenant = tenants[chance.below(tenants.length)] ?? 'acme';
  const window = windows[chance.below(windows.length)] ?? null;
  if (!writer) return;
  world.turn(writer.process, 'a policy is changed', () => {
    const change = (current: typeof policy) => ({ ...documentOf(current), reopen: { ...current.reopen, window } });
    writer.policies.change(tenant, change, { by: system }).then(
      () => world.count('policyChanged'),
      () => undefined,
    );
  });
}
const documentOf = ({ version: _version, ...document }: typeof policy) => document;

Logger.overrideLogger(false);
