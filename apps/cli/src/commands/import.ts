import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import progress from 'cli-progress';
import { Option, type Command } from 'commander';
import { home, momentIn } from '../arguments.js';
import { Client, Refused, Unreachable } from '../client.js';
import { Failed, WrongUsage } from '../exit.js';
import { NotThisFormat, rowsOf } from '../import/csv.js';
import type { Format, ImportLine } from '../import/line.js';
import { Report, ReportFile } from '../import/report.js';
import { send } from '../import/send.js';
import { serviceNow } from '../import/servicenow.js';

const formats: Readonly<Record<string, Format>> = { servicenow: serviceNow };
/** Lines per request: what a broken connection makes us send again at most. */
const batchSize = 500;

interface Options {
  readonly format: string;
  readonly until?: string;
  readonly report?: string;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .description('Import the tickets of another desk. May be stopped and run again: what is there is not added twice.')
    .argument('<csv>', 'the file')
    .addOption(
      new Option('--format <format>', 'what wrote the file').choices(Object.keys(formats)).makeOptionMandatory(),
    )
    .option('--until <time>', 'only the changes before this time (ISO 8601; UTC where it names no zone)', momentIn)
    .option('--report <file>', 'write every row that did not map to this CSV file')
    .action(importFile);
}

async function importFile(csv: string, { format, until, report: reportPath }: Options): Promise<void> {
  const kind = formats[format];
  if (!kind) throw new WrongUsage(`no format ${format}`);
  const path = placeOf(csv);
  const size = sizeOf(path);
  const client = Client.fromEnvironment();
  const file = reportPath === undefined ? null : await ReportFile.open(resolve(home(), reportPath)).catch(unusable);
  const report = new Report(file);
  const bar = new progress.SingleBar({
    format: '{bar} {percentage}% | {rows} rows | {tickets} tickets | {duration_formatted}',
    noTTYOutput: true,
    hideCursor: true,
  });
  const started = performance.now();
  bar.start(size, 0, { rows: 0, tickets: 0 });
  try {
    await importRows(path, { kind, until, client, report, file, bar });
    await readable(client, report.position);
  } catch (error) {
    throw error instanceof NotThisFormat ? new WrongUsage(error.message) : error;
  } finally {
    bar.stop();
    await file?.close();
    console.log(report.summary((performance.now() - started) / 1_000));
    if (file) console.log(`Every row that did not map is in ${reportPath}`);
  }
  if (report.failedRows > 0) throw new Failed(`${report.failedRows} rows failed; they are named above`);
}

interface Import {
  readonly kind: Format;
  readonly until?: string;
  readonly client: Client;
  readonly report: Report;
  readonly file: ReportFile | null;
  readonly bar: progress.SingleBar;
}

async function importRows(path: string, { kind, until, client, report, file, bar }: Import): Promise<void> {
  const map = kind.mapper({ until });
  let lines: ImportLine[] = [];
  /** row and end in the file of each of `lines` */
  let places: { readonly row: number; readonly bytes: number }[] = [];

  const flush = async (): Promise<void> => {
    let next = 0;
    await send(client, lines, (line, answer) => {
      const place = places[next];
      next += 1;
      if (!place) return;
      report.answer(place.row, line, answer);
      bar.update(place.bytes, { rows: place.row - 1, tickets: report.tickets });
    });
    lines = [];
    places = [];
    await file?.breathe();
  };

  let end = { rows: 0, bytes: 0 };
  for await (const row of rowsOf(path, kind.columns)) {
    const mapped = map(row);
    report.row(mapped);
    end = { rows: row.row - 1, bytes: row.bytes };
    for (const line of mapped.lines) {
      lines.push(line);
      places.push({ row: row.row, bytes: row.bytes });
    }
    if (lines.length >= batchSize) await flush();
  }
  await flush();
  bar.update(end.bytes, { rows: end.rows, tickets: report.tickets });
}

/** Who looks at the desk after this command sees what it did. A read model that is far behind is no failure of the import. */
async function readable(client: Client, position: bigint | null): Promise<void> {
  if (position === null) return;
  try {
    await client.get(`/v1/tickets?limit=1&after=${position}`);
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
    console.error(`The lists are not up to date yet: ${error.message}`);
  }
}

const placeOf = (file: string): string => (existsSync(file) ? resolve(file) : resolve(home(), file));

function sizeOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw new WrongUsage(`there is no file ${path}`);
  return stats.size;
}

function unusable(error: Error): never {
  throw new WrongUsage(`the report cannot be written: ${error.message}`);
}
