// Who knows the things elsewhere that tickets refer to: one provider for each kind of reference.
import type { Actor } from '#access';
import type { TicketPlace } from '#read-side';

export interface ReferenceProvider {
  /**
   * Those of the ids that this caller cannot name on a ticket of that place: the same for what is not there and for what
   * belongs to others. @throws ReferencesUnavailable when it cannot tell
   */
  unavailable(ids: readonly string[], by: Actor, place: TicketPlace): Promise<readonly string[]>;
}

/** A provider does not answer: nobody can tell whether the references are good. */
export class ReferencesUnavailable extends Error {
  constructor(
    readonly kind: string,
    options?: ErrorOptions,
  ) {
    super(`the provider of ${kind} references does not answer`, options);
  }
}
