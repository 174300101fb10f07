// How a link is made and taken away: decided on all links of the tenant, appended at their revision, and decided again
// when another process linked meanwhile.
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Ledger } from '#ledger';
import { decideLink, mayLink, Rejection, type LinkEvent } from '#ticket';
import { InvalidReferences, KeyReused, RevisionMismatch, type Receipt } from './act-on-ticket.js';
import type { LinkBook, ReachedTicket, TenantLinks } from './link-book.js';
import { LinkTickets, type LinkRequest } from './link-tickets.js';
import type { PolicyBook } from './policy-book.js';
import { settle, told, type Judged, type OnCommand } from './settle.js';
import { Turns } from './turns.js';

export interface LinkParts {
  readonly log: Ledger;
  readonly links: LinkBook;
  readonly policies: PolicyBook;
  readonly onCommand?: OnCommand;
}

/** The event with the place it was decided for: others may read the same links on while it is under way. */
interface Plan {
  readonly event: LinkEvent;
  readonly revision: bigint;
  readonly prevHash: string | null;
  readonly at: string;
  readonly policyVersion: number;
}

@CommandHandler(LinkTickets)
export class LinkTicketsHandler implements ICommandHandler<LinkTickets> {
  readonly #turns = new Turns();

  constructor(private readonly parts: LinkParts) {}

  async execute({ request }: LinkTickets): Promise<Receipt> {
    const { links: book, onCommand } = this.parts;
    const { tenant } = request.by;
    return this.#turns.take(tenant, request.commandId, () =>
      told(request.command.type, onCommand, (onConflict) =>
        settle<TenantLinks, Plan>({
          known: book.known(tenant),
          readOn: (links) => book.readOn(tenant, links),
          evict: () => book.evict(tenant),
          judge: (links) => this.#judge(request, links),
          append: (links, plan) => this.#append(request, links, plan),
          onConflict,
        }),
      ),
    );
  }

  /** The tickets are read anew each time: an append to the links proves nothing about them. */
  async #judge(request: LinkRequest, links: TenantLinks): Promise<Judged<Plan>> {
    const { by, ticketId, commandId, command } = request;
    const { otherId } = command;
    const [path, other] = await Promise.all([
      this.parts.links.ticket(by, ticketId),
      otherId === null ? null : this.parts.links.ticket(by, otherId),
    ]);
    if (!path) throw new Rejection('ticket-not-found');
    const done = links.done.get(commandId);
    const elsewhere = path.knows(commandId);
    if (elsewhere || (done && done.requestHash !== request.requestHash)) throw new KeyReused();
    if (!mayLink({ by })) throw new Rejection('not-allowed');
    if (done) return { kind: 'receipt', receipt: await this.#receiptAt(request, done.position, { replayed: true }) };

    if (!other) throw missing(command);
    if (request.ifMatch !== undefined && request.ifMatch !== path.revision) throw new RevisionMismatch(path.revision);
    const policy = await this.parts.policies.get(by.tenant);
    const at = new Date().toISOString();
    const data = { type: command.linkType, ticketId, otherId: other.id };
    const [event] = decideLink({ type: command.type, data, by, at, policy }, links.graph);
    if (!event) return { kind: 'unchanged', receipt: unchanged(path, links) };
    const { revision, hash: prevHash } = links;
    return { kind: 'plan', plan: { event, revision, prevHash, at, policyVersion: policy.version } };
  }

  async #append(request: LinkRequest, links: TenantLinks, plan: Plan): Promise<Receipt> {
    const { by, commandId, requestHash, correlationId } = request;
    const { position, recorded } = await this.parts.log.append(links.stream, {
      expected: plan.revision < 0n ? 'no-stream' : plan.revision,
      prevHash: plan.prevHash,
      events: [plan.event],
      context: {
        correlationId,
        causationId: correlationId,
        commandId,
        requestHash,
        actor: { id: by.id, role: by.role, kind: by.kind },
        policyVersion: plan.policyVersion,
        occurredAt: plan.at,
        origin: 'live',
        importedBy: null,
        keyId: null,
      },
    });
    this.parts.links.advance(links, recorded);
    return this.#receiptAt(request, position, { replayed: false });
  }

  /** The ticket as it was when the link was stored: whichever process answers, and however late, it answers the same. */
  async #receiptAt(
    { by, ticketId }: LinkRequest,
    position: bigint,
    { replayed }: { replayed: boolean },
  ): Promise<Receipt> {
    const now = await this.parts.links.ticket(by, ticketId);
    const then = now && now.position <= position ? now : await this.parts.links.ticketAt(by, ticketId, position);
    if (!then) throw new Rejection('ticket-not-found');
    const { number, status, state } = then.ticket;
    return { id: ticketId, number, status, state, revision: then.revision, position, replayed, changed: true };
  }
}

const missing = ({ type }: LinkRequest['command']): Error =>
  type === 'AddLink'
    ? new InvalidReferences([{ field: 'target', code: 'not-found', message: 'is not known' }])
    : new Rejection('ticket-not-found');

const unchanged = ({ id, ticket, revision, position }: ReachedTicket, links: TenantLinks): Receipt => ({
  id,
  number: ticket.number,
  status: ticket.status,
  state: ticket.state,
  revision,
  position: position > links.position ? position : links.position,
  replayed: false,
  changed: false,
});
