// How a person changes the policy: judged on the document that is in force, published over that very version.
import type { ActorRef } from '#event-store';
import type { PolicyDocument, TicketPolicy } from '#policy';
import { KeyReused } from './act-on-ticket.js';
import { PolicyMoved, type PolicyBook } from './policy-book.js';

export interface PolicyAmendment {
  readonly tenant: string;
  readonly by: ActorRef;
  readonly correlationId: string;
  /** the version the caller knows */
  readonly expected?: number;
  /** Same id, same effect: the policy's stream remembers it for ever. */
  readonly command?: { readonly commandId: string; readonly requestHash: string };
  /** Answers the next document, or throws why there is none; asked again when somebody else was faster. */
  readonly change: (current: TicketPolicy) => Promise<PolicyDocument>;
}

/** @throws PolicyInvalid, PolicyMoved, KeyReused, NoPolicy, and what `change` throws */
export async function amendPolicy(
  policies: PolicyBook,
  { tenant, by, correlationId, expected, command, change }: PolicyAmendment,
): Promise<{ readonly policy: TicketPolicy; readonly replayed: boolean }> {
  for (;;) {
    const earlier = command && (await policies.publishedBy(tenant, command.commandId));
    if (earlier) {
      if (earlier.requestHash !== command.requestHash) throw new KeyReused();
      return { policy: earlier.policy, replayed: true };
    }
    const current = await policies.get(tenant, expected);
    if (expected !== undefined && expected !== current.version) throw new PolicyMoved(current.version);
    try {
      const policy = await policies.publish(tenant, await change(current), {
        by,
        expected: current.version,
        command: { ...command, correlationId },
      });
      return { policy, replayed: false };
    } catch (error) {
      if (!(error instanceof PolicyMoved) || expected !== undefined) throw error;
    }
  }
}
