// The links that open guests' tickets. Nothing secret is stored: what a link holds is made from the ids in its event and a
// key that every process with the vault key has, so that whoever mails it makes the same. Whether it opens anything, the
// ticket's stream says, as it is now.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';
import { ticketStream, type Ledger } from '#ledger';
import { exists, linksAt, opensTicket, type GuestLink } from '#ticket';
import { TicketJournal } from './ticket-journal.js';

const prefix = 'ldg_';
const idBytes = 16;
const held = 1_000;

export interface LinkIds {
  readonly tenant: string;
  readonly ticketId: string;
  readonly linkId: string;
}

export interface OpenedByLink {
  readonly ticketId: string;
  readonly expiresAt: string;
}

export class GuestLinks {
  readonly #key: Buffer;
  readonly #journal: TicketJournal;

  constructor(log: Ledger, vaultKey: Uint8Array) {
    this.#key = Buffer.from(hkdfSync('sha256', vaultKey, '', "ledgerdesk guests' links", 32));
    this.#journal = new TicketJournal(log, held);
  }

  /** `ldg_` and 86 characters: the ids, and proof that they come from here. It belongs in a header, never in a URL. */
  tokenOf({ tenant, ticketId, linkId }: LinkIds): string {
    const ids = Buffer.concat([parse(ticketId), parse(linkId)]);
    return `${prefix}${Buffer.concat([ids, this.#proofOf(tenant, ids)]).toString('base64url')}`;
  }

  /** The ticket that the token opens at that moment; null for a forged, foreign or lapsed one, and for a ticket that is no guest's any more. */
  async open(tenant: string, token: string, at: string): Promise<OpenedByLink | null> {
    const ids = this.#idsIn(tenant, token);
    if (!ids) return null;
    const { ticketId, linkId } = ids;
    const ticket = await this.#ticket(tenant, ticketId);
    if (!opensTicket(linkId, ticket, at) || !exists(ticket)) return null;
    const link = ticket.guestAccess?.links.find(({ id }) => id === linkId);
    return link ? { ticketId, expiresAt: link.expiresAt } : null;
  }

  /** Those that open the ticket at that moment, oldest first. */
  async of(tenant: string, ticketId: string, at: string): Promise<GuestLink[]> {
    const ticket = await this.#ticket(tenant, ticketId);
    return exists(ticket) && ticket.guestAccess ? linksAt(at, ticket.guestAccess) : [];
  }

  async #ticket(tenant: string, ticketId: string) {
    const stream = ticketStream(tenant, ticketId);
    return (await this.#journal.readOn(stream, this.#journal.cached(stream))).ticket;
  }

  #idsIn(tenant: string, token: string): { ticketId: string; linkId: string } | null {
    if (!token.startsWith(prefix)) return null;
    const bytes = Buffer.from(token.slice(prefix.length), 'base64url');
    const [ids, proof] = [bytes.subarray(0, 2 * idBytes), bytes.subarray(2 * idBytes)];
    const own = this.#proofOf(tenant, ids);
    if (proof.length !== own.length || !timingSafeEqual(proof, own)) return null;
    return { ticketId: stringify(ids.subarray(0, idBytes)), linkId: stringify(ids.subarray(idBytes)) };
  }

  /** The tenant is part of it: the same ids mean nothing elsewhere. */
  #proofOf(tenant: string, ids: Uint8Array): Buffer {
    return createHmac('sha256', this.#key).update(`${tenant}|`).update(ids).digest();
  }
}
