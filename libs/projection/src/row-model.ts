// A read model as a fold: which rows an event touches, and what it makes of each. Pure, so that rebuilding, following
// and testing are the same fold, and nothing depends on how the log was cut into batches.
import type { ReadModelTables } from '#read-side';

export type Row = Readonly<Record<string, unknown>>;

/** The least a fold must know of an event, to name it when it cannot be taken in. */
export interface LogEvent {
  readonly stream: string;
  readonly revision: bigint;
  /** $all commit position */
  readonly position: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: { readonly recordedAt: string };
}

export interface RowModel<E extends LogEvent> {
  readonly name: string;
  /** Raised whenever the same events would now make other rows: what stands in the table is then built anew. */
  readonly version: number;
  readonly tables: ReadModelTables;
  /** the table of the rows, and the columns of its primary key */
  readonly table: string;
  readonly key: readonly string[];
  keys(event: E): readonly Row[];
  evolve(row: Row | null, event: E, key: Row): Row | null;
  clears?(event: E): Row | null;
  readonly counts?: Counts<Row>;
  readonly paceMs?: number;
}

/**
 * Counted rows: `table` holds, for each roll-up, how many rows share the same values of the facts that it names, moved in
 * the same transaction as the rows.
 */
export interface Counts<R extends object> {
  readonly table: string;
  /** What is counted of a row: always the same facts in the same order. */
  readonly facts: (row: R) => Row;
  readonly rollUps: Readonly<Record<string, readonly string[]>>;
}

interface Spec<E extends LogEvent, R extends object, K extends keyof R & string> {
  readonly version: number;
  readonly tables: ReadModelTables;
  readonly table: string;
  readonly key: readonly K[];
  /** The rows an event touches; none: it means nothing here. */
  readonly keys: (event: E) => readonly Pick<R, K>[];
  /** The row as it is afterwards; null: there is none. Columns it does not change must stay the same values. */
  readonly evolve: (row: R | null, event: E, key: Pick<R, K>) => R | null;
  /**
   * From the end of one transaction to the next begun, for what nobody watches: more events share it, and more of the
   * machine is left for rows that people wait for. 0 unless given; never while there is more than a batch to catch up with.
   */
  readonly paceMs?: number;
}

/** Rows without a count: an event may also end all rows that have certain values, however many they are. */
interface Plain<E extends LogEvent, R extends object> {
  readonly clears?: (event: E) => Partial<R> | null;
}
interface Counted<R extends object> {
  readonly counts: Counts<R>;
}

/** Forgets the row's type for the runner, which knows rows only by their columns. */
export const rowModel = <E extends LogEvent, R extends object, K extends keyof R & string>(
  spec: Spec<E, R, K> & (Plain<E, R> | Counted<R>),
): RowModel<E> => ({ name: spec.tables.model, ...spec }) as unknown as RowModel<E>;
