// I9: at rest, memory, connections, files and the queue are within bounds that do not depend on how much was done.
import type { Violation } from '../violation.js';
import type { Check } from './facts.js';
import { jobsIn } from './jobs.js';

const bounds = {
  /** of one process */
  bytes: 700 * 1024 * 1024,
  /** files and sockets of one process, without those of its callers */
  files: 100,
  /** to PostgreSQL, of all processes: what their pools may hold */
  connections: 95,
  /** Nothing is due any more: the sweeps in between, and alarms of clocks that were stopped since. */
  jobs: 12,
};

export const bounded: Check = async ({ stack }) => {
  const found: Violation[] = [];
  const bound = (what: string, value: number, most: number): void => {
    if (value > most) found.push({ invariant: 'I9', what: `${what}: ${value}, at most ${most}` });
  };
  for (const process of [...stack.processes, ...stack.guests]) {
    const weight = process.weight();
    bound(`bytes of ${process.name}`, weight?.bytes ?? 0, bounds.bytes);
    bound(`files of ${process.name}`, weight?.files ?? 0, bounds.files);
  }
  const { rows } = await stack.pool.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where backend_type = 'client backend'`,
  );
  bound('connections to PostgreSQL', rows[0]?.count ?? 0, bounds.connections);
  bound('jobs at rest', (await jobsIn(stack)).length, bounds.jobs);
  return found;
};
