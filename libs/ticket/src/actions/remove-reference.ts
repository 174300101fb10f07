import { can } from '#access';
import type { Action, Command } from '../command.js';
import type { Reference } from '../events.js';

export type RemoveReference = Command<'RemoveReference', Reference>;

export const removeReference: Action<RemoveReference> = {
  may: ({ by }) => can(by, 'references'),
  decide: ({ data: { kind, id } }, { references }) =>
    references.some((reference) => reference.kind === kind && reference.id === id)
      ? [{ type: 'ReferenceRemoved', data: { kind, id } }]
      : [],
};
