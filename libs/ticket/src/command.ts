// The shape of a command and of a decision. Clocks, ids, settings and numbers travel inside the command.
import type { Actor } from '#access';
import type { TicketPolicy } from '#policy';
import type { TicketEvent } from './events.js';
import type { ExistingTicket, Ticket } from './state.js';

export interface Command<T extends string, D> {
  readonly type: T;
  readonly data: D;
  readonly by: Actor;
  /** when it happens, ISO 8601 UTC with milliseconds */
  readonly at: string;
  readonly policy: TicketPolicy;
}

/** One verb. `decide` returns the events of the change, `[]` when it is already so, or throws a Rejection. */
export interface Action<C> {
  /** May this actor do this to this ticket in principle? False is 403, before anything about the ticket's moment is judged. */
  readonly may: (command: C, ticket: ExistingTicket) => boolean;
  readonly decide: (command: C, ticket: ExistingTicket) => TicketEvent[];
}

/** The one verb that needs no ticket. */
export interface OpeningAction<C> {
  readonly may: (command: C) => boolean;
  readonly decide: (command: C, ticket: Ticket) => TicketEvent[];
}
