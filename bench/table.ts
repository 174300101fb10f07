// The table on stdout: ratios first, what they were made of in small beside them.
import { arch, cpus, loadavg, totalmem } from 'node:os';
import { median, short, type Row } from './bench.js';

export type Verdict = 'reached' | 'MISSED' | 'told' | 'skipped';

export function verdictOf({ reach, ratios }: Row): Verdict {
  if (ratios.length === 0) return 'skipped';
  if (!reach) return 'told';
  const middle = median(ratios);
  return ('atLeast' in reach ? middle >= reach.atLeast : middle <= reach.atMost) ? 'reached' : 'MISSED';
}

/** The round that speaks most against us. */
const worst = ({ reach, ratios }: Row): number =>
  reach && 'atLeast' in reach ? Math.min(...ratios) : Math.max(...ratios);

const columns = ['', 'what', 'yardstick', 'median', 'worst', 'reach', 'verdict', 'ours | yardstick'] as const;

function cells(row: Row): string[] {
  const { reach, unit = '×' } = row;
  const told = (value: number) => (Number.isFinite(value) ? `${short(value)} ${unit}` : '–');
  const wanted = !reach ? '–' : 'atLeast' in reach ? `≥ ${reach.atLeast} ${unit}` : `≤ ${reach.atMost} ${unit}`;
  const verdict = verdictOf(row);
  return [
    row.id,
    row.what,
    row.yardstick,
    told(median(row.ratios)),
    row.ratios.length === 0 ? '–' : told(worst(row)),
    wanted,
    verdict === 'MISSED' ? '**MISSED**' : verdict,
    [verdict === 'skipped' ? '' : `${row.ours} | ${row.theirs}`, row.note ?? ''].filter(Boolean).join('; '),
  ];
}

export function tableOf(rows: readonly Row[]): string {
  const lines = [[...columns], ...rows.map(cells)].map((line) => line.map((cell) => cell.replaceAll('|', '/')));
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const written = lines.map((line) => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`);
  return [written[0], `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...written.slice(1)].join('\n');
}

export const machine = (): string => {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const [load = 0] = loadavg();
  return `${cpus().length} × ${cpu?.model.trim() ?? arch()}, ${memory} GB, Node ${process.version}, load ${load.toFixed(1)}`;
};
