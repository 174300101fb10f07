import { can } from '#access';
import { fieldsFor } from '#policy';
import type { Action, Command } from '../command.js';
import { customValue, type CustomInput } from '../custom-fields.js';
import type { TicketEvent } from '../events.js';
import { Rejection } from '../rejection.js';

export type SetCustomFields = Command<'SetCustomFields', { readonly values: Readonly<Record<string, CustomInput>> }>;

/** Sets the fields named, and clears those given nothing. A field out of use keeps or loses its value, it takes no new one. */
export const setCustomFields: Action<SetCustomFields> = {
  may: ({ by }) => can(by, 'set-custom-fields'),
  decide: ({ data: { values }, policy }, { customFields, classification }) => {
    const carried = fieldsFor(policy, classification);
    return Object.entries(values).flatMap(([fieldId, input]): TicketEvent[] => {
      const from = Object.hasOwn(customFields, fieldId) ? (customFields[fieldId] ?? null) : null;
      const field = policy.customFields.find(({ id }) => id === fieldId);
      const takesNew = field?.active && (from !== null || carried.some((one) => one.field.id === fieldId));
      if (!field && from === null) throw new Rejection('unknown-field', 'there is no such field', `values.${fieldId}`);
      const clears = input === null || input === '' || input === from;
      if (!takesNew && !clears) {
        const code = field?.active === false ? 'inactive-field' : 'unknown-field';
        throw new Rejection(code, 'this field takes no new value here', `values.${fieldId}`);
      }
      const to = input === from ? from : field && !clears ? customValue(field, input, 'values') : null;
      return to === from ? [] : [{ type: 'CustomFieldSet', data: { fieldId, from, to } }];
    });
  },
};
