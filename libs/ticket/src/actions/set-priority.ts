import { can } from '#access';
import type { Priority } from '#policy';
import type { Action, Command } from '../command.js';
import type { TicketEvent } from '../events.js';
import type { Moment } from '../policies.js';
import { Rejection } from '../rejection.js';

export type SetPriority = Command<'SetPriority', { readonly priority: Priority }>;

export const setPriority: Action<SetPriority> = {
  may: ({ by }) => can(by, 'set-priority'),
  decide: ({ data, ...moment }, ticket) => prioritise(data.priority, 'priority', moment, ticket),
};

export function prioritise(
  to: Priority,
  field: string,
  { policy }: Moment,
  { priority: from }: { readonly priority: Priority },
): TicketEvent[] {
  if (to === from) return [];
  if (!policy.priorities.active.includes(to)) {
    throw new Rejection('not-selectable', 'this priority is not in use', field);
  }
  return [{ type: 'PriorityChanged', data: { from, to } }];
}
