import type { Duration } from './policy.js';

// Weeks to seconds only: a month has no length. Seconds may have a fraction.
const pattern = /^P(?=\w)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const milliseconds = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000];
/** A century: beyond it sums with dates stop being dates. */
const longest = 36_525 * 86_400_000;

const parsed = (text: string): number | undefined => {
  const units = pattern.exec(text)?.slice(1);
  if (!units) return undefined;
  const sum = units.reduce((total, count, unit) => total + Number(count ?? 0) * (milliseconds[unit] ?? 0), 0);
  return sum <= longest ? Math.round(sum) : undefined;
};

export const isDuration = (value: unknown): value is Duration =>
  typeof value === 'string' && parsed(value) !== undefined;

/** Milliseconds of an ISO 8601 duration; RangeError for anything `isDuration` refuses. */
export function durationMs(duration: Duration): number {
  const result = parsed(duration);
  if (result === undefined) throw new RangeError(`not a duration of weeks to seconds: ${duration}`);
  return result;
}
