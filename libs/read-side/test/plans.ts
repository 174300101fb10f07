// For specs: how PostgreSQL answers the statements a piece of work runs, as the role that runs them.
import { createQueryId, CompiledQuery, type RootOperationNode } from 'kysely';
import type { Tx } from '../src/database.js';

export interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Plan[];
}

/** The executed plans (EXPLAIN ANALYZE) of every statement that `work` sends, in order. */
export async function plansOf(tx: Tx, work: (tx: Tx) => Promise<unknown>): Promise<Plan[]> {
  const built = new Map<string, RootOperationNode>(); // also the parts of statements
  const statements: RootOperationNode[] = [];
  await work(
    tx.withPlugin({
      transformQuery: ({ node, queryId }) => {
        built.set(queryId.queryId, node);
        return node;
      },
      transformResult: ({ result, queryId }) => {
        const statement = built.get(queryId.queryId);
        if (statement) statements.push(statement);
        return Promise.resolve(result);
      },
    }),
  );
  const plans: Plan[] = [];
  for (const statement of statements) {
    const { sql, parameters } = tx.getExecutor().compileQuery(statement, createQueryId());
    const { rows } = await tx.executeQuery<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
      CompiledQuery.raw(`explain (analyze, timing off, format json) ${sql}`, [...parameters]),
    );
    plans.push(...rows.flatMap((row) => row['QUERY PLAN'].map(({ Plan }) => Plan)));
  }
  return plans;
}

export const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Rows of `table` that were fetched, whether they passed the filters or not. */
export const rowsTouched = (plan: Plan, table: string): number =>
  nodesOf(plan)
    .filter((node) => node['Relation Name'] === table)
    .reduce(
      (sum, node) =>
        sum +
        (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
          node['Actual Loops'],
      0,
    );
