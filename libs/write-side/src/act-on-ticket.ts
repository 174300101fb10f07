// The one door for commands: every route, job, reaction and import enters here.
import { Command } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { ExistingTicket, State, TicketCommand } from '#ticket';

/** A ticket command without what the write side adds: who, when, under which policy, and the number of a new ticket. */
export type CommandInput = {
  [C in TicketCommand as C['type']]: {
    readonly type: C['type'];
    readonly data: C['type'] extends 'OpenTicket' ? Omit<C['data'], 'number'> : C['data'];
  };
}[TicketCommand['type']];

export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface ActRequest {
  readonly ticketId: string;
  readonly command: CommandInput;
  readonly by: Actor;
  /** Same id, same effect: the stream remembers it for ever. */
  readonly commandId: string;
  /** SHA-256 (hex) of what was asked; the same commandId with another one is refused. */
  readonly requestHash: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly ifMatch?: bigint;
  /**
   * Judged after scope and rights, before the revision and the decision: looks up what the command refers to, answers
   * the completed command or throws `InvalidReferences`.
   */
  readonly complete?: (ticket: ExistingTicket | null) => Promise<CommandInput>;
  /** An import tells when it happened and who runs it; otherwise it happens now, live. */
  readonly imported?: { readonly occurredAt: string; readonly by: string };
}

export interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly state: State;
  readonly revision: bigint;
  /** Position of the command's last event in the log; for a no-op of the last known one of this ticket. */
  readonly position: bigint;
  /** The reply a command added. */
  readonly replyId?: string;
  /** True when this is the stored receipt of an earlier request with the same key. */
  readonly replayed: boolean;
  /** False for a no-op: nothing was stored. */
  readonly changed: boolean;
}

/** @throws Rejection, InvalidReferences, RevisionMismatch, KeyReused, CommandInProgress, LogUnavailable, OutcomeUnknown */
export class ActOnTicket extends Command<Receipt> {
  constructor(readonly request: ActRequest) {
    super();
  }
}

/** What a command names does not exist for this caller (400). */
export class InvalidReferences extends Error {
  constructor(readonly errors: readonly FieldError[]) {
    super('the command refers to what is not there');
  }
}
/** `If-Match` names another revision than the ticket's (412). */
export class RevisionMismatch extends Error {
  constructor(readonly actual: bigint) {
    super(`the ticket is at revision ${actual}`);
  }
}
/** The key is bound to another request (422). */
export class KeyReused extends Error {
  constructor() {
    super('this idempotency key was used for another request');
  }
}
/** The same key is still being worked on (409). */
export class CommandInProgress extends Error {
  constructor() {
    super('a request with this idempotency key is in progress');
  }
}
