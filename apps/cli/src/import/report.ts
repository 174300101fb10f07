// What came of an import: counts for the terminal, and every row that is not in the tickets, with the reason.
import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { ImportLine, Mapped, Remark } from './line.js';
import type { Answer } from './send.js';

interface Group {
  readonly failed: boolean;
  readonly what: string;
  rows: number;
  /** first and last row of each run of neighbours; the rows come in order */
  readonly runs: [number, number][];
}

export class Report {
  #rows = 0;
  #leftOut = 0;
  #added = 0;
  #replayed = 0;
  #unchanged = 0;
  readonly #failed = new Set<number>();
  readonly #tickets = new Set<string>();
  readonly #groups = new Map<string, Group>();
  #position: bigint | null = null;

  /** `file`: where every remark goes in full; without one the terminal's summary names every row. */
  constructor(private readonly file: ReportFile | null = null) {}

  get tickets(): number {
    return this.#tickets.size;
  }
  /** `?after=` of a read that is to see all of it; null when nothing was done */
  get position(): bigint | null {
    return this.#position;
  }
  get failedRows(): number {
    return this.#failed.size;
  }

  row({ lines, remarks }: Mapped): void {
    this.#rows += 1;
    if (lines.length === 0 && remarks.length === 0) this.#leftOut += 1;
    for (const { ticketRef } of lines) this.#tickets.add(ticketRef);
    for (const remark of remarks) this.#remark(remark);
  }

  answer(row: number, line: ImportLine, answer: Answer): void {
    if (!answer.ok) {
      const { ticketRef, command } = line;
      const why = answer.errors?.map(({ field, message }) => `${field} ${message}`).join('; ');
      const reason = `${command.type} was refused: ${answer.code}${why ? ` (${why})` : ''}`;
      this.#remark({ row, incident: ticketRef.slice(ticketRef.indexOf(':') + 1), failed: true, reason });
      return;
    }
    if (answer.replayed) this.#replayed += 1;
    else if (answer.unchanged) this.#unchanged += 1;
    else this.#added += 1;
    // Tickets are worked on at once: the last answer need not be the last event.
    const position = BigInt(answer.position ?? 0);
    if (this.#position === null || position > this.#position) this.#position = position;
  }

  #remark(remark: Remark): void {
    this.file?.write(remark);
    const { row, failed, reason, column } = remark;
    if (failed) this.#failed.add(row);
    const what = column === undefined ? reason : `${column}: ${reason}`;
    let group = this.#groups.get(what);
    if (!group) this.#groups.set(what, (group = { failed, what, rows: 0, runs: [] }));
    const run = group.runs.at(-1);
    if (run?.[1] === row) return;
    group.rows += 1;
    if (run?.[1] === row - 1) run[1] = row;
    else group.runs.push([row, row]);
  }

  summary(seconds: number): string {
    const commands = [`${this.#added} new`, `${this.#replayed} done before`];
    if (this.#unchanged > 0) commands.push(`${this.#unchanged} without effect`);
    const groups = [...this.#groups.values()].sort((a, b) => Number(b.failed) - Number(a.failed) || b.rows - a.rows);
    const rows = `${this.#rows} rows${this.#leftOut > 0 ? `, ${this.#leftOut} of them left out by --until` : ''}`;
    return [
      `${rows}, ${this.tickets} tickets, commands: ${commands.join(', ')}; ${seconds.toFixed(1)} s`,
      ...groups.map((group) => this.#line(group)),
    ].join('\n');
  }

  #line({ failed, what, rows, runs }: Group): string {
    const head = `${failed ? 'FAILED' : 'not mapped'}: ${what} (${rows} ${rows === 1 ? 'row' : 'rows'})`;
    // What failed is always named here; the rest only where no file names it.
    if (this.file && !failed) return head;
    return `${head}\n  ${runs.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(' ')}`;
  }
}

/** Every remark as a row of a CSV file, as it comes. */
export class ReportFile {
  readonly #out: WriteStream;

  private constructor(out: WriteStream) {
    this.#out = out;
    this.#cells('row', 'incident', 'outcome', 'column', 'from', 'to', 'reason');
  }

  /** @throws ENOENT and its like */
  static async open(path: string): Promise<ReportFile> {
    const out = createWriteStream(path);
    await once(out, 'open');
    return new ReportFile(out);
  }

  write({ row, incident, failed, column = '', from = '', to = '', reason }: Remark): void {
    this.#cells(String(row), incident, failed ? 'failed' : 'not mapped', column, from, to, reason);
  }

  /** Waits while the disk is behind. */
  async breathe(): Promise<void> {
    if (this.#out.writableNeedDrain) await once(this.#out, 'drain');
  }

  async close(): Promise<void> {
    this.#out.end();
    await finished(this.#out);
  }

  #cells(...cells: readonly string[]): void {
    this.#out.write(
      `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`,
    );
  }
}
