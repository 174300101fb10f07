import type { Actor } from '#access';
import { classificationFault, type TicketPolicy } from '#policy';
import type { Classification } from './events.js';
import { isDesk } from './policies.js';
import { Rejection } from './rejection.js';

/** The triple, if it stands in the catalogue; archived entries are for the desk only. */
export function classified(triple: Classification, by: Actor, policy: TicketPolicy): Classification {
  const fault = classificationFault(policy, triple);
  if (fault && (fault.code === 'unknown' || !isDesk(by))) {
    // Archived or never there: whoever is not shown the difference is not told it either.
    throw fault.field === 'categoryId'
      ? new Rejection('unknown-value', 'there is no such entry in the catalogue', fault.field)
      : new Rejection('wrong-parent', 'is not one of the entry above it', fault.field);
  }
  return triple;
}
