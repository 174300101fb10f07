// What the list's address holds: anything else in it is ignored.
import { views } from './views';
import type { TicketFilters } from '../../api/tickets';

export type PortalView = (typeof views)[number];
const sorts = ['updatedAt', 'createdAt', 'priority'] as const;
export type Sort = (typeof sorts)[number];

export interface SupportSearch {
  readonly view?: PortalView;
  readonly q?: string;
  /** `<kind>:<id>`: tickets that refer to it */
  readonly reference?: string;
  readonly sort?: Sort;
  readonly order?: 'asc' | 'desc';
}

export function supportSearch({ view, q, reference, sort, order }: Record<string, unknown>): SupportSearch {
  const known = views.find((one) => one === view);
  const sorted = sorts.find((one) => one === sort);
  return {
    ...(known && { view: known }),
    ...(typeof q === 'string' && q !== '' && { q }),
    ...(typeof reference === 'string' && reference.includes(':') && { reference }),
    ...(sorted && { sort: sorted }),
    ...(order === 'asc' && { order }),
  };
}

/** Words shorter than two characters are not looked for. */
export const filtersOf = ({ view = 'open', q, reference, sort, order }: SupportSearch): TicketFilters => ({
  view,
  ...(q && q.length >= 2 && { q }),
  ...(reference && { reference: [reference] }),
  ...(sort && { sort }),
  ...(order && { order }),
});
