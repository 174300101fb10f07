import { can } from '#access';
import type { Action, Command } from '../command.js';
import { limits, maybeWritten } from '../limits.js';
import { Rejection } from '../rejection.js';

/** `children`: the parent's children in the caller's scope that are neither resolved nor closed. */
export type ResolveChildren = Command<
  'ResolveChildren',
  { readonly notes?: string | null; readonly children: readonly string[] }
>;

/** One event on the parent; a reaction then resolves each child by a command of its own, so a retry redoes only what is missing. */
export const resolveChildren: Action<ResolveChildren> = {
  may: ({ by }) => can(by, 'link') && can(by, 'set-status'),
  decide: ({ data }, ticket) => {
    const children = [...new Set(data.children)].filter((id) => id !== ticket.ticketId);
    if (children.length === 0) return [];
    if (children.length > limits.childrenPerRequest) {
      throw new Rejection('unknown-value', `at most ${limits.childrenPerRequest} children at once`, 'children');
    }
    return [
      {
        type: 'ChildrenResolveRequested',
        data: { notes: maybeWritten(data.notes, 'notes', limits.notes), children },
      },
    ];
  },
};
