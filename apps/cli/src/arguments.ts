// What people write on the command line, read the way they mean it.
import { WrongUsage } from './exit.js';

/** ISO 8601; UTC where it names no zone. @throws WrongUsage */
export function momentIn(text: string): string {
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00Z` : text;
  const zoned = /^\d{4}-\d{2}-\d{2}[T ][\d:.]+$/.test(iso) ? `${iso.replace(' ', 'T')}Z` : iso;
  const time = new Date(zoned);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(zoned) || Number.isNaN(time.getTime())) throw new WrongUsage(`${text} is no time`);
  return time.toISOString();
}

/** npm runs scripts in the package's folder; people name files from where they are. */
export const home = (): string => process.env['INIT_CWD'] ?? process.cwd();

/** May be given several times. */
export const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** `?a=1&b=2`, of what was given. */
export function queryOf(params: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const each of value === undefined ? [] : [value].flat()) query.append(name, each);
  }
  return query.size > 0 ? `?${query.toString()}` : '';
}
