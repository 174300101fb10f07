// What links are judged on: the graph of a tenant's links, folded from their stream and kept in memory, and the tickets
// at their ends as the log has them now.
import { canReach, type Actor } from '#access';
import { linksStream, ticketStream, type Ledger, type LedgerEvent } from '#ledger';
import { exists, LinkGraph, scopeFacts, type ExistingTicket } from '#ticket';
import { TicketJournal } from './ticket-journal.js';

/** A tenant's links. They may be behind the log: only an append at their revision, or a read after it, proves otherwise. */
export interface TenantLinks {
  readonly stream: string;
  readonly graph: LinkGraph;
  /** revision of the last event folded in; -1 before the first */
  revision: bigint;
  position: bigint;
  hash: string | null;
  /** by commandId */
  readonly done: Map<string, { readonly requestHash: string; readonly position: bigint }>;
}

export interface ReachedTicket {
  readonly id: string;
  readonly ticket: ExistingTicket;
  readonly revision: bigint;
  readonly position: bigint;
  /** Was this command given to the ticket itself? */
  readonly knows: (commandId: string) => boolean;
}

/** Tickets looked at by many link commands stay folded. */
const ticketsKept = 500;
const readAtOnce = 8;

export class LinkBook {
  /** Tenants whose links were ever asked for; one takes a few hundred bytes per link. */
  readonly #tenants = new Map<string, TenantLinks>();
  readonly #tickets: TicketJournal;

  constructor(private readonly log: Ledger) {
    this.#tickets = new TicketJournal(log, ticketsKept);
  }

  known(tenant: string): TenantLinks | undefined {
    return this.#tenants.get(tenant);
  }

  evict(tenant: string): void {
    this.#tenants.delete(tenant);
  }

  async readOn(tenant: string, links = this.#tenants.get(tenant) ?? unread(tenant)): Promise<TenantLinks> {
    for await (const event of this.log.load(links.stream, { fromRevision: links.revision + 1n })) fold(links, event);
    if (links.revision >= 0n) this.#tenants.set(tenant, links);
    return links;
  }

  advance(links: TenantLinks, recorded: readonly LedgerEvent[]): void {
    for (const event of recorded) fold(links, event);
  }

  /** Null when the ticket is missing, deleted or beyond the actor's reach. */
  async ticket(by: Actor, id: string): Promise<ReachedTicket | null> {
    const stream = ticketStream(by.tenant, id);
    const { ticket, revision, position, done } = await this.#tickets.readOn(stream, this.#tickets.cached(stream));
    if (!exists(ticket) || !canReach(by, scopeFacts(ticket))) return null;
    return { id, ticket, revision, position, knows: (commandId) => done.has(commandId) };
  }

  /** The ticket when the log had come to `position`; null when it was not there. */
  async ticketAt(by: Actor, id: string, position: bigint): Promise<Pick<ReachedTicket, 'ticket' | 'revision'> | null> {
    const { ticket, revision } = await this.#tickets.at(ticketStream(by.tenant, id), position);
    return exists(ticket) ? { ticket, revision } : null;
  }

  /** The children that the actor can reach, as they are now, in the order they were linked. */
  async childrenOf(by: Actor, parentId: string): Promise<ReachedTicket[]> {
    const ids = (await this.readOn(by.tenant)).graph.targets('parent_of', parentId);
    const children: (ReachedTicket | null)[] = [];
    for (let from = 0; from < ids.length; from += readAtOnce) {
      const some = ids.slice(from, from + readAtOnce);
      children.push(...(await Promise.all(some.map((id) => this.ticket(by, id)))));
    }
    return children.filter((child) => child !== null);
  }
}

const unread = (tenant: string): TenantLinks => ({
  stream: linksStream(tenant),
  graph: new LinkGraph(),
  revision: -1n,
  position: 0n,
  hash: null,
  done: new Map(),
});

function fold(links: TenantLinks, event: LedgerEvent): void {
  const { revision, position, metadata } = event;
  if (revision <= links.revision) return; // two may read on at once
  if (event.type !== 'LinkAdded' && event.type !== 'LinkRemoved') return;
  links.graph.apply(event);
  links.revision = revision;
  links.position = position;
  links.hash = metadata.hash;
  links.done.set(metadata.commandId, { requestHash: metadata.requestHash, position });
}
