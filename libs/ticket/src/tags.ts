import { limits, notTooLong } from './limits.js';
import { Rejection } from './rejection.js';

/** The name a tag is stored under: trimmed, lower-case, one spelling of composed letters. */
export function tagNamed(name: string): string {
  const tag = name.trim().toLowerCase().normalize('NFC');
  if (tag === '') throw new Rejection('required', 'a tag has a name', 'tag');
  return notTooLong(tag, 'tag', limits.tag);
}
