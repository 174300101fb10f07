// What a step of a ticket's history changed, as data and in words.
import type { Picture, PictureReply } from './picture.js';

/** The fields that differ, as they were and as they are; of replies only those that differ. */
export interface Changes {
  /** null: there was no ticket yet */
  readonly before: Partial<Picture> | null;
  readonly after: Partial<Picture>;
}

/** Of two pictures of one history: what a step left alone is the same value in both. */
export function changesBetween(before: Picture | null, after: Picture): Changes {
  if (!before) return { before, after };
  const changed = (Object.keys(after) as (keyof Picture)[]).filter((field) => before[field] !== after[field]);
  const of = (picture: Picture, other: Picture): Partial<Picture> => {
    const same = new Set(changed.includes('replies') ? other.replies : []);
    return Object.fromEntries(
      changed.map((field) => [
        field,
        field === 'replies' ? picture.replies.filter((reply) => !same.has(reply)) : picture[field],
      ]),
    );
  };
  return { before: of(before, after), after: of(after, before) };
}

/** A step's changes for people, one line each: `status: new → open`. Of a new ticket, what it came with. */
export function changesInWords({ before, after }: Changes): string[] {
  return Object.entries(after).flatMap(([field, value]) => {
    const was: unknown = before === null ? null : (before as Readonly<Record<string, unknown>>)[field];
    if (field === 'replies') return repliesInWords((was ?? []) as PictureReply[], value as PictureReply[]);
    if (before === null) return saysNothing(value) ? [] : [`${field}: ${inWords(value)}`];
    return [`${field}: ${inWords(was)} → ${inWords(value)}`];
  });
}

function repliesInWords(before: readonly PictureReply[], after: readonly PictureReply[]): string[] {
  return after.map(({ id, kind, body, deletedAt }) => {
    const was = before.find((reply) => reply.id === id);
    if (!was) return `${kind}: ${body}`;
    return deletedAt ? `${kind}: ${was.body} → deleted` : `${kind}: ${was.body} → ${body}`;
  });
}

const saysNothing = (value: unknown): boolean =>
  value === null ||
  value === false ||
  value === 0 ||
  (typeof value === 'object' && Object.values(value).every(saysNothing));

function inWords(value: unknown): string {
  if (saysNothing(value)) return value === false || value === 0 ? String(value) : '(none)';
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Object.entries(value)
    .flatMap(([key, part]) => (saysNothing(part) ? [] : [`${key} ${inWords(part)}`]))
    .join(', ');
}
