import { can } from '#access';
import type { Action, Command } from '../command.js';
import type { Reference } from '../events.js';
import { referenced } from '../references.js';

export type AddReference = Command<'AddReference', Reference>;

/** A call, an order, a licence: something elsewhere, named by kind and id only. */
export const addReference: Action<AddReference> = {
  may: ({ by }) => can(by, 'references'),
  decide: ({ data, policy }, { references }) =>
    referenced([data], references, policy).map((reference) => ({ type: 'ReferenceAdded', data: reference })),
};
