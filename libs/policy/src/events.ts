import type { TicketPolicy } from './policy.js';

/** What is stored and published; its version is the revision of the event that holds it. */
export type PolicyDocument = Omit<TicketPolicy, 'version'>;

export interface PolicyEventData {
  readonly TicketPolicyPublished: { readonly policy: PolicyDocument };
}
export const policySchemaVersions = { TicketPolicyPublished: 1 } satisfies Record<keyof PolicyEventData, number>;

export const published = ({ policy }: PolicyEventData['TicketPolicyPublished'], revision: bigint): TicketPolicy => ({
  version: Number(revision),
  ...policy,
});
