// A stream per tenant of what is true the moment it is written: nothing is decided on it, so it is only ever appended to,
// by all processes at once. Audit reads and directory changes are kept this way.
import { randomUUID } from 'node:crypto';
import { OutcomeUnknown, WrongVersion, type ActorRef, type NewEvent } from '#event-store';
import type { Ledger, LedgerEvents } from '#ledger';
import type { PolicyBook } from './policy-book.js';

interface Tail {
  readonly revision: bigint;
  readonly hash: string;
}

export interface Entry {
  readonly tenant: string;
  readonly by: ActorRef;
  readonly correlationId: string;
  readonly events: readonly NewEvent<LedgerEvents>[];
  /** random where nobody names it */
  readonly commandId?: string;
}

const attempts = 20;

export class TenantJournal {
  readonly #tails = new Map<string, Tail>();
  /** the last append of each tenant: the next one waits for it, as both end the same stream */
  readonly #turns = new Map<string, Promise<void>>();

  constructor(
    private readonly ledger: Ledger,
    private readonly policies: PolicyBook,
    private readonly streamOf: (tenant: string) => string,
  ) {}

  /** @throws LogUnavailable and others: then what it says must not count */
  record(entry: Entry): Promise<void> {
    const before = this.#turns.get(entry.tenant) ?? Promise.resolve();
    const turn = before.catch(() => undefined).then(() => this.#append(entry));
    this.#turns.set(entry.tenant, turn);
    return turn;
  }

  async #append({ tenant, by, correlationId, events, commandId = randomUUID() }: Entry): Promise<void> {
    const stream = this.streamOf(tenant);
    // A tenant's first entries are older than its first policy.
    const version = (await this.policies.find(tenant))?.version ?? 0;
    const occurredAt = new Date().toISOString();
    for (let attempt = 1; ; attempt += 1) {
      const tail = this.#tails.get(tenant) ?? (await this.#readTail(stream));
      try {
        const { revision, hash } = await this.ledger.append(stream, {
          expected: tail?.revision ?? 'no-stream',
          prevHash: tail?.hash ?? null,
          events,
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
        this.#tails.set(tenant, { revision, hash });
        return;
      } catch (error) {
        this.#tails.delete(tenant);
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
