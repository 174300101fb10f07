// What a batch of events makes of the rows it touches, in memory; and how that differs from what is stored.
import { hash } from 'node:crypto';
import type { Counts, LogEvent, Row, RowModel } from './row-model.js';

export interface Changes {
  /** Every row with these values goes, before anything else is written. */
  readonly clears: readonly Row[];
  readonly inserts: readonly Row[];
  readonly updates: readonly Row[];
  readonly deletes: readonly Row[];
  /** Columns that differ in at least one updated row. */
  readonly changed: readonly string[];
  /** Of each roll-up: its facts with their `cell` and, as `count`, the difference. */
  readonly cells: readonly Row[];
}

export const idOf = (model: { readonly key: readonly string[] }, row: Row): string =>
  model.key.map((column) => row[column]).join('\0');

/** Each key once. */
export function keysOf<E extends LogEvent>(model: RowModel<E>, events: readonly E[]): Row[] {
  const keys = new Map<string, Row>();
  for (const event of events) for (const key of model.keys(event)) keys.set(idOf(model, key), key);
  return [...keys.values()];
}

/** `stored`: the rows there are of `keysOf` the same events. */
export function foldBatch<E extends LogEvent>(
  model: RowModel<E>,
  stored: readonly Row[],
  events: readonly E[],
): Changes {
  const before = new Map(stored.map((row) => [idOf(model, row), row]));
  const rows = new Map<string, Row | null>(before);
  const clears: Row[] = [];
  for (const event of events) {
    const cleared = model.clears?.(event);
    if (cleared) {
      clears.push(cleared);
      for (const [id, row] of rows) if (row && matches(row, cleared)) rows.set(id, null);
      // These are gone by then, whatever the batch has made of them: to be deleted or updated there is nothing left.
      for (const [id, row] of before) if (matches(row, cleared)) before.delete(id);
    }
    for (const key of model.keys(event)) {
      const id = idOf(model, key);
      rows.set(id, model.evolve(rows.get(id) ?? null, event, key));
    }
  }
  return { clears, ...difference(model, before, rows) };
}

export const matches = (row: Row, values: Row): boolean =>
  Object.entries(values).every(([column, value]) => row[column] === value);

/** `before`: as stored; `after` has a row, or null, for each that may differ. */
export function difference<E extends LogEvent>(
  model: RowModel<E>,
  before: ReadonlyMap<string, Row | null>,
  after: ReadonlyMap<string, Row | null>,
): Omit<Changes, 'clears'> {
  const inserts: Row[] = [];
  const updates: Row[] = [];
  const deletes: Row[] = [];
  const changed = new Set<string>();
  const { counts } = model;
  const cells = new Map<string, Cell>();
  for (const [id, row] of after) {
    const old = before.get(id) ?? null;
    if (row === old) continue;
    if (!old) inserts.push(row as Row);
    else if (!row) deletes.push(old);
    else {
      let differs = false;
      for (const column in row) {
        if (row[column] === old[column]) continue;
        differs = true;
        changed.add(column);
      }
      if (!differs) continue;
      updates.push(row);
    }
    if (counts) move(counts, cells, old && counts.facts(old), row && counts.facts(row));
  }
  return { inserts, updates, deletes, changed: [...changed], cells: cellRows(cells) };
}

interface Cell {
  readonly told: Record<string, unknown>;
  difference: number;
}

function move({ rollUps }: Counts<Row>, cells: Map<string, Cell>, before: Row | null, after: Row | null): void {
  for (const rollUp in rollUps) {
    const names = rollUps[rollUp] ?? [];
    if (before && after && names.every((name) => before[name] === after[name])) continue;
    if (before) count(cells, rollUp, names, before, -1);
    if (after) count(cells, rollUp, names, after, 1);
  }
}

function count(cells: Map<string, Cell>, roll_up: string, names: readonly string[], facts: Row, by: number): void {
  const key = JSON.stringify([roll_up, ...names.map((name) => facts[name])]);
  const cell = cells.get(key);
  if (cell) cell.difference += by;
  else {
    const told: Record<string, unknown> = { roll_up };
    for (const name of names) told[name] = facts[name];
    cells.set(key, { told, difference: by });
  }
}

/** Nulls are values here, which no primary key takes: a digest stands for the roll-up and all its facts together. */
function cellRows(cells: ReadonlyMap<string, Cell>): Row[] {
  const rows: Row[] = [];
  for (const [key, { told, difference }] of cells) {
    if (difference === 0) continue;
    told['cell'] = hash('sha256', key, 'hex').slice(0, 32);
    told['count'] = difference;
    rows.push(told);
  }
  return rows;
}
