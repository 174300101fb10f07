// Every tenant's current policy, held in memory and kept current by following the policy streams. A policy is published
// as a whole document; its version is the revision of the event that holds it.
import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { OutcomeUnknown, WrongVersion, type ActorRef } from '#event-store';
import { policyStream, type Ledger, type LedgerEvent } from '#ledger';
import { published, validatePolicy, type PolicyDocument, type PolicyProblem, type TicketPolicy } from '#policy';

/** The document is impossible (422); nothing was published. */
export class PolicyInvalid extends Error {
  constructor(readonly problems: readonly PolicyProblem[]) {
    super(`policy-invalid: ${problems.map(({ field, message }) => `${field}: ${message}`).join('; ')}`);
  }
}
/** Somebody else published meanwhile, or the expected version is another (412). */
export class PolicyMoved extends Error {
  constructor(readonly actual: number) {
    super(`the policy is at version ${actual}`);
  }
}
export class NoPolicy extends Error {}

interface Held {
  readonly policy: TicketPolicy;
  readonly hash: string;
}

export class PolicyBook {
  readonly #held = new Map<string, Held>();
  readonly #following = new AbortController();

  constructor(
    private readonly log: Ledger,
    private readonly onTrouble: (error: unknown) => void = () => undefined,
  ) {}

  /** Keeps what was read current until `close`. */
  async open(): Promise<void> {
    const after = await this.log.head();
    void this.#follow(after);
  }

  close(): void {
    this.#following.abort();
  }

  /**
   * `atLeast`: a version the caller knows to be published; what is held may be older for a moment.
   * @throws NoPolicy where the tenant was never seeded
   */
  async get(tenant: string, atLeast = 0): Promise<TicketPolicy> {
    const known = this.#held.get(tenant);
    const held = known && known.policy.version >= atLeast ? known : await this.#read(tenant);
    if (!held) throw new NoPolicy(`tenant ${tenant} has no policy`);
    return held.policy;
  }

  async find(tenant: string): Promise<TicketPolicy | null> {
    return (this.#held.get(tenant) ?? (await this.#read(tenant)))?.policy ?? null;
  }

  /** Publishes the whole document; with `expected`, only over that version. The same document again publishes nothing. */
  async publish(
    tenant: string,
    document: PolicyDocument,
    {
      by,
      expected,
      origin = 'live',
      command = {},
    }: {
      by: ActorRef;
      expected?: number;
      origin?: 'live' | 'import';
      command?: { commandId?: string; requestHash?: string; correlationId?: string };
    },
  ): Promise<TicketPolicy> {
    const { commandId = randomUUID(), requestHash = '', correlationId = commandId } = command;
    const problems = validatePolicy(document);
    if (problems.length > 0) throw new PolicyInvalid(problems);
    const held = await this.#read(tenant);
    const version = held?.policy.version;
    if (expected !== undefined && expected !== version) throw new PolicyMoved(version ?? -1);
    if (held && sameDocument(held.policy, document)) return held.policy;
    try {
      const { recorded } = await this.log.append(policyStream(tenant), {
        expected: version === undefined ? 'no-stream' : BigInt(version),
        prevHash: held?.hash ?? null,
        events: [{ type: 'TicketPolicyPublished', data: { policy: document } }],
        context: {
          correlationId,
          causationId: commandId,
          commandId,
          requestHash,
          actor: by,
          policyVersion: (version ?? -1) + 1,
          occurredAt: new Date().toISOString(),
          origin,
          importedBy: origin === 'import' ? by.id : null,
          keyId: null,
        },
      });
      for (const event of recorded) this.#hold(tenant, event);
    } catch (error) {
      if (!(error instanceof WrongVersion || error instanceof OutcomeUnknown)) throw error;
      const now = await this.#read(tenant);
      if (!now || !sameDocument(now.policy, document)) throw new PolicyMoved(now?.policy.version ?? -1);
    }
    return this.get(tenant);
  }

  /** Publishes what `change` makes of the current document, again when somebody else was faster. */
  async change(
    tenant: string,
    change: (current: TicketPolicy) => PolicyDocument,
    who: { by: ActorRef; origin?: 'live' | 'import' },
  ): Promise<TicketPolicy> {
    for (;;) {
      const current = await this.get(tenant);
      try {
        return await this.publish(tenant, change(current), { ...who, expected: current.version });
      } catch (error) {
        if (!(error instanceof PolicyMoved)) throw error;
        await this.#read(tenant);
      }
    }
  }

  /** The policy as it was published; undefined: there is no such version. */
  async at(tenant: string, version: number): Promise<TicketPolicy | undefined> {
    for await (const { policy } of this.#documents(tenant, BigInt(version))) return policy;
    return undefined;
  }

  /** What this command published, if it did. Reads the whole stream. */
  async publishedBy(
    tenant: string,
    commandId: string,
  ): Promise<{ readonly policy: TicketPolicy; readonly requestHash: string } | undefined> {
    for await (const { policy, metadata } of this.#documents(tenant)) {
      if (metadata.commandId === commandId) return { policy, requestHash: metadata.requestHash };
    }
    return undefined;
  }

  /** Every template that ticket numbers were ever made from. */
  async numberTemplates(tenant: string): Promise<ReadonlySet<string>> {
    const templates = new Set<string>();
    for await (const { policy } of this.#documents(tenant)) templates.add(policy.numbers.template);
    return templates;
  }

  async *#documents(tenant: string, fromRevision = 0n) {
    for await (const { type, data, revision, metadata } of this.log.load(policyStream(tenant), { fromRevision })) {
      if (type === 'TicketPolicyPublished') yield { policy: published(data, revision), metadata };
    }
  }

  async #read(tenant: string): Promise<Held | undefined> {
    const last = await this.log.last(policyStream(tenant));
    if (last) this.#hold(tenant, last);
    return this.#held.get(tenant);
  }

  #hold(tenant: string, event: LedgerEvent): void {
    const version = Number(event.revision);
    const known = this.#held.get(tenant);
    if (known && known.policy.version >= version) return;
    if (event.type !== 'TicketPolicyPublished') return;
    this.#held.set(tenant, { policy: published(event.data, event.revision), hash: event.metadata.hash });
  }

  async #follow(after: bigint | null): Promise<void> {
    const { signal } = this.#following;
    try {
      for await (const { events } of this.log.follow({ after, signal, streamPrefixes: ['policy-'] })) {
        for (const event of events) this.#hold(event.stream.slice('policy-'.length), event);
      }
    } catch (error) {
      if (!signal.aborted) this.onTrouble(error);
    }
  }
}

function sameDocument(policy: TicketPolicy, document: PolicyDocument): boolean {
  const { version: _version, ...held } = policy;
  return canonicalize(held) === canonicalize(document);
}
