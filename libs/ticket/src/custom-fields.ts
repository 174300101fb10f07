import type { Actor } from '#access';
import type { CustomField } from '#policy';
import type { CustomValue } from './events.js';
import { limits, notTooLong } from './limits.js';
import { Rejection } from './rejection.js';

/** What callers send for a field; null and blank clear it. */
export type CustomInput = string | number | null;

/** The field of a command's body that holds the values: `customFields` of a new ticket, `values` of a change. */
export type Holder = 'customFields' | 'values';

/** Of how many levels of the classification somebody is shown the fields: guests the category's, customers and partners the type's too. */
export function fieldDepth({ role, side }: Actor): 1 | 2 | 3 {
  if (role === 'guest') return 1;
  return side === 'customer' || side === 'partner' ? 2 : 3;
}

/** The value as it is stored, null for none. @throws Rejection for what the field's type does not take */
export function customValue(field: CustomField, input: CustomInput, holder: Holder): CustomValue | null {
  if (input === null || (typeof input === 'string' && input.trim() === '')) return null;
  const path = `${holder}.${field.id}`;
  if (field.type === 'number') {
    const number = Number(input);
    if (!Number.isFinite(number)) throw new Rejection('not-a-number', 'not a number', path);
    return number;
  }
  if (typeof input !== 'string') throw new Rejection('unknown-value', 'not a text', path);
  if (field.type === 'select') {
    if (!field.options.includes(input)) throw new Rejection('not-an-option', 'not one of the options', path);
    return input;
  }
  return notTooLong(input.trim(), path, field.type === 'text' ? limits.customText : limits.customTextArea);
}
