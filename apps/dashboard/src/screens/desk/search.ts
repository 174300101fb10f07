// The queue's filters as they stand in the address: what one sees can be kept as a bookmark and sent to somebody.
import { priorities, type Priority } from '#policy';
import type { TicketFilters, View } from '../../api/tickets';

export const deskViews = {
  open: 'Open',
  mine: 'My tickets',
  unassigned: 'Unassigned',
  urgent: 'Urgent',
  'needs-response': 'Needs response',
  'my-groups': 'My groups',
  waiting: 'Waiting',
  reopened: 'Reopened',
  resolved: 'Resolved',
  closed: 'Closed',
  all: 'All',
} satisfies Record<View, string>;
export const viewNames = Object.keys(deskViews) as View[];

const sorts = ['updatedAt', 'createdAt', 'priority', 'slaDeadline'] as const;
export type Sort = (typeof sorts)[number];

export interface QueueSearch {
  readonly view?: View;
  readonly status?: string[];
  readonly priority?: Priority[];
  readonly assignee?: string[];
  readonly category?: string[];
  readonly client?: string[];
  readonly tag?: string[];
  /** `<kind>:<id>` */
  readonly reference?: string[];
  /** `<custom field>:<value>` */
  readonly field?: string[];
  /** set aside, or not */
  readonly snoozed?: 'true' | 'false';
  readonly createdFrom?: string;
  readonly createdTo?: string;
  readonly updatedFrom?: string;
  readonly updatedTo?: string;
  readonly q?: string;
  readonly sort?: Sort;
  readonly order?: 'asc' | 'desc';
}

const texts = (value: unknown): string[] | undefined => {
  const all = (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '' && one.length <= 100,
  );
  return all.length > 0 ? [...new Set(all)] : undefined;
};
/** `a:b`; the second part may hold anything. */
const pairs = (value: unknown) => texts(value)?.filter((one) => /^[^:]+:./.test(one));
const oneOf = <T extends string>(value: unknown, known: readonly T[]): T | undefined =>
  known.find((one) => one === value);
const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined);

/** Whatever stands in the address: what is no filter is left out, never sent. */
export function readSearch(search: Record<string, unknown>): QueueSearch {
  const found: QueueSearch = {
    view: oneOf(search.view, viewNames),
    status: texts(search.status),
    priority: texts(search.priority)?.flatMap((one) => oneOf(one, priorities) ?? []),
    assignee: texts(search.assignee)?.filter((one) => /^(me|none|(user|group):\S{1,100})$/.test(one)),
    category: texts(search.category),
    client: texts(search.client),
    tag: texts(search.tag),
    reference: pairs(search.reference),
    field: pairs(search.field),
    snoozed: oneOf(String(search.snoozed), ['true', 'false']),
    createdFrom: day(search.createdFrom),
    createdTo: day(search.createdTo),
    updatedFrom: day(search.updatedFrom),
    updatedTo: day(search.updatedTo),
    q: typeof search.q === 'string' && search.q.trim() !== '' ? search.q.slice(0, 200) : undefined,
    sort: oneOf(search.sort, sorts),
    order: oneOf(search.order, ['asc', 'desc']),
  };
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}

const dates = ['createdFrom', 'createdTo', 'updatedFrom', 'updatedTo'] as const;

/** As the desk is asked. Days are the reader's; the last day counts whole. */
export function asFilters(search: QueueSearch): TicketFilters {
  const { q, ...rest } = search;
  const moments = dates.flatMap((name) => {
    const value = search[name];
    if (!value) return [];
    const moment = new Date(`${value}T00:00:00`);
    if (name.endsWith('To')) moment.setDate(moment.getDate() + 1);
    return [[name, moment.toISOString()] as const];
  });
  return {
    ...rest,
    view: search.view ?? 'open',
    ...Object.fromEntries(moments),
    ...(q && q.trim().length >= 2 && { q: q.trim() }),
  };
}

/** Filters beside the view, which are shown and can be cleared. */
export const activeFilters = ({ view: _view, sort: _sort, order: _order, ...filters }: QueueSearch): number =>
  Object.keys(filters).length;
