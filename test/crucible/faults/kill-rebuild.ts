// Every read model is built anew while writers write, and the projector is killed half-way, more than once.
import { setTimeout as pause } from 'node:timers/promises';
import { models } from '../../../projections/index.js';
import { Violated } from '../violation.js';
import { until } from '../wire.js';
import type { Strike } from './fault.js';

export const killRebuild: Strike = {
  name: 'kill-rebuild',
  what: 'all read models are rebuilt, and the projector is killed half-way',
  strike: async ({ stack, chance }) => {
    for (const { name } of models) await stack.pool.query('select read.order_rebuild($1)', [name]);
    for (let left = 2; left > 0; left -= 1) {
      await pause(300 + chance.below(1_500));
      await stack.projector.kill();
      await stack.projector.ready(60_000);
    }
    try {
      await until('every rebuild is done', () => unfinished(stack.pool), 90_000);
    } catch (error) {
      throw new Violated({ invariant: 'I10', what: (error as Error).message });
    }
  },
};

async function unfinished(pool: { query: (text: string) => Promise<{ rows: unknown[] }> }): Promise<true | string> {
  const { rows } = await pool.query('select model, error, started_at from read.rebuilds where finished_at is null');
  return rows.length === 0 || JSON.stringify(rows);
}
