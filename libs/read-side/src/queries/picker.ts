// What the pickers share.
import { sql, type SqlBool } from 'kysely';
import { any, type Predicate } from './scope.js';

/** A picker shows so many at most; who is looked for is found by typing. */
export const pickerLimit = 100;

/** A LIKE pattern for text that contains `part`, whatever wildcards stand in it. */
export const containing = (part: string): string => `%${part.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

export const namedLike = (q: string, columns: readonly string[]): Predicate =>
  any(columns.map((column) => sql<SqlBool>`${sql.ref(column)} ilike ${containing(q)}`));
