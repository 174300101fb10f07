import { can } from '#access';
import type { Priority } from '#policy';
import type { Action, Command } from '../command.js';
import type { TicketEvent } from '../events.js';
import { selectablePriorities, type Moment } from '../policies.js';
import { Rejection } from '../rejection.js';

export type SetPriority = Command<'SetPriority', { readonly priority: Priority }>;

export const setPriority: Action<SetPriority> = {
  may: ({ by }) => can(by, 'set-priority'),
  decide: ({ data, ...moment }, ticket) => prioritise(data.priority, 'priority', moment, ticket),
};

export function prioritise(
  to: Priority,
  field: string,
  { by, policy }: Pick<Moment, 'by' | 'policy'>,
  { priority: from }: { readonly priority: Priority },
): TicketEvent[] {
  if (to === from) return [];
  if (!selectablePriorities(by, policy).includes(to)) {
    throw new Rejection('not-selectable', 'you may not choose this priority', field);
  }
  return [{ type: 'PriorityChanged', data: { from, to } }];
}
