// Counts what only the worker sees, so that one page of figures tells of everything: jobs by state, and timers that are due.
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { autoCloseDue } from '#ticket';
import type { FigureTable } from '#read-side';
import { NoPolicy } from '#write-side';
import type { Parts } from './parts.js';
import { tenantsOf } from './timers/clocks.js';

const everyMs = 10_000;
const epoch = new Date(0).toISOString();

type Using = Pick<Parts, 'queue' | 'database' | 'policies' | 'now' | 'log'>;
type Figure = Pick<FigureTable, 'name' | 'label' | 'value'>;

/** Until the signal aborts. What cannot be counted just now keeps its age. */
export async function keepCounting(parts: Using, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await store(parts, [...(await jobs(parts)), ...(await timersDue(parts)), ...(await reactions(parts))]);
    } catch (error) {
      parts.log.warn({ err: error }, 'figures are not counted');
    }
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

async function jobs({ queue }: Using): Promise<Figure[]> {
  const counts = await queue.getJobCounts('waiting', 'delayed', 'active', 'failed');
  return Object.entries(counts).map(([label, value]) => ({ name: 'jobs', label, value }));
}

async function reactions({ database }: Using): Promise<Figure[]> {
  const rows = await database.db.selectFrom('worker.bookmarks').select(['reaction', 'halted']).execute();
  return rows.map(({ reaction, halted }) => ({
    name: 'reaction_running',
    label: reaction,
    value: halted === null ? 1 : 0,
  }));
}

/** Clocks that should have rung and are still running, and by how much the first of them is late. */
async function timersDue({ database, policies, now }: Using): Promise<Figure[]> {
  let due = 0;
  let lateMs = 0;
  for (const tenant of await tenantsOf(database)) {
    const policy = await policies.get(tenant).catch((error: unknown) => {
      if (error instanceof NoPolicy) return null;
      throw error;
    });
    const delay = policy && autoCloseDue({ live: true, clockFrom: epoch }, policy);
    if (delay === null) continue;
    const { count, first } = await database.db
      .selectFrom('read.due_timers')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('clock_from').as('first')])
      .where('tenant', '=', tenant)
      .where('live', '=', true)
      .where('resolved', '=', true)
      .where('clock_from', '<=', new Date(now() - delay).toISOString())
      .executeTakeFirstOrThrow();
    due += count;
    if (first !== null) lateMs = Math.max(lateMs, now() - delay - Date.parse(first));
  }
  return [
    { name: 'timers_due', label: '', value: due },
    { name: 'timers_late_seconds', label: '', value: lateMs / 1_000 },
  ];
}

async function store({ database }: Using, figures: readonly Figure[]): Promise<void> {
  await database.db
    .insertInto('worker.figures')
    .values(figures.map((figure) => ({ ...figure, updated_at: sql<string>`now()` })))
    .onConflict((conflict) =>
      conflict.columns(['name', 'label']).doUpdateSet((row) => ({
        value: row.ref('excluded.value'),
        updated_at: row.ref('excluded.updated_at'),
      })),
    )
    .execute();
}
