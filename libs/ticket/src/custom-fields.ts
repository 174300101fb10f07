import type { CustomField } from '#policy';
import type { CustomValue } from './events.js';
import { limits, notTooLong } from './limits.js';
import { Rejection } from './rejection.js';

/** What callers send for a field; null and blank clear it. */
export type CustomInput = string | number | null;

/** The field of a command's body that holds the values: `customFields` of a new ticket, `values` of a change. */
export type Holder = 'customFields' | 'values';

/** The value as it is stored, null for none. @throws Rejection `unknown-value` for what the field's type does not take */
export function customValue(field: CustomField, input: CustomInput, holder: Holder): CustomValue | null {
  if (input === null || (typeof input === 'string' && input.trim() === '')) return null;
  const path = `${holder}.${field.id}`;
  const wrong = (message: string) => new Rejection('unknown-value', message, path);
  if (field.type === 'number') {
    const number = Number(input);
    if (!Number.isFinite(number)) throw wrong('not a number');
    return number;
  }
  if (typeof input !== 'string') throw wrong('not a text');
  if (field.type === 'select') {
    if (!field.options.includes(input)) throw wrong('not one of the options');
    return input;
  }
  return notTooLong(input.trim(), path, field.type === 'text' ? limits.customText : limits.customTextArea);
}
