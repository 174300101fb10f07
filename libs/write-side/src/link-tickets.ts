// The door for links. They lie in one stream for the whole tenant, so that two tickets can never disagree.
import { Command } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { LinkCommand, LinkType } from '#ticket';
import type { Receipt } from './act-on-ticket.js';

export interface LinkRequest {
  /** the ticket in the path: the link is read from its side, and the receipt is its */
  readonly ticketId: string;
  readonly command: {
    readonly type: LinkCommand['type'];
    readonly linkType: LinkType;
    /** null: what the caller named is no ticket it can reach */
    readonly otherId: string | null;
  };
  readonly by: Actor;
  /** Same id, same effect: the tenant's links remember it for ever. */
  readonly commandId: string;
  /** SHA-256 (hex) of what was asked; the same commandId with another one is refused. */
  readonly requestHash: string;
  readonly correlationId: string;
  /** of the ticket in the path */
  readonly ifMatch?: bigint;
}

/**
 * Answers where the ticket in the path stood when the link was made; a link changes no revision.
 * @throws Rejection, InvalidReferences (`target`), RevisionMismatch, KeyReused, CommandInProgress, LogUnavailable, OutcomeUnknown
 */
export class LinkTickets extends Command<Receipt> {
  constructor(readonly request: LinkRequest) {
    super();
  }
}
