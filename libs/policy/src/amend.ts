import type { PolicyDocument } from './events.js';
import { isObject, mergePatch } from './merge-patch.js';
import type { Json } from './policy.js';

/**
 * The document with a merge patch (RFC 7396) laid over it, not yet validated. A patch's null takes a key away; where null
 * is a value of the policy ("no limit"), the key comes back with it.
 */
export function amend(document: PolicyDocument, patch: Json): Json {
  // A document is plain JSON; only its interfaces hide that from the compiler.
  const merged = mergePatch(document as unknown as Json, patch);
  if (!isObject(merged) || !isObject(merged['reopen'])) return merged;
  return { ...merged, reopen: { window: null, closedWindow: null, ...merged['reopen'] } };
}
