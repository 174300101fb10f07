import { IsOptional, Matches } from 'class-validator';
import { invalid } from '../http/problem.js';
import { GivenOnce, Instant, PageQuery, ReadQuery } from '../http/query-fields.js';
import type { Cut } from './history.js';

const Revision = () => Matches(/^\d{1,18}$/, { message: '$property must be a revision' });

export class CutQuery extends ReadQuery {
  /** what had happened by then */
  @Instant()
  at?: string;

  /** what was recorded by then */
  @Instant()
  knownAt?: string;

  @IsOptional()
  @Revision()
  @GivenOnce()
  revision?: string;
}

export class StepsQuery extends PageQuery {
  /** only what had happened by then */
  @Instant()
  at?: string;

  /** only what was recorded by then */
  @Instant()
  knownAt?: string;

  @IsOptional()
  @Revision()
  @GivenOnce()
  revision?: string;
}

/** @throws Problem `validation-failed` where more than one is given */
export function cutOf({ at, knownAt, revision }: CutQuery): Cut {
  const [, ...surplus] = Object.entries({ at, knownAt, revision }).filter(([, value]) => value !== undefined);
  if (surplus.length > 0) {
    throw invalid(
      ...surplus.map(([field]) => ({ field, code: 'conflict', message: 'cannot stand beside another moment' })),
    );
  }
  return {
    ...(at !== undefined && { at }),
    ...(knownAt !== undefined && { knownAt }),
    ...(revision !== undefined && { revision: BigInt(revision) }),
  };
}
