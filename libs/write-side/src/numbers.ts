// Human numbers come in blocks from the tenant's own stream, reserved under its expected revision: gaps are allowed,
// repeats are not, and nothing of it is lost with a database.
import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { OutcomeUnknown, WrongVersion } from '#event-store';
import { numbersStream, type Ledger } from '#ledger';
import type { TicketPolicy } from '#policy';

const blockSize = 16;
const attempts = 20;

interface Block {
  next: number;
  readonly last: number;
}

/** A tenant's newest reservation. */
interface Reserved {
  readonly revision: bigint;
  readonly hash: string;
  readonly to: number;
}

export class Numbers {
  /** What is not the newest any more is refused by the append, so nobody has to look before. */
  readonly #newest = new Map<string, Reserved>();
  readonly #blocks = new Map<string, Block>();
  readonly #reserving = new Map<string, Promise<Block>>();

  constructor(private readonly log: Ledger) {}

  /** The next sequence number of the caller's tenant; used once, even if the command then fails. */
  async next(by: Actor, policy: TicketPolicy): Promise<number> {
    for (;;) {
      const block = this.#blocks.get(by.tenant);
      if (block && block.next <= block.last && block.next >= policy.numbers.start) {
        block.next += 1;
        return block.next - 1;
      }
      let reserving = this.#reserving.get(by.tenant);
      if (!reserving) {
        reserving = this.#reserve(by, policy).finally(() => this.#reserving.delete(by.tenant));
        this.#reserving.set(by.tenant, reserving);
      }
      this.#blocks.set(by.tenant, await reserving);
    }
  }

  /** What the next number might be; it stays to be given. */
  async likely({ tenant, policy }: { tenant: string; policy: TicketPolicy }): Promise<number> {
    const block = this.#blocks.get(tenant);
    if (block && block.next <= block.last) return Math.max(block.next, policy.numbers.start);
    return firstAfter(await this.#read(tenant), policy);
  }

  async #read(tenant: string): Promise<Reserved | null> {
    const last = await this.log.last(numbersStream(tenant));
    if (last?.type !== 'NumbersReserved') return null;
    return { revision: last.revision, hash: last.metadata.hash, to: last.data.to };
  }

  async #reserve(by: Actor, policy: TicketPolicy): Promise<Block> {
    const { tenant } = by;
    for (let attempt = 1; ; attempt += 1) {
      const newest = this.#newest.get(tenant) ?? (await this.#read(tenant));
      const from = firstAfter(newest, policy);
      const to = from + blockSize - 1;
      const commandId = randomUUID();
      try {
        const { revision, hash } = await this.log.append(numbersStream(tenant), {
          expected: newest ? newest.revision : 'no-stream',
          prevHash: newest?.hash ?? null,
          events: [{ type: 'NumbersReserved', data: { from, to } }],
          context: {
            correlationId: commandId,
            causationId: commandId,
            commandId,
            requestHash: '',
            actor: { id: by.id, role: by.role, kind: by.kind },
            policyVersion: policy.version,
            occurredAt: new Date().toISOString(),
            origin: 'live',
            importedBy: null,
            keyId: null,
          },
        });
        this.#newest.set(tenant, { revision, hash, to });
        return { next: from, last: to };
      } catch (error) {
        this.#newest.delete(tenant);
        // A block whose answer was lost is left unused: a gap, never a repeat.
        const again = error instanceof WrongVersion || error instanceof OutcomeUnknown;
        if (!again || attempt === attempts) throw error;
      }
    }
  }
}

const firstAfter = (newest: Reserved | null, policy: TicketPolicy): number =>
  Math.max(policy.numbers.start, newest ? newest.to + 1 : 0);
