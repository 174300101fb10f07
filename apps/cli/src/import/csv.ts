// A CSV file as rows by column name, one at a time; what is wrong with a row travels in it, so that one bad row stops nothing.
import { createReadStream } from 'node:fs';
import { parse, type Info } from 'csv-parse';
import type { SourceRow } from './line.js';

/** The file as a whole cannot be imported. */
export class NotThisFormat extends Error {}

export interface ReadRow extends SourceRow {
  /** bytes of the file up to the end of this row */
  readonly bytes: number;
}

/** @throws NotThisFormat when a column is missing; ENOENT and its like from the file system */
export async function* rowsOf(file: string, columns: readonly string[]): AsyncGenerator<ReadRow> {
  const unreadable: string[] = [];
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // As an error it would take the good rows with it that wait in the stream.
    skip_records_with_error: true,
    on_skip: (error) => void unreadable.push(error?.message ?? 'unreadable'),
  });
  const source = createReadStream(file).on('error', (error) => parser.destroy(error));
  let header: readonly string[] | undefined;
  let last = { row: 0, bytes: 0 };
  const broken = (reason: string): ReadRow => ({ ...last, row: last.row + 1, cells: {}, broken: reason });
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<{ record: string[]; info: Info }>) {
      for (const reason of unreadable.splice(0)) yield broken(reason);
      last = { row: info.records + info.empty_lines, bytes: info.bytes };
      if (header) {
        const names = header;
        const cells = Object.fromEntries(names.map((name, index) => [name, record[index] ?? '']));
        const fits = record.length === names.length;
        yield { ...last, cells, ...(fits ? {} : { broken: `${record.length} cells under ${names.length} columns` }) };
      } else {
        header = record.map((name) => name.trim());
        const missing = columns.filter((name) => !header?.includes(name));
        if (missing.length > 0) throw new NotThisFormat(`${file} has no column ${missing.join(', ')}`);
      }
    }
    if (!header) throw new NotThisFormat(`${file} is empty`);
    for (const reason of unreadable) yield broken(reason);
  } finally {
    source.destroy();
    parser.destroy();
  }
}
