// Who read the history is history too: every audit read is an event of the tenant's audit stream before it is answered.
import type { Actor } from '#access';
import { auditStream, type AuditEventData, type Ledger } from '#ledger';
import { TenantJournal, type PolicyBook } from '#write-side';

export type AuditRead = AuditEventData['AuditRead'];

export class AuditJournal {
  readonly #journal: TenantJournal;

  constructor(ledger: Ledger, policies: PolicyBook) {
    this.#journal = new TenantJournal(ledger, policies, auditStream);
  }

  /** @throws LogUnavailable and others: then nothing may be answered */
  record(by: Actor, correlationId: string, read: AuditRead): Promise<void> {
    const events = [{ type: 'AuditRead', data: read }] as const;
    return this.#journal.record({ tenant: by.tenant, by, correlationId, events });
  }
}
