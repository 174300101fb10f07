// Many items, each by itself: what cannot be done stops no other.
import { sql } from 'kysely';
import type { Database } from '../database.js';
import { changeDirectory, DirectoryRefusal, type Changer, type Changing } from './change.js';
import { applyItem, nameOf, readItem, type DirectoryItem, type Outcome } from './items.js';

export interface ItemTold {
  /** place among the items, from 0 */
  readonly index: number;
  readonly kind?: DirectoryItem['kind'];
  /** what people call it: a login or an id */
  readonly name?: string;
  readonly ok: boolean;
  readonly outcome?: Outcome;
  /** why not */
  readonly code?: string;
  readonly detail?: string;
}

/** @throws what the journal and the database throw: items told before that are done */
export async function* applyItems(
  database: Database,
  changer: Changer,
  items: Iterable<unknown>,
): AsyncGenerator<ItemTold> {
  let index = 0;
  for (const item of items) {
    yield await told(index, item, (read) =>
      changeDirectory(database, changer, (changing) => applyItem(changing, read)),
    );
    index += 1;
  }
}

class OnlyTried extends Error {}

/** What would come of the items, one after the other; nothing is changed and nothing is recorded. */
export async function tryItems(database: Database, changer: Changer, items: Iterable<unknown>): Promise<ItemTold[]> {
  const results: ItemTold[] = [];
  const work = async (changing: Changing): Promise<never> => {
    let index = 0;
    for (const item of items) {
      results.push(await told(index, item, (read) => reversibly(changing, () => applyItem(changing, read))));
      index += 1;
    }
    throw new OnlyTried();
  };
  await changeDirectory(database, changer, work).catch((error: unknown) => {
    if (!(error instanceof OnlyTried)) throw error;
  });
  return results;
}

/** What fails half way leaves nothing for the items after it. */
async function reversibly<T>({ tx }: Changing, work: () => Promise<T>): Promise<T> {
  await sql`savepoint item`.execute(tx);
  try {
    return await work();
  } catch (error) {
    await sql`rollback to savepoint item`.execute(tx);
    throw error;
  }
}

async function told(index: number, item: unknown, apply: (read: DirectoryItem) => Promise<Outcome>): Promise<ItemTold> {
  let named: Pick<ItemTold, 'kind' | 'name'> = {};
  try {
    const read = readItem(item);
    named = { kind: read.kind, name: nameOf(read) };
    return { index, ...named, ok: true, outcome: await apply(read) };
  } catch (error) {
    if (!(error instanceof DirectoryRefusal)) throw error;
    const { code, message, field } = error;
    return { index, ...named, ok: false, code, detail: field ? `${field.name} ${message}`.trim() : message };
  }
}
