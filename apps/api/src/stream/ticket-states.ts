// Tickets as they were at a place in the log: read models have only the present, and what a reader is told depends on
// where a ticket stood before and after the event.
import { ticketStream, toFact, type Ledger, type LedgerEvent } from '#ledger';
import { absent, evolve, type Ticket, type TicketFact } from '#ticket';

interface Known {
  readonly revision: bigint;
  readonly ticket: Ticket;
}

const nothing: Known = { revision: -1n, ticket: absent };

/** For one tenant's events, in the order of the log. */
export class TicketStates {
  /** by stream, the longest unused first */
  readonly #known = new Map<string, Known>();

  /** `most`: tickets held in memory; others are folded from their streams again */
  constructor(
    private readonly tenant: string,
    private readonly ledger: Ledger,
    private readonly most = 5_000,
  ) {}

  /** The ticket of the event, just before and after it. */
  async step(event: LedgerEvent, fact: TicketFact): Promise<{ before: Ticket; after: Ticket }> {
    const { stream, revision, position } = event;
    const known = this.#known.get(stream);
    const { ticket: before } = known?.revision === revision - 1n ? known : await this.#fold(stream, position);
    const after = evolve(before, fact);
    this.#keep(stream, { revision, ticket: after });
    return { before, after };
  }

  /** Another ticket of the tenant, just before the event. */
  async before({ position }: LedgerEvent, ticketId: string): Promise<Known> {
    const stream = ticketStream(this.tenant, ticketId);
    const known = this.#known.get(stream) ?? (await this.#fold(stream, position));
    this.#keep(stream, known);
    return known;
  }

  async #fold(stream: string, before: bigint): Promise<Known> {
    let known = nothing;
    // To the stream's end: breaking reads off, again and again, costs the connection.
    for await (const event of this.ledger.load(stream)) {
      const fact = event.position < before ? toFact(event) : null;
      if (fact) known = { revision: event.revision, ticket: evolve(known.ticket, fact) };
    }
    return known;
  }

  #keep(stream: string, known: Known): void {
    this.#known.delete(stream);
    this.#known.set(stream, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > this.most && oldest !== undefined) this.#known.delete(oldest);
  }
}
