// Who read the history is history too: every audit read is an event of the tenant's audit stream before it is answered.
import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { OutcomeUnknown, WrongVersion } from '#event-store';
import { auditStream, type AuditEventData, type Ledger } from '#ledger';
import type { PolicyBook } from '#write-side';

export type AuditRead = AuditEventData['AuditRead'];

interface Tail {
  readonly revision: bigint;
  readonly hash: string;
}

const attempts = 20;

export class AuditJournal {
  readonly #tails = new Map<string, Tail>();
  /** the last append of each tenant: the next one waits for it, as both end the same stream */
  readonly #turns = new Map<string, Promise<void>>();

  constructor(
    private readonly ledger: Ledger,
    private readonly policies: PolicyBook,
  ) {}

  /** @throws LogUnavailable and others: then nothing may be answered */
  record(by: Actor, correlationId: string, read: AuditRead): Promise<void> {
    const before = this.#turns.get(by.tenant) ?? Promise.resolve();
    const turn = before.catch(() => undefined).then(() => this.#append(by, correlationId, read));
    this.#turns.set(by.tenant, turn);
    return turn;
  }

  async #append(by: Actor, correlationId: string, read: AuditRead): Promise<void> {
    const stream = auditStream(by.tenant);
    const { version } = await this.policies.get(by.tenant);
    const commandId = randomUUID();
    const occurredAt = new Date().toISOString();
    for (let attempt = 1; ; attempt += 1) {
      const tail = this.#tails.get(by.tenant) ?? (await this.#readTail(stream));
      try {
        const { revision, hash } = await this.ledger.append(stream, {
          expected: tail?.revision ?? 'no-stream',
          prevHash: tail?.hash ?? null,
          events: [{ type: 'AuditRead', data: read }],
          context: {
            correlationId,
            causationId: commandId,
            commandId,
            requestHash: '',
            actor: { id: by.id, role: by.role, kind: by.kind },
            policyVersion: version,
            occurredAt,
            origin: 'live',
            importedBy: null,
            keyId: null,
          },
        });
        this.#tails.set(by.tenant, { revision, hash });
        return;
      } catch (error) {
        this.#tails.delete(by.tenant);
        // Where the answer was lost it may stand there twice, under one command id; never not at all.
        const again = error instanceof WrongVersion || error instanceof OutcomeUnknown;
        if (!again || attempt === attempts) throw error;
      }
    }
  }

  async #readTail(stream: string): Promise<Tail | null> {
    const last = await this.ledger.last(stream);
    return last && { revision: last.revision, hash: last.metadata.hash };
  }
}
