// The form of a new ticket: what it holds, what is sent of it, and where a refusal of the desk belongs.
import type { Named, Schemas } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import type { Value as FieldValue } from '../../parts/field-input';

export const contextFields = {
  productName: 'Product',
  siteUrl: 'Site address',
  licenceKey: 'Licence key or plan',
  occurredAt: 'When it happened',
  expected: 'What you expected',
  actual: 'What happened instead',
  stepsTried: 'What you have tried',
} as const;
export type ContextField = keyof typeof contextFields;

export interface NewTicketForm {
  readonly clientId: string | null;
  /** null: not said yet; '': of none */
  readonly projectId: string | null;
  readonly subject: string;
  readonly description: string;
  readonly priority: string | null;
  readonly categoryId: string | null;
  readonly typeId: string | null;
  readonly itemId: string | null;
  readonly customFields: Readonly<Record<string, FieldValue>>;
  readonly recipients: readonly Named[];
  readonly calls: readonly string[];
  readonly context: Readonly<Partial<Record<ContextField, string>>>;
}

export const blank: NewTicketForm = {
  clientId: null,
  projectId: null,
  subject: '',
  description: '',
  priority: null,
  categoryId: null,
  typeId: null,
  itemId: null,
  customFields: {},
  recipients: [],
  calls: [],
  context: {},
};

/** A draft of an earlier version of this page may lack fields. */
export function readDraft(text: string): NewTicketForm {
  try {
    return { ...blank, ...(JSON.parse(text) as Partial<NewTicketForm>) };
  } catch {
    return blank;
  }
}

/** What is not said is not sent: then the policy's defaults count. */
export function bodyOf(
  form: NewTicketForm,
  fields: readonly Schemas['ResolvedFieldBody'][],
): Schemas['OpenTicketBody'] {
  const { clientId, projectId, priority, categoryId, typeId, itemId, recipients, calls } = form;
  const context = Object.fromEntries(
    Object.entries(form.context).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])),
  );
  const values = Object.fromEntries(
    fields.flatMap(({ id }) => {
      const value = form.customFields[id] ?? null;
      return value === null ? [] : [[id, value]];
    }),
  );
  return {
    subject: form.subject,
    ...(form.description.trim() && { description: form.description }),
    ...(clientId && { clientId }),
    ...(projectId && { projectId }),
    ...(priority && { priority: priority as Schemas['PriorityBody']['id'] }),
    ...(categoryId && { categoryId }),
    ...(typeId && { typeId }),
    ...(itemId && { itemId }),
    ...(Object.keys(values).length > 0 && { customFields: values }),
    ...(recipients.length > 0 && { recipients: recipients.map(({ id }) => id) }),
    ...(calls.length > 0 && { references: calls.map((id) => ({ kind: 'call', id })) }),
    ...(Object.keys(context).length > 0 && { context }),
  };
}

const places: readonly (readonly [told: RegExp, field: string])[] = [
  [/^recipients\b.*/, 'recipients'],
  [/^references\b.*/, 'calls'],
];
export const shownFields =
  /^(subject|description|priority|clientId|projectId|categoryId|typeId|itemId|recipients|calls|customFields\..+|context\..+)$/;

/** A refusal's messages by the form's fields. */
export const errorsOf = (error: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldErrors(error)).map(([told, message]) => [
      places.find(([pattern]) => pattern.test(told))?.[1] ?? told,
      message.charAt(0).toUpperCase() + message.slice(1),
    ]),
  );
