// What an API key may be allowed: less than its owner, never more.
import type { Actor } from './actor.js';
import { capabilities } from './roles.js';

/** Capabilities, and `read`: to see tickets at all. */
export const keyScopes = ['read', ...capabilities] as const;
export type KeyScope = (typeof keyScopes)[number];

/** The owner as a key of theirs acts. */
export function narrowed(owner: Actor, scopes: readonly string[]): Actor {
  const granted = new Set(scopes);
  const kept = new Set([...owner.capabilities].filter((capability) => granted.has(capability)));
  return { ...owner, capabilities: kept, ...(!granted.has('read') && { scope: [], reach: [] }) };
}
