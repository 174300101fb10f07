// What came of each of several tickets: done items stay done, the others say why not.
import { refusalOf } from '../http/refusals.js';
import type { ItemOutcome } from '#write-side';

export class ItemResult {
  id!: string;
  number?: string;
  ok!: boolean;
  /** it was so already */
  unchanged?: boolean;
  revision?: string;
  /** why not */
  code?: string;
}

export class ResultsBody {
  /** in the order of the request, or in which they were linked */
  results!: ItemResult[];
  /** for `?after=`: covers every ticket in it */
  position!: string;
}

export class MergeResultsBody {
  /** in the order of the request */
  results!: ItemResult[];
  /** for `?after=`: covers every ticket in it; null when nothing has changed */
  position!: string | null;
}

export class SplitIntoBody {
  id!: string;
  number!: string;
  revision!: string;
}

export class SplitResultsBody {
  /** the replies, in the order of the request */
  results!: ItemResult[];
  /** the new ticket */
  into!: SplitIntoBody;
  /** for `?after=`: covers both tickets and the link between them */
  position!: string;
}

export function toResult(outcome: ItemOutcome): ItemResult {
  const { id, number } = outcome;
  const named = number === undefined ? { id } : { id, number };
  if ('error' in outcome) return { ...named, ok: false, code: refusalOf(outcome.error)?.code ?? 'internal-error' };
  const revision = String(outcome.revision);
  return { ...named, ok: true, ...(outcome.unchanged && { unchanged: true }), revision };
}
