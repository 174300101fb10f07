// The product with one line of its defence taken out, to see that the probe misses it. Queries are changed on their way to
// PostgreSQL, so that no product code knows of this; what a mutant finds no place for, the spec notices, as nothing goes red.
import { hash } from 'node:crypto';
import {
  OperationNodeTransformer,
  RawNode,
  type BinaryOperationNode,
  type OperationNode,
  type QueryId,
  type KyselyPlugin,
} from 'kysely';
import type { Database, Question } from '#read-side';
import { createApi } from '../../apps/api/src/app.js';
import type { Stack } from '../stack.js';

export interface Mutant {
  /** Which comparisons are true whatever they compare: by the column on their left. */
  readonly column?: string;
  /** Pieces of hand-written SQL, and what stands there instead. */
  readonly text?: readonly [RegExp, string];
}

/** Queries that forget to ask for their tenant. */
export const forgetsTenant: Mutant = { column: 'tenant' };
/** Scopes without one of their facts. */
export const forgets = (column: 'requester_id' | 'client_id' | 'category_id'): Mutant => ({ column });
/** Threads that show notes to everybody. */
export const showsNotes: Mutant = { text: [/e\.kind <> 'note'/, 'true'] };
/** Partners who are taken to be assigned to everybody's clients: reading and writing. */
export const assignsEverybody: Mutant = { text: [/p\.user_id = u\.id/, 'true'] };

/** An API on the stack's parts, with the mutant in all of its queries. */
export async function startMutant(stack: Stack, mutant: Mutant): Promise<{ url: string; stop: () => Promise<void> }> {
  const app = await createApi({ ...stack.parts, database: mutated(stack.parts.database, mutant) });
  await app.listen(0, '127.0.0.1');
  return { url: await app.getUrl(), stop: () => app.close() };
}

function mutated(database: Database, mutant: Mutant): Database {
  const transformer = new Mutation(mutant);
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return {
    ...database,
    db: database.db.withPlugin(plugin),
    inTenant: (tenant, work) => database.inTenant(tenant, (tx) => work(tx.withPlugin(plugin))),
    ask: (tenant, question, values) => database.ask(tenant, mutatedQuestion(question, mutant), values),
  };
}

/** Under a name of its own: connections keep what they have prepared. */
function mutatedQuestion<Row extends object>({ name, text }: Question<Row>, mutant: Mutant): Question<Row> {
  const mutated = mutant.text
    ? text.replace(...mutant.text)
    : text.replaceAll(new RegExp(String.raw`(?:\w+\.)?${mutant.column ?? '-'} = \$\d+`, 'g'), '($& or true)');
  return { name: `${name}_${hash('md5', mutated, 'hex')}`, text: mutated };
}

class Mutation extends OperationNodeTransformer {
  constructor(private readonly mutant: Mutant) {
    super();
  }

  /** `where('t.tenant', '=', tenant)`, but no join of two tables. */
  protected override transformBinaryOperation(node: BinaryOperationNode, id?: QueryId): BinaryOperationNode {
    const forgotten = this.#forgets(node.leftOperand) && node.rightOperand.kind !== 'ReferenceNode';
    const always = RawNode.createWithSql('true') as OperationNode;
    return forgotten ? (always as BinaryOperationNode) : super.transformBinaryOperation(node, id);
  }

  /** `sql` templates: a column given as a reference, or written out before a value. */
  protected override transformRaw(node: RawNode, id?: QueryId): RawNode {
    const { sqlFragments, parameters } = node;
    const { column, text } = this.mutant;
    const [first] = parameters;
    if (sqlFragments[0] === '' && first && this.#forgets(first) && /^ (=|is null)/.test(sqlFragments[1] ?? ''))
      return RawNode.createWithSql('true');
    const written = new RegExp(String.raw`((?:\w+\.)?${column ?? '-'}) = $`);
    return super.transformRaw(
      {
        ...node,
        sqlFragments: text ? sqlFragments.map((part) => part.replace(...text)) : sqlFragments,
        parameters: parameters.map((parameter, index) => {
          const itself = written.exec(sqlFragments[index] ?? '')?.[1];
          return itself === undefined ? parameter : RawNode.createWithSql(itself);
        }),
      },
      id,
    );
  }

  #forgets(node: OperationNode): boolean {
    const { column } = this.mutant;
    // What a column is wrapped in is its library's business; a lone reference with this name is all that counts.
    return (
      column !== undefined &&
      (node.kind === 'ReferenceNode' || (node as RawNode).sqlFragments?.join('') === '') &&
      JSON.stringify(node).includes(`"name":"${column}"`)
    );
  }
}
