import { useSyncExternalStore } from 'react';

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const minute = 60_000;
const hour = 60 * minute;

/** One clock for all times on the screen. */
const watchers = new Set<() => void>();
let now = Date.now();
setInterval(() => {
  now = Date.now();
  for (const watcher of watchers) watcher();
}, minute / 2);
const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** Short: `3 min. ago`, after a week the date. */
export function sayTime(at: string, at0 = Date.now()): string {
  const past = new Date(at).getTime() - at0;
  const size = Math.abs(past);
  if (size < minute) return 'just now';
  if (size < hour) return relative.format(Math.round(past / minute), 'minute');
  if (size < 24 * hour) return relative.format(Math.round(past / hour), 'hour');
  if (size < 7 * 24 * hour) return relative.format(Math.round(past / (24 * hour)), 'day');
  return day.format(new Date(at));
}

export const sayExactly = (at: string): string => exact.format(new Date(at));

/** A moment, as people say it; exactly on hover and to readers of the markup. */
export function Time({ at }: { readonly at: string }) {
  const shown = useSyncExternalStore(watch, () => now);
  return (
    <time dateTime={at} title={sayExactly(at)} className="figures">
      {sayTime(at, Math.max(shown, Date.now()))}
    </time>
  );
}
