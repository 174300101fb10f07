// What stands in the address of the auditor's screens, so that a look at the past can be shared and kept.
import { eventNames, type LoggedType } from './say-event';

export const tabs = ['log', 'refusals', 'proof'] as const;
export type Tab = (typeof tabs)[number];

export interface LogSearch {
  readonly tab?: Tab;
  /** moments, ISO 8601 */
  readonly from?: string;
  readonly to?: string;
  readonly type?: LoggedType[];
  /** ids of whoever acted */
  readonly actor?: string[];
  /** a ticket's UUID or number */
  readonly ticket?: string;
  /** the position after which this page of the log begins */
  readonly after?: string;
}

/** At most one of them; none: as it is now. */
export interface MomentSearch {
  readonly at?: string;
  readonly knownAt?: string;
  readonly revision?: number;
  /** one event, where a revision does not name it: links have a stream of their own */
  readonly event?: string;
}

type Raw = Readonly<Record<string, unknown>>;

const moment = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 40 && !Number.isNaN(Date.parse(value))
    ? new Date(value).toISOString()
    : undefined;
const word = (value: unknown): string | undefined => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text !== '' && text.length <= 100 ? text : undefined;
};
const words = (value: unknown): string[] => [
  ...new Set((Array.isArray(value) ? value : [value]).flatMap((one) => word(one) ?? [])),
];
const orNone = <T>(values: readonly T[]): T[] | undefined => (values.length > 0 ? [...values] : undefined);
const given = <T extends object>(found: T): T =>
  Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as T;

export function readLogSearch(search: Raw): LogSearch {
  const after = word(search.after);
  return given<LogSearch>({
    tab: tabs.find((tab) => tab === search.tab),
    from: moment(search.from),
    to: moment(search.to),
    type: orNone(words(search.type).filter((type): type is LoggedType => type in eventNames)),
    actor: orNone(words(search.actor)),
    ticket: word(search.ticket),
    after: after && /^\d{1,19}$/.test(after) ? after : undefined,
  });
}

export function readMoment(search: Raw): MomentSearch {
  const revision = word(search.revision);
  if (revision && /^\d{1,9}$/.test(revision)) return { revision: Number(revision) };
  const [at, knownAt, event] = [moment(search.at), moment(search.knownAt), word(search.event)];
  if (at) return { at };
  if (knownAt) return { knownAt };
  return event ? { event } : {};
}
