import type { TicketPolicy } from '#policy';
import type { Reference } from './events.js';
import { defaultReferenceLimits, limits, written } from './limits.js';
import { Rejection } from './rejection.js';

/** Those of `named` that `present` lacks, each once. @throws Rejection `reference-limit`, in all or of one kind */
export function referenced(
  named: readonly Reference[],
  present: readonly Reference[],
  policy: TicketPolicy,
): Reference[] {
  const most = { ...defaultReferenceLimits, ...policy.references?.limits };
  const all = [...present];
  for (const { kind, id } of named) {
    const reference = {
      kind: written(kind, 'kind', limits.referenceKind),
      id: written(id, 'id', limits.referenceId),
    };
    const ofKind = all.filter((other) => other.kind === reference.kind);
    if (ofKind.some((other) => other.id === reference.id)) continue;
    const limit = Object.hasOwn(most, reference.kind) ? most[reference.kind] : undefined;
    if (all.length >= limits.referencesPerTicket || (limit !== undefined && ofKind.length >= limit)) {
      throw new Rejection('reference-limit', undefined, 'references');
    }
    all.push(reference);
  }
  return all.slice(present.length);
}
