// What decisions need to know of a ticket, folded from its events. Nothing for screens stands here.
import type { ScopeFacts } from '#access';
import type { Priority, State } from '#policy';
import type { Replies } from './replies.js';
import type { Assignee, Classification, CustomValue, Reference } from './events.js';

export interface Facts {
  readonly ticketId: string;
  readonly number: string;
  readonly requesterId: string;
  readonly clientId: string | null;
  readonly projectId: string | null;
  /** the tenant's status id; `state` is what it stands for */
  readonly status: string;
  readonly priority: Priority;
  readonly classification: Classification;
  readonly assignee: Assignee;
  readonly recipients: readonly string[];
  readonly references: readonly Reference[];
  readonly customFields: Readonly<Record<string, CustomValue>>;
  readonly tags: readonly string[];
  readonly replies: Replies;
  readonly reopened: boolean;
  readonly reopenCount: number;
  /** Set aside until then. `generation`: revision of the event that did it; a timer armed for an older one does nothing. */
  readonly snooze?: { readonly until: string; readonly generation: bigint };
  /** the requester has said how the last resolution was */
  readonly rated?: boolean;
  /** Set on a merged ticket: the primary it belongs to, and how it stood before. */
  readonly merged?: { readonly into: string; readonly status: string; readonly state: State };
  /** the tickets it has taken in */
  readonly absorbed?: readonly string[];
  /** There while the ticket is a guest's: until they claim it with an account. */
  readonly guestAccess?: {
    readonly email: string;
    /** those that were not over when the last one was issued */
    readonly links: readonly GuestLink[];
  };
  /** False while every event of the ticket was imported: no timer runs for it. */
  readonly live: boolean;
}

export interface GuestLink {
  readonly id: string;
  readonly expiresAt: string;
}

export type Ticket =
  | { readonly state: 'absent' }
  | OpenTicketState
  | ResolvedTicketState
  | ClosedTicketState
  | { readonly state: 'deleted'; readonly ticketId: string; readonly number: string };

export type OpenTicketState = Facts & { readonly state: 'new' | 'open' | 'in_progress' | 'waiting' };
export type ResolvedTicketState = Facts & {
  readonly state: 'resolved';
  readonly resolvedAt: string;
  /** When the clock of auto-close began: resolvedAt or, for an imported ticket, the later moment it went live. */
  readonly clockFrom: string;
  /** Revision of the event that resolved it: a timer armed for an older one does nothing. */
  readonly generation: bigint;
};
export type ClosedTicketState = Facts & {
  readonly state: 'closed';
  readonly resolvedAt: string | null;
  readonly closedAt: string;
};

/** A ticket that can be acted on. */
export type ExistingTicket = OpenTicketState | ResolvedTicketState | ClosedTicketState;

/** What the next step of a ticket depends on besides its policy. The folded state has it, and so has a row of a list. */
export interface Standing {
  readonly state: State;
  readonly status: string;
  readonly requesterId: string;
  readonly clientId: string | null;
  readonly assignee: Assignee;
  readonly resolvedAt?: string | null;
  readonly closedAt?: string | null;
  readonly rated?: boolean;
  /** false: everything about it was imported, and no timer runs for it */
  readonly live?: boolean;
  /** a merged ticket is done with: what happens, happens on the primary */
  readonly merged?: object | string | null;
}

export const absent: Ticket = { state: 'absent' };

export const exists = (ticket: Ticket): ticket is ExistingTicket =>
  ticket.state !== 'absent' && ticket.state !== 'deleted';

export const scopeFacts = (ticket: ExistingTicket): ScopeFacts => ({
  requesterId: ticket.requesterId,
  clientId: ticket.clientId,
  projectId: ticket.projectId,
  categoryId: ticket.classification.categoryId,
  typeId: ticket.classification.typeId,
  assigneeId: ticket.assignee.userId,
  groupId: ticket.assignee.groupId,
});
