// Sizes no tenant may raise: the store's and the reader's, not the policy's. Texts in characters (code points).
import { Rejection } from './rejection.js';

export const limits = {
  subject: 255,
  description: 100_000,
  body: 100_000,
  notes: 100_000,
  reason: 10_000,
  ratingComment: 10_000,
  contextValue: 10_000,
  department: 255,
  guestName: 200,
  guestEmail: 254,
  guestPhone: 50,
  /** valid at the same time */
  guestLinks: 20,
  customText: 1_000,
  customTextArea: 10_000,
  tag: 50,
  tagsPerTicket: 50,
  referenceKind: 32,
  referenceId: 200,
  referencesPerTicket: 20,
  attachmentUrl: 2_048,
  attachmentUrls: 20,
  repliesPerTicket: 5_000,
  repliesPerSplit: 100,
  /** UTF-16 units of all their texts together: one append takes a mebibyte */
  textPerSplit: 200_000,
  absorbedPerTicket: 100,
  childrenPerRequest: 1_000,
} as const;

/** Of one kind, where the policy says nothing else. */
export const defaultReferenceLimits: Readonly<Record<string, number>> = { call: 5 };

function longerThan(text: string, most: number): boolean {
  if (text.length <= most) return false;
  // Two UTF-16 units of a pair are one character.
  const pairs = text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0;
  return text.length - pairs > most;
}

/** The trimmed text. @throws Rejection `required` when blank, `unknown-value` when too long */
export function written(text: string, field: string, most: number): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new Rejection('required', 'must not be blank', field);
  return notTooLong(trimmed, field, most);
}

/** The trimmed text, or null where nothing was said. */
export const maybeWritten = (text: string | null | undefined, field: string, most: number): string | null =>
  text?.trim() ? written(text, field, most) : null;

export function notTooLong(text: string, field: string, most: number): string {
  if (longerThan(text, most)) {
    throw new Rejection('unknown-value', `is longer than ${most} characters`, field);
  }
  return text;
}
