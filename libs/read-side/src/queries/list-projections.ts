// How every read model stands: how far it is, how old what it shows may be, and what is being built anew.
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database.js';
import { heartbeatMs, lagMs } from '../tables/bookmarks.js';
import type { Tables } from '../tables/database.js';
import { readModels } from '../tables/read-models.js';
import { DATABASE } from './tokens.js';

export interface Projection {
  readonly name: string;
  /** of the model its rows were made by; null: it has not run yet */
  readonly version: number | null;
  /** $all position it has come to */
  readonly position: string | null;
  /** how old what it shows may be; null: it has not run yet */
  readonly lagMs: number | null;
  readonly state: 'live' | 'rebuilding' | 'halted';
  /** of the rebuild, 0 to 1; null: there is none */
  readonly progress: number | null;
  /** nobody has written its bookmark for some time */
  readonly silent: boolean;
  /** why it stands still */
  readonly halted: string | null;
  /** why its last rebuild failed */
  readonly rebuildError: string | null;
  /** when its tables were last built anew */
  readonly rebuiltAt: string | null;
}

export async function listProjections(db: Kysely<Tables>): Promise<Projection[]> {
  const rows = await db
    .selectFrom('read.bookmarks as live')
    .fullJoin('read.rebuilds as rebuild', 'rebuild.model', 'live.model')
    .leftJoin('read.bookmarks as next', (join) =>
      join.onRef('next.model', '=', 'rebuild.model').on('next.live', '=', false),
    )
    .where((where) => where.or([where('live.live', '=', true), where('live.live', 'is', null)]))
    .select([
      sql<string>`coalesce(live.model, rebuild.model)`.as('model'),
      'live.version',
      'live.position',
      'live.recorded_at',
      'live.updated_at',
      'live.caught_up',
      'live.halted',
      'rebuild.ordered_at',
      'rebuild.started_at',
      'rebuild.finished_at',
      'rebuild.error',
      'rebuild.goal',
      'next.position as built',
    ])
    .execute();
  const found = new Map(rows.map((row) => [row.model, row]));
  const now = Date.now();
  return readModels.map(({ model: name }) => {
    const row = found.get(name);
    const { version = null, position = null, updated_at, recorded_at = null, halted = null } = row ?? {};
    const building = row?.ordered_at != null && row.finished_at === null && row.error === null;
    return {
      name,
      version,
      position,
      lagMs: updated_at ? lagMs({ recorded_at, updated_at, caught_up: row?.caught_up ?? false }, now) : null,
      state: building ? 'rebuilding' : halted !== null ? 'halted' : 'live',
      progress: building ? shareOf(row.started_at === null ? null : row.built, row.goal) : null,
      silent: !updated_at || now - Date.parse(updated_at) > 6 * heartbeatMs,
      halted,
      rebuildError: row?.error ?? null,
      rebuiltAt: row?.finished_at ?? null,
    };
  });
}

/** Positions grow with what is stored, so a share of them is about a share of the work. */
function shareOf(position: string | null | undefined, goal: string | null): number {
  if (!position || !goal || goal === '0') return 0;
  return Math.min(1, Number((BigInt(position) * 1000n) / BigInt(goal)) / 1000);
}

export class ListProjections extends Query<Projection[]> {}

@QueryHandler(ListProjections)
export class ListProjectionsHandler implements IQueryHandler<ListProjections> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute(): Promise<Projection[]> {
    return listProjections(this.database.db);
  }
}
