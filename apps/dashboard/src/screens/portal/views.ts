// Whose list it is: what they are shown of each ticket, and which views they choose from.
import type { Me } from '../../api/client';
import { may } from '../../api/session';

export const views = ['open', 'waiting', 'needs-response', 'mine', 'resolved', 'all'] as const;

/** `overview`: who answers for an organisation; `queue`: who works for several; `own`: everybody else. */
export type ListKind = 'overview' | 'queue' | 'own';

/** Only what is shown depends on it: what may be done is told by each ticket. */
export function listKind(me: Me): ListKind {
  if (me.side !== 'customer') return 'queue';
  return me.role === 'client_admin' || me.role === 'client_manager' || may(me, 'badge') ? 'overview' : 'own';
}

export const viewsOf: Readonly<Record<ListKind, readonly (typeof views)[number][]>> = {
  overview: ['open', 'waiting', 'resolved', 'all'],
  queue: ['open', 'needs-response', 'waiting', 'resolved', 'all'],
  own: ['open', 'waiting', 'mine', 'resolved', 'all'],
};

export const viewNames = (kind: ListKind): Readonly<Record<(typeof views)[number], string>> => ({
  open: 'Open',
  waiting: kind === 'queue' ? 'Waiting' : 'Waiting on you',
  'needs-response': 'Needs a response',
  mine: 'Opened by me',
  resolved: 'Resolved',
  all: 'All',
});
