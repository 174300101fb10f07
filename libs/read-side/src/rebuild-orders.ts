// What may be asked of the projector: the API cannot write where it reads, so it asks through the projector's functions.
import { sql } from 'kysely';
import type { Database } from './database.js';

/** The model will be built anew, from the beginning. False: that is under way already. */
export const orderRebuild = ({ db }: Database, model: string): Promise<boolean> =>
  sql<{ done: boolean }>`select read.order_rebuild(${model}) as done`
    .execute(db)
    .then(({ rows }) => rows[0]?.done === true);

/** What the rebuild has built will be thrown away. False: none is unfinished. */
export const giveUpRebuild = ({ db }: Database, model: string): Promise<boolean> =>
  sql<{ done: boolean }>`select read.discard_rebuild(${model}) as done`
    .execute(db)
    .then(({ rows }) => rows[0]?.done === true);
