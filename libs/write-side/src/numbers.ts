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

export class Numbers {
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
    const last = await this.log.last(numbersStream(tenant));
    return Math.max(policy.numbers.start, last?.type === 'NumbersReserved' ? last.data.to + 1 : 0);
  }

  async #reserve(by: Actor, policy: TicketPolicy): Promise<Block> {
    const stream = numbersStream(by.tenant);
    for (let attempt = 1; ; attempt += 1) {
      const last = await this.log.last(stream);
      const from = Math.max(policy.numbers.start, last?.type === 'NumbersReserved' ? last.data.to + 1 : 0);
      const to = from + blockSize - 1;
      const commandId = randomUUID();
      try {
        await this.log.append(stream, {
          expected: last ? last.revision : 'no-stream',
          prevHash: last?.metadata.hash ?? null,
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
        return { next: from, last: to };
      } catch (error) {
        // A block whose answer was lost is left unused: a gap, never a repeat.
        const again = error instanceof WrongVersion || error instanceof OutcomeUnknown;
        if (!again || attempt === attempts) throw error;
      }
    }
  }
}
