import type { TicketPolicy } from '#policy';
import { limits, notTooLong } from './limits.js';
import { Rejection } from './rejection.js';

/** @throws Rejection `tag-inactive` for a tag that an admin took out of use */
export function refuseInactive(tag: string, { tags = {} }: TicketPolicy, field: string): void {
  if (Object.hasOwn(tags, tag) && !tags[tag]?.active) {
    throw new Rejection('tag-inactive', 'only an admin can restore this tag', field);
  }
}

/** The name a tag is stored under: trimmed, lower-case, one spelling of composed letters. */
export function tagNamed(name: string): string {
  const tag = name.trim().toLowerCase().normalize('NFC');
  if (tag === '') throw new Rejection('required', 'a tag has a name', 'tag');
  return notTooLong(tag, 'tag', limits.tag);
}
