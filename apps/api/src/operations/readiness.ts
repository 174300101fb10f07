import { ApiProperty } from '@nestjs/swagger';
import { listProjections, type Database, type Projection } from '#read-side';
import type { Ledger } from '#ledger';
import type { Metrics } from './metrics.js';
import { withoutStreams } from './told.js';

const patienceMs = 2_000;

export class DependencyState {
  name!: string;
  ok!: boolean;
  /** what is wrong */
  problem?: string;
}

export class ProjectionState {
  name!: string;
  ok!: boolean;
  /** how old what it shows may be; null: it has not run yet */
  lagMs!: number | null;
  position!: string | null;
  /** how far its rebuild is, 0 to 1 */
  rebuilding?: number;
  /** why it stands still */
  problem?: string;
}

export class Ready {
  @ApiProperty({ enum: ['ready', 'unavailable'] })
  status!: 'ready' | 'unavailable';
  dependencies!: DependencyState[];
  projections!: ProjectionState[];
}

export class Readiness {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly metrics: Metrics,
  ) {}

  async look(): Promise<Ready> {
    const [log, models] = await Promise.all([within(this.ledger.ping()), within(this.projections())]);
    const dependencies: DependencyState[] = [
      { name: 'event-log', ...outcome(log) },
      { name: 'database', ...outcome(models) },
    ];
    const projections = 'value' in models ? models.value : [];
    const ready = [...dependencies, ...projections].every(({ ok }) => ok);
    return { status: ready ? 'ready' : 'unavailable', dependencies, projections };
  }

  async projections(): Promise<ProjectionState[]> {
    const projections = await listProjections(this.database.db);
    this.metrics.tellProjections(projections);
    return projections.map((projection) => {
      const { name, lagMs, position, progress } = projection;
      const problem = problemOf(projection);
      return {
        name,
        ok: problem === null,
        lagMs,
        position,
        ...(progress === null ? {} : { rebuilding: progress }),
        ...(problem === null ? {} : { problem }),
      };
    });
  }
}

/** Behind by work is not down; silent for long is. */
function problemOf({ halted, lagMs, silent }: Projection): string | null {
  if (halted !== null) return withoutStreams(halted);
  if (lagMs === null) return 'it has not run yet';
  return silent ? 'the projector is silent' : null;
}

type Outcome<T> = { readonly value: T } | { readonly problem: string };

/** The outcome of the work, or that it takes too long. */
export async function within<T>(work: Promise<T>): Promise<Outcome<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome<T>>((resolve) => {
    timer = setTimeout(() => resolve({ problem: `no answer within ${patienceMs} ms` }), patienceMs);
  });
  try {
    return await Promise.race([work.then((value) => ({ value })), late]);
  } catch (error) {
    return { problem: error instanceof Error ? error.name : 'unknown' };
  } finally {
    clearTimeout(timer);
  }
}

const outcome = (result: Outcome<unknown>): Omit<DependencyState, 'name'> =>
  'value' in result ? { ok: true } : { ok: false, problem: result.problem };
